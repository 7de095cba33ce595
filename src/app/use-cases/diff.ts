import { z } from "zod";
import type { DocumentVersion, Statement } from "../../ledger/index.js";
import { AppError } from "../errors.js";
import { label } from "../formats/marked.js";
import { useCase } from "../use-case.js";
import { lineDiff } from "./line-diff.js";

interface Version {
  readonly document: string;
  readonly published: string | null;
  readonly recorded: string;
  readonly title: string | null;
}

interface ItemChange {
  /** `kept`: read from both; `orphaned`: its words are gone; `unread`: its words stand, nothing is read from them now; `new`. */
  readonly change: "kept" | "orphaned" | "unread" | "new";
  readonly kind: string;
  readonly text: string;
  readonly quote: string;
  readonly statement: string;
}

interface Output {
  readonly source: string;
  readonly url: string | null;
  readonly versions: readonly Version[];
  readonly text: readonly { readonly change: "same" | "gone" | "new"; readonly words: string }[];
  readonly items: readonly ItemChange[];
  readonly next: null;
}

/** What changed between two versions of one article, in its words and in what was read from them. */
export const diff = useCase({
  name: "diff",
  summary:
    "Show what changed between two versions of an article: words, and the lines that lost or found theirs",
  group: "record",
  input: z.object({
    id: z.string().describe("address of the article, or an id of a document or of a line from it"),
    from: z.string().optional().describe("id of the older version (default: the last but one)"),
    to: z.string().optional().describe("id of the newer version (default: the last)"),
  }),
  positional: ["id"],
  output: z.strictObject({
    source: z.string(),
    url: z.string().nullable(),
    versions: z.array(
      z.strictObject({
        document: z.string(),
        published: z.string().nullable(),
        recorded: z.string(),
        title: z.string().nullable(),
      }),
    ),
    text: z.array(z.strictObject({ change: z.enum(["same", "gone", "new"]), words: z.string() })),
    items: z.array(
      z.strictObject({
        change: z.enum(["kept", "orphaned", "unread", "new"]),
        kind: z.string(),
        text: z.string(),
        quote: z.string(),
        statement: z.string(),
      }),
    ),
    next: z.null(),
  }) as unknown as z.ZodType<Output>,
  example: "rapporteur diff ID",
  async run(input, context) {
    const store = await context.store();
    const { contentHash, canonicalJson } = await import("../../text/index.js");
    let versions = await store.versionsOf(contentHash(canonicalJson({ url: input.id })));
    if (versions.length === 0) {
      const own = await store.document(input.id);
      const [statement] = own === null ? await store.statementIds(input.id, 1) : [];
      const found =
        own?.source ??
        (statement === undefined ? null : ((await store.statement(statement))?.source ?? null));
      if (found === null)
        throw new AppError("DOCUMENT_UNKNOWN", `Nothing has the address or id "${input.id}".`, {
          id: input.id,
        });
      versions = await store.versionsOf(found);
    }
    const pick = (id: string | undefined, fallback: number): DocumentVersion => {
      const found =
        id === undefined
          ? versions[Math.max(0, fallback)]
          : versions.find((v) => v.document.id.startsWith(id));
      if (found === undefined)
        throw new AppError("DOCUMENT_UNKNOWN", `No version of this article begins with "${id}".`, {
          id: id ?? null,
        });
      return found;
    };
    const to = pick(input.to, versions.length - 1);
    const from = pick(input.from, versions.length - 2);
    const [old, now] = [from, to].map((v) => store.statements({ document: v.document.id }));
    return {
      source: to.source,
      url: to.document.url,
      versions: versions.map((v) => ({
        document: v.document.id,
        published: v.document.published,
        recorded: v.recorded,
        title: v.document.title,
      })),
      text: from === to ? [] : lineDiff(sentences(from), sentences(to)),
      items: from === to ? [] : changes(await old, await now, to.document.text),
      next: null,
    };
  },
  render: (out) => ({
    lead: [
      `${out.url ?? out.source}: ${out.versions.length} version${out.versions.length === 1 ? "" : "s"}`,
      ...out.versions.map(
        (v) => `  ${v.document.slice(0, 8)} taken in ${v.recorded}, published ${v.published ?? "undated"}`,
      ),
    ],
    text: out.text
      .filter((t) => t.change !== "same")
      .map((t) => `${t.change === "gone" ? "-" : "+"} ${t.words}`)
      .join("\n"),
    columns: ["change", "what", "words", "id"],
    rows: out.items
      .filter((i) => i.change !== "kept")
      .map((i) => [i.change, i.text, `“${i.quote}”`, i.statement.slice(0, 8)]),
    tail: [
      out.versions.length === 1
        ? "The store holds one version of this article: there is nothing to compare it with."
        : `${out.items.filter((i) => i.change === "kept").length} lines unchanged`,
    ],
  }),
});

/** Sentences as a reader sees them: enough to compare versions by. */
const sentences = (v: DocumentVersion): string[] =>
  v.document.text
    .split(/\n+|(?<=[.!?]["”’)]?)\s+(?=\p{Lu}|["“])/u)
    .map((s) => s.trim())
    .filter((s) => s !== "");

const squash = (text: string): string => text.replace(/\s+/g, " ").trim();

/** Two statements are the same reading where kind and quoted words are. */
const keyOf = (s: Statement): string => `${s.item.kind}/${squash(s.evidence[0].quote)}`;

function changes(old: readonly Statement[], now: readonly Statement[], text: string): ItemChange[] {
  const line = (change: ItemChange["change"], s: Statement): ItemChange => ({
    change,
    kind: s.item.kind,
    text: label(s.item),
    quote: squash(s.evidence[0].quote),
    statement: s.id,
  });
  const there = new Set(old.map(keyOf));
  const here = new Set(now.map(keyOf));
  const flat = squash(text);
  return [
    ...old.map((s) =>
      line(
        here.has(keyOf(s)) ? "kept" : flat.includes(squash(s.evidence[0].quote)) ? "unread" : "orphaned",
        s,
      ),
    ),
    ...now.filter((s) => !there.has(keyOf(s))).map((s) => line("new", s)),
  ];
}
