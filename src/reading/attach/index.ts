import type { Sentence } from "../../language/index.js";
import { dominates } from "../../language/index.js";
import { type IsoDate, makeSpan } from "../../text/index.js";
import { preposition } from "../clauses/index.js";
import type { WithClauses } from "../layers.js";
import type { Clause, ItemTime, Place, TimeExpression } from "../types.js";

export const NO_TIME: ItemTime = { earliest: null, latest: null, precision: null, edtf: null, words: null, class: "unknown", rule: "attach/none" };

/** World time of an item from an expression; `rule` says why this one. Anniversaries give the day they recall. */
export function itemTime(input: WithClauses, x: TimeExpression, rule: string): ItemTime {
  const recalled = x.recalls;
  const earliest = recalled?.earliest ?? x.earliest;
  const latest = recalled?.latest ?? x.latest;
  return {
    earliest,
    latest,
    precision: earliest === null ? null : x.precision,
    edtf: recalled === null ? x.edtf : recalled.earliest === recalled.latest ? recalled.earliest : `${recalled.earliest}/${recalled.latest}`,
    words: makeSpan(input.parsed.document, x.start, x.end),
    class: timeClass(earliest, latest, input.published),
    rule,
  };
}

function timeClass(earliest: IsoDate | null, latest: IsoDate | null, published: IsoDate | null): ItemTime["class"] {
  if (published === null || earliest === null || latest === null) return "unknown";
  return latest < published ? "past" : earliest > published ? "future" : "present";
}

/** Which expression and which place a clause takes: its own first, then what is fronted in its sentence. */
export function createAttach(): (input: WithClauses) => { time(clause: number): ItemTime; place(clause: number): Place | null } {
  return (input) => ({
    time: (i) => timeOf(input, input.clauses[i]),
    place: (i) => placeOf(input, input.clauses[i]),
  });
}

/** Deepest clause whose words hold a token: what an expression belongs to. */
function owner(input: WithClauses, s: Sentence, token: number): Clause | null {
  let t = token;
  for (let steps = 0; t >= 0 && steps <= s.size; steps++, t = s.heads[t]) {
    for (const i of input.clausesBySentence[s.index]) {
      const c = input.clauses[i];
      if (c.head === t || c.support === t) return c;
    }
  }
  return null;
}

function timeOf(input: WithClauses, clause: Clause): ItemTime {
  const s = input.parsed.sentences[clause.sentence];
  const times = input.timesBySentence[clause.sentence].map((i) => input.times[i]).filter((x) => x.role !== "duration");
  if (times.length === 0) return NO_TIME;
  const usable = times.filter((x) => x.role !== "deadline" && x.role !== "before");
  const recalling = usable.find((x) => x.recalls !== null);
  if (recalling !== undefined) return itemTime(input, recalling, "attach/anniversary");
  const top = clause.support >= 0 ? clause.support : clause.head;
  const own = usable.filter((x) => owner(input, s, x.head) === clause || (clause.kind === "nominal" && dominates(s, clause.head, x.head)));
  if (own.length > 0) return itemTime(input, own[0], "attach/own");
  // A noun of action takes the time of the verb it completes; a conjunct that of its partner; content of saying does not.
  const parent = clause.parent >= 0 ? input.clauses[clause.parent] : null;
  if (parent !== null && (clause.kind === "nominal" || clause.relation === "conj" || clause.relation === "xcomp" || clause.relation.startsWith("acl"))) {
    const theirs = usable.filter((x) => owner(input, s, x.head) === parent);
    if (theirs.length > 0) return itemTime(input, theirs[0], "attach/governor");
  }
  const fronted = usable.find((x) => x.to <= firstVerb(s) && x.to <= top);
  if (fronted !== undefined && s.deprels[top] !== "ccomp") return itemTime(input, fronted, "attach/fronted");
  return NO_TIME;
}

function firstVerb(s: Sentence): number {
  for (let t = 0; t < s.size; t++) if ((s.upos[t] === "VERB" && s.xpos[t] !== "VBG") || s.upos[t] === "AUX") return t;
  return s.size;
}

const WHERE = new Set(["in", "at", "on", "near", "outside", "to", "from", "into", ""]);

function placeOf(input: WithClauses, clause: Clause): Place | null {
  const s = input.parsed.sentences[clause.sentence];
  let fronted: Place | null = null;
  for (const m of input.mentionsBySentence[clause.sentence]) {
    const mention = input.mentions[m];
    if (mention.use !== "place") continue;
    const entity = input.entities[mention.entity];
    if (!WHERE.has(preposition(s, mention.head)) && s.deprels[mention.head] !== "obj") continue;
    const place: Place = { name: entity.name, country: entity.country, words: makeSpan(input.parsed.document, mention.start, mention.end), basis: "attach/own" };
    const of = owner(input, s, mention.head);
    if (of === clause || dominates(s, clause.head, mention.head)) return place;
    if (of !== null && of.index === clause.parent && (clause.kind === "nominal" || clause.relation === "conj" || clause.relation.startsWith("acl"))) fronted ??= { ...place, basis: "attach/governor" };
    else if (mention.to <= firstVerb(s)) fronted ??= { ...place, basis: "attach/fronted" };
  }
  return fronted;
}
