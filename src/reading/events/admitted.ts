import type { Lexicon } from "../../language/index.js";
import { extend, makeSpan } from "../../text/index.js";
import type { Layers } from "../layers.js";
import { itemBase, longestKeys, verbOf } from "../phrases/index.js";
import type { Actor, Clause, EventItem, Factuality, Item, ItemTime, Mention, Place } from "../types.js";
import { goalOf, homeland, landOfText, sightsOf } from "./goal.js";
import { type Holders, loadHolders } from "./holders.js";
import { loadReturnWords, type ReturnWords } from "./returns.js";
import { type Visitors, visitorsOf } from "./visitors.js";

const RULE = "event/admitted";
const REAL: ReadonlySet<Factuality["status"]> = new Set(["happened", "ongoing"]);

/**
 * Those who were made to leave a land, have their dead or their kin there, or come to pray go to it: whoever holds it has let them in.
 * What else was read from the same words goes: their visit is no consultation.
 */
export function createAdmissions(lexicon: Lexicon): (layers: Layers, items: readonly Item[]) => Item[] {
  const words = loadReturnWords(lexicon);
  const holders = loadHolders(lexicon);
  return (layers, items) => {
    const found: Admission[] = [];
    for (const c of layers.clauses) {
      const a = admission(layers, words, holders, c, items);
      if (a !== null && !found.some((x) => sameAdmission(x, a))) found.push(a);
    }
    if (found.length === 0) return [...items];
    const kept = items.filter((i) => i.kind !== "event" || !found.some((a) => covers(a, i)));
    return [...kept, ...found.map((a) => a.event)];
  };
}

interface Admission {
  readonly event: EventItem;
  /** Where the words that tell it begin and end: the visitors, and the verbs. */
  readonly spans: readonly (readonly [number, number])[];
}

const sameAdmission = (a: Admission, b: Admission): boolean =>
  a.event.sentences[0] === b.event.sentences[0] &&
  a.event.recipients[0].entity === b.event.recipients[0].entity;

const covers = ({ event, spans }: Admission, e: EventItem): boolean =>
  e.sentences[0] === event.sentences[0] &&
  spans.some(([from, to]) => e.trigger.start >= from && e.trigger.end <= to);

function admission(
  layers: Layers,
  w: ReturnWords,
  holders: Holders,
  c: Clause,
  items: readonly Item[],
): Admission | null {
  const verb = verbOf(c);
  const going = w.goes(layers.parsed.sentences[c.sentence].lemmas[verb]) ? goingOf(layers, w, c) : null;
  if (going === null) return null;
  const over = permitOver(layers, w, c);
  const told = isBare(c) ? heldBy(layers, w, c) : (over ?? c);
  if (told === null) return null;
  const facts = layers.facts.factuality(told.index);
  if (!REAL.has(facts.status) || facts.polarity !== "positive" || c.negated) return null;
  const v = visitorsOf(layers, w, c, verb);
  if (v === null) return null;
  const s = layers.parsed.sentences[c.sentence];
  const land = landOf(layers, w, holders, c, v, going);
  if (land === null) return null;
  const entity = layers.entities[land.entity];
  const permitted = layers.facts.time(told.index);
  const time = yearly(layers, c, permitted.earliest === null ? layers.facts.time(c.index) : permitted);
  const by = over?.passive === false ? (letBy(layers, over, items) ?? NOBODY) : [];
  const holder = by[0] ?? holders.at(layers, entity, time.latest ?? layers.published);
  const visitor = actorOf(layers, v, holder);
  if (by === NOBODY || holder === null || (visitor.code === null && !holders.isContested(entity)))
    return null;
  if (visitor.code === holder.code && holder.party === holder.code) return null;
  const base = itemBase(layers, {
    component: "events",
    rule: RULE,
    sentence: s.index,
    trigger: verb,
    clause: told,
    time,
    key: ["RETREAT"],
  });
  const of = (from: number, to: number): readonly [number, number] => [s.starts[from], s.ends[to]];
  return {
    event: extend(base, {
      kind: "event",
      class: "RETREAT",
      mode: "access",
      contexts: [],
      actors: [holder],
      recipients: [visitor],
      reciprocal: false,
      place: placeOf(layers, land),
    }),
    spans: [of(v.from, v.to - 1), of(verb, verb), of(c.head, c.head), of(verbOf(told), verbOf(told))],
  };
}

/** The land that somebody comes to who has ties to it; null where nothing tells of a land, or of ties. */
function landOf(
  layers: Layers,
  w: ReturnWords,
  holders: Holders,
  c: Clause,
  v: Visitors,
  going: Going,
): Mention | null {
  const verb = verbOf(c);
  const sights = sightsOf(w, layers.parsed.sentences[c.sentence], verb);
  const left = sights.grave || sights.home;
  const goal = goalOf(layers, w, holders, v, c, verb);
  const from = !v.plain && (left || going === "back") ? homeland(layers, w, v, verb) : null;
  const named = goal !== null && isKnown(layers, goal) ? goal : (from ?? goal);
  const land = named ?? (left && v.uprooted ? landOfText(layers, holders, v) : null);
  if (land === null) return null;
  if (v.plain && !left && !(holders.isContested(layers.entities[land.entity]) && sights.kin)) return null;
  if (going === "meet" && !(v.uprooted && sights.kin)) return null;
  // "refugees crossed into Chad" fled there.
  return v.uprooted && going === "go" && !left && !sights.kin && !seesIn(layers, w, c) ? null : land;
}

/** Whether it is known where a place lies. */
const isKnown = (layers: Layers, m: Mention): boolean =>
  layers.entities[m.entity].country !== null || layers.entities[m.entity].lexiconKey !== null;

type Going = "back" | "visit" | "go" | "meet";

/** How a clause says that somebody goes somewhere; null where it does not. */
function goingOf(layers: Layers, w: ReturnWords, c: Clause): Going | null {
  if (isBare(c)) return w.is("going", c.lemma) ? "visit" : null;
  if (c.kind !== "verbal" && c.support < 0) return null;
  // "pilgrims crossed into", taken for a participle: nobody is crossed.
  if (c.passive)
    return w.is("carried", c.lemma) || (c.mood === "participle" && w.is("go", c.lemma)) ? "go" : null;
  for (const key of [c.lemma, ...longestKeys(layers, c)].reverse())
    for (const kind of ["back", "visit", "go", "meet"] as const) if (w.is(kind, key)) return kind;
  return null;
}

const isBare = (c: Clause): boolean => c.kind === "nominal" && c.support < 0;

/** "a visit was carried out": the verb that says of a noun that it happened; null where there is none. */
function heldBy(layers: Layers, w: ReturnWords, c: Clause): Clause | null {
  const p = c.parent < 0 ? null : layers.clauses[c.parent];
  const named = p !== null && [...p.objects, ...p.subjects].includes(c.head);
  if (!named) return null;
  const { lemmas } = layers.parsed.sentences[c.sentence];
  const keys = [...longestKeys(layers, p), ...p.objects.map((o) => `${p.lemma}_${lemmas[o]}`)];
  return keys.some((key) => w.is("held", key)) ? p : null;
}

/** "were allowed to visit": the permit; null where none is told. */
function permitOver(layers: Layers, w: ReturnWords, c: Clause): Clause | null {
  if (c.mood !== "infinitive" || c.parent < 0) return null;
  const p = layers.clauses[c.parent];
  return w.is("permit", p.lemma) ? p : null;
}

/** Whose a permit was; null where the sentence names nobody. */
function letBy(layers: Layers, permit: Clause, items: readonly Item[]): readonly Actor[] | null {
  const at = layers.parsed.sentences[permit.sentence].starts[verbOf(permit)];
  for (const e of items)
    if (e.kind === "event" && e.trigger.start === at && e.actors.some((a) => a.words !== null))
      return e.actors;
  return null;
}

const NOBODY: readonly Actor[] = [];

/** "crossed the line to pray": what they go for tells that they come to see it. */
function seesIn(layers: Layers, w: ReturnWords, c: Clause): boolean {
  return layers.clausesBySentence[c.sentence].some((i) => {
    const d = layers.clauses[i];
    return d.parent === c.index && d.mood === "infinitive" && w.is("seeing", d.lemma);
  });
}

/** "for three consecutive years from the summer of 2017": of the later visits only the years are told. */
function yearly(layers: Layers, c: Clause, time: ItemTime): ItemTime {
  const x = (layers.timesBySentence[c.sentence] ?? [])
    .map((i) => layers.times[i])
    .find((t) => t.occurrences.length > 1 && t.quantity?.unit === "year" && t.start === time.words?.start);
  if (x === undefined) return time;
  const first = x.occurrences[0].earliest.slice(0, 4);
  const last = x.occurrences[x.occurrences.length - 1].latest.slice(0, 4);
  return { ...time, earliest: `${first}-01-01`, latest: `${last}-12-31`, edtf: `${first}/${last}` };
}

/** Former residents whom nothing but the land's name gives a state are of another one than its holder. */
function actorOf(layers: Layers, v: Visitors, holder: Actor | null): Actor {
  const m = v.mention;
  const e = layers.entities[m.entity];
  const words = makeSpan(layers.parsed.document, m.start, m.end);
  const unknown = v.former && m.form === "nominal" && e.code === holder?.code;
  return {
    entity: e.index,
    name: e.name,
    code: unknown ? null : e.code,
    party: unknown ? null : e.party,
    words,
    basis: m.form,
  };
}

function placeOf(layers: Layers, m: Mention): Place {
  const e = layers.entities[m.entity];
  const words = makeSpan(layers.parsed.document, m.start, m.end);
  return { name: e.name, country: e.country, words, basis: RULE };
}
