import type { Lexicon } from "../language/index.js";
import type { Ledger, Statement } from "../ledger/index.js";
import type { Item } from "../reading/index.js";
import { basisOf } from "./basis.js";
import { bearingOf } from "./bearing.js";
import { Book, type Maker, STILL } from "./book.js";
import { evidenceOf } from "./commitment-evidence.js";
import { contradictions } from "./contradictions.js";
import { originsOf } from "./copies.js";
import { differing } from "./differing.js";
import type { Entry } from "./entry.js";
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
import { listedLine, listedOf } from "./listed.js";
import { meetingLine } from "./meetings.js";
import type { Negotiation } from "./negotiation-types.js";
import { orphansOf, versionedSources } from "./orphans.js";
import { outlinesOf } from "./outlines.js";
import { asked, byTime, deedsOf, itemOf, latest, type Source, sinceDay, statementsOf } from "./pages.js";
import type { Placed } from "./placed.js";
import { proposalLine } from "./proposals.js";
import { createRouter } from "./route.js";
import { isJudged, rulingsOf } from "./rulings.js";
import { placedOf } from "./sheet-entries.js";
import type { Kind, Shelf } from "./shelf.js";
import type { AsOf, Listed, Recorder, RecordItem, RecordKind, RecordView, ViewOptions } from "./types.js";
import { createRecordWords } from "./words.js";

/** Makes recorders from the word lists under `lexicon/record`. */
export function createRecorder(lexicon: Lexicon): Recorder {
  const words = createRecordWords(lexicon);
  /** What views were read from. */
  const sources = new WeakMap<RecordView, Source>();

  function read(book: Book, asOf: AsOf): RecordView {
    const { negotiation } = book;
    const { asKnownOn } = asOf;
    const begun = (i: RecordItem): boolean => (i.when.earliest ?? i.known) <= asOf.about;
    const entries = book.known(asKnownOn);
    // Lives hang on the two times; other lines only on what was known.
    const now = `${asOf.asKnownOn} ${asOf.about}`;
    const made = <B, T>(line: (built: B) => T): { readonly made: string; line(built: B): T } => ({
      made: STILL,
      line,
    });
    // Each list is made when it is first asked for: a page of positions need not make the meetings.
    const rejections = once(() =>
      entries.filter(
        (e): e is Entry<Extract<Item, { kind: "event" }>> =>
          e.kind === "event" && e.mark.startsWith("REJECT/"),
      ),
    );
    const bearing = once(() => bearingOf({ book, lineOf, rejections }, asOf, words));
    const makers: { readonly [K in Kind]: Maker<K, OfRecord<K>> } = {
      meeting: { made: now, line: (b) => meetingLine(b, asOf) },
      agreement: made(agreementLine),
      proposal: { made: now, line: (b) => proposalLine(b, asOf, rejections()) },
      commitment: {
        made: now,
        line(b) {
          const line = { ...commitmentLine(b), evidence: [] };
          return { ...line, evidence: evidenceOf(line, b, bearing()) };
        },
      },
      position: made((b) => positionLine(b, negotiation.issues)),
      measure: made(measureLine),
      condition: made(conditionLine),
      linkage: made(linkageLine),
      assessment: made(assessmentLine),
      quote: made(quoteLine),
      event: made(eventLine),
    };
    /** Whether a line belongs to the record about that day. A meeting's line says so itself. */
    const shown = (i: RecordItem): boolean =>
      i.kind === "meeting" ||
      (i.kind === "commitment"
        ? i.when.earliest === null || i.when.earliest <= asOf.about
        : begun(i) || (i.kind === "event" && i.status === "scheduled"));
    const list = <K extends Kind>(kind: K): (() => OfRecord<K>[]) =>
      once(() => byTime(book.lines(kind, asKnownOn, makers[kind]).filter(shown)));
    const meetings = list("meeting");
    const agreements = list("agreement");
    const proposals = list("proposal");
    const commitments = list("commitment");
    const positions = list("position");
    const measures = list("measure");
    const conditions = list("condition");
    const linkages = list("linkage");
    const assessments = list("assessment");
    const quotes = list("quote");
    const events = list("event");
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
    const lineOf = (shelf: Shelf): RecordItem | null => {
      const line = book.lineOf(shelf, asKnownOn, makers[shelf.kind] as Maker<Kind, RecordItem>);
      return line !== null && shown(line) ? line : null;
    };
    const met = once(() => lastMet({ book, lineOf, rejections }, asOf));
    const basis = once(() => basisOf(entries, items));
    const view: RecordView = {
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
    sources.set(view, { book, lineOf, rejections });
    return view;
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
      const own = statements.get(version.document.id) ?? [];
      const sheets = router.route(version, own, rulings, elders.get(version.source));
      return placedOf(sheets.map((sheet) => ({ ...sheet, origin, places: null })));
    });
    const entries = placed.map((p) => p.entry);
    const versions = ledger.versions.filter((v) => visible(v.recorded));
    const versioned = versionedSources(versions);
    const orphans = orphansOf(
      entries,
      versions.filter((v) => versioned.has(v.source)),
    );
    return new Book(negotiation, placed, rulings, orphans, words);
  }

  return {
    router: (negotiations) => createRouter(negotiations, words),
    book: (negotiation, placed, judgements, orphans) =>
      new Book(negotiation, placed, rulingsOf(judgements), orphans, words),
    read,
    listed<K extends RecordKind>(view: RecordView, kinds: readonly K[]) {
      const source = sources.get(view);
      const only: readonly RecordKind[] = kinds;
      const list: readonly Listed[] =
        source === undefined
          ? view.items.filter((i) => only.includes(i.kind)).map(listedLine)
          : listedOf(source, view.asOf, kinds);
      return list as readonly Listed<Extract<RecordItem, { kind: K }>>[];
    },
    latest(view, wanted) {
      const source = sources.get(view);
      // A view of another recorder's is whole already.
      return source === undefined
        ? view.items.filter((i) => asked(i, wanted)).slice(-wanted.count)
        : latest(source, view.asOf.asKnownOn, wanted);
    },
    sinceDay(view, kind, day) {
      const source = sources.get(view);
      return source === undefined
        ? view.items.filter((i) => i.kind === kind && (i.when.latest ?? i.lastKnown) >= day)
        : sinceDay(source, view.asOf.asKnownOn, kind, day);
    },
    item(view, id) {
      const source = sources.get(view);
      return source === undefined ? (view.items.find((i) => i.id === id) ?? null) : itemOf(source, id);
    },
    told(view) {
      const source = sources.get(view);
      if (source === undefined)
        return { items: view.items.filter((i) => i.kind !== "event"), deeds: view.events };
      return { items: outlinesOf(source, view.asOf), deeds: deedsOf(source, view.asOf) };
    },
    statements(view, id) {
      const source = sources.get(view);
      return source === undefined
        ? (view.items.find((i) => i.id === id)?.reports.map((r) => r.statement) ?? null)
        : statementsOf(source, view.asOf.asKnownOn, id);
    },
    differing(before, after, only) {
      const [a, b] = [sources.get(before), sources.get(after)];
      return a === undefined || b === undefined || a.book !== b.book
        ? [before.items.filter((i) => only.has(i.kind)), after.items.filter((i) => only.has(i.kind))]
        : differing(a, before.asOf, b, after.asOf, only, words);
    },
    contradictions: (view, book) => contradictions(view, book, words),
    bookOf: (ledger, negotiation, asOf, options = {}) => bookOf(ledger, negotiation, asOf, options),
    view: (ledger, negotiation, asOf, options = {}) => read(bookOf(ledger, negotiation, asOf, options), asOf),
  };
}

type OfRecord<K extends Kind> = Extract<RecordItem, { kind: K }>;

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
