import { z } from "zod";
import {
  type Candidate,
  candidatesOf,
  createSpelling,
  decisionsOf,
  type Identity,
  type Named,
  type NameUse,
  namesOf,
  nameUses,
  type Office,
  officesOf,
} from "../../record/index.js";
import { answer } from "../answer.js";
import { negotiation, times } from "../schema/common.js";
import { useCase } from "../use-case.js";

interface Output {
  readonly negotiation: string;
  readonly items: readonly Candidate[];
  readonly next: null;
  readonly names: readonly Named[];
  readonly identities: readonly Identity[];
  /** What each party calls a contested thing, from the negotiation's description. */
  readonly contested: readonly {
    readonly of: string;
    readonly by: Readonly<Record<string, readonly string[]>>;
  }[];
  /** How often each of those names stands in the evidence, and who writes it. */
  readonly uses: readonly NameUse[];
  /** Posts with those who held them, as far as was known. */
  readonly offices: readonly Office[];
}

const kind = z.enum(["person", "organisation", "place", "document"]);

/** Names that may mean one person, organisation, place or document, scored, with what people decided. */
export const identity = useCase({
  name: "identity",
  summary:
    "Show names that may mean one person, organisation, place or document, scored, and what was decided",
  group: "record",
  input: z.object({
    negotiation,
    ...times,
    kind: kind.optional().describe("only names of this kind"),
    offices: z.boolean().optional().describe("print who held which post, one after another"),
    open: z.boolean().optional().describe("only pairs that nobody decided"),
  }),
  positional: ["negotiation"],
  output: z.strictObject({
    negotiation: z.string(),
    items: z.array(
      z.strictObject({
        kind,
        left: z.string(),
        right: z.string(),
        score: z.number(),
        reason: z.string(),
        answer: z.enum(["same", "different", "unsure"]).nullable(),
        decided: z.enum(["by a person", "follows"]).nullable(),
        from: z.string().nullable(),
        to: z.string().nullable(),
      }),
    ),
    next: z.null(),
    names: z.array(
      z.strictObject({
        name: z.string(),
        kind,
        code: z.string().nullable(),
        key: z.string().nullable(),
        post: z.boolean(),
        titles: z.array(z.string()),
        reports: z.number(),
        first: z.string(),
        last: z.string(),
        statement: z.string(),
      }),
    ),
    identities: z.array(
      z.strictObject({
        name: z.string(),
        names: z.array(z.string()),
        from: z.string().nullable(),
        to: z.string().nullable(),
      }),
    ),
    contested: z.array(z.strictObject({ of: z.string(), by: z.record(z.string(), z.array(z.string())) })),
    uses: z.array(
      z.strictObject({
        of: z.string(),
        party: z.string(),
        name: z.string(),
        reports: z.number(),
        outlets: z.array(z.string()),
        statement: z.string().nullable(),
      }),
    ),
    offices: z.array(
      z.strictObject({
        code: z.string(),
        title: z.string(),
        holders: z.array(
          z.strictObject({
            name: z.string(),
            from: z.string().nullable(),
            to: z.string().nullable(),
            basis: z.enum(["table", "sources"]),
            first: z.string(),
            last: z.string(),
            reports: z.number(),
            statement: z.string(),
          }),
        ),
      }),
    ),
  }) as unknown as z.ZodType<Output>,
  example: "rapporteur identity japan-russia --as-known-on 2019-12-22",
  async run(input, context) {
    const got = await answer(input, context);
    const { loadLexicon } = await import("../../resources/index.js");
    const judgements = await (await context.store()).judgements();
    const names = namesOf(got.book, got.asOf.asKnownOn).filter(
      (n) => input.kind === undefined || n.kind === input.kind,
    );
    const items = candidatesOf(
      names,
      got.book,
      got.asOf.asKnownOn,
      judgements,
      createSpelling(loadLexicon()),
    );
    return {
      negotiation: got.negotiation.id,
      items: input.open === true ? items.filter((c) => c.answer === null) : items,
      next: null,
      names,
      identities: decisionsOf(judgements).identities(),
      contested: got.negotiation.names,
      uses: nameUses(got.book, got.asOf.asKnownOn),
      offices: officesOf(got.book, got.asOf.asKnownOn),
    };
  },
  render: (out, { offices }) => ({
    lead: [...contestedLines(out), ...decidedLines(out), ...(offices === true ? officeLines(out) : [])],
    columns: ["kind", "name", "same as?", "score", "reason", "decided"],
    rows: out.items.map((c) => [
      c.kind,
      c.left,
      c.right,
      c.score.toFixed(2),
      c.from === null ? c.reason : `${c.reason} (${c.from} to ${c.to})`,
      c.answer === null ? "" : `${c.answer} (${c.decided})`,
    ]),
    tail: [
      `${out.items.length} pairs of ${out.names.length} names. Decide: rapporteur judge same NAME NAME --why ..., or different, or unsure; for a post add --from DAY --to DAY.`,
      ...(offices === true ? [] : [`${out.offices.length} posts: --offices shows who held them.`]),
    ],
  }),
});

const contestedLines = (out: Output): string[] =>
  out.contested.map(({ of, by }) => {
    const said = Object.keys(by).map((party) => {
      const uses = out.uses.filter((u) => u.of === of && u.party === party);
      return `${party} says ${uses.map((u) => `${u.name} (${u.reports === 0 ? "not in the record" : `${u.reports} sentence${u.reports === 1 ? "" : "s"}, ${u.outlets.join(", ")}`})`).join(", ")}`;
    });
    return `${of}: ${said.join("; ")}`;
  });

const decidedLines = (out: Output): string[] =>
  out.identities.map(
    (i) => `decided: ${i.names.join(" = ")}${i.from === null ? "" : ` from ${i.from} to ${i.to}`}`,
  );

const officeLines = (out: Output): string[] =>
  out.offices.map(({ code, title, holders }) => {
    const list = holders.map((h) =>
      h.basis === "table"
        ? `${h.name} (${h.to === null ? `since ${h.from}` : `${h.from} to ${h.to}`})`
        : `${h.name} (named in it ${h.first === h.last ? `on ${h.first}` : `from ${h.first} to ${h.last}`})`,
    );
    return `${code} ${title}: ${list.join(", then ")}`;
  });
