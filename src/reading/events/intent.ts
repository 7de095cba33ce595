import { mentionAt, verbOf } from "../phrases/index.js";
import type { Clause, Factuality, PloverClass } from "../types.js";
import { innerOf } from "./content.js";
import { entriesOf } from "./entries.js";
import { DECIDED, HOSTILE, INTENDED, PLANNING, PREVENT, WILLING, YIELDING } from "./groups.js";
import type { Meaning, Reader } from "./meaning.js";
import { groupsAt } from "./nouns.js";
import { partiesAt } from "./parties.js";
import type { Shifts } from "./shift.js";
import { foreseen, isSaying, ownWords, speakersOf, speechOver } from "./speech.js";
import { isTogether } from "./telling.js";
import { byNobody, inverted } from "./unreal.js";

/** Meaning with time, negation and speech around it. */
export function top(r: Reader, c: Clause, shifts: Shifts): Meaning | null {
  if (byNobody(r, c) || inverted(r, c) || isSlogan(r, c)) return null;
  const speech = speechOver(r, c);
  const obliging = c.modal !== null && r.words.is("obliging", c.modal);
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
  if (m === null)
    return (
      (speech === null ? null : (withheld(r, c, shifts) ?? hanging(r, c, speech, shifts))) ?? jointly(r, c)
    );
  const future = c.modal !== null && r.words.is("future", c.modal);
  const maybe = c.modal !== null && r.words.is("maybe", c.modal);
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
  // "has no intention of": the negation is the refusal.
  const noIntent = m.entry?.needs.includes("no-intent") === true;
  // "does not want a war", "has no wish to attack": no refusal to anybody.
  if (
    (noIntent || c.negated) &&
    (noIntent || PLANNING.has(m.entry?.operator ?? "")) &&
    m.content !== null &&
    HOSTILE.has(m.content.class)
  )
    return null;
  // "is not ready to", "does not intend to": no, whatever it is that is not meant to be done.
  if (noIntent || (c.negated && m.content !== null && WILLING.has(m.entry?.operator ?? ""))) {
    const rule = shifts.find("will-not-do", null, false);
    if (rule !== null) return { ...m, class: rule.class as PloverClass, mode: null, rule: rule.id };
  }
  // "has yet to allow": it has not.
  if (m.entry?.operator === "carry" && m.inner !== null && m.inner.index >= 0) {
    if (r.layers.facts.factuality(m.inner.index).status === "negated") return null;
  }
  // "is going to release": it will.
  if (m.content !== null && m.inner?.mood === "infinitive" && r.words.is("ahead-verb", c.lemma))
    if (r.s.xpos[verbOf(c)] === "VBG" && !c.negated) return apply("will") ?? m;
  if (c.negated && m.entry?.negated === true) return m;
  if (c.negated) return apply(future || maybe ? "will-not" : "not");
  // "is set to send", "close to signing": what lies ahead is intent.
  if (!future && !maybe && m.content === null && INTENDED.has(m.class) && lies(r, c))
    return apply("will") ?? m;
  if ((future || maybe) && acting) {
    if (hasUnless(r, c)) return apply("unless") ?? m;
    // "may attack, analysts warn": others foresee it; only who would do it can threaten to.
    // "announced it would prohibit all aid": prohibited by that.
    if (future && speech !== null && m.entry?.operator === PREVENT && r.words.is("decree", speech.lemma))
      return m;
    // "under a draft, Chad would lift the blockade": nobody announces it.
    if (future && c.index >= 0 && r.layers.facts.factuality(c.index).status === "hypothetical") return m;
    const own = future ? !foreseen(r, c) : speech === null ? DECIDED.has(m.class) : ownWords(r, c, speech);
    return own ? (apply(future ? "will" : "may-harm") ?? m) : m;
  }
  return m.entry?.operator === "promise" && hasUnless(r, c) ? (apply("unless") ?? m) : m;
}

/** "shouting slogans such as "Quit power"": asked of whoever reads it, and done by nobody. */
function isSlogan(r: Reader, c: Clause): boolean {
  if (c.mood !== "imperative" || c.subjects.length > 0) return false;
  for (let t = c.head - 1, quoted = false; t >= 0; t--) {
    quoted ||= QUOTE.test(r.s.norms[t]);
    if (quoted && groupsAt(r.words, r.s, t).has("slogan")) return true;
  }
  return false;
}

const QUOTE = /^["\u201c\u201d]$/;

/** "Denmark will not join the euro, its minister said": no, though the word lists do not know to what. */
function withheld(r: Reader, c: Clause, shifts: Shifts): Meaning | null {
  if (!c.negated || c.passive || c.kind !== "verbal" || c.modal === null) return null;
  // "could not accept that conditions be attached"
  const yields = r.words.is("able", c.modal) && entriesOf(r, c).some((e) => YIELDING.has(e.operator ?? ""));
  if (!yields && !r.words.is("future", c.modal)) return null;
  if (r.words.is("not-refusable", c.lemma) || isSaying(r, c)) return null;
  return ofShift(r, c, shifts.find("will-not-do", null, false));
}

/** "Chad and Mali have sunk a well together": cooperation, whatever it is that they do. */
function jointly(r: Reader, c: Clause): Meaning | null {
  if (c.kind !== "verbal" || c.passive || c.negated || c.modal !== null || c.subjects.length === 0)
    return null;
  if (c.tense === "none" || !isTogether(r, c.head) || isSaying(r, c) || r.words.is("not-joint", c.lemma))
    return null;
  const codes = new Set(c.subjects.flatMap((t) => partiesAt(r.layers, r.s.index, t)).map((a) => a.code));
  codes.delete(null);
  return codes.size < 2
    ? null
    : {
        class: "COOPERATE",
        mode: null,
        rule: "event/word",
        entry: null,
        noun: null,
        content: null,
        trigger: c.head,
        clause: c,
        inner: null,
      };
}

/** "said it would flood the market unless the duty was lifted": a threat, though the word lists do not know with what. */
function hanging(r: Reader, c: Clause, speech: Clause, shifts: Shifts): Meaning | null {
  if (c.passive || c.kind !== "verbal" || c.modal === null || !r.words.is("future", c.modal)) return null;
  const unless = unlessOf(r, c);
  // "if the rains are not late": nobody can see to that.
  if (unless === null || !ownWords(r, c, speech)) return null;
  if (!unless.passive && !unless.subjects.some((t) => mentionAt(r.layers, r.s.index, t) !== null))
    return null;
  return ofShift(r, c, shifts.find("unless", null, false));
}

/** What a clause means by a shift alone, where no word of the lists gives it a class. */
function ofShift(r: Reader, c: Clause, rule: ReturnType<Shifts["find"]>): Meaning | null {
  if (rule === null) return null;
  return {
    class: rule.class as PloverClass,
    mode: null,
    rule: rule.id,
    entry: null,
    noun: null,
    content: null,
    trigger: c.head,
    clause: c,
    inner: innerOf(r, c),
  };
}

/** "unless he pays", "if he does not pay". */
const hasUnless = (r: Reader, c: Clause): boolean => unlessOf(r, c) !== null;

export function unlessOf(r: Reader, c: Clause): Clause | null {
  for (const d of r.clauses) {
    if (d.marker === null || d === c) continue;
    if (d.head > c.head && r.words.is("threat-marker", d.marker)) return d;
    // "may expel him if Chad does not pay, an official said": the tree may hang it on what stands at the end.
    const under =
      d.parent === c.index || (c.relation === "ccomp" && d.parent === c.parent && d.head > c.head);
    if (d.negated && under && r.words.is("if", d.marker)) return d;
  }
  return null;
}

const AHEAD: ReadonlySet<Factuality["status"]> = new Set(["scheduled", "expected"]);

const lies = (r: Reader, c: Clause): boolean =>
  c.index >= 0 && AHEAD.has(r.layers.facts.factuality(c.index).status);
