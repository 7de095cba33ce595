import type { Sentence } from "../../language/index.js";
import type { Layers } from "../layers.js";
import { actorsAt, clauseOver, firstCoded, slice, speaker, verbOf } from "../phrases/index.js";
import type { Actor, Clause } from "../types.js";
import { partyAt, possessor } from "./owner.js";
import { complements, text } from "./tree.js";
import type { LinkageWords } from "./words.js";

/** A link told by the order of words rather than by a verb. */
export interface Told {
  readonly clause: Clause;
  readonly by: Actor;
  readonly issue: string;
  readonly to: string;
}

/** How long each side of such a pair may be. */
const SIDE = 9;

/**
 * Reads "A came at a price: B", "No A, no B", "first A, then B", "A must do B before C will do D" and "gave up A and got B in return". Each is
 * looked for only at the word that carries it.
 */
export function createSurface(layers: Layers, words: LinkageWords): (s: Sentence) => Told[] {
  const { document: doc } = layers.parsed;

  return (s) => {
    const out: Told[] = [];
    for (let t = 0; t < s.size; t++) {
      const word = s.norms[t];
      const found = words.colon.has(word)
        ? priced(s, t)
        : words.denying.has(word)
          ? neither(s, t)
          : words.sequenceFirst.has(word)
            ? inTurn(s, t)
            : words.before.has(word)
              ? mustBefore(s, t)
              : words.inReturn.has(word)
                ? inReturn(s, t)
                : words.apart.has(word)
                  ? apart(s, t)
                  : mistagged(s, t);
      if (found !== null) out.push(found);
    }
    return out;
  };

  /** "Ankara's yes came at a price: the lifting of the embargo", "has put a price on the base: a port". */
  function priced(s: Sentence, colon: number): Told | null {
    let price = -1;
    for (let t = colon - 1; t >= 0 && t >= colon - SIDE; t--)
      if (s.xpos[t] === "NN" && words.prices.has(s.lemmas[t])) price = t;
    const clause = price < 0 ? null : clauseOver(layers, s.index, price);
    if (clause === null || clause.negated) return null;
    const [subject] = clause.subjects;
    const own = complements(s, price).find(
      (c) => c > price && c < colon && s.upos[c] === "NOUN" && /^(nmod|acl|obl)/.test(s.deprels[c]),
    );
    const oblique = clause.obliques.find(
      (o) => o.head > price && o.head < colon && words.purposes.has(o.prep),
    )?.head;
    const issue = own ?? oblique ?? (s.upos[subject ?? -1] === "NOUN" && subject !== price ? subject : -1);
    const owners = [...clause.subjects.flatMap((t) => actorsAt(layers, s.index, t))];
    const by =
      firstCoded(owners) ??
      firstCoded([...clause.subjects, price].map((t) => possessor(layers, words, s, t))) ??
      said(clause);
    const end = stretch(s, colon + 1);
    if (by === null || end <= colon + 1) return null;
    const named = issue >= 0 && actorsAt(layers, s.index, issue).length === 0;
    // "Ankara's yes to the protocol came at a price": all in front of the verb.
    if (!named && verbOf(clause) < 3) return null;
    const left = named ? text(doc, s, issue) : slice(doc, s, 0, verbOf(clause)).text;
    if (left === "" || !matters(s, 0, end)) return null;
    return { clause, by, issue: left, to: slice(doc, s, colon + 1, end).text };
  }

  /** "No fish, no finance": without the one there is not the other. */
  function neither(s: Sentence, first: number): Told | null {
    if (first > 0 && s.upos[first - 1] !== "PUNCT" && s.upos[first - 1] !== "SCONJ") return null;
    const comma = commaAfter(s, first + 1, SIDE);
    if (comma < 0 || !words.denying.has(s.norms[comma + 1])) return null;
    let end = comma + 2;
    while (end < s.size && s.upos[end] !== "PUNCT" && s.upos[end] !== "VERB" && s.upos[end] !== "AUX") end++;
    if (end >= comma + SIDE || hasVerb(s, first, comma) || end === comma + 2) return null;
    const by = anyone(s, end, s.size) ?? anyone(s, 0, first);
    const clause =
      clauseOver(layers, s.index, comma + 2) ?? clauseOver(layers, s.index, first + 1) ?? anyClause(s);
    if (by === null || clause === null || !matters(s, first, end)) return null;
    return {
      clause,
      by,
      issue: slice(doc, s, comma + 2, end).text,
      to: slice(doc, s, first + 1, comma).text,
    };
  }

  /** "First the prisoners, then the embassy", "the border first, trains later". */
  function inTurn(s: Sentence, first: number): Told | null {
    const comma = commaAfter(s, first + 1, SIDE);
    if (comma < 0) return null;
    const opens = comma > first + 1;
    let from = first + 1;
    let to = comma;
    if (!opens) {
      to = first;
      from = first;
      while (from > 0 && from > first - SIDE && s.upos[from - 1] !== "PUNCT") from--;
    }
    let then = comma + 1;
    if (s.upos[then] === "CCONJ" && !words.sequenceThen.has(s.norms[then])) then++;
    let end = then;
    while (end < s.size && end < comma + SIDE && s.upos[end] !== "PUNCT") end++;
    const leads = words.sequenceThen.has(s.norms[then]);
    const ends = words.sequenceThen.has(s.norms[end - 1]);
    if (!(leads || ends) || from >= to || hasVerb(s, from, to) || hasVerb(s, then, end)) return null;
    const by = anyone(s, end, s.size) ?? anyone(s, 0, from);
    const clause = clauseOver(layers, s.index, to - 1) ?? anyClause(s);
    const [a, b] = leads ? [then + 1, end] : [then, end - 1];
    if (by === null || clause === null || a >= b || !matters(s, from, end)) return null;
    return { clause, by, issue: slice(doc, s, a, b).text, to: slice(doc, s, from, to).text };
  }

  /** "Harare must pay the farmers before Washington will lift its sanctions": who will act only then. */
  function mustBefore(s: Sentence, mark: number): Told | null {
    const list = (layers.clausesBySentence[s.index] ?? []).map((i) => layers.clauses[i]);
    const later = list.find((c) => c.head > mark && c.marker === s.norms[mark] && c.kind !== "nominal");
    const wants = list.find((c) => c.head < mark && words.wantingDone.has(c.lemma) && !c.negated);
    if (later !== undefined && wants !== undefined) return wantedFirst(s, wants, later, mark);
    const first = list.filter((c) => c.head < mark && c.modal !== null && words.must.has(c.modal)).at(-1);
    if (later === undefined || first === undefined || first.negated) return null;
    if (later.modal === null || !words.undertaking.has(later.modal) || s.norms[mark - 1] === ",") return null;
    const by =
      firstCoded(later.subjects.flatMap((t) => actorsAt(layers, s.index, t))) ?? said(first) ?? said(later);
    const from = first.subjects.length > 0 ? Math.min(...first.subjects) : verbOf(first);
    const end = stretch(s, mark + 1);
    if (
      by === null ||
      first.subjects.some((t) => actorsAt(layers, s.index, t).some((a) => a.party === by.party))
    )
      return null;
    if (!matters(s, from, end)) return null;
    return {
      clause: first,
      by,
      issue: slice(doc, s, verbOf(later), end).text,
      to: slice(doc, s, Math.min(from, mark - 1), mark).text,
    };
  }

  /** "Bogota wants all captives freed before it sends its envoys". */
  function wantedFirst(s: Sentence, wants: Clause, later: Clause, mark: number): Told | null {
    const by = firstCoded(wants.subjects.flatMap((t) => actorsAt(layers, s.index, t)));
    const [subject] = later.subjects;
    const own =
      subject !== undefined &&
      (s.upos[subject] === "PRON" || actorsAt(layers, s.index, subject).some((a) => a.party === by?.party));
    const from = verbOf(wants) + 1;
    const end = stretch(s, mark + 1);
    if (by === null || !(own || later.passive) || mark - from < 2 || s.norms[mark - 1] === ",") return null;
    if (!matters(s, from, mark)) return null;
    return {
      clause: wants,
      by,
      issue: slice(doc, s, own ? verbOf(later) : mark + 1, end).text,
      to: slice(doc, s, from, mark).text,
    };
  }

  /** "Tokyo ties any aid to progress", where the parser takes the verb for a noun in the plural. */
  function mistagged(s: Sentence, verb: number): Told | null {
    const to = words.preps.get(s.lemmas[verb]);
    if (to === undefined || s.xpos[verb] !== "NNS" || verb === 0 || !OPENS.has(s.upos[verb + 1] ?? ""))
      return null;
    if (s.upos[verb - 1] !== "PROPN") return null;
    const by = partyAt(layers, s, verb - 1);
    const end = stretch(s, verb + 1);
    for (let t = verb + 2; t < end - 1 && by !== null; t++)
      if (to.has(s.norms[t])) {
        const clause = clauseOver(layers, s.index, verb) ?? anyClause(s);
        if (clause === null || !matters(s, verb + 1, end)) return null;
        return { clause, by, issue: slice(doc, s, verb + 1, t).text, to: slice(doc, s, t + 1, end).text };
      }
    return null;
  }

  /** "dropped its veto, receiving quotas in return", "lifted the ban and got a base in exchange". */
  function inReturn(s: Sentence, noun: number): Told | null {
    if (s.upos[noun - 1] !== "ADP" || words.purposes.has(s.norms[noun + 1])) return null;
    const gets = clauseOver(layers, s.index, noun);
    if (gets === null || gets.negated || !words.getting.has(gets.lemma)) return null;
    const got =
      gets.objects[0] ??
      gets.obliques.find((o) => words.purposes.has(o.prep) && o.head < noun && s.upos[o.head] === "NOUN")
        ?.head;
    const gives = gets.parent < 0 ? null : layers.clauses[gets.parent];
    if (got === undefined || gives === null || gives.negated || gives.head > gets.head) return null;
    const given = gives.objects[0];
    const takers = gets.subjects.flatMap((t) => actorsAt(layers, s.index, t));
    if (
      takers.some(
        (a) => !gives.subjects.flatMap((t) => actorsAt(layers, s.index, t)).some((b) => b.party === a.party),
      )
    )
      return null;
    const by = firstCoded([...gives.subjects, ...gets.subjects].flatMap((t) => actorsAt(layers, s.index, t)));
    if (by === null || given === undefined || s.upos[given] === "PRON" || s.upos[got] === "PRON") return null;
    if (!matters(s, 0, s.size)) return null;
    return { clause: gives, by, issue: text(doc, s, given), to: text(doc, s, got) };
  }

  /** "refuses to discuss the dam separately from the treaty". */
  function apart(s: Sentence, t: number): Told | null {
    if (!words.partedFrom.has(s.norms[t + 1] ?? "") || s.heads[t + 1] <= t + 1) return null;
    const clause = clauseOver(layers, s.index, t, true);
    const object = clause?.objects[0];
    if (clause === null || object === undefined || object > t || s.upos[object] === "PRON") return null;
    const over = clause.parent < 0 ? null : layers.clauses[clause.parent];
    const refused = clause.negated || (over !== null && (over.negated || words.refusing.has(over.lemma)));
    const holders = [...clause.subjects, ...(over?.subjects ?? [])].flatMap((x) =>
      actorsAt(layers, s.index, x),
    );
    const by = firstCoded(holders) ?? said(clause);
    if (!refused || by === null || !matters(s, object, s.size)) return null;
    return { clause, by, issue: text(doc, s, object), to: text(doc, s, s.heads[t + 1]) };
  }

  function said(clause: Clause): Actor | null {
    return firstCoded([speaker(layers, layers.facts.voice(clause.index))]);
  }

  /** The first party named within [from, to). */
  function anyone(s: Sentence, from: number, to: number): Actor | null {
    for (const i of layers.mentionsBySentence[s.index] ?? []) {
      const m = layers.mentions[i];
      if (m.head < from || m.head >= to) continue;
      const by = firstCoded(actorsAt(layers, s.index, m.head));
      if (by !== null) return by;
    }
    return null;
  }

  function anyClause(s: Sentence): Clause | null {
    const [i] = layers.clausesBySentence[s.index] ?? [];
    return i === undefined ? null : layers.clauses[i];
  }

  function matters(s: Sentence, from: number, to: number): boolean {
    for (let t = from; t < to; t++)
      if (words.issues.has(s.lemmas[t]) || words.talks.has(s.lemmas[t])) return true;
    return false;
  }
}

function commaAfter(s: Sentence, from: number, reach: number): number {
  for (let t = from; t < s.size && t < from + reach; t++) if (s.norms[t] === ",") return t;
  return -1;
}

function hasVerb(s: Sentence, from: number, to: number): boolean {
  for (let t = from; t < to; t++) if (FINITE.has(s.xpos[t])) return true;
  return false;
}
const OPENS = new Set(["DET", "PRON"]);
const FINITE = new Set(["VBZ", "VBP", "VBD", "MD"]);

/** End of the words from a token up to the next stop. */
function stretch(s: Sentence, from: number): number {
  let t = from;
  while (t < s.size && !(s.upos[t] === "PUNCT" && s.forms[t] !== "-")) t++;
  return t;
}
