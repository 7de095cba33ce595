import type { LanguageReader, Lexicon } from "../language/index.js";
import type { Document } from "../text/index.js";
import { extend } from "../text/index.js";
import { createActs } from "./acts/index.js";
import { createAgreements } from "./agreements/index.js";
import { createAssessments } from "./assessments/index.js";
import { createAttach } from "./attach/index.js";
import { createClauses } from "./clauses/index.js";
import { createCommitments } from "./commitments/index.js";
import { createConditions } from "./conditions/index.js";
import { createEntities } from "./entities/index.js";
import { createEvents, createItemEvents } from "./events/index.js";
import { createFactuality } from "./factuality/index.js";
import type { Layers, NearMiss } from "./layers.js";
import { createLinkages } from "./linkages/index.js";
import { createMeasures } from "./measures/index.js";
import { createMeetings } from "./meetings/index.js";
import { noticesOf } from "./notices.js";
import { createPositions } from "./positions/index.js";
import { createProposals } from "./proposals/index.js";
import { createQuotes } from "./quotes/index.js";
import { withStoryDates } from "./story/index.js";
import { createTimes } from "./time/index.js";
import { createTracks } from "./tracks/index.js";
import type { Item, Reading } from "./types.js";
import { createVoice } from "./voice/index.js";

/** Version of what is read: a change of any reading changes it. */
export const READER = "0.1.0";

/** Finds items in the layers, given what was found before it. */
export type Finder = (layers: Layers, soFar: readonly Item[]) => Item[];

export interface Reader {
  readonly version: string;
  /** Never throws, whatever the text; work is linear in its length. */
  read(document: Document): Reading;
  /**
   * The same of many, layer by layer over all of them: each layer finds its tables and code at hand in the processor, which takes a third
   * off the time. Their layers are in memory together: some sixteen at a time are enough.
   */
  readAll(documents: readonly Document[]): Reading[];
  /** The layers below the items, for evaluation. */
  layers(document: Document): Layers;
  /** A reading with all its layers, and the rules that nearly fired. */
  explain(document: Document): {
    readonly layers: Layers;
    readonly reading: Reading;
    readonly nearMisses: readonly NearMiss[];
  };
  /** The same reader with a clock, adding up seconds per layer. */
  timed(clock: () => number): TimedReader;
}

export interface TimedReader {
  read(document: Document): Reading;
  reset(): void;
  /** Seconds by layer since the last reset. */
  totals(): ReadonlyMap<string, number>;
}

type Timer = <T>(layer: string, run: () => T) => T;
const untimed: Timer = (_, run) => run();

export interface ReaderParts {
  readonly language: LanguageReader;
  readonly lexicon: Lexicon;
}

/** Puts the components together. Their types say what each requires and assigns; a wrong order does not compile. */
export function createReader({ language, lexicon }: ReaderParts): Reader {
  const times = createTimes(lexicon);
  const entities = createEntities(lexicon);
  const clauses = createClauses(lexicon);
  const quotes = createQuotes(lexicon);
  const factuality = createFactuality(lexicon);
  const voice = createVoice(lexicon);
  const attach = createAttach(lexicon);
  const acts = createActs(lexicon);
  const finders: readonly (readonly [string, Finder])[] = [
    ["events", createEvents(lexicon)],
    ["meetings", createMeetings(lexicon)],
    ["agreements", createAgreements(lexicon, acts)],
    ["proposals", createProposals(lexicon, acts)],
    ["commitments", createCommitments(lexicon, acts)],
    ["measures", createMeasures(lexicon)],
    ["positions", createPositions(lexicon)],
    ["assessments", createAssessments(lexicon)],
    ["linkages", createLinkages(lexicon)],
    ["conditions", createConditions(lexicon)],
  ];
  const itemEvents = createItemEvents(lexicon);
  const tracks = createTracks(lexicon);
  const english = lexicon.list("language/profile");

  function layersOf(documents: readonly Document[], timer: Timer): Layers[] {
    const parsed = timer("language", () => documents.map((d) => language.parse(d)));
    const withTimes = timer("times", () =>
      parsed.map((p) => times({ parsed: p, published: p.document.published })),
    );
    const withEntities = timer("entities", () => withTimes.map((l) => entities(l)));
    const withClauses = timer("clauses", () => withEntities.map((l) => clauses(l)));
    const withQuotes = timer("quotes", () => withClauses.map((l) => quotes(l)));
    return withQuotes.map((layers) => {
      const { time, deadline, place } = attach(layers);
      const facts = { factuality: factuality(layers), voice: voice(layers), time, deadline, place };
      return extend(layers, { facts });
    });
  }

  const read = (documents: readonly Document[], timer: Timer): Reading[] =>
    readLayers(layersOf(documents, timer), timer);

  function readLayers(all: readonly Layers[], timer: Timer): Reading[] {
    const notices = all.map((l) => noticesOf(l, english));
    const foreign = notices.map((own) => own.some((n) => n.code === "NOT_ENGLISH"));
    let items: Item[][] = all.map((l, i) => (foreign[i] ? [] : [...l.quotes]));
    const each = (find: Finder): Item[][] => items.map((own, i) => (foreign[i] ? own : find(all[i], own)));
    for (const [name, find] of finders)
      timer(name, () => {
        for (const [i, own] of items.entries()) if (!foreign[i]) own.push(...find(all[i], own));
      });
    items = timer("story", () => each(withStoryDates));
    items = timer("events", () => each(itemEvents));
    items = timer("tracks", () => each(tracks));
    return all.map((layers, i) => readingOf(layers, items[i].sort(byPlace), notices[i]));
  }

  return {
    version: READER,
    read: (document) => read([document], untimed)[0],
    readAll: (documents) => read(documents, untimed),
    layers: (document) => layersOf([document], untimed)[0],
    explain(document) {
      const nearMisses: NearMiss[] = [];
      const layers: Layers = { ...layersOf([document], untimed)[0], trace: (miss) => nearMisses.push(miss) };
      return { layers, reading: readLayers([layers], untimed)[0], nearMisses };
    },
    timed(clock) {
      const totals = new Map<string, number>();
      const timer: Timer = (layer, run) => {
        const start = clock();
        const out = run();
        totals.set(layer, (totals.get(layer) ?? 0) + clock() - start);
        return out;
      };
      return {
        read: (document) => read([document], timer)[0],
        reset: () => totals.clear(),
        totals: () => totals,
      };
    },
  };
}

function readingOf(layers: Layers, items: readonly Item[], notices: Reading["notices"]): Reading {
  const { document } = layers.parsed;
  return {
    document: document.id,
    reader: READER,
    published: document.published,
    sentences: layers.parsed.sentences.map(({ kind, start, end }) => ({ kind, start, end })),
    times: layers.times,
    entities: layers.entities,
    mentions: layers.mentions,
    items,
    notices,
  };
}

const byPlace = (a: Item, b: Item): number =>
  a.trigger.start - b.trigger.start ||
  a.trigger.end - b.trigger.end ||
  (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0) ||
  (a.id < b.id ? -1 : 1);
