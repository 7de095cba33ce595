import { preposition } from "../clauses/index.js";
import { mentionAt, verbOf } from "../phrases/index.js";
import type { Clause, Entity } from "../types.js";
import { innerOf } from "./content.js";
import { OF, ORIGIN, WITH } from "./function-words.js";
import { HOSTILE } from "./groups.js";
import type { Reader } from "./meaning.js";
import { complement, groupsAt, nounAt } from "./nouns.js";
import { partiesAt } from "./parties.js";
import { ofNoun } from "./slots.js";
import { speechOver } from "./speech.js";
import type { Need } from "./words.js";

const ARMED = new Set<Entity["kind"]>(["military", "armed-group"]);
const LANDS = new Set<Entity["kind"]>(["state", "place", "territory"]);
const OFFICIAL = new Set<Entity["kind"]>([
  "state",
  "historical-state",
  "ministry",
  "organisation",
  "legislature",
  "territory",
]);
const THINGS = new Set<Entity["kind"]>(["document", "occasion", "place"]);

const POWERS = new Set<Entity["kind"]>([
  "state",
  "historical-state",
  "ministry",
  "organisation",
  "legislature",
  "military",
  "police",
]);

function hasNo(r: Reader, token: number): boolean {
  for (let k = r.s.firstChild[token]; k >= 0 && k < token; k = r.s.nextSibling[k])
    if (r.words.is("no", r.s.norms[k])) return true;
  return false;
}

/** What a verb calls its object: "called Thailand a thief". */
function isCalled(r: Reader, c: Clause, group: string): boolean {
  const verb = verbOf(c);
  for (let k = r.s.firstChild[verb]; k >= 0; k = r.s.nextSibling[k])
    if (k > verb && r.s.deprels[k] === "xcomp" && r.s.upos[k] !== "VERB" && belongs(r, k, group)) return true;
  return false;
}

/**
 * Whether a clause gives an entry what it needs. A plain word is a group that the object must belong to; "from:body" one for the
 * object of a preposition ("any" and "party" as well); "crowd-subject" one for the subject; "inner:leave" a kind of word that the
 * clause below must be; "a+b" asks for both; the rest are named below. What follows the particle counts as object ("yield to X").
 */
export function meets(r: Reader, c: Clause, need: Need, particle: string): boolean {
  switch (need.word) {
    case "no-object":
      return c.objects.length === 0;
    case "passive":
      return c.passive;
    case "complement":
      return innerOf(r, c) !== null;
    case "negated":
      return c.negated;
    case "future":
      return c.tense === "future" || (c.modal !== null && r.words.is("future", c.modal));
    // "insisted that the other side had budged": held to be so, and asked of nobody.
    case "unasserted": {
      const inner = innerOf(r, c);
      if (inner === null || inner.relation !== "ccomp" || inner.modal !== null) return true;
      return inner.tense !== "past" && !isIndicative(r, inner);
    }
    // "warned that stocks were low": told to nobody in particular, and of nothing to come.
    case "foretold": {
      const inner = innerOf(r, c);
      return (
        inner === null ||
        inner.relation !== "ccomp" ||
        inner.modal !== null ||
        inner.tense === "future" ||
        c.objects.length + c.recipients.length > 0
      );
    }
    // "cautioned that it would", "…, Oslo cautioned": no advice against haste.
    case "foreboding": {
      const inner = innerOf(r, c);
      if (inner === null) return c.objects.length + c.recipients.length + c.obliques.length === 0;
      return inner.modal !== null || inner.tense === "future";
    }
    case "infinitive":
      return innerOf(r, c)?.mood === "infinitive";
    // "was a provocation, Chad said": the outlet blames nobody.
    case "spoken":
      return speechOver(r, c) !== null;
    case "other-inner": {
      const inner = innerOf(r, c);
      const acts = inner === null ? [] : inner.passive ? inner.objects : inner.subjects;
      return acts.some((t) => !c.subjects.includes(t));
    }
  }
  return hasWords(r, c, need, particle);
}

/** Objects of a clause, with what follows the particle. */
function objectsOf(c: Clause, particle: string): readonly number[] {
  const own = c.support >= 0 ? [c.head] : c.objects.length === 0 ? c.recipients : c.objects;
  if (particle === "") return own;
  const last = particle.slice(particle.lastIndexOf("_") + 1);
  let out: number[] | null = null;
  for (const o of c.obliques)
    if (last !== "" && (o.prep === last || o.prep.endsWith(`_${last}`))) {
      out ??= [...own];
      out.push(o.head);
    }
  return out ?? own;
}

/** "insists that it is": what nobody is asked to do is told in the third person. */
function isIndicative(r: Reader, c: Clause): boolean {
  const { s } = r;
  const verb = verbOf(c);
  if (s.xpos[verb] === "VBZ") return true;
  for (let k = s.firstChild[verb]; k >= 0 && k < verb; k = s.nextSibling[k])
    if (
      (s.deprels[k] === "cop" || s.deprels[k].startsWith("aux")) &&
      s.xpos[k] !== "VB" &&
      s.xpos[k] !== "MD"
    )
      return true;
  return false;
}

const allPersons = (r: Reader, tokens: readonly number[]): boolean =>
  tokens.length > 0 && tokens.every((t) => kindAt(r, t) === "person");

function kindAt(r: Reader, t: number): Entity["kind"] | null {
  const m = mentionAt(r.layers, r.s.index, t);
  if (m !== null) return r.layers.entities[m.entity].kind;
  const of = r.words.is("measure", r.s.lemmas[t]) ? complement(r.s, t) : -1;
  return of < 0 ? null : kindAt(r, of);
}

function belongs(r: Reader, t: number, group: string): boolean {
  if (groupsAt(r.words, r.s, t).has(group)) return true;
  const m = mentionAt(r.layers, r.s.index, t);
  const kind = m === null ? null : r.layers.entities[m.entity].kind;
  // "the truckers said they would": who is meant by a pronoun, where the sentence says so.
  if (m?.form === "pronoun")
    for (const i of r.layers.mentionsBySentence[r.s.index]) {
      const x = r.layers.mentions[i];
      if (x.entity === m.entity && x.form !== "pronoun" && groupsAt(r.words, r.s, x.head).has(group))
        return true;
    }
  // "650 Somalis": people, though no word of the lists says so.
  if (kind === "group") return group === "person";
  if (m === null || kind !== "person") return false;
  for (let k = m.from; k < m.to; k++) if (groupsAt(r.words, r.s, k).has(group)) return true;
  return false;
}

function isParty(r: Reader, t: number): boolean {
  const k = kindAt(r, t);
  return k === null ? belongs(r, t, "person") : !THINGS.has(k) && !r.words.is("thing", r.s.lemmas[t]);
}

/** Needs that ask what the words of a clause are. */
function hasWords(r: Reader, c: Clause, need: Need, particle: string): boolean {
  const objects = objectsOf(c, particle);
  switch (need.word) {
    case "none":
      return objects.length === 0 && !c.passive;
    case "party":
      return objects.some((o) => isParty(r, o));
    case "not-party":
      return !objects.some((o) => isParty(r, o));
    case "state-subject":
      return c.subjects.some((t) => {
        const m = mentionAt(r.layers, r.s.index, t);
        const e = m === null ? null : r.layers.entities[m.entity];
        return e !== null && (OFFICIAL.has(e.kind) || e.office !== null);
      });
    case "from-place":
      return c.obliques.some(
        (o) =>
          ORIGIN.has(o.prep) && (LANDS.has(kindAt(r, o.head) ?? "group") || belongs(r, o.head, "territory")),
      );
    case "place-object":
      return objects.some((o) => LANDS.has(kindAt(r, o) ?? "group") || belongs(r, o, "territory"));
    case "body-object":
      return objects.some((o) => kindAt(r, o) === "organisation");
    case "no-intent":
      return objects.some((o) => belongs(r, o, "intent") && hasNo(r, o));
    // "a ship carrying rice"
    case "laden-subject":
      return c.subjects.some((t) => isLaden(r, t));
    case "head-place":
      return LANDS.has(kindAt(r, c.head) ?? "group");
    case "head-deed":
      return nounAt(r.words, r.s, c.head) !== null;
    // "was behind the raid"
    case "harm-head":
      return HOSTILE.has(nounAt(r.words, r.s, c.head)?.class ?? "AGREE");
    case "head-villain":
      return belongs(r, c.head, "villain");
    // "arrested a suspect and handed him to"
    case "him":
      return objects.some((o) => r.words.is("him", r.s.norms[o]));
    case "several":
      return (
        new Set(c.subjects.flatMap((t) => partiesAt(r.layers, r.s.index, t)).map((a) => a.code)).size > 1
      );
    case "self":
      return objects.some((o) => r.words.is("self", r.s.norms[o]));
    case "military-subject":
      return c.subjects.some(
        (t) => ARMED.has(kindAt(r, t) ?? "group") || belongs(r, t, "troops") || belongs(r, t, "fighter"),
      );
    case "diplomat-subject":
      return c.subjects.some((t) => {
        const m = mentionAt(r.layers, r.s.index, t);
        const e = m === null ? null : r.layers.entities[m.entity];
        return (
          e?.kind === "person" ||
          belongs(r, t, "delegation") ||
          belongs(r, t, "envoy") ||
          belongs(r, t, "dignitary") ||
          belongs(r, t, "office-holder")
        );
      });
    // "the envoy stands with the premier", of a picture: a person beside a person backs nobody.
    case "unposed":
      return !(
        allPersons(r, c.subjects) &&
        (allPersons(r, objects) ||
          allPersons(
            r,
            c.obliques.map((o) => o.head),
          ))
      );
    case "body-subject":
      return c.subjects.some((t) => kindAt(r, t) === "organisation");
    case "civil-subject":
      return c.subjects.every((t) => !POWERS.has(kindAt(r, t) ?? "group") && !belongs(r, t, "fighter"));
    case "party-subject":
      return c.subjects.some((t) => isParty(r, t));
  }
  if (need.subject !== "")
    return (
      anyBelongs(r, c.subjects, need.subject) ||
      (need.subject === BOMB && c.subjects.some((t) => holds(r, t, BOMB)))
    );
  if (need.prep !== "") return hasBehind(r, c, objects, need.prep, need.group);
  return anyBelongs(r, objects, need.group) || isCalled(r, c, need.group);
}

const BOMB = "bomb";

/** "a car packed with explosives" */
function holds(r: Reader, t: number, group: string): boolean {
  for (let k = r.s.firstChild[t]; k >= 0; k = r.s.nextSibling[k]) {
    const load = r.s.deprels[k].startsWith("acl") ? r.clauseAt(k) : null;
    if (load?.obliques.some((o) => belongs(r, o.head, group)) === true) return true;
  }
  return false;
}

/** Whether a thing carries what people in need are given. */
function isLaden(r: Reader, t: number): boolean {
  for (let k = r.s.firstChild[t]; k >= 0; k = r.s.nextSibling[k]) {
    if (r.s.deprels[k] === "acl") {
      const load = r.clauseAt(k);
      const held = load === null ? [] : [...load.objects, ...load.obliques.map((o) => o.head)];
      if (held.some((o) => belongs(r, o, "relief-load"))) return true;
    } else if (k < t && r.s.deprels[k] === "compound" && belongs(r, k, "relief-load")) return true;
  }
  // "a plane with 30 tonnes of rice"
  for (const prep of [WITH, OF])
    for (const held of ofNoun(r, t, prep)) if (belongs(r, held, "relief-load")) return true;
  return false;
}

function anyBelongs(r: Reader, tokens: readonly number[], group: string): boolean {
  for (const t of tokens) if (belongs(r, t, group)) return true;
  return false;
}

/** Needs "preposition:group" and "inner:kind". */
function hasBehind(r: Reader, c: Clause, objects: readonly number[], prep: string, group: string): boolean {
  if (prep === "inner") {
    const inner = innerOf(r, c);
    return inner !== null && r.words.is(group, inner.lemma);
  }
  for (const o of c.obliques) if (o.prep === prep && answers(r, o.head, group)) return true;
  for (const o of objects)
    for (let k = r.s.firstChild[o]; k >= 0; k = r.s.nextSibling[k])
      if (k > o && r.s.deprels[k].startsWith("nmod") && preposition(r.s, k) === prep && answers(r, k, group))
        return true;
  return false;
}

function answers(r: Reader, t: number, group: string): boolean {
  if (group === "any") return true;
  if (group === "party") return isParty(r, t);
  return (group === "organisation" && kindAt(r, t) === "organisation") || belongs(r, t, group);
}
