import { type Lexicon, type Sentence, subtreeRange } from "../../language/index.js";
import { extend } from "../../text/index.js";
import { type ActWords, backKeys, doersOf, isTold, shareSide } from "../acts/index.js";
import { preposition } from "../clauses/index.js";
import type { Layers } from "../layers.js";
import {
  actorsAt,
  actorsWithin,
  beginnings,
  beginsOne,
  clauseAt,
  clauseOver,
  isBare,
  longestKeys,
  members,
  speaker,
  verbOf,
} from "../phrases/index.js";
import type { Actor, Clause, ProposalItem } from "../types.js";
import { createAsides } from "./asides.js";
import { ruleOf } from "./kinds.js";
import { answered, denied as deniedNoun, meant, type Named, namedIn, presupposed } from "./named.js";

type Reply = ProposalItem["reply"];

interface Answer {
  readonly reply: Reply;
  readonly by: readonly Actor[];
  /** Counts only from whom it was put to: "welcomed". */
  readonly addressee: boolean;
}

interface ReplyWord {
  readonly reply: Reply;
  /** `addressee`, `predicate` ("is unacceptable"), `denied` ("is not enough") or "". */
  readonly needs: string;
}

/**
 * Joins what a text says in several places of one proposal: nouns that name it again lend their sentence as evidence, and a verb over
 * such a noun, or over "it" in the next sentence, tells the reply. An owner's proposal not told before is told by its noun.
 */
export function createJoin(
  lexicon: Lexicon,
  words: ActWords,
): (layers: Layers, items: readonly ProposalItem[]) => ProposalItem[] {
  const making = members(lexicon, "deals/cues", "class", "making");
  const replies = lexicon.table("deals/replies").rows.map(([word, reply, needs]) => ({ word, reply, needs }));
  const wordsOf = (kinds: readonly string[]): ReadonlyMap<string, ReplyWord> =>
    new Map(replies.filter((r) => kinds.includes(r.needs)).map((r) => [r.word, r as ReplyWord]));
  const verbs = wordsOf(["", "addressee"]);
  const predicates = wordsOf(["predicate"]);
  const denials = wordsOf(["denied"]);
  const refusals: ReadonlyMap<string, ReplyWord> = new Map(
    [...wordsOf(["negated"])].map(([k, r]) => [k, { ...r, needs: "" }] as const),
  );
  const answering = beginnings([...verbs.keys(), ...refusals.keys()]);
  const idiomatic = new Set([...verbs.keys()].filter((k) => k.includes("_")).map((k) => k.split("_")[0]));
  const wholes = wordsOf(["whole"]);
  const refusing = members(lexicon, "deals/cues", "class", "refusing-modal");
  const fates = wordsOf(["fate"]);
  const meeting = members(lexicon, "deals/cues", "class", "meeting-with");
  const calling = members(lexicon, "deals/cues", "class", "calling");
  const asides = createAsides(lexicon, words);
  return (layers, acts) => {
    const items = [...acts];
    const triggers = new Set(acts.map((i) => i.trigger.start));
    for (const named of namedIn(layers, words)) {
      let n = named;
      if (triggers.has(n.sentence.starts[n.token])) continue;
      const answer = answerTo(layers, n);
      if (n.owners.length === 0 && answer === null) n = { ...n, owners: madeBy(layers, n) };
      // "took Oslo up on its offer": whose it is, the object tells.
      const whose =
        answer === null || !shareSide(n.owners, answer.by) || answer.reply === "withdrawn"
          ? []
          : objectOf(layers, n);
      if (answer !== null && whose.length > 0 && !shareSide(whose, answer.by)) n = { ...n, owners: whose };
      // Who withdraws a proposal made it.
      if (n.owners.length === 0 && answer?.reply === "withdrawn") n = { ...n, owners: answer.by };
      let i = answer === null ? meant(items, n, words) : answered(items, n, words);
      if (i >= 0) items[i] = withSentence(layers, items[i], n);
      else if (!underActOf(layers, n)) {
        const told =
          n.weak && answer === null
            ? null
            : presupposed(layers, n, words, answer === null ? ruleOf.noun : ruleOf.answered);
        if (
          told === null ||
          (answer !== null && shareSide(told.by, answer.by) && answer.reply !== "withdrawn")
        )
          continue;
        const to = answer === null || told.to.length > 0 ? told.to : without(answer.by, told.by);
        i = insert(items, { ...told, to });
      }
      if (i >= 0 && answer !== null) items[i] = replied(layers, items[i], answer);
    }
    for (const c of layers.clauses) pronoun(layers, c, items);
    for (const s of layers.parsed.sentences)
      for (const aside of asides(layers, s)) {
        const i = items.findLastIndex(
          (x) => x.sentences[0] === s.index && x.trigger.start < s.starts[aside.from],
        );
        if (i >= 0) items[i] = replied(layers, items[i], extend(aside, { addressee: false }));
      }
    return items;
  };

  /** Who is the object of the verb that a noun with a pronoun ("its offer") stands behind. */
  function objectOf(layers: Layers, n: Named): readonly Actor[] {
    const s = n.sentence;
    const clause = s.heads[n.token] < 0 ? null : clauseAt(layers, s.index, s.heads[n.token]);
    if (clause === null || s.xpos[n.token - 1] !== "PRP$") return [];
    return clause.objects.filter((o) => o < n.token).flatMap((o) => actorsAt(layers, s.index, o));
  }

  /** "added a demand for X", "replied with a request for Y": whoever made it. */
  function madeBy(layers: Layers, n: Named): readonly Actor[] {
    const s = n.sentence;
    const clause = s.heads[n.token] < 0 ? null : clauseAt(layers, s.index, s.heads[n.token]);
    if (clause === null || n.weak || clause.kind !== "verbal" || !isTold(layers, clause, words.done))
      return [];
    const made =
      making.has(clause.lemma) &&
      (clause.objects.includes(n.token) ||
        clause.obliques.some((o) => o.head === n.token && words.withs.has(o.prep)));
    return made ? doersOf(layers, clause, words) : [];
  }

  function replyOf(layers: Layers, clause: Clause): ReplyWord | null {
    if (clause.kind !== "verbal" || !beginsOne(layers, clause, answering)) return null;
    const told = isTold(layers, clause, words.done);
    if (!told && !isRefusal(layers, clause)) return null;
    const s = layers.parsed.sentences[clause.sentence];
    for (const k of [...withObject(layers, clause), ...backKeys(s, clause), ...longestKeys(layers, clause)]) {
      const r = told ? verbs.get(k) : (refusals.get(k) ?? verbs.get(k));
      if (r === undefined) continue;
      if (told) return r;
      return r.reply === "accepted" && r.needs === "" ? { ...r, reply: "rejected" } : null;
    }
    return null;
  }

  /** Keys of the verb with its object: "pour_water_on", "give_shrift". */
  function withObject(layers: Layers, clause: Clause): string[] {
    if (clause.objects.length === 0 || !idiomatic.has(clause.lemma)) return [];
    const s = layers.parsed.sentences[clause.sentence];
    const out: string[] = [];
    for (const o of clause.objects) {
      const own = `${clause.lemma}_${s.lemmas[o]}`;
      for (let t = o + 1; t <= o + REACH && t < s.size; t++)
        if (s.upos[t] === "ADP") out.push(`${own}_${s.norms[t]}`);
      out.push(own);
    }
    return out;
  }

  /** "was never accepted", "will not accept", "would not hear of": not accepting is an answer; not having accepted yet is none. */
  function isRefusal(layers: Layers, clause: Clause): boolean {
    const plain = clause.mood === "indicative" && clause.aspect === "simple" && !isBare(layers, clause);
    return (
      clause.negated &&
      plain &&
      clause.marker === null &&
      (clause.modal === null || refusing.has(clause.modal))
    );
  }

  /** The verb whose object the noun is, before it or in a relative clause behind it; or what the noun is said to be. */
  function answerTo(layers: Layers, n: Named): Answer | null {
    const s = n.sentence;
    let t = n.token;
    while (s.deprels[t] === "conj" && s.upos[s.heads[t]] === "NOUN") t = s.heads[t];
    const over = s.heads[t] < 0 ? null : clauseAt(layers, s.index, s.heads[t]);
    if (over?.subjects.includes(t) || (over?.passive && over.objects.includes(t))) {
      const fate = over.kind === "verbal" ? fateOf(layers, over) : judged(layers, over);
      if (fate !== null) return fate;
    }
    const called = over !== null && calling.has(over.lemma) ? nameGiven(s, n.token) : null;
    if (over !== null && called !== null && isTold(layers, over, words.done))
      return { reply: called.reply, by: doersOf(layers, over, words), addressee: false };
    const direct = over !== null && isUnder(over, t) ? over : idiomOver(layers, s, t);
    const clause = direct ?? relative(layers, s, n.token);
    const reply = clause === null ? null : replyOf(layers, clause);
    if (clause === null || reply === null) return null;
    return {
      reply: reply.reply,
      by: doersOf(layers, clause, words),
      addressee: reply.needs === "addressee",
    };
  }

  /** "called the offer not serious", "described the plan as unacceptable". */
  function nameGiven(s: Sentence, noun: number): ReplyWord | null {
    for (let t = noun + 1; t < s.size && t <= noun + NEAR; t++) {
      const word = (
        words.negators.has(s.norms[t - 1]) || s.norms[t - 1] === "not" ? denials : predicates
      ).get(s.norms[t]);
      if (word !== undefined) return word;
    }
    return null;
  }

  /** "met with refusal from Oslo", "won the assent of both", "found no majority": what a proposal meets. */
  function fateOf(layers: Layers, clause: Clause): Answer | null {
    if (!meeting.has(clause.lemma) || clause.modal !== null) return null;
    const s = layers.parsed.sentences[clause.sentence];
    for (const t of [...clause.objects, ...clause.obliques.map((o) => o.head)]) {
      const fate = fates.get(s.lemmas[t]);
      if (fate === undefined) continue;
      const denied = clause.negated || deniedNoun(s, t, words);
      if (denied && fate.reply === "rejected") return null;
      const [from, to] = subtreeRange(s, verbOf(clause));
      return {
        reply: denied ? "rejected" : fate.reply,
        by: actorsWithin(layers, s.index, Math.max(t, from), to),
        addressee: false,
      };
    }
    return null;
  }

  function isUnder(clause: Clause, t: number): boolean {
    return (
      clause.objects.includes(t) ||
      clause.obliques.some(
        (o) =>
          o.head === t &&
          (words.addressed.has(o.prep) ||
            verbs.has(`${clause.lemma}_${o.prep}`) ||
            refusals.has(`${clause.lemma}_${o.prep}`)),
      )
    );
  }

  /** "poured cold water on the plan", "gave its blessing to the offer": a verb whose object and preposition make the answer. */
  function idiomOver(layers: Layers, s: Sentence, t: number): Clause | null {
    const link = preposition(s, t);
    if (link === "") return null;
    const over = clauseOver(layers, s.index, t, true);
    if (over === null || over.kind !== "verbal") return null;
    return over.objects.some(
      (o) => o < t && o > over.head && verbs.has(`${over.lemma}_${s.lemmas[o]}_${link}`),
    )
      ? over
      : null;
  }

  /** "a demand that Oslo rejected", "an offer turned down by Oslo". */
  function relative(layers: Layers, s: Sentence, noun: number): Clause | null {
    for (const i of layers.clausesBySentence[s.index] ?? []) {
      const c = layers.clauses[i];
      if (c.head <= noun || !c.relation.startsWith("acl") || s.heads[verbOf(c)] !== noun) continue;
      if (c.objects.includes(noun) && (c.subjects.length > 0 || !c.passive)) return c;
    }
    return null;
  }

  /** "The offer is not enough", "the demand was unacceptable": in the words of a party. */
  function judged(layers: Layers, clause: Clause): Answer | null {
    if (clause.kind === "verbal" || clause.modal !== null) return null;
    const word = (clause.negated ? denials : predicates).get(clause.lemma);
    const own = speaker(layers, layers.facts.voice(clause.index));
    return word === undefined || own === null || own.code === null
      ? null
      : { reply: word.reply, by: [own], addressee: false };
  }

  /** "Tokyo rejected it", right after the proposal. */
  function pronoun(layers: Layers, c: Clause, items: ProposalItem[]): void {
    const s = layers.parsed.sentences[c.sentence];
    const behind = c.obliques.map((o) => o.head);
    const points = [...c.objects, ...behind].some(
      (o) =>
        words.itself.has(s.norms[o]) ||
        words.both.has(s.norms[o]) ||
        (words.that.has(s.norms[o]) && s.xpos[o] === "DT"),
    );
    if (!points && (c.objects.length > 0 || c.passive)) return;
    const whole = isWhole(s, c) && isTold(layers, c, words.done) ? wholes.get(c.lemma)?.reply : undefined;
    const reply = replyOf(layers, c)?.reply ?? whole ?? null;
    // "Oslo countered with 50 million", "..., and Oslo accepted" need no object; the others do.
    const alone =
      reply === "countered" || (c.relation === "conj" && c.obliques.length === 0) || isWhole(s, c);
    if (reply === null || (!points && !alone)) return;
    const by = doersOf(layers, c, words);
    for (let i = items.length - 1; i >= 0; i--) {
      const x = items[i];
      const later = c.sentence - x.sentences[0];
      if (
        later < 0 ||
        later > (points || reply === "countered" || isWhole(s, c) ? 1 : 0) ||
        (later === 0 && x.trigger.start > s.starts[c.head])
      )
        continue;
      if (by.length > 0 && shareSide(x.by, by)) continue;
      items[i] = replied(layers, x, { reply, by, addressee: false });
      return;
    }
  }

  function replied(layers: Layers, item: ProposalItem, a: Answer): ProposalItem {
    const own = shareSide(item.by, a.by);
    if (a.by.length > 0 && own !== (a.reply === "withdrawn")) return item;
    if (a.addressee && !shareSide(item.to, a.by) && !isNamedIn(layers, item, a.by)) return item;
    const to = item.to.length > 0 || own ? item.to : a.by;
    return { ...item, to, reply: a.reply };
  }
}

/** "Caracas accepted on the spot": a verb of answering with a subject and nothing that says what is answered. */
function isWhole(s: Sentence, c: Clause): boolean {
  if (c.subjects.length === 0 || c.passive || c.obliques.some((o) => o.prep !== "" && o.head === c.head + 2))
    return false;
  for (let k = s.firstChild[c.head]; k >= 0; k = s.nextSibling[k])
    if (s.deprels[k] === "xcomp" || s.deprels[k] === "ccomp") return false;
  return true;
}

const NEAR = 6;
const REACH = 4;

/** Whether the sentence of a proposal names one of these: whom it concerns. */
function isNamedIn(layers: Layers, item: ProposalItem, by: readonly Actor[]): boolean {
  const at = item.sentences[0];
  return shareSide(actorsWithin(layers, at, 0, layers.parsed.sentences[at].size), by);
}

const without = (list: readonly Actor[], not: readonly Actor[]): Actor[] =>
  list.filter((a) => !shareSide([a], not));

/** A noun inside what was proposed, or under a verb that proposes it, tells nothing new. */
function underActOf(layers: Layers, n: Named): boolean {
  const clause = clauseAt(layers, n.sentence.index, n.token);
  return clause !== null && clause.support >= 0;
}

function withSentence(layers: Layers, item: ProposalItem, n: Named): ProposalItem {
  const at = n.sentence.index;
  if (item.sentences.includes(at)) return item;
  const { start, end } = n.sentence;
  const doc = layers.parsed.document.id;
  return {
    ...item,
    sentences: [...item.sentences, at],
    evidence: [...item.evidence, { doc, start, end }],
  };
}

/** Keeps the order of the text; the place where it went. */
function insert(items: ProposalItem[], item: ProposalItem): number {
  let i = items.length;
  while (i > 0 && items[i - 1].trigger.start > item.trigger.start) i--;
  items.splice(i, 0, item);
  return i;
}
