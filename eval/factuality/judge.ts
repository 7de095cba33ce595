import type { Layers } from "../../src/reading/layers.js";
import type { QuoteItem, Voice } from "../../src/reading/types.js";
import type { ExpectedFact, ExpectedQuote, Passage } from "./gold.js";

/** One thing judged: "ok", "missed", "spurious", or the fields that differ with what was read. */
export interface Outcome {
  readonly kind: "status" | "voice" | "quote";
  readonly what: string;
  readonly result: string;
}

export function judge(passage: Passage, layers: Layers): Outcome[] {
  const out: Outcome[] = [];
  for (const e of passage.expect ?? []) out.push(...facts(passage.text, e, layers));
  if (passage.quotes !== undefined) out.push(...quotes(passage.quotes, layers));
  return out;
}

function facts(text: string, e: ExpectedFact, layers: Layers): Outcome[] {
  const out: Outcome[] = [];
  const clause = clauseAt(text, e.of, layers);
  const judged = (kind: Outcome["kind"], faults: () => string[]): void => {
    const result = clause < 0 ? "missed" : faults().join(", ") || "ok";
    out.push({ kind, what: e.of, result });
  };
  if (e.status !== undefined) {
    judged("status", () => {
      const f = layers.facts.factuality(clause);
      return [
        ...differs("status", e.status, f.status),
        ...differs("polarity", e.polarity, f.polarity),
        ...differs("certainty", e.certainty, f.certainty),
      ];
    });
  }
  if (e.voice !== undefined || e.party !== undefined) {
    judged("voice", () => {
      const v = layers.facts.voice(clause);
      return [...differs("kind", e.voice, v.kind), ...differs("party", e.party, v.party ?? "none")];
    });
  }
  return out;
}

/** The clause whose head, else whose light verb, is the word; -1 where it has none. */
function clauseAt(text: string, word: string, layers: Layers): number {
  const places = [...text.matchAll(new RegExp(`(?<!\\w)${word}(?!\\w)`, "g"))].map((m) => m.index);
  for (const at of places) {
    for (const part of ["head", "support"] as const) {
      const found = layers.clauses.find((c) => {
        const s = layers.parsed.sentences[c.sentence];
        return c[part] >= 0 && s.starts[c[part]] === at;
      });
      if (found !== undefined) return found.index;
    }
  }
  return -1;
}

function quotes(wanted: readonly ExpectedQuote[], layers: Layers): Outcome[] {
  const left = [...layers.quotes];
  const out: Outcome[] = [];
  for (const w of wanted) {
    const at = left.findIndex((q) => plain(q.text) === plain(w.text));
    if (at < 0) out.push({ kind: "quote", what: short(w.text), result: "missed" });
    else out.push({ kind: "quote", what: short(w.text), result: faults(w, left.splice(at, 1)[0], layers) });
  }
  for (const q of left) out.push({ kind: "quote", what: short(q.text), result: `spurious ${q.origin.rule}` });
  return out;
}

function faults(w: ExpectedQuote, q: QuoteItem, layers: Layers): string {
  const people = [speakerNames(q.voice, layers), [q.speaker?.name ?? "", q.speaker?.code ?? ""]].flat();
  const about = q.about.map((a) => a.name).join();
  const known = w.speaker.split("|").some((n) => people.some((p) => p === n || p.endsWith(` ${n}`)));
  return (
    [
      ...(known ? [] : [`speaker ${q.speaker?.name ?? "none"}`]),
      ...differs("mode", w.mode, q.mode),
      ...differs("occasion", w.occasion, q.occasion ?? "none"),
      ...differs("date", w.date, q.time.earliest ?? "none"),
      ...differs("voice", w.voice, q.voice.kind),
      ...(w.about !== undefined && !about.includes(w.about) ? [`about ${about}`] : []),
      ...(w.continues !== undefined && w.continues !== (q.continues !== null) ? ["continues"] : []),
    ].join(", ") || "ok"
  );
}

const speakerNames = (v: Voice, layers: Layers): string[] =>
  v.entity === null ? [] : [layers.entities[v.entity].name, layers.entities[v.entity].code ?? ""];
const differs = (field: string, want: string | undefined, got: string): string[] =>
  want === undefined || want.split("|").includes(got) ? [] : [`${field} ${got}`];
const plain = (t: string): string => (t.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? []).join(" ");
const short = (t: string): string => t.replace(/\s+/g, " ").slice(0, 30);
