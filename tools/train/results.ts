import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { deserialize, serialize } from "node:v8";
import { packageRoot } from "../../src/resources/index.js";
import type { Job } from "./jobs.js";

/** What no job reads: whoever adds up more models, or writes lemmas otherwise, trains none again. */
const APART =
  /^(main|pool|worker|results|clusters|lemmas|lemmatiser|lemma-words|sums|quick|decisions|codec|repair[a-z-]*)\.js$|\.test\.js$/;
const PARSER = /^pars/;

/**
 * Results of jobs, kept on disk under a digest of all that they depend on: the job, the program, the treebanks, the clusters. A result
 * found is the one that training again would give.
 */
export class Results {
  private readonly digests: Record<"tags" | "trees", string>;

  constructor(
    private readonly cache: string,
    folder: string,
    clusters: string,
  ) {
    mkdirSync(cache, { recursive: true });
    const here = fileURLToPath(new URL(".", import.meta.url));
    const program = [...filesIn(here), ...filesIn(join(here, "../../src/language/model"))]
      .filter((f) => f.endsWith(".js") && !APART.test(nameOf(f)))
      .sort((a, b) => (a < b ? -1 : 1));
    const data = [
      ...filesIn(folder).sort(),
      ...filesIn(join(packageRoot(), "tools/train/newswire")).filter((f) => f.endsWith(".tsv")),
    ];
    const tags = digest([
      clusters,
      ...[...program.filter((f) => !PARSER.test(nameOf(f))), ...data].map(read),
    ]);
    this.digests = { tags, trees: digest([tags, ...program.map(read)]) };
  }

  /** The result of a job, if it was kept. */
  find(job: Job): unknown {
    const file = this.file(job);
    return existsSync(file) ? deserialize(readFileSync(file)) : undefined;
  }

  keep(job: Job, result: unknown): void {
    const file = this.file(job);
    writeFileSync(`${file}.part`, serialize(result));
    renameSync(`${file}.part`, file);
  }

  private file(job: Job): string {
    const name = job.kind === "fold" ? `fold-${job.fold}` : `${job.kind}-${job.seed}`;
    const pass = job.kind === "parser" ? "" : job.guesses === null ? "-first" : "-second";
    return join(
      this.cache,
      `${name}${pass}-${this.digests[job.kind === "parser" ? "trees" : "tags"].slice(0, 12)}`,
    );
  }
}

const read = (file: string): Uint8Array => readFileSync(file);
const nameOf = (file: string): string => file.slice(file.lastIndexOf("/") + 1);

function filesIn(folder: string): string[] {
  return readdirSync(folder)
    .map((f) => join(folder, f))
    .flatMap((f) => (statSync(f).isDirectory() ? filesIn(f) : [f]));
}

function digest(parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const p of parts) hash.update(`${p.length}:`).update(p);
  return hash.digest("hex");
}
