import type { Sentence } from "../../language/index.js";
import { verbOf } from "../phrases/index.js";
import type { Clause } from "../types.js";

/** Heads of what does it, also where the parser lost the subject. */
export function subjectsOf(s: Sentence, clause: Clause): readonly number[] {
  const strayed = strayedSubject(s, clause);
  if (strayed >= 0) return [strayed];
  if (clause.subjects.length === 0) {
    // "could turn out to be a blessing": who turns out.
    const over = clause.kind === "copular" && clause.marker !== null ? s.heads[clause.head] : -1;
    const own = over >= 0 && over < clause.head && s.upos[over] === "VERB" ? nominalSubject(s, over) : -1;
    return own >= 0 ? [own] : doing(s, clause);
  }
  return clause.subjects.map((t) => beforePlace(s, told(s, clause, antecedent(s, clause, t))));
}

function nominalSubject(s: Sentence, verb: number): number {
  for (let c = s.firstChild[verb]; c >= 0 && c < verb; c = s.nextSibling[c])
    if (s.deprels[c].startsWith("nsubj") && s.upos[c] === "NOUN") return c;
  return -1;
}

/** "..., which leaves them little room": what the clause before tells does it. */
function told(s: Sentence, clause: Clause, subject: number): number {
  if (s.xpos[subject] !== "WDT" || s.norms[subject - 1] !== ",") return subject;
  const over = s.heads[verbOf(clause)];
  return over >= 0 && over < subject && s.upos[over] === "VERB" ? over : subject;
}

/** "protests in Hong Kong are casting a shadow": parsers take the place behind a noun for the subject. */
function beforePlace(s: Sentence, subject: number): number {
  return s.upos[subject] === "PROPN" &&
    subject > 1 &&
    (s.upos[subject - 1] === "ADP" || s.upos[subject - 1] === "SCONJ") &&
    s.upos[subject - 2] === "NOUN"
    ? subject - 2
    : subject;
}

/** "the flood, which brought the sides together": what the relative pronoun stands for. */
function antecedent(s: Sentence, clause: Clause, subject: number): number {
  const over = s.heads[clause.head];
  if (s.xpos[subject] !== "WDT" && !clause.relation.startsWith("acl")) return subject;
  if (!clause.relation.startsWith("acl") || over < 0 || s.upos[over] !== "NOUN") return subject;
  // "It was the strike that brought them back": what is singled out does it.
  for (let t = over; t >= 0; t = s.heads[t])
    if (s.deprels[t] === "root" && s.upos[t] === "NOUN" && isSingledOut(s, t)) return t;
  return s.xpos[subject] === "WDT" ? over : subject;
}

function isSingledOut(s: Sentence, noun: number): boolean {
  let copula = false;
  let it = false;
  for (let c = s.firstChild[noun]; c >= 0 && c < noun; c = s.nextSibling[c]) {
    copula ||= s.deprels[c] === "cop";
    it ||= s.upos[c] === "PRON" && /^(nsubj|expl)/.test(s.deprels[c]);
  }
  return copula && it;
}

/** "Drilling off the island could ...": the deed that is the subject. */
function doing(s: Sentence, clause: Clause): number[] {
  for (let c = s.firstChild[clause.head]; c >= 0; c = s.nextSibling[c])
    if (c < clause.head && s.deprels[c].startsWith("csubj") && s.xpos[c] === "VBG") return [c];
  return rising(s, clause);
}

/** "Rising prices threaten the talks": parsers take the participle in front of the noun for a clause of its own. */
function rising(s: Sentence, clause: Clause): number[] {
  for (let c = s.firstChild[clause.head]; c >= 0 && c < clause.head; c = s.nextSibling[c]) {
    if (s.deprels[c] !== "advcl" || s.xpos[c] !== "VBG") continue;
    for (let k = s.firstChild[c]; k >= 0; k = s.nextSibling[k])
      if (k > c && s.deprels[k] === "obj" && s.upos[k] === "NOUN" && !stopped(s, k, verbOf(clause)))
        return [k];
  }
  return [];
}

/** "fear the campaign will freeze the talks": without "that" parsers take the subject for the object of the verb before. */
function strayedSubject(s: Sentence, clause: Clause): number {
  const verb = verbOf(clause);
  const over = s.heads[verb];
  // "Oslo's plan to build a wall threatens ...": a fragment whose only finite verb hangs on a noun without "that".
  if (clause.relation === "acl:relcl" && clause.subjects.length === 0 && clause.tense === "present") {
    const root = rootOf(s, verb);
    if (root < over && s.upos[root] === "NOUN" && s.upos[verb - 1] === "NOUN") return root;
  }
  // "Shipments from abroad have sapped ...": a fragment whose finite verb hangs on its subject.
  const hangs = clause.subjects.length === 0 && over >= 0 && over < verb && s.deprels[verb].startsWith("acl");
  if (hangs && hasFinite(s, verb)) {
    const root = rootOf(s, verb);
    if (root <= over && s.upos[root] === "NOUN") return root;
  }
  if (over < 0 || over > verb || s.deprels[verb] !== "conj" || clause.modal === null) return -1;
  for (let c = s.firstChild[over]; c >= 0 && c < verb; c = s.nextSibling[c])
    if (c > over && s.deprels[c] === "obj" && s.upos[c] === "NOUN" && endsBefore(s, c, verb)) return c;
  return -1;
}

/** An auxiliary that no participle behind a noun has. */
function hasFinite(s: Sentence, verb: number): boolean {
  for (let c = s.firstChild[verb]; c >= 0 && c < verb; c = s.nextSibling[c])
    if (s.deprels[c] === "aux" && FINITE.has(s.xpos[c])) return true;
  return false;
}
const FINITE = new Set(["VBP", "VBZ", "VBD", "MD"]);

/** Nothing but auxiliaries and adverbs stand between a noun and a verb. */
function endsBefore(s: Sentence, noun: number, verb: number): boolean {
  let t = verb - 1;
  while (t > noun && (s.upos[t] === "AUX" || s.upos[t] === "ADV" || s.upos[t] === "PART")) t--;
  return t === noun;
}

/** Whether a comma or the like stands between two tokens. */
function stopped(s: Sentence, from: number, to: number): boolean {
  for (let t = from + 1; t < to; t++) if (s.upos[t] === "PUNCT") return true;
  return false;
}

function rootOf(s: Sentence, token: number): number {
  let t = token;
  while (s.heads[t] >= 0) t = s.heads[t];
  return t;
}
