/** Readings made by hand for tests of the layers above the reader: each line of a dispatch is a sentence and what was read from it. */

import {
  type DocumentVersion,
  makeDocument,
  makeVersion,
  type Statement,
  statementsOf,
} from "../../src/ledger/index.js";
import type { Item, ItemTime, Reading } from "../../src/reading/index.js";
import { canonicalJson, contentHash, type Span } from "../../src/text/index.js";

type Loose<T> = T extends Item ? { kind: T["kind"] } & { [K in Exclude<keyof T, "kind">]?: unknown } : never;

export interface Line {
  readonly text: string;
  readonly items: readonly Loose<Item>[];
}

export interface Dispatch {
  readonly version: DocumentVersion;
  readonly statements: readonly Statement[];
}

export const actor = (code: string, name = code, party = code) => ({
  entity: 0,
  name,
  code,
  party,
  words: null,
  basis: "stated",
});
export const place = (name: string, country: string | null = null) => ({
  name,
  country,
  words: null,
  basis: "stated",
});

/** A time of day, month ("2031-04") or interval ("2031-04-01/2031-05-31"); null for one that is not stated. */
export function time(edtf: string | null, when: ItemTime["class"] = "past"): ItemTime {
  if (edtf === null)
    return {
      earliest: null,
      latest: null,
      precision: null,
      edtf: null,
      words: null,
      class: when,
      rule: "test",
    };
  const [a, b = a] = edtf.split("/");
  const [y, m] = b.split("-").map(Number);
  const end =
    b.length === 7 ? `${b}-${String(new Date(Date.UTC(y, m, 0)).getUTCDate()).padStart(2, "0")}` : b;
  const precision = edtf.includes("/") ? "period" : a.length === 7 ? "month" : "day";
  return {
    earliest: a.length === 7 ? `${a}-01` : a,
    latest: end,
    precision,
    edtf,
    words: null,
    class: when,
    rule: "test",
  };
}

const defaults: Record<Item["kind"], Record<string, unknown>> = {
  event: {
    class: "CONSULT",
    mode: null,
    contexts: [],
    actors: [],
    recipients: [],
    reciprocal: false,
    place: null,
  },
  meeting: {
    what: "meeting",
    mode: "bilateral",
    level: "unknown",
    status: "held",
    parties: [],
    representatives: [],
    place: null,
    occasion: null,
    count: 1,
    outcome: null,
    partOf: null,
  },
  agreement: {
    what: "",
    instrument: null,
    instrumentKind: null,
    status: "agreed",
    parties: [],
    place: null,
    meeting: null,
    refersTo: [],
    stipulations: [],
  },
  proposal: {
    type: "proposal",
    by: [],
    to: [],
    what: "",
    deadline: null,
    reply: "none-reported",
    place: null,
    occasion: null,
  },
  commitment: {
    type: "joint-commitment",
    by: [],
    to: [],
    what: "",
    deadline: null,
    condition: null,
    outcome: "none-reported",
  },
  position: { holder: actor("XXX"), issue: "", stance: "", move: "holds", force: "stated" },
  measure: { what: "", by: [], status: "carried-out", occurrences: [] },
  condition: { what: "", direction: "hurts", expected: false, realised: "unknown", who: [] },
  linkage: { by: actor("XXX"), issue: "", to: "" },
  assessment: { of: "talks", judgement: "stalled", strength: "plain", what: "" },
  quote: { mode: "direct", text: "", speaker: null, occasion: null, about: [], continues: null },
  anniversary: { date: time(null), years: 1, of: null },
};

/** Reads nothing: lays the given items over the sentences. */
export function dispatch(
  meta: {
    readonly publisher?: string | null;
    readonly published: string | null;
    readonly url?: string | null;
    readonly recorded?: string;
  },
  lines: readonly Line[],
): Dispatch {
  const text = lines.map((l) => l.text).join(" ");
  const document = makeDocument(
    {
      publisher: meta.publisher ?? "Test Wire",
      title: null,
      url: meta.url ?? null,
      published: meta.published,
    },
    text,
  );
  const sentences: { kind: string; start: number; end: number }[] = [];
  const items: Item[] = [];
  let at = 0;
  for (const [index, line] of lines.entries()) {
    const span: Span = { doc: document.id, start: at, end: at + line.text.length };
    sentences.push({ kind: "prose", start: span.start, end: span.end });
    at = span.end + 1;
    for (const given of line.items) {
      const item = {
        sentences: [index],
        evidence: [span],
        trigger: span,
        factuality: {
          certainty: "certain",
          polarity: "positive",
          status: "happened",
          cues: [],
          rule: "test",
        },
        time: time(null),
        voice: { kind: "outlet", entity: null, party: null, cue: null, rule: "test" },
        origin: { component: "test", rule: "test/given" },
        track: "core",
        ...defaults[given.kind],
        ...(given.kind === "quote" ? { content: [span], text: line.text } : {}),
        ...given,
      } as unknown as Item;
      items.push({ ...item, id: contentHash(canonicalJson({ ...item, id: index })) });
    }
  }
  const reading: Reading = {
    document: document.id,
    reader: "test-1",
    published: meta.published,
    sentences,
    times: [],
    entities: [],
    mentions: [],
    items,
    notices: [],
  };
  const recorded = meta.recorded ?? `${meta.published ?? "2031-01-01"}T12:00:00Z`;
  return {
    version: makeVersion(document, reading, recorded),
    statements: statementsOf(document, reading, recorded),
  };
}

export const ledger = (dispatches: readonly Dispatch[]) => ({
  versions: dispatches.map((d) => d.version),
  statements: dispatches.flatMap((d) => d.statements),
  judgements: [],
});
