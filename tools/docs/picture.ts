/** `npm run picture`: draws what `rapporteur status` prints for the example dossier as docs/img/status.svg, for the README. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { wrap } from "../../src/cli/table.js";
import { packageRoot } from "../../src/resources/index.js";

const COLUMNS = 108;
const LINES = 30;
const root = packageRoot();
const store = join(mkdtempSync(join(tmpdir(), "rapporteur-")), "store.sqlite");
const cli = (...args: string[]): string =>
  execFileSync(process.execPath, [join(root, "dist/src/cli/main.js"), ...args, "--store", store], {
    encoding: "utf8",
    cwd: root,
  });

cli("demo");
const command = ["status", "japan-russia", "--as-known-on", "2019-12-15"];
const text = `$ rapporteur ${command.join(" ")}\n${cli(...command)}`;
const lines = text.split("\n").flatMap((l) => {
  const indent = /^ */.exec(l)?.[0] ?? "";
  return l.trim() === ""
    ? [""]
    : wrap(l.trim(), COLUMNS - indent.length).map((w, i) => indent + (i > 0 ? "  " : "") + w);
});
const shown = lines.slice(0, LINES);
if (lines.length > LINES) shown.push("…");
const xml = (s: string): string => s.replace(/&/g, "&amp;").replace(/</g, "&lt;");
const style = (l: string): string =>
  l.startsWith("$") ? "p" : /^\s+“/.test(l) ? "q" : /^\S.*: [A-Z ]{4,}/.test(l) ? "v" : "t";
const height = 24 + shown.length * 18;
mkdirSync(join(root, "docs/img"), { recursive: true });
writeFileSync(
  join(root, "docs/img/status.svg"),
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 860 ${height}" role="img" aria-label="What rapporteur status prints for the example dossier">
<style>text{font:13px ui-monospace,Menlo,Consolas,monospace;fill:#1f2328;white-space:pre}.p{fill:#57606a}.q{fill:#0a5c8a}.v{font-weight:700}.b{fill:#f6f8fa}
@media (prefers-color-scheme:dark){text{fill:#e6edf3}.p{fill:#8b949e}.q{fill:#7cc4f0}.b{fill:#161b22}}</style>
<rect class="b" width="860" height="${height}" rx="8"/>
${shown.map((l, i) => `<text class="${style(l)}" x="14" y="${28 + i * 18}" xml:space="preserve">${xml(l)}</text>`).join("\n")}
</svg>
`,
);
console.log("docs/img/status.svg");
