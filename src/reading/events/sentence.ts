import { relativeWord } from "../clauses/index.js";
import type { Layers } from "../layers.js";
import { itemBase, verbOf } from "../phrases/index.js";
import type { Actor, Clause, EventItem, Factuality, PloverClass } from "../types.js";
import { contextsOf } from "./contexts.js";
import { type Meaning, Reader } from "./meaning.js";
import { groupsAt } from "./nouns.js";
import { partiesAt } from "./parties.js";
import { clausesOf } from "./repair.js";
import { hearersOf, isSaying, type Roles, rolesOf, speakersOf } from "./roles.js";
import type { Shifts } from "./shift.js";
import { byNobody, inverted, isSport } from "./unreal.js";
import type { EventWords } from "./words.js";

/** Where a clause stands to the events found above it. */
type Standing = "free" | "emitted" | "inside" | "background";

const FUTURE = new Set(["will", "shall", "would", "'ll", "be_to"]);
const MAYBE = new Set(["may", "might", "could"]);
const OBLIGING = new Set(["must", "should", "ought", "have_to", "need", "has_to"]);
const STATED: Pick<Factuality, "certainty" | "polarity" | "status"> = {
  certainty: "certain",
  polarity: "positive",
  status: "happened",
};
const CONDITIONAL: typeof STATED = { certainty: "uncommitted", polarity: "unknown", status: "conditional" };

/** Adds the events of one sentence: from the top of the tree down, so that what a predicate governs is told once. */
export function itemsOf(
  layers: Layers,
  words: EventWords,
  shifts: Shifts,
  sentence: number,
  items: EventItem[],
): void {
  for (const rescue of [false, true]) {
    const clauses = clausesOf(layers, words, sentence, rescue);
    const reader = new Reader(layers, words, shifts, sentence, clauses);
    if (isSport(reader.s, words)) return;
    const found = read(reader, shifts);
    items.push(...found);
    if (found.length > 0) return;
  }
}

function read(r: Reader, shifts: Shifts): EventItem[] {
  const { clauses } = r;
  const standing = new Map<number, Standing>();
  const found: EventItem[] = [];
  const used = new Set<number>();
  // Clauses of protests: what the crowd demands or denounces there is the protest's own matter.
  const told = new Set<number>();
  const within: Clause[] = [];
  for (const c of topDown(clauses)) {
    const where = standingOf(r, c, standing);
    standing.set(c.index, where);
    if (where === "inside" || used.has(c.head)) {
      standing.set(c.index, "inside");
      within.push(c);
      continue;
    }
    const own = top(r, c, shifts);
    if (own === null) continue;
    const speech = speechOver(r, c);
    const alone = rolesOf(
      r,
      own,
      speech === null ? [] : speakersOf(r, speech),
      speech === null ? [] : hearersOf(r, speech),
    );
    const together = isShared(r, own, alone);
    const m = together ? { ...own, class: "COOPERATE" as const, mode: null } : own;
    const roles = together ? { ...alone, recipients: [], reciprocal: true } : alone;
    if (!worthTelling(r, m, c, roles, where, found.length > 0) || atHome(m, roles)) {
      // Nobody known asks for it or threatens it: what is asked for is still no event.
      if (SPOKEN.has(m.entry?.operator ?? "") && m.content?.clause != null)
        standing.set(m.content.clause.index, "inside");
      within.push(c);
      continue;
    }
    if (told.has(c.parent) && VOICED.has(m.class) && c.relation !== "conj") continue;
    if (m.class === "PROTEST") told.add(c.index);
    standing.set(c.index, "emitted");
    for (let x: Meaning | null = m; x !== null; x = x.content) {
      used.add(x.trigger);
      if (x.clause !== null && x.clause !== c) standing.set(x.clause.index, "inside");
    }
    if (found.some((e) => same(e, m.class, roles))) continue;
    found.push(answered(found, eventOf(r, c, m, roles, speech)));
  }
  for (const c of within) {
    const e = used.has(c.head) ? null : imagined(r, c, used);
    if (e !== null && !found.some((x) => x.class === e.class)) found.push(e);
  }
  return found;
}

/** "asked Cuba to extradite them, but Cuba refused": a no to whoever asked or accused in the same sentence. */
function answered(before: readonly EventItem[], e: EventItem): EventItem {
  const named = e.recipients.some((a) => a.basis !== "counterpart");
  if (!ANSWERS.has(e.class) || named || e.reciprocal) return e;
  const asked = before.findLast(
    (x) =>
      ASKED.has(x.class) &&
      !x.reciprocal &&
      x.actors.length > 0 &&
      x.actors.every((a) => e.actors.every((b) => b.code !== a.code)),
  );
  if (asked === undefined || asked.trigger.start > e.trigger.start) return e;
  const to =
    asked.recipients.length === 0 || asked.recipients.some((a) => e.actors.some((b) => b.code === a.code));
  return to ? { ...e, recipients: asked.actors.map((a) => ({ ...a, words: null, basis: "answered" })) } : e;
}

const ANSWERS: ReadonlySet<PloverClass> = new Set(["REJECT", "CONCEDE", "ACCUSE"]);
const ASKED: ReadonlySet<PloverClass> = new Set(["REQUEST", "ACCUSE", "AGREE", "THREATEN"]);

/** Deeds that a text tells of though they have not come about: "concern over a possible deployment", "if the land were returned". */
function imagined(r: Reader, c: Clause, used: Set<number>): EventItem | null {
  if (c.index < 0 || !UNREAL.has(r.layers.facts.factuality(c.index).status)) return null;
  const m = r.clause(c);
  if (m === null || !DEEDS.has(m.class)) return null;
  const roles = rolesOf(r, m, []);
  // "any attack would draw a response": nobody is said to make it.
  if (c.kind === "nominal" && c.support < 0 && roles.actors.every((a) => a.basis === "nearby")) return null;
  for (let x = m.content; x !== null; x = x.content) used.add(x.trigger);
  const recipients = roles.recipients.filter((a) => a.basis !== "domestic");
  return roles.actors.length === 0 ? null : eventOf(r, c, m, { ...roles, recipients }, null);
}

const REAL: ReadonlySet<Factuality["status"]> = new Set(["happened", "ongoing"]);
const UNREAL: ReadonlySet<Factuality["status"]> = new Set(["hypothetical", "conditional"]);
const DEEDS: ReadonlySet<PloverClass> = new Set([
  "MOBILIZE",
  "RETREAT",
  "ASSAULT",
  "COERCE",
  "SANCTION",
  "CONCEDE",
  "AID",
]);

/** "U.S. and Japanese troops practised landings", "police of both jointly raided": what the forces of several states do together. */
function isShared(r: Reader, m: Meaning, { actors }: Roles): boolean {
  if ((m.class !== "MOBILIZE" && m.class !== "COERCE") || m.clause === null) return false;
  if (actors.every((a) => a.code === null || a.code === actors[0].code)) return false;
  if (m.class === "MOBILIZE" && m.clause.objects.some((o) => groupsAt(r.words, r.s, o).has("exercise")))
    return true;
  for (let k = r.s.firstChild[m.trigger]; k >= 0; k = r.s.nextSibling[k])
    if (r.s.deprels[k] === "advmod" && r.words.is("together", r.s.norms[k])) return true;
  return false;
}

function* topDown(clauses: readonly Clause[]): Iterable<Clause> {
  const children = new Map<number, Clause[]>();
  const known = new Set(clauses.map((c) => c.index));
  for (const c of clauses) {
    const p = known.has(c.parent) ? c.parent : -1;
    const list = children.get(p);
    if (list === undefined) children.set(p, [c]);
    else list.push(c);
  }
  const queue = [...(children.get(-1) ?? [])];
  for (let i = 0; i < queue.length; i++) {
    yield queue[i];
    queue.push(...(children.get(queue[i].index) ?? []));
  }
}

function standingOf(r: Reader, c: Clause, standing: ReadonlyMap<number, Standing>): Standing {
  const above = c.parent < 0 ? "free" : (standing.get(c.parent) ?? "free");
  // "met in Oran, where they agreed to ...": told as the next thing that happened, not as what is known of the place.
  if (c.tense === "past" && relativeWord(r.s, verbOf(c), r.words.whereRelative) >= 0) return "free";
  if (above === "free")
    return c.relation.startsWith("acl") ||
      (c.relation === "advcl" && c.marker !== null && c.mood !== "gerund")
      ? "background"
      : "free";
  if (above === "background") return "background";
  if (c.relation === "parataxis") return "free";
  if (c.relation === "conj") return above === "emitted" ? "free" : "inside";
  if (
    above === "emitted" &&
    c.relation === "advcl" &&
    c.mood === "gerund" &&
    (c.marker === null || c.marker === "")
  )
    return "free";
  if (c.relation === "advcl" && c.mood === "gerund" && c.marker === "for") return "inside";
  if (c.relation.startsWith("acl") || c.relation === "advcl")
    return c.mood === "infinitive" ? "inside" : "background";
  return "inside";
}

/** Meaning with time, negation and speech around it. */
function top(r: Reader, c: Clause, shifts: Shifts): Meaning | null {
  if (byNobody(r, c) || inverted(r, c)) return null;
  const speech = speechOver(r, c);
  const obliging = c.modal !== null && OBLIGING.has(c.modal);
  // "should never have agreed": a wish too late is no demand.
  if (obliging && c.aspect.startsWith("perfect")) return null;
  if (speech !== null && obliging && speakersOf(r, speech).length > 0) {
    const rule = shifts.find("must", null, false);
    const obliged = c.passive ? c.objects : c.subjects;
    if (rule !== null && obliged.length > 0)
      return {
        class: rule.class as PloverClass,
        mode: null,
        rule: rule.id,
        trigger: c.head,
        clause: { ...c, subjects: speech.subjects, objects: obliged, passive: false },
        entry: null,
        noun: null,
        content: null,
        inner: null,
      };
  }
  const m = r.clause(c);
  if (m === null) return speech === null ? null : withheld(r, c, shifts);
  const future = c.modal !== null && FUTURE.has(c.modal);
  const maybe = c.modal !== null && MAYBE.has(c.modal);
  if (maybe && c.aspect.startsWith("perfect")) return null;
  const acting = !(c.passive && c.subjects.length === 0);
  const apply = (operator: string): Meaning | null => {
    const rule = shifts.find(operator, m.class, false);
    return rule === null
      ? null
      : {
          ...m,
          class: rule.class ?? m.class,
          mode: rule.mode ?? (rule.class === null || rule.class === m.class ? m.mode : null),
          rule: rule.id,
        };
  };
  // "does not want a war": no refusal to anybody.
  if (c.negated && m.entry?.operator === "plan" && m.content !== null && HOSTILE.has(m.content.class))
    return null;
  // "has no intention of": the negation is the refusal.
  const noIntent = m.entry?.needs.includes("no-intent") === true;
  // "is not ready to", "does not intend to": no, whatever it is that is not meant to be done.
  if (noIntent || (c.negated && m.content !== null && WILLING.has(m.entry?.operator ?? ""))) {
    const rule = shifts.find("will-not-do", null, false);
    if (rule !== null) return { ...m, class: rule.class as PloverClass, mode: null, rule: rule.id };
  }
  // "has yet to allow": it has not.
  if (m.entry?.operator === "carry" && m.inner !== null && m.inner.index >= 0) {
    if (r.layers.facts.factuality(m.inner.index).status === "negated") return apply("not");
  }
  if (c.negated) return apply(future || maybe ? "will-not" : "not");
  if ((future || maybe) && acting) {
    if (hasUnless(r, c)) return apply("unless") ?? m;
    // "may attack, analysts warn": others foresee it; only who would do it can threaten to.
    // "under a draft, Chad would lift the blockade": nobody announces it.
    if (future && r.layers.facts.factuality(c.index).status === "hypothetical") return m;
    const own = future ? !foreseen(r, c) : speech === null ? DECIDED.has(m.class) : ownWords(r, c, speech);
    return own ? (apply(future ? "will" : "may-harm") ?? m) : m;
  }
  return m.entry?.operator === "promise" && hasUnless(r, c) ? (apply("unless") ?? m) : m;
}

/** What a government decides on is weighed aloud; violence that may come is only feared. */
const DECIDED = new Set<PloverClass>(["SANCTION", "COERCE"]);

/** Whether who speaks is, or speaks for, who would act; members speak for their body. */
function ownWords(r: Reader, c: Clause, speech: Clause): boolean {
  const by = c.subjects.flatMap((t) => partiesAt(r.layers, r.s.index, t));
  return speakersOf(r, speech).some((x) =>
    by.some(
      (a) => a.code !== null && (a.code === x.code || r.layers.entities[a.entity].kind === "organisation"),
    ),
  );
}

/** "fear that X would attack", "expect X to": the content of somebody else's mind. */
function foreseen(r: Reader, c: Clause): boolean {
  const p = c.parent < 0 ? null : (r.clauses.find((x) => x.index === c.parent) ?? null);
  return (
    p !== null &&
    c.relation === "ccomp" &&
    p.subjects.length > 0 &&
    !isSaying(r, p) &&
    r.layers.facts.factuality(c.index).status !== "happened" &&
    !ownWords(r, c, p)
  );
}

/** "Denmark will not join the euro, its minister said": no, though the word lists do not know to what. */
function withheld(r: Reader, c: Clause, shifts: Shifts): Meaning | null {
  if (!c.negated || c.passive || c.kind !== "verbal" || c.modal === null || !FUTURE.has(c.modal)) return null;
  if (r.words.is("not-refusable", c.lemma) || isSaying(r, c)) return null;
  const rule = shifts.find("will-not-do", null, false);
  return rule === null
    ? null
    : {
        class: rule.class as PloverClass,
        mode: null,
        rule: rule.id,
        trigger: c.head,
        clause: c,
        entry: null,
        noun: null,
        content: null,
        inner: r.innerOf(c),
      };
}

function hasUnless(r: Reader, c: Clause): boolean {
  for (const d of r.clauses) {
    if (d.head > c.head && d.marker !== null && r.words.is("threat-marker", d.marker)) return true;
  }
  return false;
}

/** The verb of saying whose content `c` is, before or behind it; null where the outlet tells it. */
function speechOver(r: Reader, c: Clause): Clause | null {
  const p = c.parent < 0 ? null : (r.clauses.find((x) => x.index === c.parent) ?? null);
  if (p !== null && p.sentence === c.sentence && c.relation !== "advcl" && c.relation !== "acl:relcl") {
    if (isSaying(r, p)) return p;
    if (p.kind === "nominal" && r.words.nouns.get(r.s.lemmas[p.head])?.operator === "say") return p;
    if (c.relation === "conj") return speechOver(r, p);
  }
  for (const d of r.clauses) {
    if (d.parent === c.index && d.relation === "parataxis" && isSaying(r, d)) return d;
  }
  return null;
}

/** Background clauses and bare nouns count only where both sides are told. */
function worthTelling(
  r: Reader,
  m: Meaning,
  c: Clause,
  roles: Roles,
  where: Standing,
  others: boolean,
): boolean {
  if (roles.actors.length === 0 && roles.recipients.length === 0) return false;
  const bare = c.kind === "nominal" && c.support < 0;
  if (bare || where === "background") {
    if (roles.actors.length === 0 || (others && !bare)) return false;
    // "a missile strike by Chad", "Chad's withdrawal": whose deed it is says enough.
    // "raids from Chad": a place they come from is no actor.
    const owned = (a: Actor): boolean =>
      a.words !== null && (c.subjects.length > 0 || a.words.start < r.s.starts[m.trigger]);
    if (bare && DEEDS.has(m.class) && roles.actors.every((a) => a.basis !== "nearby" && owned(a)))
      return (
        REAL.has(r.layers.facts.factuality(c.index).status) &&
        (roles.recipients.length === 0 ||
          roles.recipients.some((x) => roles.actors.every((a) => a.code !== x.code)))
      );
    return roles.grounded && (roles.reciprocal || roles.recipients.length > 0);
  }
  return (
    roles.actors.length > 0 ||
    m.class === "ASSAULT" ||
    m.class === "COERCE" ||
    m.class === "SANCTION" ||
    m.class === "PROTEST"
  );
}

const HOSTILE = new Set<PloverClass>(["ASSAULT", "COERCE", "SANCTION", "THREATEN"]);
const SPOKEN = new Set(["demand", "threaten", "refuse", "accuse", "promise", "prevent"]);
const WILLING = new Set(["promise", "plan", "agree"]);
const VOICED = new Set<PloverClass>(["REQUEST", "ACCUSE"]);

/** A visit to one's own country is none. */
const atHome = (m: Meaning, roles: Roles): boolean =>
  m.mode === "visit" &&
  !roles.reciprocal &&
  roles.actors.length > 0 &&
  roles.recipients.length > 0 &&
  roles.recipients.every((x) => roles.actors.some((a) => a.code === x.code));

const same = (e: EventItem, cls: PloverClass, roles: Roles): boolean =>
  e.class === cls &&
  codes(e.actors) === codes(roles.actors) &&
  codes(e.recipients) === codes(roles.recipients);
const codes = (list: readonly Actor[]): string =>
  list
    .map((a) => a.code ?? a.name)
    .sort()
    .join();

function eventOf(r: Reader, c: Clause, m: Meaning, roles: Roles, speech: Clause | null): EventItem {
  // A clause made up for a lost verb has no facts of its own: it takes time, voice and place of the sentence's first.
  const lost = c.index < 0;
  const known = lost ? (r.clauses.find((x) => x.index >= 0) ?? null) : c;
  const base = itemBase(r.layers, {
    component: "events",
    rule: m.rule,
    sentence: r.s.index,
    trigger: m.trigger,
    clause: known,
    key: [m.class],
  });
  const said =
    lost || (STATED_RULES.has(m.rule) && (speech !== null || base.factuality.status !== "scheduled"));
  // "was trying to reach an agreement": the trying is real, the agreement is not.
  const tried = m.entry?.operator === "try" && m.inner !== null && m.inner.index >= 0 ? m.inner : null;
  const factuality = tried === null ? base.factuality : r.layers.facts.factuality(tried.index);
  return {
    ...base,
    factuality: said
      ? { ...factuality, ...STATED, rule: m.rule }
      : m.rule === "event/will" && onlyIf(r, c)
        ? { ...factuality, ...CONDITIONAL }
        : factuality,
    kind: "event",
    class: m.class,
    mode: m.mode,
    contexts: contextsOf(r, m),
    actors: roles.reciprocal ? onePerParty(r, roles.actors) : roles.actors,
    recipients: roles.recipients,
    reciprocal: roles.reciprocal,
    place: known === null ? null : r.layers.facts.place(known.index),
  };
}

/** Between parties each is told once, though its leader and its minister are both named; bodies of one code stay apart. */
const onePerParty = (r: Reader, actors: readonly Actor[]): Actor[] =>
  actors.filter((a, i) => {
    const alike = actors.every((x) => x.code === actors[0].code);
    const key = (x: Actor): string =>
      alike ||
      x.code === null ||
      !/^[A-Z]{3}$/.test(x.code) ||
      BODIES.has(x.code) ||
      r.layers.entities[x.entity].kind === "armed-group"
        ? x.name
        : x.code;
    return actors.findIndex((x) => key(x) === key(a)) === i;
  });
const BODIES = new Set(["IGO", "NGO", "MNC", "REB"]);

/** "will stop only if": no promise but a condition. */
function onlyIf(r: Reader, c: Clause): boolean {
  const { norms, size } = r.s;
  for (let t = c.head + 1; t + 1 < size; t++)
    if (r.words.is("only", norms[t]) && r.words.is("condition", norms[t + 1])) return true;
  return false;
}

/** Events that lie in the saying: the intent, the threat, the refusal has happened though the act has not. */
const STATED_RULES = new Set([
  "event/will-harm",
  "event/unless",
  "event/will-not",
  "event/will-not-meet",
  "event/will-not-harm",
  "event/will-not-do",
  "event/must",
]);
