import { mentionAt } from "../phrases/index.js";
import type { Actor } from "../types.js";
import { IN } from "./function-words.js";
import { DOMESTIC, VERBAL } from "./groups.js";
import type { Meaning, Reader } from "./meaning.js";
import { nounAt } from "./nouns.js";
import { alternatives, ofNoun } from "./slots.js";

/** Who act together meet somewhere: "talks in Tunis" have no Tunisia, whatever noun the tree hangs the place on. */
export function withoutPlaces(r: Reader, actors: readonly Actor[]): Actor[] {
  const places = r.layers.mentionsBySentence[r.s.index]
    .map((i) => r.layers.mentions[i])
    .filter((x) => x.use === "place");
  return actors.filter((a) => a.words === null || !places.some((x) => x.start === a.words?.start));
}

/** "Chad and Niger agreed to resume Libyan peace talks": those whose talks others hold are what they are about. */
export function withoutTopics(r: Reader, actors: readonly Actor[]): Actor[] {
  const { heads, lemmas } = r.s;
  const topics = r.layers.mentionsBySentence[r.s.index]
    .map((i) => r.layers.mentions[i])
    .filter(
      (x) => x.use === "modifier" && r.words.nouns.get(lemmas[heads[x.head]] ?? "")?.class === "CONSULT",
    );
  // "Chad-Niger talks": of those two.
  const noun = (x: { readonly head: number }): number => heads[x.head];
  const alone = topics.filter((x) => topics.every((y) => y === x || noun(y) !== noun(x)));
  return actors.filter((a) => a.words === null || !alone.some((x) => x.start === a.words?.start));
}

/** First place that names somebody else; one of another country goes before one of the actor's own. */
export function best(
  r: Reader,
  m: Meaning,
  slots: readonly string[],
  actors: readonly Actor[],
  at: (tokens: readonly number[], not: readonly Actor[]) => Actor[],
): Actor[] {
  let own: Actor[] = [];
  let tries = 0;
  for (const tokens of alternatives(r, m, slots)) {
    if (tokens.length === 0) continue;
    const others =
      DOMESTIC.has(m.class) || m.class === "ASSAULT"
        ? tokens
        : // "shut its embassy in Baku": not it, but where it stands.
          tokens.flatMap((t) => (ownThing(r, t, actors) ? ofNoun(r, t, IN) : [t]));
    if (others.length === 0) continue;
    const all = at(others, actors);
    // What is said, or done together, is said to and done with somebody: "accused X of breaking a promise made in Oslo".
    const spoken =
      (m.class === "CONSULT" && m.mode === null && gatherWord(m)) ||
      (m.content?.class === "CONSULT" && m.content.mode !== THIRD_PARTY) ||
      (m.class === "AGREE" && gathers(r, m)) ||
      (own.length > 0 && VERBAL.has(m.class));
    const found = spoken ? withoutPlaces(r, all) : all;
    if (found.length === 0) continue;
    if (!found.every((f) => actors.some((a) => a.code === f.code)))
      return own.length > 0 && tries > 1 ? own : found;
    if (own.length === 0) own = found;
    tries++;
  }
  return own;
}

/** Those who mediate go to a place for the sake of who lives there. */
const THIRD_PARTY = "third-party";

/** "offered its troops": what the actor calls its own is not the other side. */
function ownThing(r: Reader, token: number, actors: readonly Actor[]): boolean {
  const { s } = r;
  for (let k = s.firstChild[token]; k >= 0 && k < token; k = s.nextSibling[k]) {
    if (s.deprels[k] !== "nmod:poss" || s.xpos[k] !== "PRP$") continue;
    const owner = mentionAt(r.layers, s.index, k);
    const code = owner === null ? null : r.layers.entities[owner.entity].code;
    return code !== null && actors.some((a) => a.code === code);
  }
  return false;
}

/** Whether what is governed is what several do together: "reach an agreement". */
export function isMutual(m: Meaning): boolean {
  for (let x = m.content; x !== null; x = x.content)
    if ((x.noun ?? x.entry)?.recipient.includes("both") === true) return true;
  return false;
}

/** Whether what is offered or agreed is a meeting: "offered to hold talks in Oslo". */
const gathers = (r: Reader, m: Meaning): boolean =>
  isMutual(m) ||
  (m.inner !== null && m.inner.support >= 0 && nounAt(r.words, r.s, m.inner.head)?.class === "CONSULT");

/** Whether a word of coming together tells it, which takes place somewhere: no "shuttled between Khartoum and Juba". */
const gatherWord = (m: Meaning): boolean =>
  (m.entry ?? m.noun)?.recipient.includes("both") === true ||
  m.content?.noun?.recipient.includes("both") === true;
