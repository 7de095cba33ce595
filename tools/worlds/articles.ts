import {
  type DocumentVersion,
  makeDocument,
  makeVersion,
  type Statement,
  statementsOf,
} from "../../src/ledger/index.js";
import type { Item, Reading } from "../../src/reading/index.js";
import { addDays, contentHash, dayNumber, type Span } from "../../src/text/index.js";
import { type Occurrence, report, type World } from "./occurrences.js";
import type { Random } from "./random.js";
import { filler, outlets, wires } from "./words.js";

/** An article of a world: what a store takes, and what each statement is truly about. */
export interface Article {
  readonly version: DocumentVersion;
  readonly statements: readonly Statement[];
  /** Statement to occurrence. */
  readonly truth: ReadonlyMap<string, string>;
  /** First article whose text this one copies; its own id where it copies none. */
  readonly original: string;
}

const defaults: Readonly<Record<string, Record<string, unknown>>> = {
  meeting: { occasion: null, count: 1, outcome: null, partOf: null },
  agreement: { instrumentKind: null, place: null, meeting: null, refersTo: [], stipulations: [] },
  proposal: { type: "proposal", reply: "none-reported", place: null, occasion: null },
  commitment: { condition: null, outcome: "none-reported" },
  position: { force: "stated" },
  measure: { occurrences: [] },
  condition: { expected: false, realised: "unknown" },
  assessment: { of: "talks", strength: "plain" },
  quote: { mode: "direct", occasion: null, about: [], continues: null },
  event: { contexts: [], reciprocal: false, place: null },
};

/**
 * Articles of a world by day: each tells of what is in the news that day and looks back at some of what was. Wire stories are
 * reprinted by other outlets within two days, with small changes.
 */
export function* articlesOf(
  world: World,
  count: number,
  perArticle: number,
  random: Random,
): Generator<Article> {
  const all = world.occurrences;
  const first = dayNumber(all[0].day) - 5;
  const last = dayNumber(all[all.length - 1].day) + 5;
  const pending: { day: string; story: Story; root: string }[] = [];
  for (let n = 0; n < count; n++) {
    const day = addDays("1970-01-01", first + Math.floor(((last - first) * n) / count));
    const due = pending.findIndex((p) => p.day <= day);
    if (due >= 0) {
      const [{ story, root }] = pending.splice(due, 1);
      yield article(reprint(story, day, random), root, n);
      continue;
    }
    const story = write(world, day, perArticle, random);
    const made = article(story, null, n);
    yield made;
    if (wires.includes(story.publisher)) {
      const times = random.tail(0.6, 6);
      for (let i = 0; i < times; i++)
        pending.push({ day: addDays(day, random.int(0, 2)), story, root: made.version.document.id });
    }
  }
}

/** Days in which what is said of the talks is one judgement. */
const JUDGED = 3;

interface Story {
  readonly publisher: string;
  readonly day: string;
  readonly sentences: readonly string[];
  readonly items: readonly {
    readonly sentence: number;
    readonly item: Record<string, unknown>;
    readonly of: string;
  }[];
}

function write(world: World, day: string, perArticle: number, random: Random): Story {
  const { occurrences } = world;
  const now = dayNumber(day);
  // By day: the news is the nearest dozen; a third of the lines look back further.
  let at = lowerBound(occurrences, day);
  if (at >= occurrences.length) at = occurrences.length - 1;
  const chosen = new Set<Occurrence>();
  for (let i = 0; chosen.size < perArticle && i < perArticle * 4; i++) {
    const back = random.chance(0.3) ? random.int(0, 60) : random.int(-4, 8);
    const o = occurrences[Math.max(0, Math.min(occurrences.length - 1, at - back))];
    const ahead = dayNumber(o.day) - now;
    if (ahead > 0 && (o.kind !== "meeting" || ahead > 45)) continue;
    if (o.fate === "unreported" && ahead <= 0) continue;
    // How the talks go is said of the day: the same said weeks later is another judgement.
    if (o.kind === "assessment" && -ahead > JUDGED) continue;
    chosen.add(o);
  }
  const sentences: string[] = [];
  const items: { sentence: number; item: Record<string, unknown>; of: string }[] = [];
  for (const o of chosen) {
    const { item, words } = report(o, day, random);
    items.push({ sentence: sentences.length, item, of: o.id });
    sentences.push(`${words[0].toUpperCase()}${words.slice(1)}, ${random.pick(filler)}.`);
  }
  return { publisher: random.pick(outlets), day, sentences, items };
}

/** A reprint: another outlet, a line of its own, sometimes the last line cut. */
function reprint(story: Story, day: string, random: Random): Story {
  const cut = random.chance(0.3) && story.sentences.length > 4 ? 1 : 0;
  const sentences = story.sentences.slice(0, story.sentences.length - cut);
  const items = story.items.filter((i) => i.sentence < sentences.length);
  return {
    publisher: random.pick(outlets.filter((o) => o !== story.publisher)),
    day,
    sentences: [...sentences, `Material from ${story.publisher} was used here.`],
    items,
  };
}

function article(story: Story, root: string | null, n: number): Article {
  const { publisher, day, sentences } = story;
  const text = sentences.join(" ");
  const url = `https://news.example/${day}/${n}-${contentHash(text).slice(0, 8)}`;
  const document = makeDocument(
    { publisher, title: sentences[0]?.slice(0, 60) ?? null, url, published: day },
    text,
  );
  const places: Span[] = [];
  let at = 0;
  for (const s of sentences) {
    places.push({ doc: document.id, start: at, end: at + s.length });
    at += s.length + 1;
  }
  const items = story.items.map(({ sentence, item }, i): Item => {
    const span = places[sentence];
    const trigger: Span = { ...span, end: span.start + 12 };
    // As a reader's: items of one kind share a hidden class, which a literal with spreads in it would not give them.
    return Object.assign(
      {
        sentences: [sentence],
        evidence: [span],
        trigger,
        factuality: {
          certainty: "certain",
          polarity: "positive",
          status: item.status === "scheduled" || item.status === "postponed" ? "scheduled" : "happened",
          cues: [],
          rule: "world/given",
        },
        voice: { kind: "outlet", entity: null, party: null, cue: null, rule: "world/given" },
        origin: { component: "world", rule: "world/given" },
        track: "core",
      },
      defaults[item.kind as string],
      item.kind === "quote" ? { content: [span] } : null,
      item,
      { id: contentHash(`${document.id}/${i}`) },
    ) as unknown as Item;
  });
  const reading: Reading = {
    document: document.id,
    reader: "world-1",
    published: day,
    sentences: places.map((p) => ({ kind: "prose", start: p.start, end: p.end })),
    times: [],
    entities: [],
    mentions: [],
    items,
    notices: [],
  };
  const recorded = `${day}T12:00:00.000Z`;
  const statements = statementsOf(document, reading, recorded);
  const byItem = new Map(statements.map((s) => [s.item.id, s.id]));
  const truth = new Map(
    items.flatMap((item, i) => {
      const id = byItem.get(item.id);
      return id === undefined ? [] : [[id, story.items[i].of] as const];
    }),
  );
  return {
    version: makeVersion(document, reading, recorded),
    statements,
    truth,
    original: root ?? document.id,
  };
}

function lowerBound(list: readonly Occurrence[], day: string): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (list[mid].day < day) low = mid + 1;
    else high = mid;
  }
  return low;
}
