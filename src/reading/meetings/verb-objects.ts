import type { Sentence } from "../../language/index.js";
import { makeSpan } from "../../text/index.js";
import { verbOf } from "../phrases/index.js";
import type { Clause, Place } from "../types.js";
import type { Bench } from "./candidate.js";
import { whereOf } from "./circumstances.js";
import { actorsOf, type Piece } from "./tail.js";
import { at, partners } from "./who.js";
import type { Frame } from "./words.js";

/** Who is met: the object, or "with" whom; a relative pronoun in front of the verb stands for whoever was named. */
export function objectsOf(
  bench: Bench,
  s: Sentence,
  clause: Clause,
  pieces: readonly Piece[],
  phone: boolean,
  entry: { readonly needs: string; readonly frame: Frame },
): ReturnType<typeof at> {
  const { layers, words } = bench;
  const first = pieces[0];
  // "discussed Iran with Biden": what they talk about takes no part.
  const matter = entry.needs === "with" && !phone;
  const direct = first !== undefined && first.prep === "" && !matter ? actorsOf(layers, s, first) : [];
  const withThem = partners(layers, s, pieces, words).actors;
  // "speak to Putin by telephone".
  // "welcomed the outcome in a call with Erdogan": he is not received.
  const host = entry.frame === "host";
  const toward = phone || entry.needs === "with";
  const to =
    toward || entry.needs === "host" || entry.needs === "guest"
      ? pieces
          .filter((p) => words.class(entry.needs === "host" ? "upon" : "toward").has(p.prep))
          .flatMap((p) => actorsOf(layers, s, p))
      : [];
  const relative = entry.needs === "with" ? withWhom(bench, s, clause) : [];
  // "saw each other".
  if (first?.prep === "" && words.class("each-other").has(s.norms[first.to - 1])) return withThem;
  const people =
    pieces[0]?.prep === ""
      ? pieces[0].nouns
          .filter((t) => words.class("people").has(s.lemmas[t]))
          .flatMap((t) => at(layers, s, t, words))
      : [];
  const tree = clause.objects
    .filter((t) => t < clause.head || clause.passive || words.class("people").has(s.lemmas[t]))
    .flatMap((t) => at(layers, s, t, words));
  if (entry.needs === "guest") return to;
  return host
    ? [...direct, ...people, ...tree]
    : [...direct, ...people, ...withThem, ...to, ...relative, ...tree];
}

/** ", with whom he conferred": whoever is named right before. */
export function withWhom({ layers, words }: Bench, s: Sentence, clause: Clause): ReturnType<typeof at> {
  for (let t = verbOf(clause) - 1; t > 1 && s.upos[t] !== "VERB"; t--)
    if (s.xpos[t] === "WP" && words.class("with").has(s.norms[t - 1])) {
      const end = s.norms[t - 2] === "," ? t - 2 : t - 1;
      const m = (layers.mentionsBySentence[s.index] ?? [])
        .map((i) => layers.mentions[i])
        .find((x) => x.to === end);
      return m === undefined ? [] : at(layers, s, m.head, words);
    }
  return [];
}

export function placeIn(pieces: readonly Piece[], bench: Bench): Place | null {
  return whereOf(bench, null, pieces, bench.words.class("place-of"));
}

/** "left for Havana, where he will meet ...": the place named in front of "where". */
export function whereBefore({ layers, words }: Bench, s: Sentence, verb: number): Place | null {
  let t = verb - 1;
  while (t > 0 && t > verb - 8 && !words.class("where").has(s.norms[t])) t--;
  if (!words.class("where").has(s.norms[t])) return null;
  for (const i of layers.mentionsBySentence[s.index] ?? []) {
    const m = layers.mentions[i];
    const e = layers.entities[m.entity];
    if (m.use !== "place" || m.to > t || m.to < t - 8) continue;
    return {
      name: e.name,
      country: e.country,
      words: makeSpan(layers.parsed.document, m.start, m.end),
      basis: "where",
    };
  }
  return null;
}

/** What is visited: an object or, for going, "to" a place. */
export function destination(
  bench: Bench,
  clause: Clause,
  pieces: readonly Piece[],
  frame: Frame,
): Place | null {
  const { layers } = bench;
  if (frame === "travel")
    return whereOf(
      bench,
      null,
      pieces,
      bench.words.class("destination"),
      layers.parsed.sentences[clause.sentence],
    );
  const first = pieces[0]?.prep === "" ? whereOf(bench, null, [pieces[0]], new Set([""])) : null;
  if (first !== null) return first;
  for (const m of pieces[0]?.prep === "" ? pieces[0].mentions : []) {
    const e = layers.entities[m.entity];
    if (e.kind !== "state" && e.kind !== "territory") continue;
    const words = { doc: layers.parsed.document.id, start: m.start, end: m.end };
    return { name: e.name, country: e.country ?? e.code, words, basis: "visited" };
  }
  return clause.passive ? layers.facts.place(clause.index) : null;
}
