import { expect, test } from "vitest";
import { narrow } from "./narrow.js";

test("typographic signs become escapes of the same value; letters of other scripts stay", () => {
  const value = {
    quote: "“We will share the water” – the envoy…",
    name: "Łódź, Київ, 東京",
    path: "a\\u201c",
  };
  const json = narrow(JSON.stringify(value));
  expect(json).not.toMatch(/[“”–…]/);
  expect(json).toContain("Київ");
  expect(JSON.parse(json)).toEqual(value);
  expect(narrow('{"a":1}')).toBe('{"a":1}');
});
