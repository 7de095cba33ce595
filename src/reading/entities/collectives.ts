import type { Entity } from "../types.js";
import { calledBefore, keepCalled } from "./called.js";
import { definiteRules, type MeaningRule } from "./coreference.rules.js";
import { ledBy, senderOf, sharedOwner } from "./group-owners.js";
import { jointPosts, ownersBehind } from "./joint.js";
import { asideEnd } from "./owners.js";
import { type Draft, type Owner, type Page, words } from "./page.js";

import { patronBehind } from "./patron.js";
import { MINISTERS, together } from "./plurals.js";
import { OWNERS, only, typed } from "./scan.js";
import type { Entry } from "./trie.js";
import { homeOf, isVenue, ministryHost } from "./whereabouts.js";

const DEFINITE: readonly MeaningRule[] = definiteRules;

export function collectivePhrase(p: Page, from: number, to: number, owners: Owner[], head: Entry): number {
  const { s, r } = p;
  // "the committee, which monitors the truce": taggers take the verb for a noun.
  if (owners.length === 0 && isVerbOfRelative(p, from, to)) return to;
  if (owners.length === 0 && OWNED.has(head.kind) && from > 0 && p.s.xpos[from - 1] === "PRP$") {
    const d = p.put(from, to, -1, "nominal", "actor", "entities/owned-by-pronoun");
    d.ofOwner = (code) => group(p, from, to, head, code);
    d.fallback = () => group(p, from, to, head, homeOf(p, from, to, head));
    return to;
  }
  const personal = from > 0 && (p.has(from - 1, "male") || p.has(from - 1, "female"));
  if (owners.length === 0 && head.kind === "state" && personal && p.s.xpos[from - 1] === "PRP$") {
    // "her government": the state for which she speaks.
    const d = p.put(from, to, -1, "nominal", "actor", "entities/owned-by-pronoun");
    d.ofOwner = (code) => (r.words.stateNames.has(code) ? r.state(code) : -1);
    return to;
  }
  if (head.sector === OTHERS) return others(p, from, to, owners, head);
  const led = owners.length === 0 && head.kind === "state" ? ledBy(p, from) : null;
  if (led !== null) {
    p.put(
      led.from,
      to,
      r.state(r.entities[led.entity].country as string),
      "nominal",
      "actor",
      "entities/government",
    );
    led.use = "modifier";
    return to;
  }
  let list = owners;
  let end = to;
  if (head.count > 0) {
    const several =
      owners.length > 0 ? owners : p.has(to, "of-preposition") ? ownersBehind(p, to + 1) : owners;
    if (several.length > 1) return jointPosts(p, from, to, several, head);
  }
  const shared =
    list.length === 0 && OWN_SIDE.has(head.sector ?? "") && !p.has(to, "of-preposition")
      ? sharedOwner(p, from)
      : null;
  if (shared !== null) {
    p.put(from, to, group(p, from, to, head, shared), "nominal", "actor", "entities/owned");
    return to;
  }
  if (list.length === 0) {
    if (p.has(to, "of-preposition") || p.has(to, "group-preposition")) {
      let k = to + 1;
      while (
        k < s.size &&
        k < to + LOOK &&
        (p.scan.at[k] === null || asideEnd(p, k) > k) &&
        (asideEnd(p, k) > k ||
          s.upos[k] === "DET" ||
          s.upos[k] === "ADJ" ||
          s.upos[k] === "ADP" ||
          s.upos[k] === "ADV" ||
          (s.xpos[k] === "VBN" && k > to + 1))
      )
        k = Math.max(k + 1, asideEnd(p, k));
      const m = p.scan.at[k] ?? null;
      const town = only(m, "place");
      // "ministers in New York" are there, not of there.
      const away = town !== null && head.sector === "GOV" && p.has(to, "place-preposition");
      // "the summit of leaders in Berlin": they met there.
      const high = head.level === "leader" || head.level === "minister";
      const seat = high && p.has(to, "place-preposition") ? only(m, "capital") : null;
      const venue = seat !== null && isVenue(p, seat);
      // "the lenders' advisers in Accra" are theirs, wherever they are.
      const owned = p.has(from - 1, "possessive-mark") && p.has(to, "place-preposition");
      const e = owned || venue ? null : (typed(m, OWNERS) ?? (away ? null : town));
      if (only(m, "plural") !== null) {
        p.put(from, to, -1, "nominal", "actor", "entities/of-several").several = p.has(k - 1, "definite")
          ? k - 1
          : k;
        return to;
      }
      if (m !== null && e !== null) {
        const sent = ownersBehind(p, k);
        if (sent.length > 1 && SENT.has(head.sector ?? "")) {
          // "envoys from A and B": those of either, wherever they meet.
          for (const o of sent) p.modifier(o);
          const stop = sent[sent.length - 1].to;
          const of = sent.map((o) =>
            o.entry.type === "organisation" || o.entry.type === "group"
              ? r.entry(o.entry)
              : head.kind === "state" && o.entry.code !== null && r.words.stateNames.has(o.entry.code)
                ? r.state(o.entry.code)
                : group(p, from, to, head, o.entry.code),
          );
          p.put(from, stop, together(r, of, words(s, from, stop)), "nominal", "actor", "entities/groups-of");
          return stop;
        }
        list = [{ entry: e, from: k, to: m.to }];
        if (p.has(to, "of-preposition")) end = m.to;
        else {
          // "the government in Bamako" is the state.
          const seat = only(m, "capital");
          const rules = head.kind === "state" && p.has(to, "place-preposition") && !isPlural(p, to - 1);
          if (
            rules &&
            seat !== null &&
            seat.code !== null &&
            r.words.stateNames.has(seat.code) &&
            !isVenue(p, seat)
          ) {
            p.put(from, m.to, r.state(seat.code), "nominal", "actor", "entities/government");
            p.modifier({ entry: seat, from: k, to: m.to });
            return m.to;
          }
          const g = group(p, from, to, head, e.code);
          p.put(from, to, g, "nominal", "actor", "entities/group-in");
          return to;
        }
      }
    }
  }
  if (list.length === 0 && SENT.has(head.sector ?? "") && p.has(to, "of-preposition")) {
    const patron = patronBehind(p, to);
    if (patron !== null && r.words.stateNames.has(patron)) {
      const e = head.kind === "state" ? r.state(patron) : group(p, from, to, head, patron);
      p.put(from, to, e, "nominal", "actor", "entities/owned");
      return to;
    }
  }
  if (list.length === 0) {
    // "the delegations", "the negotiators" of nobody named: both sides'.
    const several = from > 0 && p.has(from - 1, "definite") ? only(p.scan.at[from], "plural") : null;
    if (several !== null && several.kind !== MINISTERS) return to;
    if (several !== null) {
      // "the ministers": two just named, else some.
      const d = p.put(from, to, -1, "nominal", "actor", "entities/group");
      d.several = from - 1;
      d.fallback = () => group(p, from, to, head, homeOf(p, from, to, head));
      return to;
    }
    const known =
      inApposition(p, from) ?? (from > 0 && p.has(from - 1, "definite") ? calledBefore(p, head) : -1);
    if (known >= 0) {
      p.put(from, to, known, "nominal", "actor", "entities/called-before");
      return to;
    }
    // "Government and MILF officials": the article is left out.
    const paired =
      head.kind === "state" && s.norms[to] === "and" && only(p.scan.at[to + 1] ?? null, "group") !== null;
    const definite = definiteRule(p, from, to, head) ?? (paired && to - from === 1 ? HOME_RULE : null);
    if (
      head.kind === "state" ||
      head.sector === "" ||
      head.sector === null ||
      head.kind === "company" ||
      !isPlural(p, to - 1)
    ) {
      if (
        head.kind !== "armed-group" &&
        head.kind !== "military" &&
        head.kind !== "police" &&
        head.kind !== "group"
      ) {
        if (definite === null) return to;
        const d = p.put(from, to, -1, "nominal", "actor", definite);
        const host = head.kind === "ministry" ? ministryHost(p, from, to) : null;
        const told = host ?? (definite === "coreference/the-ministry" ? r.foremostState() : null);
        if (told !== null) d.fallback = () => group(p, from, to, head, told);
        return to;
      }
    }
    const sender = p.s.upos[from - 1] === "ADP" ? null : senderOf(p, from, to, head);
    const g = (): number => group(p, from, to, head, sender ?? homeOf(p, from, to, head));
    if (definite === null) p.put(from, to, g(), "nominal", "actor", "entities/group");
    else p.put(from, to, -1, "nominal", "actor", definite).fallback = g;
    return to;
  }
  if (list.length > 1 && head.kind === "party") {
    // "the Japan-U.S. alliance": between them, not theirs.
    for (const o of list) p.modifier(o);
    return end;
  }
  const outer: Draft[] = [];
  for (const o of list) {
    const code = o.entry.code;
    const state =
      head.kind === "state" && code !== null && r.words.stateNames.has(code) && o.entry.type !== "group";
    const e = state
      ? r.state(code)
      : o.entry.type === "group" || (o.entry.type === "organisation" && head.kind !== "group")
        ? r.entry(o.entry)
        : group(p, list.length > 1 ? o.from : from, end, head, code, s.lemmas[to - 1]);
    if (list.length === 1) keepCalled(p, head, e);
    // "Chad's energy ministry ... The minister, Ana Lind": of the ministry at hand.
    if (list.length === 1 && head.kind === "ministry" && code !== null && r.words.stateNames.has(code))
      r.ministry = { code, paragraph: s.paragraph };
    if (list.length === 1)
      outer.push(p.put(from, end, e, "nominal", "actor", state ? "entities/government" : "entities/owned"));
    else outer.push(p.put(o.from, o.to, e, "demonym", "actor", "entities/joint-owner"));
  }
  if (list.length === 1) p.modifier(list[0]);
  return end;
}

function isVerbOfRelative({ s }: Page, from: number, to: number): boolean {
  if (s.xpos[from - 1] !== "WDT" && s.xpos[from - 1] !== "WP") return false;
  const next = s.xpos[to] ?? "";
  // "the villages which rebels took": a subject. Behind a comma what follows may be the object, taken for a verb.
  return !(
    next === "VBD" ||
    next === "MD" ||
    next === "VBN" ||
    (next.startsWith("V") && s.norms[from - 2] !== ",")
  );
}

const HOME_RULE = "coreference/the-country";

/** Sectors of those who act within a state. */
const OWN_SIDE: ReadonlySet<string> = new Set(["OPP", "REB", "MIL", "COP"]);

/** Tokens behind a noun in which its owner's name begins. */
const LOOK = 7;

/** Sector of those who are named by whom they face or stand by. */
const OTHERS = "OTH";

/** "Ghana's bondholders", "Iran's rivals": somebody else than the owner, whom the text does not name. "NATO allies" are its own. */
function others(p: Page, from: number, to: number, owners: readonly Owner[], head: Entry): number {
  const owner = owners.find((o) => p.s.xpos[o.to] === "POS");
  for (const o of owners) p.modifier(o);
  if (owner === undefined && owners.length === 0 && isPlural(p, to - 1) && p.has(to, "of-preposition")) {
    // "critics of the president": whoever they are, not he.
    const e = group(p, from, to, head, null, `of/${p.s.index}/${head.name}`);
    p.put(from, to, e, "nominal", "actor", "entities/others-of");
  }
  if (owner === undefined) return to;
  const e = group(p, from, to, head, null, `${owner.entry.key}/${head.name}`);
  p.put(from, to, e, "nominal", "actor", "entities/others-of");
  return to;
}

/** Sectors of people whom a state sends. */
const SENT: ReadonlySet<string> = new Set(["GOV", "MIL"]);

/** What "its" may say whose it is. */
const OWNED: ReadonlySet<string> = new Set([
  "military",
  "police",
  "armed-group",
  "party",
  "ministry",
  "legislature",
  "court",
]);

/** "the Liberation Front (LF) rebels": the body whose name stands before its acronym; null where none does. */
function inApposition(p: Page, from: number): number | null {
  const { last, s } = p;
  if (
    last === null ||
    (last.to !== from && last.to !== from - 1) ||
    s.norms[from - 1] !== ")" ||
    last.entity < 0
  )
    return null;
  return last.entity;
}

export function isPlural(p: Page, t: number): boolean {
  return p.s.xpos[t] === "NNS" || p.s.xpos[t] === "NNPS" || p.has(t, "plural-noun");
}

export function group(
  p: Page,
  from: number,
  to: number,
  head: Entry,
  code: string | null,
  lemma = p.s.lemmas[to - 1],
): number {
  const { s, r } = p;
  const one = head.kind === "ministry" || head.kind === "legislature" || head.kind === "court";
  const states = code !== null && r.words.stateNames.has(code);
  const sector =
    head.sector === null || head.sector === "" ? (head.kind === "party" ? "OPP" : null) : head.sector;
  return r.add(`${head.kind}/${code}/${one ? head.name : lemma}`, {
    kind: head.kind === "state" ? "group" : (head.kind as Entity["kind"]),
    name: words(s, from, to),
    code: head.sector === "IGO" ? "IGO" : code,
    sector,
    office: null,
    members: [],
    country: states ? code : null,
    lexiconKey: null,
  });
}

/** Rule for "the rebels", "the country": a definite noun that may mean what was named before; null where it cannot. */
function definiteRule(p: Page, from: number, to: number, head: Entry): string | null {
  if (from === 0 || !p.has(from - 1, "definite") || p.has(to, "of-preposition")) return null;
  // "the rebel alliance" is no bloc of states.
  const armed = head.kind === "armed-group" && p.has(to - 1, "organisation-word");
  if (armed) return "coreference/the-movement";
  return DEFINITE.find((x) => p.has(to - 1, x.words))?.id ?? null;
}
