import type { Layers } from "../layers.js";
import type { Actor, Clause, EventItem, PloverClass } from "../types.js";
import { answered } from "./answered.js";
import { SPOKEN, VOICED } from "./groups.js";
import { imagined } from "./imagined.js";
import { top } from "./intent.js";
import { eventOf } from "./item.js";
import { lostVerb } from "./lost-verb.js";
import { type Meaning, Reader } from "./meaning.js";
import { isMotive } from "./occurrence.js";
import { clausesOf } from "./repair.js";
import { type Roles, rolesOf } from "./roles.js";
import type { Shifts } from "./shift.js";
import { hearersOf, speakersOf, speechOver } from "./speech.js";
import { type Standing, standingOf } from "./standing.js";
import { atHome, isShared, worthTelling } from "./telling.js";
import { isSport } from "./unreal.js";
import type { EventWords } from "./words.js";

/** Adds the events of one sentence: from the top of the tree down, so that what a predicate governs is told once. */
export function itemsOf(
  layers: Layers,
  words: EventWords,
  shifts: Shifts,
  sentence: number,
  items: EventItem[],
): void {
  if (isSport(layers.parsed.sentences[sentence], words)) return;
  const clauses = clausesOf(layers, words, sentence);
  const read1 = (list: readonly Clause[]): EventItem[] =>
    list.length === 0 ? [] : read(new Reader(layers, words, shifts, sentence, list), shifts);
  const withLost = (): EventItem[] => {
    const lost = lostVerb(layers, words, sentence, clauses);
    if (lost === null) return [];
    // "asked states to send more": what hung on the lost verb's object is its own.
    const all = clauses.map((c) =>
      c.parent < 0 && c.head > lost.head && c.mood === "infinitive" ? { ...c, parent: lost.index } : c,
    );
    all.push(lost);
    return read1(all);
  };
  // "Japan froze grants to Mali", all read as one noun phrase: the verb first.
  const told = clauses.some((c) => c.kind !== "nominal" || c.support >= 0);
  const first = told ? read1(clauses) : withLost();
  items.push(...(first.length > 0 ? first : told ? withLost() : read1(clauses)));
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
    if (isMotive(r, c)) {
      standing.set(c.index, "inside");
      continue;
    }
    if (where === "inside" || used.has(c.head)) {
      standing.set(c.index, "inside");
      within.push(c);
      continue;
    }
    const own = ruledOut(r, c) ? null : top(r, c, shifts);
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
    const below = told.has(c.parent) || (speech !== null && told.has(speech.parent));
    if (below && VOICED.has(m.class) && c.relation !== "conj") continue;
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

/** "doubt that Chad will attack": expected not to happen, and refused by nobody. */
function ruledOut(r: Reader, c: Clause): boolean {
  if (c.index < 0 || c.negated) return false;
  const f = r.layers.facts.factuality(c.index);
  return f.status === "expected" && f.polarity === "negative";
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

const same = (e: EventItem, cls: PloverClass, roles: Roles): boolean =>
  e.class === cls &&
  codes(e.actors) === codes(roles.actors) &&
  codes(e.recipients) === codes(roles.recipients);

const codes = (list: readonly Actor[]): string =>
  list
    .map((a) => a.code ?? a.name)
    .sort()
    .join();
