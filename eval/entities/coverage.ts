import type { WithEntities } from "../../src/reading/layers.js";

/** A record of PLOVER's form, as far as actors are concerned: who acts and on whom, as codes. */
export interface ActorRecord {
  readonly id: string;
  readonly text: string;
  readonly date: string;
  readonly source: readonly { readonly actorText?: string; readonly code?: string }[];
  readonly target: readonly { readonly actorText?: string; readonly code?: string }[];
}

/** Codes of all mentions, members of plurals included: three letters each, and the sector of what has no country. */
export function codesOf(read: WithEntities): Set<string> {
  const out = new Set<string>();
  for (const m of read.mentions) {
    const e = read.entities[m.entity];
    for (const x of e.kind === "plural" ? e.members.map((i) => read.entities[i]) : [e]) {
      if (x.code !== null) out.add(x.code.slice(0, 3));
      if (x.country !== null) out.add(x.country.slice(0, 3));
      if (x.code === null && x.sector !== null) out.add(x.sector);
    }
  }
  return out;
}

/** Gold actors of a record whose first three letters no mention has. `---` and empty codes ask for nobody. */
export function missing(record: ActorRecord, read: WithEntities): string[] {
  const have = codesOf(read);
  const out: string[] = [];
  for (const a of [...record.source, ...record.target]) {
    const code = (a.code ?? "").slice(0, 3);
    if (code !== "" && code !== "---" && !have.has(code)) out.push(`${code} (${a.actorText ?? ""})`);
  }
  return out;
}
