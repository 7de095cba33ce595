import { verbOf } from "../phrases/index.js";
import type { Clause } from "../types.js";
import { innerOf } from "./content.js";
import type { Reader } from "./meaning.js";
import { meets } from "./needs.js";
import type { Entry } from "./words.js";

/** Word entries that may tell what this clause is, those with most conditions first. */
export function entriesOf(r: Reader, c: Clause): readonly Entry[] {
  const at = verbOf(c);
  const { s, words } = r;
  if (s.upos[at] === "VERB" || s.upos[at] === "AUX" || (c.kind === "verbal" && c.support < 0)) {
    const state =
      (c.passive && innerOf(r, c) !== null) || (c.relation === "xcomp" && c.subjects.length === 0)
        ? words.adjectives.get(s.norms[at])
        : undefined;
    if (state !== undefined) return state;
    const lemma = s.lemmas[at].toLowerCase();
    if (s.norms[at - 1] === "-" && at > 1) {
      const joined = words.verbs.get(`${s.norms[at - 2]}-${words.forms.get(s.norms[at]) ?? lemma}`);
      if (joined !== undefined) return joined;
    }
    return (
      words.verbs.get(lemma) ??
      words.verbs.get(words.forms.get(s.norms[at]) ?? "") ??
      // "remains unwilling", taken for a verb.
      (s.deprels[at] === "xcomp" ? words.adjectives.get(s.norms[at]) : undefined) ??
      NONE
    );
  }
  return words.adjectives.get(s.lemmas[at].toLowerCase()) ?? words.adjectives.get(s.norms[at]) ?? NONE;
}

export function fits(r: Reader, c: Clause, e: Entry): boolean {
  if (e.particle !== "" && !hasParticle(r, c, e)) return false;
  if (e.needs.length === 0) return true;
  for (const n of e.needs) if (meets(r, c, n, e.particle)) return true;
  return false;
}

/** "lash_out_at": the words in a row behind the verb, or each as particle or preposition of its own. */
export function hasParticle(r: Reader, c: Clause, { particle, parts }: Entry): boolean {
  const verb = verbOf(c);
  const { s } = r;
  let t = verb + 1;
  for (const p of parts) {
    if (t < s.size && s.norms[t] !== p && s.upos[t] === "ADV") t++;
    if (t >= s.size || s.norms[t] !== p) break;
    t++;
    if (p === parts[parts.length - 1]) return true;
  }
  const before = c.lemma.length - particle.length - 1;
  if (before >= 0 && c.lemma[before] === "_" && c.lemma.endsWith(particle)) return true;
  for (const o of c.obliques) if (o.prep === particle) return true;
  for (const p of parts) if (!hasPart(r, c, verb, p)) return false;
  return true;
}

function hasPart(r: Reader, c: Clause, verb: number, part: string): boolean {
  const { s } = r;
  for (const o of c.obliques) if (o.prep === part) return true;
  for (let k = s.firstChild[verb]; k >= 0; k = s.nextSibling[k])
    if (k > verb && s.norms[k] === part && s.upos[k] !== "PUNCT") return true;
  return false;
}

const NONE: readonly Entry[] = [];
