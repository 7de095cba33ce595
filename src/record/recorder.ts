import type { Lexicon } from "../language/index.js";
import type { Ledger, Statement } from "../ledger/index.js";
import type { Item } from "../reading/index.js";
import { Book, type Placed } from "./book.js";
import { bearingIndex, evidenceOf } from "./commitment-evidence.js";
import { contradictions } from "./contradictions.js";
import { originsOf } from "./copies.js";
import { compare, type Entry } from "./entry.js";
import { lastMet } from "./last-met.js";
import {
  agreementLine,
  assessmentLine,
  commitmentLine,
  conditionLine,
  eventLine,
  linkageLine,
  measureLine,
  positionLine,
  quoteLine,
} from "./lines.js";
import { meetingLine } from "./meetings.js";
import type { Negotiation } from "./negotiation-types.js";
import { orphansOf, versionedSources } from "./orphans.js";
import { proposalLine } from "./proposals.js";
import { createRouter } from "./route.js";
import { isJudged, rulingsOf } from "./rulings.js";
import { mayHold, placedOf } from "./sheet.js";
import type { AsOf, Recorder, RecordItem, RecordView, ViewOptions } from "./types.js";
import { createRecordWords } from "./words.js";

/** Makes recorders from the word lists under `lexicon/record`. */
export function createRecorder(lexicon: Lexicon): Recorder {
  const words = createRecordWords(lexicon);

  function read(book: Book, asOf: AsOf): RecordView {
    const { negotiation } = book;
    const { asKnownOn } = asOf;
    const begun = (i: RecordItem): boolean => (i.when.earliest ?? i.known) <= asOf.about;
    const entries = book.known(asKnownOn);
    // Lives hang on the two times; other lines only on what was known.
    const now = `${asOf.asKnownOn} ${asOf.about}`;
    const lines = book.lines.bind(book) as typeof book.lines;
    // Each list is made when it is first asked for: a page of positions need not make the meetings.
    const rejections = once(() =>
      entries.filter(
        (e): e is Entry<Extract<Item, { kind: "event" }>> =>
          e.kind === "event" &&
          mayHold(e, "class", "REJECT") &&
          e.item.kind === "event" &&
          e.item.class === "REJECT",
      ),
    );
    const meetings = once(() => byTime(lines("meeting", asKnownOn, now, (b) => meetingLine(b, asOf))));
    const agreements = once(() => byTime(lines("agreement", asKnownOn, "-", agreementLine).filter(begun)));
    const proposals = once(() =>
      byTime(lines("proposal", asKnownOn, now, (b) => proposalLine(b, asOf, rejections())).filter(begun)),
    );
    const measures = once(() => byTime(lines("measure", asKnownOn, "-", measureLine).filter(begun)));
    const assessments = once(() => byTime(lines("assessment", asKnownOn, "-", assessmentLine).filter(begun)));
    const commitments = once(() => {
      const bearing = bearingIndex(
        {
          measures: measures(),
          assessments: assessments(),
          meetings: meetings(),
          agreements: agreements(),
        },
        words,
      );
      return byTime(
        lines("commitment", asKnownOn, now, (b) => {
          const line = { ...commitmentLine(b), evidence: [] };
          return { ...line, evidence: evidenceOf(line, b, bearing) };
        }).filter((c) => c.when.earliest === null || c.when.earliest <= asOf.about),
      );
    });
    const positions = once(() =>
      byTime(lines("position", asKnownOn, "-", (b) => positionLine(b, negotiation.issues)).filter(begun)),
    );
    const conditions = once(() => byTime(lines("condition", asKnownOn, "-", conditionLine).filter(begun)));
    const linkages = once(() => byTime(lines("linkage", asKnownOn, "-", linkageLine).filter(begun)));
    const quotes = once(() => byTime(lines("quote", asKnownOn, "-", quoteLine).filter(begun)));
    const events = once(() =>
      byTime(lines("event", asKnownOn, "-", eventLine).filter((e) => begun(e) || e.status === "scheduled")),
    );
    const items = once(() =>
      byTime<RecordItem>([
        ...meetings(),
        ...agreements(),
        ...proposals(),
        ...commitments(),
        ...positions(),
        ...measures(),
        ...conditions(),
        ...linkages(),
        ...assessments(),
        ...quotes(),
        ...events(),
      ]),
    );
    const met = once(() => lastMet(meetings(), negotiation));
    const basis = once(() => basisOf(entries, items));
    return {
      negotiation,
      asOf,
      get items() {
        return items();
      },
      get meetings() {
        return meetings();
      },
      get agreements() {
        return agreements();
      },
      get proposals() {
        return proposals();
      },
      get commitments() {
        return commitments();
      },
      get positions() {
        return positions();
      },
      get measures() {
        return measures();
      },
      get conditions() {
        return conditions();
      },
      get linkages() {
        return linkages();
      },
      get assessments() {
        return assessments();
      },
      get quotes() {
        return quotes();
      },
      get events() {
        return events();
      },
      get lastMet() {
        return met();
      },
      get basis() {
        return basis();
      },
    };
  }

  function bookOf(ledger: Ledger, negotiation: Negotiation, asOf: AsOf, options: ViewOptions): Book {
    const { recordedBy } = options;
    const visible = (recorded: string): boolean => recordedBy === undefined || recorded <= recordedBy;
    const judgements = ledger.judgements.filter((j) => visible(j.when));
    const rulings = rulingsOf(judgements);
    const statements = new Map<string, (typeof ledger.statements)[number][]>();
    for (const s of ledger.statements) {
      if (s.known > asOf.asKnownOn || !visible(s.recorded)) continue;
      const list = statements.get(s.document);
      if (list === undefined) statements.set(s.document, [s]);
      else list.push(s);
    }
    const router = createRouter([negotiation], words);
    const origins = originsOf(ledger.versions);
    const elders = new Map<string, Statement[]>();
    for (const s of ledger.statements)
      if (isJudged(s.id, rulings) && visible(s.recorded))
        elders.set(s.source, [...(elders.get(s.source) ?? []), s]);
    const placed = ledger.versions.flatMap((version): Placed[] => {
      const origin = origins.get(version.document.id) ?? null;
      return router
        .route(version, statements.get(version.document.id) ?? [], rulings, elders.get(version.source))
        .flatMap((sheet) => placedOf({ ...sheet, origin, places: null }));
    });
    const entries = placed.map((p) => p.entry);
    const versioned = versionedSources(entries);
    const orphans = orphansOf(
      entries,
      ledger.versions.filter((v) => versioned.has(v.source) && visible(v.recorded)),
    );
    return new Book(negotiation, placed, rulings, orphans, words);
  }

  return {
    router: (negotiations) => createRouter(negotiations, words),
    book: (negotiation, placed, judgements, orphans) =>
      new Book(negotiation, placed, rulingsOf(judgements), orphans, words),
    read,
    contradictions: (view, book) => contradictions(view, book, words),
    bookOf: (ledger, negotiation, asOf, options = {}) => bookOf(ledger, negotiation, asOf, options),
    view: (ledger, negotiation, asOf, options = {}) => read(bookOf(ledger, negotiation, asOf, options), asOf),
  };
}

/** What a view was made from. */
function basisOf(entries: readonly Entry[], items: () => readonly RecordItem[]): RecordView["basis"] {
  let lastPublished: string | null = null;
  for (const { statement } of entries)
    if (statement.published !== null && (lastPublished === null || statement.published > lastPublished))
      lastPublished = statement.published;
  return {
    statements: entries.length,
    sources: new Set(entries.map((e) => e.statement.source)).size,
    outlets: new Set(entries.map((e) => e.statement.publisher ?? e.statement.source)).size,
    lastPublished,
    // Mostly nobody has decided about anything: the lines need not be made to say so.
    reviewed: entries.some((e) => e.accepted) ? items().filter((i) => i.reviewed).length : 0,
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function byTime<T extends RecordItem>(list: readonly T[]): T[] {
  return list
    .map((item): readonly [string, T] => [timeKey(item), item])
    .sort((a, b) => compare(a[0], b[0]) || compare(a[1].id, b[1].id))
    .map(([, item]) => item);
}

const timeKey = (i: RecordItem): string => i.when.earliest ?? i.when.latest ?? i.known;
