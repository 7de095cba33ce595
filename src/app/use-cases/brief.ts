import { z } from "zod";
import type { Brief, BriefSection, BriefSentence } from "../../brief/index.js";
import type { RecordItem, RecordPosition } from "../../record/index.js";
import { addDays } from "../../text/index.js";
import { type Answer, answer } from "../answer.js";
import { day, negotiation, times } from "../schema/common.js";
import { useCase } from "../use-case.js";
import { itemWhen, showWhen } from "./lines.js";
import { movedSince } from "./moved.js";
import { statusOf } from "./status.js";

interface Output {
  readonly brief: Brief;
  readonly markdown: string;
}

/** Days that "what moved" looks back when no day is given. */
const LOOK_BACK = 90;
/** Most sentences of one section: a brief is one page. */
const MOST = 8;

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
    const made = briefOf(got, input.since ?? addDays(got.asOf.asKnownOn, -LOOK_BACK));
    return { brief: made, markdown: briefMarkdown(made) };
  },
  render: ({ markdown }) => ({ text: markdown }),
});

export function briefOf(got: Answer, since: string): Brief {
  const { view, analysis, asOf } = got;
  const name = (code: string): string => got.negotiation.parties.find((p) => p.code === code)?.name ?? code;
  const names = (codes: readonly string[]): string => codes.map(name).join(" and ");
  // Whose side a person is on stands before his name.
  const holder = (p: RecordPosition): string => {
    const party = name(p.holder);
    return party === p.holderName || party === p.holder ? p.holderName : `${party} (${p.holderName})`;
  };
  const cite = (item: RecordItem, text: string): BriefSentence => ({
    text: text.replace(/\s+/g, " "),
    evidence: got.evidence(item.reports.map((r) => r.statement)),
  });
  const status = statusOf(got);
  const ahead = view.meetings.filter((m) => m.status === "scheduled" && (m.when.latest ?? "") >= asOf.about);
  const asking = view.meetings.filter((m) => m.asks !== null);
  const sections: BriefSection[] = [
    {
      title: "What is scheduled",
      empty: "No scheduled meeting was found.",
      sentences: [
        ...ahead.map((m) =>
          cite(
            m,
            `${showWhen(m.when)}: ${m.what}${m.place ? `, ${m.place}` : ""}${m.representatives.length > 0 ? ` (${m.representatives.join(", ")})` : ""}.`,
          ),
        ),
        ...asking.map((m) => cite(m, `${showWhen(m.when)}: ${m.what} was scheduled; ${m.asks}`)),
      ],
    },
    {
      title: "Where it stands",
      empty: "The sources say nothing on any track.",
      sentences: status.tracks.flatMap((t) => {
        const since =
          t.since === null
            ? ""
            : `, since ${t.since.earliest === t.since.latest ? t.since.earliest : `${t.since.earliest} to ${t.since.latest}`}`;
        const verdict = {
          text: `${t.name}: ${t.state}${since} (confidence ${t.confidence}).`,
          evidence: t.explanation.flatMap((e) => e.evidence.slice(0, 1)),
        };
        return [...(verdict.evidence.length > 0 ? [verdict] : []), ...t.explanation.slice(0, 4)];
      }),
    },
    {
      title: `What moved since ${since}`,
      empty: "Nothing new, changed, corrected or withdrawn was found.",
      sentences: movedSince(got, since)
        .filter((m) => m.kind !== "quote" && m.kind !== "assessment")
        .map((m) => ({
          text: `${m.change} ${m.kind}: ${m.text}${m.field === null ? "" : ` (${m.field}: ${m.before || "none"} → ${m.after || "none"})`}.`,
          evidence: m.evidence,
        })),
    },
    {
      title: "Open proposals",
      empty: "No open proposal was found.",
      sentences: view.proposals
        .filter((p) => p.status === "tabled" && p.type !== "request")
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
      sentences: analysis.commitments.map(({ item, status: s }) =>
        cite(item, `${names(item.by)}: ${item.what}: ${s.state} (${s.why}).`),
      ),
    },
    {
      title: "Positions",
      empty: "No position was found.",
      sentences: latestPositions(view.positions).map((p) =>
        cite(
          p,
          `${holder(p)}, ${itemWhen(p)}: ${p.stance} (${p.move}${p.voice === "outlet" ? ", in the outlet's words" : ""}).`,
        ),
      ),
    },
    {
      title: "Last met",
      empty: "No meeting was found.",
      sentences: view.lastMet
        .map((l) => ({
          text: `${l.who.map(name).join(" and ")}${l.level === "any" ? "" : ` (${l.level} level)`}: ${l.on === null ? "" : `${showWhen(l.on)}${l.place ? `, ${l.place}` : ""}`}${l.undated > 0 ? `${l.on === null ? "" : "; "}${l.undated} undated` : ""}.`,
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

const counted = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? "" : "s"}`;

/** The newest positions first, one a party and issue. */
function latestPositions(positions: Answer["view"]["positions"]): Answer["view"]["positions"] {
  const seen = new Set<string>();
  return [...positions]
    .sort((a, b) => ((b.when.latest ?? b.known) < (a.when.latest ?? a.known) ? -1 : 1))
    .filter((p) => {
      const key = `${p.holder}/${p.issues[0] ?? p.issue}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
}
