import type { Lexicon } from "../../language/index.js";
import { type ActWords, doersOf, isTold } from "../acts/index.js";
import type { Layers } from "../layers.js";
import { clauseAt, members, verbKeys } from "../phrases/index.js";
import type { Actor, Clause, ProposalItem } from "../types.js";
import { ruleOf } from "./kinds.js";
import { meant, type Named, namedIn, presupposed, sharesCode } from "./named.js";

type Reply = ProposalItem["reply"];

/**
 * Joins what a text says in several places of one proposal: nouns that name it again lend their sentence as evidence, and a verb over
 * such a noun, or over "it" in the next sentence, tells the reply. An owner's proposal not told before is told by its noun.
 */
export function createJoin(
  lexicon: Lexicon,
  words: ActWords,
): (layers: Layers, items: readonly ProposalItem[]) => ProposalItem[] {
  const making = members(lexicon, "deals/cues", "class", "making");
  const withs = members(lexicon, "deals/cues", "class", "with");
  const verbs = new Map(lexicon.table("deals/replies").rows.map((r) => [r[0], r[1] as Reply] as const));
  return (layers, acts) => {
    const items = [...acts];
    const triggers = new Set(acts.map((i) => i.trigger.start));
    for (const named of namedIn(layers, words)) {
      let n = named;
      if (triggers.has(n.sentence.starts[n.token])) continue;
      const answer = answerTo(layers, n);
      if (n.owners.length === 0 && answer === null) n = { ...n, owners: madeBy(layers, n) };
      let i = meant(items, n, words);
      if (i >= 0) items[i] = withSentence(layers, items[i], n);
      else if (!underActOf(layers, n)) {
        const told =
          n.weak && answer === null
            ? null
            : presupposed(layers, n, words, answer === null ? ruleOf.noun : ruleOf.answered);
        if (
          told === null ||
          (answer !== null && sharesCode(told.by, answer.by) && answer.reply !== "withdrawn")
        )
          continue;
        const to = answer === null || told.to.length > 0 ? told.to : without(answer.by, told.by);
        i = insert(items, { ...told, to });
      }
      if (i >= 0 && answer !== null) items[i] = replied(items[i], answer);
    }
    for (const c of layers.clauses) pronoun(layers, c, items);
    return items;
  };

  /** "added a demand for X", "replied with a request for Y": whoever made it. */
  function madeBy(layers: Layers, n: Named): readonly Actor[] {
    const s = n.sentence;
    const clause = s.heads[n.token] < 0 ? null : clauseAt(layers, s.index, s.heads[n.token]);
    if (clause === null || n.weak || clause.kind !== "verbal" || !isTold(layers, clause)) return [];
    const made =
      making.has(clause.lemma) &&
      (clause.objects.includes(n.token) ||
        clause.obliques.some((o) => o.head === n.token && withs.has(o.prep)));
    return made ? doersOf(layers, clause, words) : [];
  }

  interface Answer {
    readonly reply: Reply;
    readonly by: readonly Actor[];
  }

  function replyOf(layers: Layers, clause: Clause): Reply | null {
    if (clause.kind !== "verbal" || !isTold(layers, clause)) return null;
    for (const k of verbKeys(layers, clause).sort((a, b) => b.length - a.length)) {
      const r = verbs.get(k);
      if (r !== undefined) return r;
    }
    return null;
  }

  /** The verb whose object the noun is. */
  function answerTo(
    layers: Layers,
    n: Named,
  ): { readonly reply: Reply; readonly by: readonly Actor[] } | null {
    const s = n.sentence;
    let t = n.token;
    while (s.deprels[t] === "conj" && s.upos[s.heads[t]] === "NOUN") t = s.heads[t];
    const clause = s.heads[t] < 0 ? null : clauseAt(layers, s.index, s.heads[t]);
    if (clause === null || clause.subjects.includes(t)) return null;
    if (
      !clause.objects.includes(t) &&
      !clause.obliques.some((o) => o.head === t && words.addressed.has(o.prep))
    )
      return null;
    const reply = replyOf(layers, clause);
    return reply === null ? null : { reply, by: doersOf(layers, clause, words) };
  }

  /** "Tokyo rejected it", right after the proposal. */
  function pronoun(layers: Layers, c: Clause, items: ProposalItem[]): void {
    const s = layers.parsed.sentences[c.sentence];
    const points = c.objects.some((o) => words.itself.has(s.norms[o]));
    if (!points && (c.objects.length > 0 || c.passive)) return;
    const reply = replyOf(layers, c);
    // "Oslo countered with 50 million" needs no object; the others do.
    if (reply === null || (!points && reply !== "countered")) return;
    const by = doersOf(layers, c, words);
    for (let i = items.length - 1; i >= 0; i--) {
      const x = items[i];
      const behind = c.sentence - x.sentences[0];
      if (behind < 0 || behind > 1 || (behind === 0 && x.trigger.start > s.starts[c.head])) continue;
      if (by.length > 0 && sharesCode(x.by, by)) continue;
      items[i] = replied(x, { reply, by });
      return;
    }
  }

  function replied(item: ProposalItem, a: Answer): ProposalItem {
    const own = sharesCode(item.by, a.by);
    if (a.by.length > 0 && own !== (a.reply === "withdrawn")) return item;
    return { ...item, reply: a.reply };
  }
}

const without = (list: readonly Actor[], not: readonly Actor[]): Actor[] =>
  list.filter((a) => !sharesCode([a], not));

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
