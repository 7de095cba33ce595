import type {
  AssessmentItem,
  ConditionItem,
  MeasureItem,
  PositionItem,
  QuoteItem,
} from "../../src/reading/types.js";
import { days, type Gold, type GoldEntry, overlap } from "./gold.js";
import { at, decide, entityOf, type Outcome, type Read, wrongCodes, wrongDays, wrongIf } from "./match.js";

/** Positions, quotes and statements, conditions, measures, assessments. */
export function views(gold: Gold, read: Read): Outcome[] {
  return [
    ...positions(gold, read),
    ...quotes(gold, read),
    ...conditions(gold, read),
    ...measures(gold, read),
    ...assessments(gold, read),
  ];
}

function positions(gold: Gold, read: Read): Outcome[] {
  return (gold.positions as readonly GoldEntry[]).map((p) => {
    const from = (p.period as { from: string | null }).from;
    const shelved = String(p.status).includes("shelved");
    return decide("positions", `${p.holder}: ${p.stance}`, at(read, p, "position"), (c: PositionItem) => [
      ...wrongCodes("holder", [String(p.holder)], [c.holder.code]),
      ...wrongIf(overlap(String(p.stance), `${c.issue} ${c.stance}`) < 0.4, `stance: got "${c.stance}"`),
      ...wrongIf(shelved !== (c.move === "shelved"), `move: got ${c.move}`),
      ...(from === null || from.startsWith("about") ? [] : wrongDays("from", from, c.time)),
    ]);
  });
}

const QUOTES = /^["“]|["”]$/g;

function quotes(gold: Gold, read: Read): Outcome[] {
  const flat = (t: string): string => t.replace(/\s+/g, " ").trim().replace(QUOTES, "");
  const speaker = (c: QuoteItem): string | null => c.speaker?.name ?? null;
  const said = (gold.quotes as readonly GoldEntry[]).map((q) =>
    decide("quotes", String(q.text).slice(0, 40), at(read, q, "quote"), (c) => [
      ...wrongIf(flat(c.text) !== flat(String(q.text)), `text: got "${flat(c.text)}"`),
      ...wrongIf(speaker(c) !== q.speaker, `speaker: got ${speaker(c)}`),
      ...wrongDays("date", q.date, c.time),
      ...wrongIf(q.date === null && c.time.earliest !== null, `date: want none, got ${c.time.earliest}`),
      ...wrongIf(q.venue !== undefined && c.occasion !== q.venue, `occasion: got ${c.occasion}`),
      ...wrongIf(q.about !== undefined && !c.about.some((a) => a.name === q.about), "about: wrong"),
      ...wrongIf(q.speaker_basis !== undefined && c.continues === null, "continues: want the quote before"),
    ]),
  );
  const statements = (gold.statements as readonly GoldEntry[]).map((s) =>
    decide("statements", `${s.by}, ${s.venue}`, at(read, s, "quote"), (c) => [
      ...wrongIf(speaker(c) !== s.by, `by: got ${speaker(c)}`),
      ...wrongDays("date", s.date, c.time),
      ...wrongIf(c.occasion !== s.venue, `occasion: got ${c.occasion}`),
    ]),
  );
  return [...said, ...statements];
}

function conditions(gold: Gold, read: Read): Outcome[] {
  return (gold.external_conditions as readonly GoldEntry[]).map((k) =>
    decide(
      "external_conditions",
      String(k.what).slice(0, 60),
      at(read, k, "condition"),
      (c: ConditionItem) => [
        ...wrongIf(
          (k.polarity === "positive") !== (c.direction === "helps"),
          `direction: got ${c.direction}`,
        ),
        ...wrongIf(k.expected !== c.expected, `expected: got ${c.expected}`),
        ...wrongIf((k.realised === true ? "yes" : "no") !== c.realised, `realised: got ${c.realised}`),
        ...wrongIf(overlap(String(k.what), c.what) < 0.3, `what: got "${c.what}"`),
        ...wrongDays("date", k.date, c.time),
      ],
    ),
  );
}

const MEASURES: Readonly<Record<string, readonly MeasureItem["status"][]>> = {
  "progress made": ["progressed"],
  "progressed somewhat": ["progressed"],
  "carried out": ["carried-out", "completed"],
};

function measures(gold: Gold, read: Read): Outcome[] {
  return (gold.measures_and_progress as readonly GoldEntry[]).map((m) =>
    decide("measures_and_progress", String(m.what).slice(0, 60), at(read, m, "measure"), (c: MeasureItem) => [
      ...wrongIf(!MEASURES[String(m.status)].includes(c.status), `status: got ${c.status}`),
      ...wrongIf(overlap(String(m.what), c.what) < 0.5, `what: got "${c.what}"`),
      ...wrongDays("date", m.date, c.time),
      ...(m.period === undefined ? [] : wrongPeriod(String(m.period), c)),
      ...wrongIf(
        m.dates !== undefined &&
          (m.dates as string[]).join() !== c.occurrences.map((o) => o.earliest.slice(0, 4)).join(),
        `occurrences: got ${c.occurrences.map((o) => o.earliest).join()}`,
      ),
    ]),
  );
}

/** Gold gives months; any first and last day inside these months is right. */
function wrongPeriod(want: string, c: MeasureItem): string[] {
  const [from, to] = want.split("/").map(days);
  const { earliest, latest } = c.time;
  const right =
    earliest !== null &&
    latest !== null &&
    earliest >= from.earliest &&
    earliest <= from.latest &&
    latest >= to.earliest &&
    latest <= to.latest;
  return wrongIf(!right, `period: want ${want}, got ${earliest}..${latest}`);
}

const JUDGEMENTS: Readonly<Record<string, readonly AssessmentItem["judgement"][]>> = {
  "mildly positive": ["progressing", "positive"],
  positive: ["progressing", "positive"],
  negative: ["stalled", "negative", "difficult"],
};

function assessments(gold: Gold, read: Read): Outcome[] {
  return (gold.assessments as readonly GoldEntry[]).map((a) =>
    decide("assessments", String(a.what), at(read, a, "assessment"), (c: AssessmentItem) => {
      const holder = entityOf(read, c.voice.entity)?.name ?? "article";
      return [
        ...wrongIf(holder !== a.holder, `holder: got ${holder}`),
        ...wrongIf(!JUDGEMENTS[String(a.polarity)].includes(c.judgement), `judgement: got ${c.judgement}`),
        ...wrongIf(a.polarity === "mildly positive" && c.strength !== "hedged", "strength: want hedged"),
      ];
    }),
  );
}
