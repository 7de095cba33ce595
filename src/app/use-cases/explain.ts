import { z } from "zod";
import { makeDocument } from "../../ledger/index.js";
import type { Item, Reading } from "../../reading/index.js";
import { headline } from "../formats/marked.js";
import { day } from "../schema/common.js";
import { useCase } from "../use-case.js";

interface Token {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly head: number;
  readonly relation: string;
}

interface ClauseLine {
  readonly predicate: string;
  readonly kind: string;
  readonly subjects: readonly string[];
  readonly objects: readonly string[];
  readonly obliques: readonly string[];
  readonly form: string;
  readonly under: string | null;
  readonly factuality: string;
  readonly time: string;
  readonly voice: string;
}

interface Output {
  readonly sentences: readonly {
    readonly kind: string;
    readonly text: string;
    readonly tokens: readonly Token[];
    readonly clauses: readonly ClauseLine[];
  }[];
  readonly times: readonly {
    readonly words: string;
    readonly edtf: string | null;
    readonly role: string;
    readonly rule: string;
    readonly unresolved: string | null;
  }[];
  readonly mentions: readonly {
    readonly words: string;
    readonly entity: string;
    readonly code: string | null;
    readonly use: string;
    readonly rule: string;
  }[];
  readonly items: readonly {
    readonly rule: string;
    readonly says: string;
    readonly status: string;
    readonly factualityRule: string;
    readonly time: string | null;
    readonly timeRule: string;
    readonly voiceRule: string;
  }[];
  /** Rules that met their word and did not fire. */
  readonly missed: readonly { readonly rule: string; readonly at: string; readonly why: string }[];
  readonly notices: Reading["notices"];
}

const line = z.looseObject({});

/** Shows every layer of a reading: tokens and tree, clauses, times, mentions, items, with the id of each rule that fired, and why others did not. */
export const explain = useCase({
  name: "explain",
  summary: "Show how a sentence is read: tokens, tree, clauses, and each rule that fired or just missed",
  group: "reading",
  input: z.object({
    text: z.string().describe("a sentence or a few"),
    published: day.optional().describe("publication date YYYY-MM-DD"),
  }),
  positional: ["text"],
  output: z.object({
    sentences: z.array(line),
    times: z.array(line),
    mentions: z.array(line),
    items: z.array(line),
    missed: z.array(line),
    notices: z.array(line),
  }) as unknown as z.ZodType<Output>,
  example:
    'rapporteur explain "Egypt and Sudan agreed on Monday to resume talks in Cairo next week." --published 2020-06-10',
  async run(input, context) {
    const reader = await context.reader();
    const document = makeDocument(
      { publisher: null, title: null, url: null, published: input.published ?? null },
      input.text,
    );
    const { layers, reading, nearMisses } = reader.explain(document);
    const words = (x: { start: number; end: number }): string => document.text.slice(x.start, x.end);
    return {
      sentences: layers.parsed.sentences.map((s) => {
        const form = (t: number): string => s.forms[t];
        return {
          kind: s.kind,
          text: words(s),
          tokens: s.forms.map((f, i) => ({
            form: f,
            lemma: s.lemmas[i],
            upos: s.upos[i],
            head: s.heads[i],
            relation: s.deprels[i],
          })),
          clauses: layers.clausesBySentence[s.index].map((i): ClauseLine => {
            const c = layers.clauses[i];
            const facts = layers.facts;
            const f = facts.factuality(i);
            return {
              predicate: c.lemma,
              kind: c.support >= 0 ? `${c.kind} with ${form(c.support)}` : c.kind,
              subjects: c.subjects.map(form),
              objects: c.objects.map(form),
              obliques: c.obliques.map((o) => `${o.prep} ${form(o.head)}`.trim()),
              form: [
                c.tense,
                c.aspect === "simple" ? "" : c.aspect,
                c.passive ? "passive" : "",
                c.modal ?? "",
                c.negated ? "negated" : "",
              ]
                .filter(Boolean)
                .join(", "),
              under: c.parent < 0 ? null : `${layers.clauses[c.parent].lemma} (${c.relation})`,
              factuality: `${f.status} (${f.rule})`,
              time: facts.time(i).edtf ?? "",
              voice: facts.voice(i).kind,
            };
          }),
        };
      }),
      times: reading.times.map((x) => ({
        words: words(x),
        edtf: x.edtf,
        role: x.role,
        rule: x.rule,
        unresolved: x.unresolved,
      })),
      mentions: reading.mentions.map((m) => {
        const e = reading.entities[m.entity];
        return { words: words(m), entity: e.name, code: e.code, use: m.use, rule: m.rule };
      }),
      items: reading.items.map((i: Item) => ({
        rule: i.origin.rule,
        says: `${i.kind}: ${headline(i)}`,
        status: i.factuality.status,
        factualityRule: i.factuality.rule,
        time: i.time.edtf,
        timeRule: i.time.rule,
        voiceRule: i.voice.rule,
      })),
      missed: nearMisses.map((m) => ({
        rule: m.rule,
        at: layers.parsed.sentences[m.sentence].forms[m.token],
        why: m.why,
      })),
      notices: reading.notices,
    };
  },
  render: (out) => ({ text: out.sentences.map(treeText).join("\n\n"), tail: [...below(out)] }),
});

function treeText(s: Output["sentences"][number]): string {
  const width = Math.min(24, Math.max(...s.tokens.map((t) => t.form.length), 4));
  const rows = s.tokens.map((t, i) => {
    const head = t.head < 0 ? "root" : `${t.relation} ← ${s.tokens[t.head].form}`;
    return `${String(i).padStart(3)} ${t.form.padEnd(width)} ${t.lemma.padEnd(width)} ${t.upos.padEnd(6)} ${head}`;
  });
  const clauses = s.clauses.map(
    (c) =>
      `  ${c.predicate} [${c.kind}] subject: ${c.subjects.join(", ") || "none"}; object: ${c.objects.join(", ") || "none"}${c.obliques.length > 0 ? `; ${c.obliques.join("; ")}` : ""}; ${c.form || "no tense"}${c.under === null ? "" : `; under ${c.under}`} → ${c.factuality}${c.time === "" ? "" : `, ${c.time}`}, ${c.voice}`,
  );
  return [`${s.kind}: ${s.text}`, ...rows, "clauses", ...clauses].join("\n");
}

function* below(out: Output): Generator<string> {
  yield "times";
  for (const t of out.times) yield `  ${t.words}: ${t.edtf ?? t.unresolved ?? ""} (${t.role}, ${t.rule})`;
  yield "mentions";
  for (const m of out.mentions) yield `  ${m.words}: ${m.entity} ${m.code ?? ""} (${m.use}, ${m.rule})`;
  yield "rules that fired";
  for (const i of out.items)
    yield `  ${i.rule}: ${i.says} → ${i.status} (${i.factualityRule}), ${i.time ?? "no time"} (${i.timeRule}), ${i.voiceRule}`;
  if (out.missed.length > 0) yield "rules that just missed";
  for (const m of out.missed) yield `  ${m.rule} at "${m.at}": ${m.why}`;
  for (const n of out.notices) yield `${n.code}: ${n.message}`;
}
