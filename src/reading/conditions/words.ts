import type { Lexicon, Sentence } from "../../language/index.js";
import { beginnings, members, PhraseTable, phrasesIn } from "../phrases/index.js";
import type { ConditionItem } from "../types.js";

export type Direction = ConditionItem["direction"];

/** "a blow" to the talks, if one of the verbs stands over it and what it `needs` is there. */
export interface Effect {
  readonly direction: Direction;
  readonly verbs: ReadonlySet<string>;
  /** `talks`: named behind it; `settle`: or settling is; `scant`: "little" in front too; `rated`: a word in front tells the direction; `near`: talks spoken of; `from`: talks behind "from"; `worry`: "of concern". */
  readonly needs: "talks" | "settle" | "scant" | "rated" | "near" | "from" | "worry";
}

/** What a move does to what settling hangs on: adds to it, takes from it, hands it out, or keeps it or something else from a party. */
export type Move = "raise" | "lessen" | "give" | "deny" | "strip" | "do" | "trouble" | "hearten";

/** What settling hangs on ("room", "mistrust"), with whether more of it helps. */
export interface Stake {
  readonly worth: Direction;
  readonly needs: Effect["needs"];
}

/** A frame in which a circumstance stands: `after` it, `sure` where it hurts whatever stands in it, `talks` where it must be said of them. */
export interface Frame {
  readonly after: boolean;
  readonly sure: boolean;
  readonly talks: boolean;
}

/** A turn of phrase behind its verb: choices of words in order, null where what it is done to stands; and where talks are. */
export interface Wording {
  readonly words: readonly (ReadonlySet<string> | null)[];
  readonly direction: Direction;
  /** `behind` it, `in` its hole, `near`: spoken of at all, or its `subject` (then what is outside stands behind). */
  readonly talks: "behind" | "in" | "near" | "subject";
  /** `failed`: talks get over it; `denied`: said with a negation ("could hardly have come at a worse time"). */
  readonly form: "" | "failed" | "denied";
}

export interface ConditionWords {
  readonly verbs: ReadonlyMap<string, Direction>;
  readonly verbFirsts: ReadonlySet<string>;
  /** What talks are dealt, by lemma; "stumbling_block" goes before "block". */
  readonly nouns: ReadonlyMap<string, readonly Effect[]>;
  /** Those that are one with a word in front ("stumbling block"), without it. */
  readonly compounded: ReadonlySet<string>;
  /** Turns of phrase by the lemma of their verb. */
  readonly wordings: ReadonlyMap<string, readonly Wording[]>;
  /** "by". */
  readonly agentMark: ReadonlySet<string>;
  /** "mean", "ensure": verbs that say what something entails. */
  readonly entailing: ReadonlySet<string>;
  /** "take", "need": "it took an earthquake to". */
  readonly taking: ReadonlySet<string>;
  /** "way", "potential": what something has that tends to do something. */
  readonly tendency: ReadonlySet<string>;
  /** "cause", "explain": verbs that say what brought about a turn of talks. */
  readonly causing: ReadonlySet<string>;
  /** First words of these, and of moves: a look before the keys are made. */
  readonly causers: ReadonlySet<string>;
  readonly movers: ReadonlySet<string>;
  readonly moves: ReadonlyMap<string, Move>;
  readonly stakes: ReadonlyMap<string, Stake>;
  /** What happens outside talks: "election", "drought", "ruling". */
  readonly outside: ReadonlySet<string>;
  /** The same as verbs: "fall", "resign", "invade". */
  readonly happens: ReadonlySet<string>;
  readonly frames: PhraseTable<Frame>;
  /** Words inside a circumstance that tell which way it cuts. */
  readonly cuts: ReadonlyMap<string, Direction>;
  /** Talks and what they are to bring; ties and matters of dispute are no talks. */
  readonly talks: ReadonlySet<string>;
  readonly negating: PhraseTable<true>;
  /** Talks and sittings only. */
  readonly process: ReadonlySet<string>;
  readonly expectation: ReadonlySet<string>;
  readonly contrast: PhraseTable<true>;
  readonly pronouns: ReadonlySet<string>;
  readonly possibly: ReadonlySet<string>;
  readonly backshifted: ReadonlySet<string>;
  readonly opening: ReadonlySet<string>;
  /** Nouns through which something bears on talks ("prospects for"). */
  readonly carrier: ReadonlySet<string>;
  readonly causative: ReadonlySet<string>;
  readonly prospective: ReadonlySet<string>;
  readonly make: ReadonlySet<string>;
  readonly adjectives: ReadonlyMap<
    string,
    readonly { readonly degree: string; readonly direction: Direction }[]
  >;
  readonly people: ReadonlySet<string>;
  readonly affects: ReadonlySet<string>;
  /** Pronouns that may stand for talks; the mood and climate in which they are held; matters at large. */
  readonly stand: ReadonlySet<string>;
  readonly climate: ReadonlySet<string>;
  readonly matters: ReadonlySet<string>;
  /** "bring" to the "table". */
  readonly bring: ReadonlySet<string>;
  readonly table: ReadonlySet<string>;
  /** What those who talk are brought: "together", "closer". */
  readonly together: ReadonlySet<string>;
  readonly helpAlone: ReadonlySet<string>;
  /** What singles one obstacle out: "the", "main". */
  readonly theOne: ReadonlySet<string>;
  /** "new", "incoming": said of a government. */
  readonly changed: ReadonlySet<string>;
  /** What those who settle do or give: "compromise", "concession". */
  readonly settle: ReadonlySet<string>;
  readonly scant: ReadonlySet<string>;
  readonly negators: ReadonlySet<string>;
  readonly from: ReadonlySet<string>;
  /** Prepositions of a cause in terms ("because of"), and of what only goes before or along ("after", "amid"). */
  readonly cause: ReadonlySet<string>;
  readonly occasion: ReadonlySet<string>;
  /** "despite"; "until", "pending". */
  /** Those of what goes right before: "after". */
  readonly sequel: ReadonlySet<string>;
  readonly despite: ReadonlySet<string>;
  readonly upTo: ReadonlySet<string>;
  /** Words of hope, fear and mere expectation; what hopes do when they come to nothing. */
  readonly moods: ReadonlyMap<string, Direction | "open">;
  /** Verbs that put somebody into a mood: "make", "leave". */
  readonly renders: ReadonlySet<string>;
  readonly fading: ReadonlySet<string>;
  /** What moves people: "encourage", "jolt". */
  readonly nudges: ReadonlySet<string>;
  /** "but"; "nothing". */
  readonly turning: ReadonlySet<string>;
  readonly nothing: ReadonlySet<string>;
  /** "remain", "represent": verbs that say what something is. */
  readonly likeBe: ReadonlySet<string>;
  /** "leave", "walk": what is made hard there would have hurt. */
  readonly leaving: ReadonlySet<string>;
  readonly worry: ReadonlySet<string>;
  /** What belongs to talks themselves ("proposal", "position"): nothing outside them. */
  readonly inside: ReadonlySet<string>;
  /** What talks are for or about: "goal", "issue". */
  readonly ofTalks: ReadonlySet<string>;
  /** Markers of a condition: "if", "unless". */
  readonly conditional: ReadonlySet<string>;
  /** "wish", "dare": what those do who are ready to settle. */
  readonly wanting: ReadonlySet<string>;
  readonly nobody: ReadonlySet<string>;
  readonly much: ReadonlySet<string>;
  readonly having: ReadonlySet<string>;
  readonly without: ReadonlySet<string>;
  /** Words that say what something comes from, with their prepositions; turns that talks take, with whether they help. */
  readonly owing: ReadonlyMap<string, ReadonlySet<string>>;
  readonly turns: ReadonlyMap<string, Direction>;
  /** "due", "looming": said of what lies ahead. */
  readonly pending: ReadonlySet<string>;
  /** "settle", "negotiate", "mediate". */
  readonly settling: ReadonlySet<string>;
  /** "concession", "compromise". */
  readonly settlingNouns: ReadonlySet<string>;
  /** "negotiating" table. */
  readonly strongTable: ReadonlySet<string>;
  /** "text", "clause": what talks are held over. */
  readonly textual: ReadonlySet<string>;
  /** "wet" years, "lean" months. */
  readonly weather: ReadonlySet<string>;
  /** "thanks" to: the first words of causes. */
  readonly causeOpens: ReadonlySet<string>;
  /** "slow" progress; "blame" something on. */
  readonly slow: ReadonlySet<string>;
  readonly ascribing: ReadonlySet<string>;
  /** What talks are within or in: "reach", "limbo"; "out" of. */
  readonly stateGood: ReadonlySet<string>;
  readonly stateBad: ReadonlySet<string>;
  readonly awayFrom: ReadonlySet<string>;
  /** "since". */
  readonly nounOnly: ReadonlySet<string>;
  /** "pin" hopes "on". */
  readonly pinning: ReadonlySet<string>;
  readonly pinnedOn: ReadonlySet<string>;
  /** What something is to talks: "helpful", "detrimental". */
  readonly helpful: ReadonlySet<string>;
  readonly harmful: ReadonlySet<string>;
  /** "they" did not. */
  readonly denier: ReadonlySet<string>;
  readonly colon: ReadonlySet<string>;
  /** "short", "bereft". */
  readonly short: ReadonlySet<string>;
  /** "more": what a comparative says without it. */
  readonly comparing: ReadonlySet<string>;
  /** "bode": what does not do so well does so ill. */
  readonly foretelling: ReadonlySet<string>;
  /** "hall", "room". */
  readonly venues: ReadonlySet<string>;
  /** "commander", "scientist": people who act without being sides. */
  readonly persons: ReadonlySet<string>;
  /** "to". */
  readonly gives: ReadonlySet<string>;
  /** Talks, and those whom nobody names but where there are talks ("negotiator"). */
  readonly context: ReadonlySet<string>;
  /** "can". */
  readonly ableTo: ReadonlySet<string>;
  /** "in" an election "year". */
  readonly within: ReadonlySet<string>;
  readonly seasons: ReadonlySet<string>;
}

/** Whether an adjective stands in the degree that a line asks for: "more ready", "readier". */
export const inDegree = (words: ConditionWords, s: Sentence, t: number, degree: string): boolean =>
  degree === "" ||
  s.norms[t - 1] === degree ||
  (words.comparing.has(degree) && s.xpos[t] === "JJR" && s.norms[t] !== s.lemmas[t]);

/** Each word by itself and without what is joined to it. */
const firstWords = (words: Iterable<string>): ReadonlySet<string> =>
  new Set([...words].flatMap((w) => [w, w.split("_")[0]]));

export function conditionWords(lexicon: Lexicon): ConditionWords {
  const cue = (cls: string): ReadonlySet<string> => members(lexicon, "stances/cues", "class", cls);
  const verbs = new Map(
    lexicon.table("stances/condition-verbs").rows.map((r) => [r[0], r[1] as Direction] as const),
  );
  const nouns = new Map<string, Effect[]>();
  for (const [lemma, direction, verbs, needs] of lexicon.table("stances/condition-nouns").rows) {
    const effect = {
      direction: direction as Direction,
      verbs: new Set(verbs.split("|")),
      needs: (needs || "talks") as Effect["needs"],
    };
    nouns.set(lemma, [...(nouns.get(lemma) ?? []), effect]);
  }
  const wordings = new Map<string, Wording[]>();
  for (const [phrase, direction, talks, form] of lexicon.table("stances/condition-wordings").rows) {
    const [verb, ...rest] = phrase.split(" ");
    const wording = {
      words: rest.map((w) => (w === "~" ? null : new Set(w.split("|")))),
      direction: direction as Direction,
      talks: talks as Wording["talks"],
      form: form as Wording["form"],
    };
    wordings.set(verb, [...(wordings.get(verb) ?? []), wording]);
  }
  const frames = new PhraseTable(
    lexicon
      .table("stances/condition-frames")
      .rows.map(
        (r) => [r[0], { after: r[1] === "after", sure: r[2] === "hurts", talks: r[3] === "talks" }] as const,
      ),
  );
  const cuts = new Map(
    lexicon.table("stances/circumstances").rows.map((r) => [r[0], r[1] as Direction] as const),
  );
  const ties = members(lexicon, "stances/negotiation-nouns", "kind", "ties");
  const matters = members(lexicon, "stances/negotiation-nouns", "kind", "matter");
  const talks = new Set(
    [...lexicon.list("stances/negotiation-nouns"), ...cue("loose-talks")].filter(
      (w) => !ties.has(w) && !matters.has(w),
    ),
  );
  const negating = phrasesIn(lexicon.list("stances/negating-phrases"));
  const process = new Set(
    ["talks", "sitting"].flatMap((k) => [...members(lexicon, "stances/negotiation-nouns", "kind", k)]),
  );
  const expectation = lexicon.list("stances/expectation-words");
  const contrast = phrasesIn(lexicon.list("stances/contrast-words"));
  const pronouns = cue("demonstrative");
  const possibly = cue("possibly");
  const backshifted = cue("backshifted");
  const opening = cue("opening");
  const carrier = cue("carrier");
  const causative = cue("causative");
  const prospective = cue("prospective");
  const make = cue("make");
  const adjectives = new Map<string, { degree: string; direction: Direction }[]>();
  for (const [lemma, degree, direction] of lexicon.table("stances/condition-adjectives").rows) {
    adjectives.set(lemma, [...(adjectives.get(lemma) ?? []), { degree, direction: direction as Direction }]);
  }
  const people = cue("negotiator");
  const affects = cue("for");
  const moves = new Map(
    lexicon.table("stances/condition-moves").rows.map((r) => [r[0], r[1] as Move] as const),
  );
  const causing = cue("causing");

  return {
    verbs,
    verbFirsts: beginnings(verbs.keys()),
    nouns,
    compounded: new Set(
      [...nouns.keys()].filter((n) => n.includes("_")).map((n) => n.slice(n.indexOf("_") + 1)),
    ),
    wordings,
    agentMark: cue("agent-mark"),
    entailing: cue("entailing"),
    taking: cue("taking"),
    tendency: cue("tendency"),
    causing,
    causers: firstWords(causing),
    moves,
    movers: firstWords(moves.keys()),
    stakes: new Map(
      lexicon
        .table("stances/condition-stakes")
        .rows.map((r) => [r[0], { worth: r[1] as Direction, needs: r[2] as Effect["needs"] }] as const),
    ),
    outside: lexicon.list("stances/circumstance-nouns"),
    happens: lexicon.list("stances/circumstance-verbs"),
    frames,
    cuts,
    talks,
    negating,
    process,
    expectation,
    contrast,
    pronouns,
    conditional: cue("if-marker"),
    possibly,
    backshifted,
    opening,
    carrier,
    causative,
    prospective,
    make,
    adjectives,
    people,
    affects,
    stand: cue("pronoun-object"),
    climate: cue("climate"),
    matters: cue("matters"),
    bring: cue("bring"),
    table: cue("table"),
    together: cue("together"),
    helpAlone: cue("help-alone"),
    theOne: cue("the-one"),
    changed: cue("changed"),
    settle: cue("settle"),
    scant: cue("scant"),
    negators: cue("negator"),
    from: cue("source-of"),
    cause: cue("cause"),
    occasion: cue("occasion"),
    sequel: cue("sequel"),
    despite: cue("despite"),
    upTo: cue("up-to"),
    moods: new Map(
      lexicon.table("stances/condition-moods").rows.map((r) => [r[0], r[1] as Direction | "open"] as const),
    ),
    renders: cue("render"),
    fading: cue("fading"),
    nudges: cue("nudge"),
    turning: cue("turning"),
    nothing: cue("nothing"),
    likeBe: new Set([...cue("raising"), ...cue("like-be")]),
    leaving: cue("leaving"),
    worry: cue("worry-noun"),
    inside: new Set([
      ...lexicon.list("stances/negotiation-nouns"),
      ...lexicon.list("deals/nouns"),
      ...lexicon.list("deals/instruments"),
      ...cue("view-noun"),
      ...cue("inside"),
    ]),
    wanting: cue("wanting"),
    nobody: new Set([...cue("no-one"), ...cue("negator"), ...cue("scant")]),
    much: cue("much"),
    having: cue("have"),
    without: cue("losing"),
    owing: new Map(
      lexicon.table("stances/condition-origins").rows.map((r) => [r[0], new Set(r[1].split("|"))] as const),
    ),
    turns: new Map(
      lexicon.table("stances/condition-turns").rows.map((r) => [r[0], r[1] as Direction] as const),
    ),
    pending: cue("pending"),
    within: cue("within-time"),
    ableTo: cue("able-to"),
    gives: cue("given-to"),
    persons: cue("person"),
    settling: cue("settling-verb"),
    strongTable: cue("strong-table"),
    settlingNouns: cue("settling-noun"),
    ofTalks: cue("of-talks"),
    textual: cue("inside"),
    slow: cue("slow"),
    causeOpens: new Set([...cue("cause")].map((w) => w.split("_")[0])),
    ascribing: cue("ascribing"),
    stateGood: cue("state-good"),
    stateBad: cue("state-bad"),
    awayFrom: cue("away-from"),
    weather: cue("weather"),
    nounOnly: cue("noun-only"),
    pinning: cue("pinning"),
    pinnedOn: cue("pinned-on"),
    helpful: cue("helpful"),
    harmful: cue("harmful"),
    denier: cue("denier"),
    colon: cue("colon"),
    short: cue("short-of"),
    comparing: cue("comparing"),
    foretelling: cue("foretelling"),
    venues: cue("venue"),
    context: new Set([...talks, ...cue("talks-people")]),
    seasons: cue("season"),
  };
}
