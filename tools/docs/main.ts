/** `npm run docs`: writes docs/reference, and the shapes of answers for the desk, from the code. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../src/resources/index.js";
import { answersFile } from "../desk/types.js";
import { referencePages } from "./pages.js";

const folder = join(packageRoot(), "docs", "reference");
mkdirSync(folder, { recursive: true });
for (const [name, text] of await referencePages()) {
  writeFileSync(join(folder, name), text);
  console.log(`docs/reference/${name}`);
}
const answers = join("web", "src", "api", "answers.ts");
writeFileSync(join(packageRoot(), answers), await answersFile());
console.log(answers);
