import { mentionAt } from "../phrases/index.js";
import type { Actor, Clause } from "../types.js";
import { hasOperator } from "./entries.js";
import type { Reader } from "./meaning.js";
import { groupsAt } from "./nouns.js";
import { add, partiesAt } from "./parties.js";

export function isSaying(r: Reader, c: Clause | null): boolean {
  return c !== null && hasOperator(r, c, "say");
}

/** Parties of a speech clause's subject. */
export const speakersOf = (r: Reader, c: Clause): Actor[] => talkers(r, c.subjects);

/** Those whom a speech clause is said to: "told Riga"; the press takes no part. */
export const hearersOf = (r: Reader, c: Clause): Actor[] => talkers(r, [...c.recipients, ...c.objects]);

function talkers(r: Reader, tokens: readonly number[]): Actor[] {
  const out: Actor[] = [];
  for (const t of tokens) {
    const m = mentionAt(r.layers, r.s.index, t);
    if (m !== null && r.layers.entities[m.entity].kind === "media") continue;
    add(out, partiesAt(r.layers, r.s.index, t));
  }
  return out;
}

/** Whether who speaks is, or speaks for, who would act; members speak for their body. */
export function ownWords(r: Reader, c: Clause, speech: Clause): boolean {
  const by = c.subjects.flatMap((t) => partiesAt(r.layers, r.s.index, t));
  // "a ministry official said": whose ministry, if not theirs?
  if (by.length > 0 && speakersOf(r, speech).length === 0)
    return speech.subjects.some((t) => groupsAt(r.words, r.s, t).has("office-holder"));
  return speakersOf(r, speech).some((x) =>
    by.some(
      (a) => a.code !== null && (a.code === x.code || r.layers.entities[a.entity].kind === "organisation"),
    ),
  );
}

/** "fear that X would attack", "expect X to": the content of somebody else's mind. */
export function foreseen(r: Reader, c: Clause): boolean {
  const p = c.parent < 0 ? null : (r.clauses.find((x) => x.index === c.parent) ?? null);
  return (
    p !== null &&
    c.relation === "ccomp" &&
    p.subjects.length > 0 &&
    !isSaying(r, p) &&
    !isVow(r, p) &&
    r.layers.facts.factuality(c.index).status !== "happened" &&
    !ownWords(r, c, p)
  );
}

/** "a commander vowed": said, too. */
const isVow = (r: Reader, c: Clause): boolean =>
  c.objects.length === 0 && (hasOperator(r, c, "promise") || hasOperator(r, c, "threaten"));

/** The verb of saying whose content `c` is, before or behind it; null where the outlet tells it. */
export function speechOver(r: Reader, c: Clause): Clause | null {
  const p = c.parent < 0 ? null : (r.clauses.find((x) => x.index === c.parent) ?? null);
  if (p !== null && p.sentence === c.sentence && c.relation !== "advcl" && c.relation !== "acl:relcl") {
    if (isSaying(r, p)) return p;
    if (p.kind === "nominal" && r.words.nouns.get(r.s.lemmas[p.head])?.operator === "say") return p;
    if (c.relation === "conj") return speechOver(r, p);
  }
  for (const d of r.clauses) {
    if (d.parent === c.index && d.relation === "parataxis" && isSaying(r, d)) return d;
  }
  return null;
}
