import type { Office } from "../types.js";
import { isMediator, ledBefore, lookUpPerson, nameAt, ownPost, personOf, stateUntold } from "./names.js";
import { type Owner, type Page, titleCase, words } from "./page.js";
import { namedBeforePatron, patronBehind } from "./patron.js";
import { OWNERS, only, typed } from "./scan.js";
import { holder, lastOffice } from "./titles.js";
import type { Entry } from "./trie.js";

/** First token behind posts and honorifics: "the army chief, General Name". */
function pastPosts(p: Page, t: number): number {
  let k = t;
  for (;;) {
    const m = p.scan.at[k] ?? null;
    if (m !== null && only(m, "post") !== null) k = m.to;
    else if (p.has(k, "honorific")) k++;
    // "General (Rtd)"
    else if (k > t && p.s.norms[k] === "(" && p.s.norms[k + 2] === ")") k += 3;
    else return k;
  }
}

/** "Permanent Secretary Albert Chua of Singapore": the state behind the name, or null. */
function ownerBehind(p: Page, to: number): string | null {
  if (!p.has(to, "of-preposition")) return null;
  const e = only(p.scan.at[to + 1] ?? null, "state");
  return e === null || p.has(p.scan.at[to + 1]!.to, "possessive-mark") ? null : e.code;
}

/** "the group's chief negotiator": the movement that the text named last, or null. */
function movementOf(p: Page, from: number): { readonly code: string; readonly sector: string | null } | null {
  if (!p.has(from - 1, "possessive-mark") || !p.has(from - 2, "movement-word")) return null;
  const named = p.r.entities.findLast(
    (e) => (e.kind === "armed-group" || e.kind === "party") && e.code !== null,
  );
  return named === undefined ? null : { code: named.code as string, sector: named.sector };
}

/** "its ambassador to Yemen, Name": token behind the place an envoy is sent to, else `t`. */
function awayTo(p: Page, t: number): number {
  if (!p.has(t, "to-word") && !p.has(t, "place-preposition") && !p.has(t, "direction")) return t;
  const k = p.has(t + 1, "definite") ? t + 2 : t + 1;
  const m = p.scan.at[k] ?? null;
  return m !== null && typed(m, OWNERS) !== null ? m.to : t;
}

/** "In Lima, the foreign minister": the state whose capital opens the sentence right before a post, or null. */
function frontedCapital(p: Page, from: number): string | null {
  const m = p.has(0, "place-preposition") ? (p.scan.at[1] ?? null) : null;
  const city = only(m, "capital");
  if (m === null || city === null || p.r.isSeat(city) || p.s.norms[m.to] !== ",") return null;
  return p.has(from - 1, "definite") && from === m.to + 2 ? city.code : null;
}

/** Whether the tables know who is named in [from, to) to be of the state that alone has such a post. */
function isKnown(p: Page, from: number, to: number, post: Entry): boolean {
  const folded = p.scan.folded.slice(from, to).filter((w) => w !== "" && w !== "'");
  const known =
    lookUpPerson(p, from, folded, null) ??
    p.r.words.bySurname
      .get(folded[folded.length - 1])
      ?.find((k) => k.name.toLowerCase().startsWith(folded[0]));
  return known?.tenures.some((t) => t.of === post.code) === true;
}

/** "[owner] post [Name]", its counterpart form, its "of X" form, or a post alone. */
export function postPhrase(
  p: Page,
  from: number,
  to: number,
  owners: Owner[],
  post: Entry,
  title: string,
  former: boolean,
  possessive: number,
): number {
  const { s, r } = p;
  let end = to;
  let codes = owners.map((o) => o.entry.code).filter((c): c is string => c !== null);
  for (const o of owners) p.modifier(o);
  const isCounterpart = post.kind === "counterpart" || post.kind === "predecessor";
  let comma = false;
  let after = to;
  if (codes.length === 0 && (p.has(to, "owner-preposition") || p.has(to, "owner-of-organisation"))) {
    let k = to + 1;
    if (p.has(k, "definite")) k++;
    const m = p.scan.at[k] ?? null;
    const e = typed(m, OWNERS);
    if (
      m !== null &&
      e !== null &&
      e.code !== null &&
      (e.type === "organisation" || post.kind === "agent" || p.has(to, "owner-preposition"))
    ) {
      codes = [e.code];
      p.modifier({ entry: e, from: k, to: m.to });
      end = after = m.to;
      // "the head of the ELN's peace office, Name"
      if (p.has(m.to, "possessive-mark")) {
        let t = m.to + 1;
        while (t < m.to + 5 && (s.upos[t] === "NOUN" || s.upos[t] === "ADJ" || s.upos[t] === "VERB")) t++;
        if (s.norms[t] === ",") end = after = t;
      }
    }
  }
  // "the Russian ambassador to Chad Ana Lind", "the US envoy for Chad, Ana Lind": where somebody is sent stands between.
  if (codes.length > 0 && after === to && !isCounterpart && p.has(to - 1, "envoy-post")) {
    const away = awayTo(p, to);
    if (away > to && (s.norms[away] === "," || nameAt(p, away) !== null)) after = away;
  }
  // "his Greek counterpart, Name", "the EU's trade chief, Name": the name behind the comma is the post's.
  const start = s.norms[after] === "," ? pastPosts(p, after + 1) : after;
  const behind = start > after && codes.length > 0 && !isCounterpart ? nameAt(p, start) : null;
  const nameBehind = behind !== null && behind - start > 1 && typed(p.scan.at[start], OWNERS) === null;
  if (
    codes.length === 0 &&
    !isCounterpart &&
    (post.level === "senior-official" || post.level === "official")
  ) {
    const patron = patronBehind(p, to);
    if (patron !== null) codes = [patron];
  }
  if ((isCounterpart && s.norms[after] === ",") || nameBehind) {
    comma = true;
    after = start;
  }
  const movement = codes.length === 0 && !isCounterpart ? movementOf(p, from) : null;
  const sameOwner =
    p.last !== null &&
    p.last.to === from - (movement !== null ? 4 : p.has(from - 1, "article") ? 2 : 1) &&
    s.norms[p.last.to] === ","
      ? p.last
      : null;
  const name = post.count > 0 || isCounterpart ? nameAt(p, after) : null;
  const behindName = name !== null && codes.length === 0 && !isCounterpart ? ownerBehind(p, name) : null;
  if (behindName !== null) codes = [behindName];
  if (codes.length === 0 && !isCounterpart) {
    const led = ledBefore(p, from);
    if (led !== null) codes = [led];
  }
  let sourcePost: Office | null = null;
  if (isCounterpart) {
    for (let i = p.drafts.length - 1; i >= 0 && sourcePost === null; i--)
      if (p.drafts[i].entity >= 0) sourcePost = r.entities[p.drafts[i].entity].office;
    if (sourcePost === null) sourcePost = lastOffice(r);
  }
  const office: Office = {
    title: isCounterpart ? (sourcePost?.title ?? post.name) : titleCase(title),
    of:
      codes[0] ??
      movement?.code ??
      (name !== null && isKnown(p, after, name, post) ? post.code : ownPost(p, post)),
    level: isCounterpart ? (sourcePost?.level ?? "other") : (post.level as Office["level"]),
    former: former || post.kind === "predecessor",
    from: null,
    to: null,
    basis: isCounterpart ? "counterpart" : "stated",
  };
  if (name !== null) {
    const person = personOf(p, after, name, office, post);
    if (movement !== null) r.entities[person].sector = movement.sector;
    if (owners[0]?.entry.type === "organisation") r.bodyOf.set(person, owners[0].entry.key);
    if (comma) {
      p.put(from, end, person, "nominal", "actor", "entities/counterpart");
      p.put(after, name, person, "name", "actor", "entities/counterpart-name");
    } else
      p.put(
        from,
        name,
        person,
        "name",
        "actor",
        isCounterpart ? "entities/counterpart-name" : "entities/title-name",
      );
    return name;
  }
  const aide = namedBeforePatron(p, from);
  if (aide !== null) {
    r.setOffice(aide.entity, { ...office, of: office.of ?? aide.code });
    p.put(from, end, aide.entity, "nominal", "actor", "entities/apposition");
    return end;
  }
  // "Name, the Turkish foreign minister,": an apposition to the name just read.
  if (sameOwner !== null && sameOwner.entity >= 0 && r.entities[sameOwner.entity].kind === "person") {
    const untold =
      office.of === null && r.entities[sameOwner.entity].code === null && office.level !== "other";
    r.setOffice(sameOwner.entity, untold ? { ...office, of: stateUntold(p, post) } : office);
    if (movement !== null) r.entities[sameOwner.entity].sector = movement.sector;
    p.put(from, end, sameOwner.entity, "nominal", "actor", "entities/apposition");
    return end;
  }
  // "the Houthi negotiator" is not the state's; the ambassador to one country not the one to another.
  const ownSide = owners.length > 0 && owners.every((o) => o.entry.type === "group");
  const posted = p.has(to - 1, "envoy-post") && awayTo(p, to) > to && !p.has(to - 1, "mediator");
  let held = codes.length === 1 && !posted && !ownSide ? holder(p.r, codes[0], office) : -1;
  // "the AU's mediator" is not the UN's.
  const body = owners[0]?.entry.type === "organisation" ? (r.bodyOf.get(held) ?? owners[0].entry.key) : null;
  if (body !== null && body !== owners[0].entry.key) held = -1;
  if (held >= 0) {
    p.put(from, end, held, "nominal", "actor", "entities/post-holder");
    return end;
  }
  if (codes.length > 0 || isCounterpart) {
    const code = codes[0] ?? null;
    const e = r.add(`post/${ownSide ? owners[0].entry.key : code}/${office.title}`, {
      kind: "person",
      name: words(s, from, to),
      code,
      sector: post.sector ?? "GOV",
      office,
      members: [],
      country: code !== null && r.words.stateNames.has(code) ? code : null,
      lexiconKey: null,
    });
    p.put(from, end, e, "nominal", "actor", "entities/post");
    return end;
  }
  const begin = possessive >= 0 ? possessive + 1 : from;
  const d = p.put(begin, end, -1, "nominal", "actor", "entities/definite-post");
  d.post = title;
  // "its foreign minister, Ana Lind": named behind, whosever she is; "In Lima, the foreign minister, Ana Lind": of the capital's state.
  const home = possessive < 0 && post.level === "minister" ? frontedCapital(p, from) : null;
  const owned = possessive >= 0 || p.has(from - 1, "possessive-mark") || home !== null;
  const stop = s.norms[end] === "," ? end : awayTo(p, end);
  const mediator = isMediator(p, post);
  const settled =
    !owned &&
    p.has(from - 1, "definite") &&
    (mediator ||
      post.level === "minister" ||
      post.level === "leader" ||
      (post.level === "senior-official" && r.ministry?.paragraph === s.paragraph));
  const at = s.norms[stop] !== "," ? stop + 1 : settled ? pastPosts(p, stop + 1) : stop + 1;
  const told = (owned || settled) && s.norms[stop] === "," ? nameAt(p, at) : null;
  if (told === null || told - at < 2 || typed(p.scan.at[at], OWNERS) !== null) return end;
  // "the Secretary, Ana Lind": of the ministry at hand, or whoever the text is told of.
  // "After he met the president, Ana Lind said": only a name closed by a comma is a leader's.
  const closed = post.level !== "leader" || (s.norms[told] === "," && s.xpos[at] !== "PRP");
  if (settled && closed && (s.norms[told] === "," || told === s.size - 1 || s.upos[told] === "VERB")) {
    const person = personOf(p, at, told, null, post);
    const e = r.entities[person];
    if (e.code === null || mediator) r.setOffice(person, { ...office, of: e.code ?? stateUntold(p, post) });
    d.entity = person;
    d.rule = "entities/apposition";
    p.put(at, told, person, "name", "actor", "entities/title-name");
    return told;
  }
  if (settled) return end;
  d.person = personOf(p, stop + 1, told, null, post);
  d.office = office;
  if (home !== null) {
    const e = r.entities[d.person];
    if (e.code === null) r.setOffice(d.person, { ...office, of: home });
    d.entity = d.person;
    d.rule = "entities/fronted-capital";
  }
  for (let k = end; k < stop; k++) {
    const m = p.scan.at[k];
    const e = typed(m, OWNERS);
    if (m !== null && e !== null) p.modifier({ entry: e, from: k, to: m.to });
  }
  p.put(stop + 1, told, d.person, "name", "actor", "entities/title-name");
  return told;
}
