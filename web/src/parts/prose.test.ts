import { expect, it } from "vitest";
import { prose } from "./prose.js";

const plain = (sentence: string): string => prose(sentence).replaceAll("\u00a0", " ");

it("writes days and spans of days as a person does, and keeps each day on one line", () => {
  expect(plain("no step since 2018-11-14 (274 days)")).toBe("no step since 14 Nov 2018 (274 days)");
  expect(plain("Its day, 2016-05-01/2016-05-10, has passed")).toBe(
    "Its day, 1 May 2016 to 10 May 2016, has passed",
  );
  expect(plain("Its day, ../2016-05, has passed")).toBe("Its day, until May 2016, has passed");
  expect(plain("2019-12/..")).toBe("from Dec 2019");
  expect(prose("2018-11-14")).not.toContain(" ");
});

it("leaves what is no day", () => {
  for (const words of ["Resolution 2231-12345", "a 2018-2019 season", "rule play/deadlocked", "1956"])
    expect(prose(words)).toBe(words);
});
