import type { Sentence } from "../../language/index.js";
import { clauseOver, isParty } from "../phrases/index.js";
import type { Clause } from "../types.js";
import { pronounOfTalks, talksJustBefore } from "./about.js";
import { talksThing } from "./air.js";
import type { Finder } from "./finder.js";
import type { Verdict } from "./words.js";

/** How far behind a turn the talks that it is said of may stand: "broke the back of the long Chagos talks". */
const REACH = 8;
/** How many sentences back talks must be named for what does not name them. */
const NEAR = 1;
/** How many clauses up the one may stand that names the talks: "limped on with little to show for it". */
const CLIMB = 3;

/** Turns of phrase for how talks go ("dead in the water", "within reach"), said of talks, of the parties, or of what else is spoken of while talks are. */
export function phrase(f: Finder, t: number, end: number, verdict: Verdict): void {
  const { s, words } = f;
  // "always nearly done" tells no state; "on ice-breaking" is another word.
  if (f.inClass(s.norms[t - 1] ?? "", "habit") || s.norms[end] === "-") return;
  const inner = clauseOver(f.layers, s.index, t);
  const found = inner === null ? null : saidOf(f, inner, t, end, verdict);
  if (inner === null || found === null) {
    lost(f, t, verdict, inner);
    return;
  }
  const { clause, theme } = found;
  const weak = clause.modal !== null;
  if (weak && !(f.inClass(clause.modal ?? "", "may-modal") && !f.hangsOnCondition(clause))) return;
  // "not there yet": a negation that is part of the phrase turns nothing round.
  const own = words.negators.has(s.norms[t]) || (inner.negation >= t && inner.negation < end);
  const denied =
    !own &&
    (inner.negated ||
      clause.negated ||
      clause.subjects.some((x) => f.denied(x) || f.nobody(x)) ||
      f.byNoMeans(t) ||
      f.failingOver(inner)[1]);
  const judgement = denied ? verdict.denied : verdict.asserted;
  if (judgement !== null) f.add("phrase", t, clause, judgement, theme, weak);
}

/** How far in front of a turn what it is said of may stand, where the tree does not tell. */
const BACK = 20;
/** Widest aside between commas that is stepped over. */
const ASIDE = 8;

/**
 * A turn whose theme the parser lost ("the talks between A and B are on life support, some fear", a headline): the nearest noun of talks
 * in front that stands free of any preposition, with no verb between but such as link.
 */
function lost(f: Finder, t: number, verdict: Verdict, inner: Clause | null): void {
  const { s, words } = f;
  let denied = false;
  let weak = false;
  let theme = -1;
  let clause: Clause | null = null;
  let k = t - 1;
  for (; k >= 0 && k > t - BACK && theme < 0; k--) {
    const norm = s.norms[k];
    if (s.upos[k] === "SCONJ" || /^[;:?]$/.test(norm) || s.xpos[k] === "WDT" || s.xpos[k] === "WP") break;
    if (norm === ",") {
      k = beforeAside(s, k);
      continue;
    }
    const named = words.negotiation(s, k) || f.inClass(s.lemmas[k], "talks-like");
    const noun = s.upos[k] === "NOUN" || (s.xpos[k] === "VBG" && words.talks.has(norm));
    // "talks without a deal" are only named.
    const beside = k === t - 1 && s.upos[t] === "ADP";
    if (noun && named && !beside && f.child(k, (c) => s.deprels[c] === "case") < 0) {
      if (s.deprels[k] === "obj" || s.deprels[k] === "ccomp") {
        clause = broughtBy(f, k);
        if (clause === null) break;
        if (clause.negated) denied = true;
      }
      theme = k;
    } else if (s.upos[k] === "VERB" && !links(f, k)) break;
    else if (s.upos[k] === "CCONJ" && (f.inClass(norm, "but-word") || s.upos[k + 1] === "PRON")) break;
    else if (words.negators.has(norm)) denied = true;
    else if (s.xpos[k] === "MD") {
      if (!f.inClass(norm, "may-modal")) return;
      weak = true;
    }
  }
  const judgement = denied ? verdict.denied : verdict.asserted;
  if (judgement === null || verdict.of === "behind") return;
  if (theme >= 0) f.add("phrase", t, clause, judgement, theme, weak);
  else if (
    verdict.of !== "talks" &&
    (inner === null || inner.kind === "nominal" || k < 0) &&
    manyParties(f, t)
  )
    f.add("phrase", t, null, judgement, -1, weak);
  else if (verdict.of === "any" && inner === null && talksJustBefore(f))
    f.add("phrase", t, null, judgement, -1, weak);
}

/** The clause whose object is called something or left in a state ("calls the talks a charade", "has left them in tatters"), or null. */
function broughtBy(f: Finder, object: number): Clause | null {
  const { s, layers } = f;
  const verb = s.heads[object];
  if (!f.inClass(s.lemmas[verb], "describe") && !f.inClass(s.lemmas[verb], "leaving-verb")) return null;
  const clause = clauseOver(layers, s.index, verb);
  const told =
    clause !== null && clause.modal === null && clause.mood === "indicative" && clause.tense !== "future";
  return told ? clause : null;
}

/** A verb that only ties what is judged to the turn: "remain", "are said to be"; a participle in front of its noun. */
const links = (f: Finder, t: number): boolean =>
  f.inClass(f.s.lemmas[t], "linking") ||
  f.s.deprels[t] === "amod" ||
  (f.s.xpos[t] === "VBN" && f.inClass(f.s.lemmas[t], "describe"));

/** The token in front of an aside that ends with this comma, or the comma itself. */
function beforeAside(s: Sentence, comma: number): number {
  for (let k = comma - 1; k > 0 && k > comma - ASIDE; k--) if (s.norms[k] === ",") return k;
  return comma;
}

/** "Peru, Kenya inch closer": parties right in front, and no verb between. */
function manyParties(f: Finder, t: number): boolean {
  const { layers, s } = f;
  let many = 0;
  let last = -1;
  for (const m of layers.mentionsBySentence[s.index] ?? []) {
    const { head, entity } = layers.mentions[m];
    if (head >= t || !isParty(layers.entities[entity])) continue;
    many++;
    last = Math.max(last, head);
  }
  return many > 1 && last >= t - 2;
}

/** The clause that says it of something, and of what (-1: of what the text is about); null where it is said of something else. */
function saidOf(
  f: Finder,
  inner: Clause,
  t: number,
  end: number,
  { of }: Verdict,
): { readonly clause: Clause; readonly theme: number } | null {
  const { layers } = f;
  // "They broke the back of the lease dispute": it is said of what stands behind it.
  const behind = of === "any" || of === "behind" ? topicBehind(f, end) : -1;
  if (behind >= 0 && f.theme(inner) < 0) return { clause: inner, theme: behind };
  for (let clause = inner, up = 0; of !== "behind" && up < CLIMB; up++) {
    const theme = themeOf(f, clause, t, of !== "talks");
    if (theme >= 0 && theme < t) return { clause: isDetail(inner) ? clause : inner, theme };
    if (clause.subjects.length > 0 || clause.parent < 0) break;
    clause = layers.clauses[clause.parent];
  }
  if (behind >= 0) return { clause: inner, theme: behind };
  if (of !== "any") return null;
  return isOpen(f, inner) && (talksJustBefore(f, NEAR) || likeNamed(f, t))
    ? { clause: inner, theme: -1 }
    : null;
}

/** A clause that only tells more of what the one above says: "with little to show for it", "likened it to walking through mud". */
const isDetail = (c: Clause): boolean =>
  c.relation.startsWith("acl") ||
  (c.relation === "advcl" && (c.mood === "gerund" || c.mood === "participle"));

function themeOf(f: Finder, clause: Clause, t: number, ofParties: boolean): number {
  const named = f.theme(clause);
  if (named >= 0 && named < t) return named;
  const like = f.talksLike(clause);
  if (like >= 0) return like;
  const thing = talksThing(f, clause, true);
  if (thing >= 0) return thing;
  const part = partOfTalks(f, clause);
  if (part >= 0) return part;
  const pronoun = pronounOfTalks(f, clause);
  return pronoun < 0 && ofParties ? apart(f, clause) : pronoun;
}

/** Their mood, their first week, the work on the draft: what belongs to the talks that are spoken of, or -1. */
function partOfTalks(f: Finder, clause: Clause): number {
  const { s } = f;
  const about = [...clause.subjects, ...(clause.passive ? clause.objects : [])];
  const part = about.find((t) => s.upos[t] === "NOUN" && PARTS.some((cls) => f.inClass(s.lemmas[t], cls)));
  if (part === undefined) return -1;
  const own = f.complement(part) >= 0 || f.child(part, (c) => c > part && s.deprels[c] === "nmod") < 0;
  return own && talksJustBefore(f, NEAR) ? part : -1;
}
const PARTS = ["air-noun", "state-of-things", "beginning-noun", "progress-noun", "talks-thing"];

const BEHIND = ["talks-like", "result-noun", "progress-noun", "encounter"];

/** Talks, or what they are to bring, named right behind the turn. */
function topicBehind(f: Finder, end: number): number {
  const { s, words } = f;
  for (let t = end; t < s.size && t < end + REACH; t++) {
    if (s.upos[t] === "PUNCT" && s.norms[t] !== "-") return -1;
    if (s.upos[t] !== "NOUN") continue;
    if (words.negotiation(s, t) || BEHIND.some((cls) => f.inClass(s.lemmas[t], cls))) return t;
  }
  return -1;
}

/** Whether what a clause is about may stand for the talks: a pronoun, those who talk, or nothing where nothing is said to be done. */
function isOpen(f: Finder, clause: Clause): boolean {
  const over = clause.relation === "conj" && clause.subjects.length === 0 ? clause.parent : -1;
  const { subjects, passive, objects } = over < 0 ? clause : f.layers.clauses[over];
  const about = [...subjects, ...(passive ? objects : [])];
  if (about.length === 0) return clause.kind !== "verbal";
  return f.partySubject(clause) || about.some((t) => f.s.upos[t] === "PRON");
}

/** A file, text or channel in front that stands for the talks. */
function likeNamed(f: Finder, t: number): boolean {
  for (let k = 0; k < t; k++)
    if (f.s.upos[k] === "NOUN" && f.inClass(f.s.lemmas[k], "talks-like")) return true;
  return false;
}

/** The parties, or their positions, that stand apart: more than one of them. */
function apart(f: Finder, clause: Clause): number {
  const { s } = f;
  const views = clause.subjects.find((t) => s.xpos[t] === "NNS" && f.inClass(s.lemmas[t], "view-noun"));
  return views ?? (f.severalParties(clause) ? clause.subjects[0] : -1);
}
