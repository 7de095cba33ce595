import { z } from "zod";
import type { Brief, BriefSection, BriefSentence } from "../../brief/index.js";
import type { RecordItem, RecordPosition } from "../../record/index.js";
import { addDays, listed } from "../../text/index.js";
import { type Answer, answer } from "../answer.js";
import { day, negotiation, times } from "../schema/common.js";
import { useCase } from "../use-case.js";
import {
  foremost,
  lastTogether,
  latestPositions,
  living,
  passedUnreported,
  unframed,
} from "./brief-choice.js";
import { newsOf, newsText } from "./brief-news.js";
import { itemWhen, shownFirst, showWhen } from "./lines.js";
import { movedSince } from "./moved.js";
import { stateNames } from "./state-names.js";
import { statusOf } from "./status.js";

interface Output {
  readonly brief: Brief;
  readonly markdown: string;
}

/** Days that "what moved" looks back when no day is given. */
const LOOK_BACK = 90;
/** Most sentences of one section: a brief is one page. */
const MOST = 8;
/** Most meetings of which no report was found, and most reasons of one track. */
const MOST_PASSED = 3;
const MOST_REASONS = 5;

/** One page for somebody about to walk into the room: what is scheduled first, every sentence footnoted. */
export const brief = useCase({
  name: "brief",
  summary: "Write one page in Markdown, every sentence footnoted",
  group: "answers",
  input: z.object({
    negotiation,
    since: day.optional().describe("what moved since this day (default: 90 days before)"),
    ...times,
  }),
  positional: ["negotiation"],
  output: z.object({ brief: z.unknown(), markdown: z.string() }) as unknown as z.ZodType<Output>,
  example: "rapporteur brief japan-russia --as-known-on 2019-12-15",
  async run(input, context) {
    const got = await answer(input, context);
    const { briefMarkdown } = await import("../../brief/index.js");
    const states = await stateNames();
    const since = input.since ?? addDays(got.asOf.asKnownOn, -LOOK_BACK);
    const made = briefOf(got, since, (code) => states.get(code) ?? code);
    return { brief: made, markdown: briefMarkdown(made) };
  },
  render: ({ markdown }) => ({ text: markdown }),
});

export function briefOf(got: Answer, since: string, nameOf: (code: string) => string): Brief {
  const { view, analysis, asOf } = got;
  const parties = new Map(got.negotiation.parties.map((p) => [p.code, p.name]));
  const name = (code: string): string => parties.get(code) ?? nameOf(code);
  const names = (codes: readonly string[]): string => listed(codes.map(name));
  // Whose side a person is on stands before his name.
  const holder = (p: RecordPosition): string => {
    const party = name(p.holder);
    return party === p.holderName || party === p.holder ? p.holderName : `${party} (${p.holderName})`;
  };
  const cite = (item: RecordItem, text: string): BriefSentence => ({
    text: text.replace(/\s+/g, " "),
    evidence: shownFirst(got.evidence(item.reports.map((r) => r.statement)), item.quote),
  });
  const status = statusOf(got);
  const ahead = unframed(
    view.meetings.filter((m) => m.status === "scheduled" && (m.when.latest ?? "") >= asOf.about),
  );
  const said = new Set<string>();
  // What one sentence says makes one line of what moved, and none again further down.
  const once = (quote: string | undefined): boolean => {
    if (quote === undefined || said.has(quote)) return false;
    said.add(quote);
    return true;
  };
  const sections: BriefSection[] = [
    {
      title: "What is scheduled",
      empty: "No scheduled meeting was found.",
      sentences: [
        ...ahead.map((m) =>
          cite(
            m,
            `${showWhen(m.when)}: ${m.what}${m.place ? `, ${m.place}` : ""}${told(m.representatives, m.what)}.`,
          ),
        ),
        ...passedUnreported(view.meetings, asOf.about)
          .slice(0, MOST_PASSED)
          .map((m) =>
            cite(m, `${showWhen(m.when)}: ${m.what}: the day has passed and no report of it was found.`),
          ),
      ],
    },
    {
      title: "Where it stands",
      empty: "The sources say nothing on any track.",
      sentences: status.tracks.flatMap((t) => {
        const from =
          t.since === null
            ? ""
            : `, since ${t.since.earliest === t.since.latest ? t.since.earliest : `${t.since.earliest} to ${t.since.latest}`}`;
        const reasons = foremost(t.explanation, t.state).slice(0, MOST_REASONS);
        // Where there is nothing recent, one sentence says so.
        if (t.state === "no recent evidence")
          return reasons.map((r) => ({ ...r, text: `${t.name}: ${t.state}. ${r.text}` }));
        const outlook = t.outlook.value === "none" ? "" : `; outlook: ${t.outlook.value}, ${t.outlook.why}`;
        const verdict = {
          text: `${t.name}: ${t.state}${from} (confidence ${t.confidence})${outlook}.`,
          evidence: t.explanation.flatMap((e) => e.evidence.slice(0, 1)),
        };
        return [...(verdict.evidence.length > 0 ? [verdict] : []), ...reasons];
      }),
    },
    {
      title: `What moved since ${since}`,
      empty: "Nothing new, changed, corrected or withdrawn was found.",
      sentences: firstOf(newsOf(movedSince(got, since), got.item), ({ moved, item }) =>
        once(item?.quote ?? moved.evidence[0]?.quote),
      ).map((news) => ({
        text: newsText(news),
        evidence: news.item === null ? news.moved.evidence : shownFirst(news.moved.evidence, news.item.quote),
      })),
    },
    {
      title: "Open proposals",
      empty: "No open proposal was found.",
      sentences: view.proposals
        .filter((p) => p.status === "tabled" && p.type !== "request")
        .reverse()
        .map((p) =>
          cite(
            p,
            `${names(p.by)}${p.to.length > 0 ? ` to ${names(p.to)}` : ""}, ${itemWhen(p)}: ${p.what}${p.deadline === null ? "" : ` (by ${showWhen(p.deadline)})`}. No reply was found.`,
          ),
        ),
    },
    {
      title: "Commitments and targets",
      empty: "No commitment was found.",
      sentences: living(
        analysis.commitments.filter(({ item }) => item.kind === "commitment"),
        asOf.about,
      ).map(({ item, status: s }) =>
        cite(
          item,
          `${names(item.by)}: ${item.what}: ${s.state}${s.state === "pending" ? (item.deadline === null ? "" : `, due ${showWhen(item.deadline)}`) : ` (${s.why})`}.`,
        ),
      ),
    },
    {
      title: "Positions",
      empty: "No position of the last two years was found.",
      sentences: latestPositions(view.positions, asOf.about, telling)
        // A stand that moved is told as such, though its sentence was quoted above.
        .filter(({ first }) => once(first.quote) || first.move !== "holds")
        .map(({ first: p, holders }) =>
          cite(
            p,
            `${listed(holders.map(holder))}, ${itemWhen(p)}: ${p.stance} (${p.move}${p.voice === "outlet" ? ", in the outlet's words" : ""}).`,
          ),
        ),
    },
    {
      title: "Last met",
      empty: "No meeting was found.",
      sentences: lastTogether(view.lastMet)
        .map((l) => ({
          text: `${listed(l.who.map(name))}${l.level === "any" ? "" : ` (${l.level} level)`}: ${l.on === null ? "" : `${showWhen(l.on)}${l.place ? `, ${l.place}` : ""}`}${l.undated > 0 ? `${l.on === null ? "" : "; "}${l.undated} undated` : ""}.`,
          evidence: got.evidence(l.statements),
        }))
        .filter((s) => s.evidence.length > 0),
    },
  ];
  const { statements, sources, outlets, lastPublished } = view.basis;
  return {
    title: got.negotiation.name,
    asKnownOn: asOf.asKnownOn,
    about: asOf.about,
    sections: sections.map((s) => ({
      ...s,
      sentences: s.sentences.filter((x) => x.evidence.length > 0).slice(0, MOST),
    })),
    basis: `Made from ${counted(statements, "statement")} in ${counted(sources, "source")} of ${counted(outlets, "outlet")}, the last published ${lastPublished ?? "on no known day"}. No report found is no sign that nothing happened.`,
  };
}

/** As many as fit of those that are fit, judged in turn and no further. */
function firstOf<T>(list: readonly T[], counts: (piece: T) => boolean): T[] {
  const out: T[] = [];
  for (const piece of list) {
    if (out.length === MOST) break;
    if (counts(piece)) out.push(piece);
  }
  return out;
}

const counted = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? "" : "s"}`;

/** Who takes part, where the line does not say so itself. */
const told = (people: readonly string[], what: string): string => {
  const others = people.filter((p) => !what.includes(p));
  return others.length === 0 ? "" : ` (${others.join(", ")})`;
};

/** One word is a topic, no stand. */
const telling = (stance: string): boolean => stance.trim().split(/\s+/).length > 1;
