import { verbOf } from "../phrases/index.js";
import type { Clause } from "../types.js";
import { CONTENT } from "./function-words.js";
import type { Meaning, Reader } from "./meaning.js";
import { nounAt } from "./nouns.js";
import { isMotive } from "./occurrence.js";
import type { Noun } from "./words.js";

/** What an operator governs: a clause, else an object, else what a preposition brings. */
export function contentOf(r: Reader, c: Clause, depth: number): [Meaning | null, Clause | null] {
  const inner = innerOf(r, c);
  // "issued a reminder that", "repeated its warning that": the noun says what the clause is.
  const named = inner?.relation === "ccomp" ? tellingObject(r, c) : -1;
  if (named >= 0) return [r.noun(named, depth + 1), inner];
  if (inner !== null) {
    const m = r.clause(inner, depth + 1);
    if (m !== null) return [through(r, c, inner, m), inner];
  }
  for (const o of c.support >= 0 ? [c.head] : c.objects) {
    const m = r.noun(o, depth + 1) ?? ended(r, c, o, depth);
    if (m !== null) return [m, inner];
  }
  for (const o of c.obliques) {
    if (!CONTENT.has(o.prep)) continue;
    const m = r.noun(o.head, depth + 1);
    if (m !== null) return [m, inner];
  }
  return [null, inner];
}

/** The object that says by itself what happens, or -1. */
export function tellingObject(r: Reader, c: Clause): number {
  for (const o of c.support >= 0 ? NOTHING : c.objects) {
    const n = nounAt(r.words, r.s, o);
    if (n !== null && (n.class !== null || (n.operator !== null && n.operator !== "say"))) return o;
  }
  return -1;
}

const NOTHING: readonly number[] = [];

/** "announced plans to attack", "an end to attacks" read as "to attack": the noun between tells what becomes of it. */
function through(r: Reader, c: Clause, inner: Clause, m: Meaning): Meaning {
  for (const o of c.support < 0 ? c.objects : []) {
    if (o > inner.head) continue;
    const noun = nounAt(r.words, r.s, o);
    if (noun === null || (noun.operator !== "lift" && noun.operator !== "suspend")) continue;
    const rule = r.shifts.find(noun.operator, m.class, false);
    if (rule !== null) return { ...m, class: rule.class ?? m.class, mode: rule.mode ?? null, rule: rule.id };
  }
  return m;
}

/** "announced an end to rocket attacks": what the noun ends stands behind it, though the tree hangs it on the verb. */
function ended(r: Reader, c: Clause, token: number, depth: number): Meaning | null {
  const noun = nounAt(r.words, r.s, token);
  if (noun === null || noun.operator === null || noun.operator === "say") return null;
  for (const o of c.obliques) {
    if (o.head < token || !CONTENT.has(o.prep)) continue;
    const m = nounUnder(r, noun.operator, o.head, depth);
    if (m !== null) return m;
  }
  return null;
}

/** What a noun means under an operator that stands outside it; null where none of the rules of shifts is for it. */
export function nounUnder(r: Reader, operator: string, token: number, depth: number): Meaning | null {
  const content = r.noun(token, depth + 1);
  const rule = content === null ? null : r.shifts.find(operator, content.class, false);
  if (content === null || rule === null) return null;
  return {
    ...content,
    class: rule.class ?? content.class,
    mode: rule.class === null ? content.mode : (rule.mode ?? null),
    rule: rule.id,
  };
}

/** Clause that completes `c`: its infinitive, gerund or that-clause. */
export function innerOf(r: Reader, c: Clause): Clause | null {
  let best: Clause | null = null;
  for (const d of r.clauses) {
    if (d.parent !== c.index || d === c || (d.kind === "nominal" && d.support < 0)) continue;
    if (d.relation === "xcomp" || d.relation === "ccomp") return d;
    if (isMotive(r, d)) continue;
    // "Chad is arming rebels, the minister charged": what is said first.
    const first =
      d.relation === "advcl" && d.marker === null && d.mood === "indicative" && d.tense !== "none";
    if (first && d.head < c.head && d.subjects.length > 0 && !shares(c, d)) return d;
    const complement = d.mood === "infinitive" || d.mood === "gerund";
    if (
      best === null &&
      d.head > c.head &&
      complement &&
      !isBeside(r, d) &&
      (d.relation === "advcl" || d.relation === "acl" || d.relation === "obl")
    )
      best = d;
  }
  return best;
}

const shares = (a: Clause, b: Clause): boolean => b.subjects.some((t) => a.subjects.includes(t));

/** "signed a pact, ending two years of talks", "rejected the plea, saying": told besides, no part of what the verb says. */
function isBeside(r: Reader, c: Clause): boolean {
  return c.relation === "advcl" && c.mood === "gerund" && r.s.norms[verbOf(c) - 1] === ",";
}

/** "plans to invade Chad", "a decision to expel him": of what is planned, the noun alone would say that it is friendly. */
export function harmPlanned(r: Reader, noun: Noun, token: number, depth: number): Meaning | null {
  if (noun.class !== "AGREE") return null;
  const clause = r.clauseAt(token);
  const [content, inner] =
    clause === null ? nounContent(r, token, depth) : contentUnder(r, clause, token, depth);
  if (content === null || inner === null || inner.mood !== "infinitive") return null;
  const shift = r.shifts.find("plan", content.class, false);
  return shift?.class !== "THREATEN"
    ? null
    : {
        class: shift.class,
        mode: null,
        rule: shift.id,
        trigger: token,
        clause,
        entry: null,
        noun,
        content,
        inner,
      };
}

/** "in March": a name inside a date is no deed. */
export function isMonth(r: Reader, token: number): boolean {
  if (r.s.upos[token] !== "PROPN") return false;
  const { times, timesBySentence } = r.layers;
  return (timesBySentence[r.s.index] ?? []).some((i) => times[i].from <= token && token < times[i].to);
}

export function contentUnder(
  r: Reader,
  c: Clause,
  token: number,
  depth: number,
): [Meaning | null, Clause | null] {
  const inner = innerOf(r, c);
  const m = inner === null ? null : r.clause(inner, depth + 1);
  return m !== null ? [m, inner] : nounContent(r, token, depth);
}

/** "the lifting of sanctions", "an end to the blockade", "plans to attack". */
export function nounContent(r: Reader, token: number, depth: number): [Meaning | null, Clause | null] {
  const s = r.s;
  for (let c = s.firstChild[token]; c >= 0; c = s.nextSibling[c]) {
    const relation = s.deprels[c];
    if (c < token && relation !== "compound") continue;
    if (relation === "acl" || relation === "xcomp" || relation === "ccomp") {
      const inner = r.clauseAt(c);
      const m = inner === null ? null : r.clause(inner, depth + 1);
      if (m !== null) return [m, inner];
    } else if (relation.startsWith("nmod") || relation === "compound") {
      const m = r.noun(c, depth + 1);
      if (m !== null) return [m, null];
    }
  }
  return [null, null];
}
