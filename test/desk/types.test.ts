import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { rootFolder } from "../../tools/desk/serve.js";
import { answersFile } from "../../tools/desk/types.js";

it("the desk's shapes of answers are what the API's schemas say", async () => {
  expect(readFileSync(join(rootFolder(), "web/src/api/answers.ts"), "utf8")).toBe(await answersFile());
});
