import type { Lexicon, Sentence } from "../../language/index.js";
import { makeSpan, type Span } from "../../text/index.js";
import type { WithClauses } from "../layers.js";
import type { Certainty, Clause, Factuality } from "../types.js";

type Status = Factuality["status"];

/** What a governing word makes of what it governs. */
const SELECTS: Readonly<Record<string, { readonly status: Status; readonly certainty: Certainty }>> = {
  scheduled: { status: "scheduled", certainty: "probable" },
  expected: { status: "expected", certainty: "probable" },
  intended: { status: "intended", certainty: "uncommitted" },
  proposed: { status: "proposed", certainty: "uncommitted" },
  requested: { status: "requested", certainty: "uncommitted" },
  negated: { status: "negated", certainty: "certain" },
  denied: { status: "denied", certainty: "uncommitted" },
  feared: { status: "feared", certainty: "uncommitted" },
  hypothetical: { status: "hypothetical", certainty: "possible" },
  conditional: { status: "conditional", certainty: "uncommitted" },
  uncommitted: { status: "hypothetical", certainty: "uncommitted" },
};

/** Relations by which a clause is the content of what governs it, and not a circumstance of it. */
const CONTENT = new Set(["ccomp", "xcomp", "acl", "obj", "nsubj:pass", "parataxis"]);

/** Factuality of clauses (after FactBank, Sauri and Pustejovsky 2009): from the clause's own form, then what governs it, outwards. */
export function createFactuality(lexicon: Lexicon): (input: WithClauses) => (clause: number) => Factuality {
  const embedding = new Map(lexicon.table("factuality/embedding").rows.map((r) => [r[0], r[1]]));
  const modals = new Map(
    lexicon
      .table("factuality/modals")
      .rows.map((r) => [r[0], { certainty: r[1] as Certainty, status: r[2] as Status }]),
  );
  const markers = new Map(lexicon.table("factuality/markers").rows.map((r) => [r[0], r[1] as Status]));
  return (input) => {
    const cache = new Map<number, Factuality>();
    const read = (index: number): Factuality => {
      let f = cache.get(index);
      if (f === undefined) {
        f = judge(input, input.clauses[index]);
        cache.set(index, f);
      }
      return f;
    };
    return read;
  };

  function judge(input: WithClauses, clause: Clause): Factuality {
    const s = input.parsed.sentences[clause.sentence];
    const doc = input.parsed.document;
    const cue = (t: number): Span[] => (t >= 0 && t < s.size ? [makeSpan(doc, s.starts[t], s.ends[t])] : []);
    let current = own(s, clause, cue);
    let at = clause;
    for (let steps = 0; steps < 6 && at.parent >= 0; steps++) {
      const parent = input.clauses[at.parent];
      if (parent.sentence !== clause.sentence) break;
      if (current.status !== "happened" && current.status !== "ongoing") break;
      if (!governs(s, at)) break;
      const kind = embedding.get(parent.lemma);
      const selected = kind === undefined ? undefined : SELECTS[kind];
      if (selected !== undefined) {
        const negative = selected.status === "negated" ? !parent.negated : parent.negated;
        current = {
          ...selected,
          polarity: negative ? "negative" : selected.status === "negated" ? "positive" : "unknown",
          cues: cue(parent.head),
          rule: `factuality/${kind}-by-predicate`,
        };
        if (selected.status === "negated" && parent.negated)
          current = { ...current, status: "happened", polarity: "positive" };
        if (selected.status === "scheduled" || selected.status === "expected")
          current = { ...current, polarity: parent.negated ? "negative" : "positive" };
      } else if (kind === "reported" || CONTENT.has(at.relation) || at.relation === "conj") {
        const above = own(s, parent, cue);
        if (above.status !== "happened" && above.status !== "ongoing" && kind !== "reported")
          current = { ...above, rule: `${above.rule}-above` };
      }
      if (at.relation === "advcl" || at.relation === "acl:relcl") break;
      at = parent;
    }
    return current;
  }

  /** Whether the governing clause's word bears on this clause: as content, as purpose, or as the noun's own complement. */
  function governs(s: Sentence, c: Clause): boolean {
    if (CONTENT.has(c.relation) || c.relation === "conj") return true;
    if (c.relation === "advcl") return c.mood === "infinitive";
    if (c.kind === "nominal")
      return c.relation.startsWith("nmod") || c.relation.startsWith("obl") || s.deprels[c.head] === "obj";
    return false;
  }

  function own(s: Sentence, c: Clause, cue: (t: number) => Span[]): Factuality {
    const marker = c.marker === null ? undefined : markers.get(c.marker);
    if (marker !== undefined)
      return {
        ...SELECTS[marker],
        polarity: "unknown",
        cues: cue(c.head),
        rule: "factuality/conditional-marker",
      };
    if (c.modal !== null) {
      const modal = modals.get(c.modal);
      if (modal !== undefined) {
        return {
          ...modal,
          polarity: c.negated ? "negative" : modal.status === "scheduled" ? "positive" : "unknown",
          cues: cue(c.head),
          rule: c.negated ? "factuality/modal-negated" : "factuality/modal",
        };
      }
    }
    if (c.negated)
      return {
        certainty: "certain",
        polarity: "negative",
        status: "negated",
        cues: cue(c.negation),
        rule: "factuality/negated",
      };
    if (c.mood === "infinitive" && c.relation === "advcl")
      return {
        certainty: "uncommitted",
        polarity: "unknown",
        status: "intended",
        cues: cue(c.head),
        rule: "factuality/purpose",
      };
    if (c.kind === "nominal" && c.support < 0) {
      for (let k = s.firstChild[c.head]; k >= 0; k = s.nextSibling[k]) {
        if (s.deprels[k] !== "amod") continue;
        const kind =
          embedding.get(s.lemmas[k]) ??
          embedding.get(s.norms[k].replace(/d$/, "")) ??
          embedding.get(s.norms[k].replace(/ed$/, ""));
        if (kind !== undefined && SELECTS[kind] !== undefined)
          return { ...SELECTS[kind], polarity: "unknown", cues: cue(k), rule: "factuality/modifier" };
      }
    }
    const ongoing =
      c.tense === "present" &&
      (c.aspect === "progressive" || c.aspect === "simple" || c.aspect === "perfect-progressive");
    return {
      certainty: "certain",
      polarity: "positive",
      status: ongoing ? "ongoing" : "happened",
      cues: [],
      rule: ongoing ? "factuality/present" : "factuality/asserted",
    };
  }
}
