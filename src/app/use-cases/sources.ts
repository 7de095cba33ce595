import { z } from "zod";
import { answer } from "../answer.js";
import { admiralty, gradesOf } from "../grades.js";
import { negotiation, times } from "../schema/common.js";
import { useCase } from "../use-case.js";

interface Outlet {
  readonly outlet: string;
  /** Admiralty scale A to F as the desk set it; null where nobody graded it. */
  readonly grade: string | null;
  readonly owner: string | null;
  readonly control: string | null;
  readonly country: string | null;
  readonly articles: number;
  /** Articles that are near-copies of another outlet's. */
  readonly copies: number;
  readonly reports: number;
  readonly first: string;
  readonly last: string;
}

interface Output {
  readonly negotiation: string;
  readonly asKnownOn: string;
  readonly items: readonly Outlet[];
  readonly next: null;
  /** Meanings of the grades. */
  readonly scale: readonly { readonly code: string; readonly meaning: string }[];
  readonly articles: number;
  readonly independent: number;
  /** Whose voice the reports are in, and whose outlets they come from, as shares of all reports. */
  readonly voices: readonly { readonly of: string; readonly share: number }[];
  readonly countries: readonly { readonly of: string; readonly share: number }[];
  readonly oneSided: string | null;
}

/** More than this share of the reports in one party's voice, or from one party's country, is told as one-sided. */
const ONE_SIDED = 0.7;
const share = z.array(z.strictObject({ of: z.string(), share: z.number() }));

/** Who the record rests on: outlets with grade, owner and country, copies among them, and whether one side speaks alone. */
export const sources = useCase({
  name: "sources",
  summary: "Show who the record rests on: outlets with grade, owner and country, copies, and one-sidedness",
  group: "record",
  input: z.object({ negotiation, ...times }),
  positional: ["negotiation"],
  output: z.strictObject({
    negotiation: z.string(),
    asKnownOn: z.string(),
    items: z.array(
      z.strictObject({
        outlet: z.string(),
        grade: z.string().nullable(),
        owner: z.string().nullable(),
        control: z.string().nullable(),
        country: z.string().nullable(),
        articles: z.number(),
        copies: z.number(),
        reports: z.number(),
        first: z.string(),
        last: z.string(),
      }),
    ),
    next: z.null(),
    scale: z.array(z.strictObject({ code: z.string(), meaning: z.string() })),
    articles: z.number(),
    independent: z.number(),
    voices: share,
    countries: share,
    oneSided: z.string().nullable(),
  }) as unknown as z.ZodType<Output>,
  example: "rapporteur sources japan-russia --as-known-on 2019-12-15",
  async run(input, context) {
    const got = await answer(input, context);
    const { loadLexicon } = await import("../../resources/index.js");
    const known = new Map<string, { owner: string; control: string; country: string }>();
    for (const [name, variants, country, owner, control] of loadLexicon().table("record/outlets").rows)
      for (const n of [name, ...variants.split("|")])
        if (n !== "") known.set(n.toLowerCase(), { owner, control, country });
    const grades = gradesOf(await (await context.store()).judgements());
    const scale = (await admiralty()).filter((s) => s.scale === "reliability");
    const entries = got.book.known(got.asOf.asKnownOn);
    const outlets = new Map<
      string,
      { documents: Map<string, boolean>; reports: number; first: string; last: string }
    >();
    const origins = new Set<string>();
    const voices = new Map<string, number>();
    const parties = new Set(got.negotiation.parties.map((p) => p.code));
    for (const e of entries) {
      const { publisher, source, document, known: day, voice } = e.statement;
      const name = publisher ?? "unnamed";
      const o = outlets.get(name) ?? { documents: new Map(), reports: 0, first: day, last: day };
      outlets.set(name, o);
      o.documents.set(document, e.origin !== (publisher ?? source));
      o.reports++;
      o.last = day;
      origins.add(e.origin);
      const of =
        voice.kind === "outlet" || voice.kind === "media"
          ? "outlets"
          : voice.party !== null && parties.has(voice.party)
            ? voice.party
            : "others";
      voices.set(of, (voices.get(of) ?? 0) + 1);
    }
    const countries = new Map<string, number>();
    const items = [...outlets].map(([outlet, o]): Outlet => {
      const facts = known.get(outlet.toLowerCase());
      const country = facts?.country ?? null;
      countries.set(country ?? "unknown", (countries.get(country ?? "unknown") ?? 0) + o.reports);
      return {
        outlet,
        grade: grades.outlets.get(outlet.toLowerCase()) ?? null,
        owner: facts?.owner ?? null,
        control: facts?.control ?? null,
        country,
        articles: o.documents.size,
        copies: [...o.documents.values()].filter(Boolean).length,
        reports: o.reports,
        first: o.first,
        last: o.last,
      };
    });
    const shares = (counts: ReadonlyMap<string, number>) =>
      [...counts]
        .map(([of, n]) => ({ of, share: Math.round((1000 * n) / Math.max(1, entries.length)) / 1000 }))
        .sort((a, b) => b.share - a.share || (a.of < b.of ? -1 : 1));
    const result = {
      negotiation: got.negotiation.id,
      asKnownOn: got.asOf.asKnownOn,
      items: items.sort((a, b) => b.reports - a.reports || (a.outlet < b.outlet ? -1 : 1)),
      next: null,
      scale: scale.map(({ code, meaning }) => ({ code, meaning })),
      articles: new Set(entries.map((e) => e.statement.document)).size,
      independent: origins.size,
      voices: shares(voices),
      countries: shares(countries),
    };
    return { ...result, oneSided: oneSided(result.voices, result.countries, parties) };
  },
  render: (out) => ({
    lead: [
      `as known on ${out.asKnownOn}: ${out.articles} articles, ${out.items.length} outlets, ${out.independent} independent`,
      `Voices: ${out.voices.map((v) => `${v.of} ${percent(v.share)}`).join(", ")}. Countries of outlets: ${out.countries.map((c) => `${c.of} ${percent(c.share)}`).join(", ")}.`,
      ...(out.oneSided === null ? [] : [out.oneSided]),
    ],
    columns: [
      "outlet",
      "grade",
      "country",
      "control",
      "owner",
      "articles",
      "copies",
      "reports",
      "from",
      "to",
    ],
    rows: out.items.map((o) => [
      o.outlet,
      o.grade ?? "",
      o.country ?? "",
      o.control ?? "",
      o.owner ?? "",
      String(o.articles),
      String(o.copies),
      String(o.reports),
      o.first,
      o.last,
    ]),
    tail: [
      `Grades are the desk's, on the Admiralty code: ${out.scale.map((s) => `${s.code} ${s.meaning}`).join("; ")}.`,
      "Grade an outlet: rapporteur judge grade NAME --value B --why ...; a report: rapporteur judge grade ID --value 2",
    ],
  }),
});

const percent = (x: number): string => `${Math.round(100 * x)} %`;

function oneSided(
  voices: Output["voices"],
  countries: Output["countries"],
  parties: ReadonlySet<string>,
): string | null {
  const spoken = voices.filter((v) => parties.has(v.of));
  const all = spoken.reduce((n, v) => n + v.share, 0);
  const [loud] = spoken;
  if (loud !== undefined && all > 0 && loud.share / all > ONE_SIDED)
    return `One-sided: of what parties say, ${percent(loud.share / all)} is in the voice of ${loud.of}.`;
  const most = countries.find((c) => parties.has(c.of));
  if (most !== undefined && most.share > ONE_SIDED)
    return `One-sided: ${percent(most.share)} of the reports come from outlets of ${most.of}.`;
  return null;
}
