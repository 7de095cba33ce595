import type { Sentence } from "../../language/index.js";
import type { Entity, Mention, Office } from "../types.js";
import type { Registry } from "./registry.js";
import { headOf, isCapital, OWNERS, only, type Scan, typed } from "./scan.js";
import type { Entry } from "./trie.js";
import { useOf } from "./use.js";
import { holds, type KnownPerson } from "./words.js";

export interface Draft {
  from: number;
  to: number;
  entity: number;
  form: Mention["form"];
  use: Mention["use"];
  rule: string;
  /** Post words of a nominal without a name ("the foreign minister"), for later sentences to resolve. */
  post?: string;
  owner?: string | null;
}

interface Owner {
  readonly entry: Entry;
  readonly from: number;
  readonly to: number;
}

const NOMINAL = new Set(["ADJ", "NOUN", "PROPN", "NUM"]);
const PARTICLES = new Set([
  "al",
  "el",
  "bin",
  "ibn",
  "de",
  "del",
  "da",
  "di",
  "van",
  "von",
  "der",
  "den",
  "la",
  "le",
  "ben",
  "abu",
  "ul",
  "of",
]);

/**
 * Names and titled phrases of one sentence, left to right: "[former] [Turkish] [foreign minister] [Name]", "the Sudanese government",
 * "French and Egyptian warships", "rebels in Darfur". Lookup and word order decide, the tree only breaks ties: names are where parsers err most.
 */
export class Composer {
  private readonly drafts: Draft[] = [];
  private readonly s: Sentence;
  private last: Draft | null = null;

  constructor(
    private readonly r: Registry,
    private readonly scan: Scan,
  ) {
    this.s = scan.s;
  }

  run(): Draft[] {
    const n = this.s.size;
    for (let t = 0; t < n; ) {
      const next = this.formal(t) ?? this.titled(t) ?? this.single(t) ?? this.unknown(t);
      t = next ?? t + 1;
    }
    return this.drafts;
  }

  private put(
    from: number,
    to: number,
    entity: number,
    form: Draft["form"],
    use: Draft["use"],
    rule: string,
  ): Draft {
    const d: Draft = { from, to, entity, form, use, rule };
    this.drafts.push(d);
    if (use !== "modifier") this.last = d;
    return d;
  }

  /** Owners in front of a noun: "Japanese", "Iran's", "Japan-U.S.", "French and Egyptian". Returns them and the token after. */
  private owners(at: number): { list: Owner[]; next: number } | null {
    const list: Owner[] = [];
    let t = at;
    for (;;) {
      const m = this.scan.at[t] ?? null;
      const e = typed(m, OWNERS) ?? (list.length > 0 ? only(m, "place") : null);
      if (m === null || e === null) break;
      list.push({ entry: e, from: t, to: m.to });
      t = m.to;
      const f = this.s.norms[t];
      const joint =
        f === "-" || f === "/" || ((f === "and" || f === "or" || f === ",") && e.type === "demonym");
      const after = this.scan.at[t + 1] ?? null;
      const next = joint ? typed(after, OWNERS) : null;
      if (
        next !== null &&
        (f === "-" || f === "/" || (next.type === "demonym" && this.endsInNoun((after as { to: number }).to)))
      )
        t++;
      else break;
    }
    if (list.length === 0) return null;
    if (this.s.norms[t] === "'s" || this.s.norms[t] === "'") t++;
    return { list, next: t };
  }

  private endsInNoun(t: number): boolean {
    return (
      t < this.s.size &&
      (this.s.upos[t] === "NOUN" ||
        this.s.upos[t] === "ADJ" ||
        this.s.upos[t] === "PROPN" ||
        this.scan.at[t] !== null ||
        this.s.norms[t] === "and")
    );
  }

  /** Phrases whose head is a post or a collective noun, with or without owner and name. */
  private titled(at: number): number | null {
    const { s, scan, r } = this;
    let t = at;
    let former = false;
    let firstOwner: { list: Owner[]; next: number } | null = null;
    if (s.upos[t] === "PUNCT") return null;
    const is = (k: string, i: number): boolean => r.words.is(k, s.norms[i]);
    while (
      t < s.size &&
      (is("state-change", t) || is("incoming", t) || s.forms[t] === "-") &&
      only(scan.at[t], "post") === null
    ) {
      former ||= is("state-change", t);
      t++;
    }
    const possessive = t < s.size && s.xpos[t] === "PRP$" ? t : -1;
    if (possessive >= 0) {
      if (t !== at) return null;
      t++;
    }
    const lead = this.owners(t);
    if (lead !== null) {
      firstOwner = lead;
      t = lead.next;
    }
    const bodyFrom = t;
    let post: Entry | null = null;
    let head: Entry | null = null;
    let headTo = t;
    let nounTo = t;
    const postWords: string[] = [];
    while (t < s.size) {
      const m = scan.at[t];
      const p = only(m, "post");
      const c = only(m, "collective");
      if (
        p !== null &&
        (c === null || s.upos[m!.to - 1] !== "NOUN" || p.count > 0) &&
        !(m!.to - t === 1 && s.upos[t] === "VERB")
      ) {
        if (post === null || p.count > 0 || post.count === 0) post = head = p;
        postWords.push(p.name);
        t = headTo = nounTo = m!.to;
        // Nothing is named after a counterpart: what follows is the next phrase, whatever its tag.
        if (p.level === "other" && p.sector === null) break;
        if (
          (s.norms[t] === "and" || s.norms[t] === "&") &&
          only(scan.at[t + 1] ?? null, "post") !== null &&
          isCapital(s.forms[t + 1]) &&
          isCapital(s.forms[t - 1])
        )
          t++;
        continue;
      }
      // Before another verb, a "verb" that is also a collective noun is the noun ("rebels signed").
      if (c !== null && (s.upos[t] !== "VERB" || s.upos[m!.to] === "VERB" || s.upos[m!.to] === "AUX")) {
        head = c;
        if (c.name !== "former residents") post = null;
        t = headTo = nounTo = m!.to;
        continue;
      }
      if (post !== null && isCapital(s.forms[t])) break;
      if (is("state-change", t) || is("incoming", t)) {
        former ||= is("state-change", t);
        t++;
        continue;
      }
      if (m !== null && typed(m, OWNERS) !== null) {
        if (firstOwner === null || nounTo > bodyFrom) break;
        // "Iraqi Kurdish rebels": a second owner refines the first.
        const inner = only(m, "people") ?? only(m, "group") ?? only(m, "demonym");
        if (inner === null) break;
        if (firstOwner.list.every((o) => o.entry.code !== inner.code) && inner.type === "demonym") break;
        firstOwner = { list: [...firstOwner.list], next: m.to };
        t = m.to;
        if (inner.type !== "demonym") {
          nounTo = t;
        }
        continue;
      }
      const u = s.upos[t];
      const joined =
        (s.forms[t] === "-" && t > bodyFrom) ||
        (u === "VERB" &&
          (s.xpos[t] === "VBN" || s.xpos[t] === "VBG") &&
          s.deprels[t] === "amod" &&
          s.upos[t + 1] === "NOUN");
      if (
        !joined &&
        (!NOMINAL.has(u) || (isCapital(s.forms[t]) && u === "PROPN" && lead === null && post === null))
      )
        break;
      if (u === "NOUN" || u === "PROPN") {
        nounTo = t + 1;
        if (u === "PROPN" && isCapital(s.forms[t]) && head === null && !this.capsThenHead(t)) break;
      }
      t++;
    }
    const headIsLast = head !== null && headTo === nounTo;
    if (!headIsLast || (head === post && post !== null && this.r.words.is("weekday-month", post.name))) {
      return lead === null || possessive >= 0 ? null : this.bareOwners(at, lead, nounTo > lead.next);
    }
    const owners = lead?.list ?? [];
    const start = at;
    if (post !== null && head === post)
      return this.post(start, headTo, owners, post, postWords.join(" "), former, possessive);
    if (possessive >= 0) return null;
    return this.collective(start, headTo, owners, head as Entry);
  }

  private capsThenHead(t: number): boolean {
    for (let k = t; k < Math.min(t + 5, this.s.size); k++) {
      const m = this.scan.at[k];
      if (only(m, "collective") !== null || only(m, "post") !== null) return true;
      if (!isCapital(this.s.forms[k])) return false;
    }
    return false;
  }

  /** "[owner] post [Name]", its counterpart form, its "of X" form, or a post alone. */
  private post(
    from: number,
    to: number,
    owners: Owner[],
    post: Entry,
    title: string,
    former: boolean,
    possessive: number,
  ): number {
    const { s, r } = this;
    let end = to;
    let codes = owners.map((o) => o.entry.code).filter((c): c is string => c !== null);
    for (const o of owners) this.modifier(o);
    const isCounterpart =
      post.name === "counterpart" || post.name === "predecessor" || post.name === "successor";
    let comma = false;
    let after = to;
    if (
      codes.length === 0 &&
      (s.norms[to] === "of" || s.norms[to] === "for" || s.norms[to] === "from" || s.norms[to] === "to")
    ) {
      let k = to + 1;
      if (s.norms[k] === "the") k++;
      const m = this.scan.at[k] ?? null;
      const e = typed(m, OWNERS);
      if (
        m !== null &&
        e !== null &&
        e.code !== null &&
        s.norms[to] !== "to" &&
        s.norms[to] !== (s.norms[to] === "for" && e.type !== "organisation" ? "for" : "")
      ) {
        codes = [e.code];
        this.modifier({ entry: e, from: k, to: m.to });
        end = after = m.to;
      }
    }
    // "his Greek counterpart, Name", "the EU's trade chief, Name": the name behind the comma is the post's.
    const behind =
      s.norms[after] === "," && codes.length > 0 && !isCounterpart ? this.nameAt(after + 1) : null;
    const nameBehind =
      behind !== null && behind - after > 2 && typed(this.scan.at[after + 1], OWNERS) === null;
    if ((isCounterpart && s.norms[after] === ",") || nameBehind) {
      comma = true;
      after++;
    }
    const sameOwner =
      this.last !== null &&
      this.last.to === from - (this.s.norms[from - 1] === "the" || this.s.norms[from - 1] === "a" ? 2 : 1) &&
      s.norms[this.last.to] === ","
        ? this.last
        : null;
    const name = post.count > 0 || isCounterpart ? this.nameAt(after) : null;
    let sourcePost: Office | null = null;
    if (isCounterpart) {
      for (let i = this.drafts.length - 1; i >= 0 && sourcePost === null; i--)
        if (this.drafts[i].entity >= 0) sourcePost = r.entities[this.drafts[i].entity].office;
      if (sourcePost === null) sourcePost = this.lastOffice();
    }
    const office: Office = {
      title: isCounterpart ? (sourcePost?.title ?? post.name) : titleCase(title),
      of: codes[0] ?? null,
      level: isCounterpart ? (sourcePost?.level ?? "other") : (post.level as Office["level"]),
      former: former || post.name === "predecessor",
      from: null,
      to: null,
      basis: isCounterpart ? "counterpart" : "stated",
    };
    if (name !== null) {
      const person = this.person(after, name, office, post);
      if (comma) {
        this.put(from, end, person, "nominal", "actor", "entities/counterpart");
        this.put(after, name, person, "name", "actor", "entities/counterpart-name");
      } else
        this.put(
          from,
          name,
          person,
          "name",
          "actor",
          isCounterpart ? "entities/counterpart-name" : "entities/title-name",
        );
      return name;
    }
    // "Name, the Turkish foreign minister,": an apposition to the name just read.
    if (sameOwner !== null && r.entities[sameOwner.entity].kind === "person") {
      r.setOffice(sameOwner.entity, office);
      this.put(from, end, sameOwner.entity, "nominal", "actor", "entities/apposition");
      return end;
    }
    const holder = codes.length === 1 ? this.holder(codes[0], office) : -1;
    if (possessive >= 0 && !isCounterpart) return to;
    if (holder >= 0) {
      this.put(from, end, holder, "nominal", "actor", "entities/post-holder");
      return end;
    }
    if (codes.length > 0 || isCounterpart) {
      const code = codes[0] ?? null;
      const e = r.add(`post/${code}/${office.title}`, {
        kind: "person",
        name: words(s, from, to),
        code,
        sector: post.sector ?? "GOV",
        office,
        members: [],
        country: code !== null && r.words.stateNames.has(code) ? code : null,
        lexiconKey: null,
      });
      this.put(from, end, e, "nominal", "actor", "entities/post");
      return end;
    }
    const d = this.put(from, end, -1, "nominal", "actor", "entities/definite-post");
    d.post = title;
    return end;
  }

  private lastOffice(): Office | null {
    for (let i = this.r.mentions.length - 1; i >= 0; i--) {
      const o = this.r.entities[this.r.mentions[i].entity].office;
      if (o !== null) return o;
    }
    return null;
  }

  /** Who holds a post of a country: somebody the article named, else the table on the day. */
  private holder(code: string, office: Office): number {
    const wanted = office.title.toLowerCase();
    for (const e of this.r.entities)
      if (
        e.kind === "person" &&
        e.office !== null &&
        e.code === code &&
        !e.office.former &&
        e.office.title.toLowerCase().endsWith(wanted) &&
        !e.name.endsWith(wanted)
      )
        return e.index;
    if (this.r.day === null || office.former) return -1;
    for (const p of this.r.words.byPost.get(`${code}/${wanted}`) ?? []) {
      if (p.tenures.some((t) => t.of === code && t.title.toLowerCase() === wanted && holds(t, this.r.day)))
        return this.r.known(p);
    }
    return -1;
  }

  /** End of a person's name starting at `t`, or null. */
  private nameAt(t: number): number | null {
    const { s, scan } = this;
    if (t >= s.size || !isCapital(s.forms[t])) return null;
    const known = only(scan.at[t], "person");
    if (known !== null) return scan.at[t]!.to;
    let k = t;
    while (k < s.size && k < t + 6) {
      const m = scan.at[k];
      if (
        isCapital(s.forms[k]) &&
        (s.upos[k] === "PROPN" ||
          s.upos[k] === "NOUN" ||
          s.upos[k] === "X" ||
          s.upos[k] === "ADJ" ||
          k > t) &&
        s.upos[k] !== "VERB" &&
        !this.r.words.is("weekday-month", s.norms[k])
      ) {
        if (
          k === t &&
          typed(m, OWNERS) !== null &&
          s.forms[k + 1] !== undefined &&
          !isCapital(s.forms[k + 1]) &&
          only(m, "capital") === null &&
          this.r.personByName(scan.folded[k]) < 0
        )
          return null;
        if (k > t && only(m, "post") !== null && s.norms[k].length > 4) break;
        k++;
      } else if (
        k > t &&
        (s.forms[k] === "-" || s.forms[k] === "'" || PARTICLES.has(s.norms[k])) &&
        s.norms[k] !== "of" &&
        k + 1 < s.size &&
        (isCapital(s.forms[k + 1]) ||
          PARTICLES.has(s.norms[k + 1]) ||
          (s.norms[k] === "'" &&
            /^[a-z]+$/.test(s.forms[k + 1]) &&
            s.ends[k] === s.starts[k + 1] &&
            s.ends[k - 1] === s.starts[k] &&
            s.forms[k + 1] !== "s"))
      ) {
        k += s.norms[k] === "'" ? 2 : 1;
      } else break;
    }
    return k > t ? k : null;
  }

  /** Entity of a named person, from the article, the table, or learned. */
  private person(from: number, to: number, office: Office | null, post: Entry | null): number {
    const { s, r, scan } = this;
    const folded = scan.folded.slice(from, to).filter((w) => w !== "" && w !== "'");
    const full = folded.join(" ");
    const seen = r.personByName(full);
    let index = seen;
    if (index < 0 && folded.length > 1) {
      const short = r.personByName(folded[folded.length - 1]);
      if (short >= 0 && !r.entities[short].name.includes(" ")) index = short;
    }
    if (index < 0) {
      const known = this.lookUp(from, folded, office);
      index =
        known !== null
          ? r.known(known)
          : r.learnPerson(
              s.starts[from] < s.ends[to - 1] ? words(s, from, to) : full,
              office?.of ?? null,
              null,
              post?.sector ?? null,
            );
    }
    if (folded.length > 1 && !r.entities[index].name.includes(" "))
      r.entities[index].name = words(s, from, to);
    r.callPerson(index, folded);
    if (office !== null) {
      const e = r.entities[index];
      const of =
        office.of ??
        e.office?.of ??
        e.code ??
        (office.basis === "stated" && office.level !== "other" ? r.mainState : null);
      r.setOffice(index, { ...office, of });
    }
    return index;
  }

  private lookUp(from: number, folded: readonly string[], office: Office | null): KnownPerson | null {
    const { r, scan } = this;
    const exact = only(scan.at[from], "person");
    const fits = (p: KnownPerson): boolean => office?.of == null || p.tenures.some((t) => t.of === office.of);
    if (exact !== null) {
      let first: KnownPerson | null = null;
      for (const e of scan.at[from]!.entries) {
        const p = e.type === "person" ? r.words.people.get(e.key) : undefined;
        if (p === undefined || !fits(p)) continue;
        if (p.tenures.some((t) => holds(t, r.day))) return p;
        first ??= p;
      }
      if (first !== null) return first;
      return null;
    }
    const list = r.words.bySurname.get(folded[folded.length - 1]);
    if (list === undefined || (folded.length > 1 && office === null)) return null;
    let best: KnownPerson | null = null;
    let bestScore = 0;
    for (const p of list) {
      if (!fits(p)) continue;
      if (folded.length > 1 && p.name[0].toLowerCase() !== folded[0][0]) continue;
      let score = office?.of != null ? 2 : 0;
      for (const t of p.tenures) {
        if (holds(t, r.day)) score += t.level === "leader" ? 3 : 2;
        if (office !== null && t.level === office.level)
          score += t.title.toLowerCase() === office.title.toLowerCase() ? 2 : 1;
        if (r.stateCounts.has(t.of)) score += 2;
      }
      if (score > bestScore) {
        bestScore = score;
        best = p;
      }
    }
    return bestScore >= (office === null ? 3 : 2) ? best : null;
  }

  private collective(from: number, to: number, owners: Owner[], head: Entry): number {
    const { s, r } = this;
    let list = owners;
    let end = to;
    if (list.length === 0) {
      const prep = s.norms[to];
      if (
        prep === "of" ||
        prep === "in" ||
        prep === "from" ||
        prep === "throughout" ||
        prep === "across" ||
        prep === "living"
      ) {
        let k = to + 1;
        while (
          k < s.size &&
          k < to + 5 &&
          this.scan.at[k] === null &&
          (s.upos[k] === "DET" || s.upos[k] === "ADJ" || s.upos[k] === "ADP" || s.upos[k] === "ADV")
        )
          k++;
        const m = this.scan.at[k] ?? null;
        const e = typed(m, OWNERS) ?? only(m, "place");
        if (m !== null && e !== null) {
          list = [{ entry: e, from: k, to: m.to }];
          if (prep === "of") end = m.to;
          else {
            const g = this.group(from, to, head, e.code);
            this.put(from, to, g, "nominal", "actor", "entities/group-in");
            return to;
          }
        }
      }
    }
    if (list.length === 0) {
      if (
        head.kind === "state" ||
        head.sector === "" ||
        head.sector === null ||
        head.kind === "company" ||
        !this.plural(to - 1)
      ) {
        if (
          head.kind !== "armed-group" &&
          head.kind !== "military" &&
          head.kind !== "police" &&
          head.kind !== "group"
        )
          return to;
      }
      const g = this.group(from, to, head, this.clue(from));
      this.put(from, to, g, "nominal", "actor", "entities/group");
      return to;
    }
    if (list.length > 1 && head.kind === "party") {
      // "the Japan-U.S. alliance": between them, not theirs.
      for (const o of list) this.modifier(o);
      return end;
    }
    const outer: Draft[] = [];
    for (const o of list) {
      const code = o.entry.code;
      const state = head.kind === "state" && code !== null && r.words.stateNames.has(code);
      const e = state
        ? r.state(code)
        : o.entry.type === "group" || (o.entry.type === "organisation" && head.kind !== "group")
          ? r.entry(o.entry)
          : this.group(list.length > 1 ? o.from : from, end, head, code, s.lemmas[to - 1]);
      if (list.length === 1)
        outer.push(
          this.put(from, end, e, "nominal", "actor", state ? "entities/government" : "entities/owned"),
        );
      else outer.push(this.put(o.from, o.to, e, "demonym", "actor", "entities/joint-owner"));
    }
    if (list.length === 1) this.modifier(list[0]);
    return end;
  }

  private plural(t: number): boolean {
    return (
      this.s.xpos[t] === "NNS" ||
      this.s.xpos[t] === "NNPS" ||
      this.s.norms[t] === "police" ||
      this.s.norms[t] === "people"
    );
  }

  private group(
    from: number,
    to: number,
    head: Entry,
    code: string | null,
    lemma = this.s.lemmas[to - 1],
  ): number {
    const { s, r } = this;
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

  /** Country of a group that names none: where its sentence plays, else the only state of the text. */
  private clue(from: number): string | null {
    const { s, r } = this;
    let place: string | null = null;
    for (let t = 0; t < s.size; t++) {
      const m = this.scan.at[t];
      const e = only(m, "place") ?? only(m, "capital") ?? only(m, "state");
      if (e === null || e.code === null || !r.words.stateNames.has(e.code)) continue;
      if (
        t > 0 &&
        (r.words.is("place-preposition", s.norms[t - 1]) ||
          (s.norms[t - 1] === "the" && t > 1 && r.words.is("place-preposition", s.norms[t - 2])))
      )
        return e.code;
      if (place === null && e.type === "place" && t > from) place = e.code;
    }
    return place ?? (r.stateCounts.size === 1 ? r.mainState : null);
  }

  private modifier(o: Owner): void {
    const form = o.entry.type === "demonym" || o.entry.type === "people" ? "demonym" : "name";
    this.put(
      o.from,
      o.to,
      this.r.entry(o.entry, o.entry.type === "place"),
      form,
      "modifier",
      "entities/modifier",
    );
  }

  /** States in front of a noun that is nobody ("Japan-Russia summit"), or standing alone. */
  private bareOwners(at: number, lead: { list: Owner[]; next: number }, noun: boolean): number | null {
    const { s } = this;
    const possessed = s.norms[lead.next - 1] === "'s" || s.norms[lead.next - 1] === "'";
    if (lead.list[0].from !== at) return null;
    let end = lead.list[lead.list.length - 1].to;
    for (const o of lead.list) {
      const e = o.entry;
      const person = only(this.scan.at[o.from], "person");
      if (person !== null) return null;
      const asModifier =
        lead.list.length > 1 ||
        e.type === "demonym" ||
        (noun && !possessed && lead.next === o.to && NOMINAL.has(s.upos[o.to]));
      if (asModifier && e.type === "capital" && lead.list.length === 1) {
        this.put(o.from, o.to, this.r.entry(e, true), "name", "place", "entities/city-of-noun");
        continue;
      }
      if (asModifier) {
        if (e.type === "demonym" && !noun && lead.list.length === 1)
          this.put(
            o.from,
            o.to,
            this.r.entry(e),
            "demonym",
            s.upos[o.from] === "PROPN" || s.upos[o.from] === "NOUN" ? "actor" : "modifier",
            "entities/demonym",
          );
        else this.modifier(o);
        continue;
      }
      end = this.standing(o.from, o.to, e);
    }
    return Math.max(end, at + 1);
  }

  private standing(from: number, to: number, e: Entry): number {
    // "Kuala Lumpur, Malaysia": a city with its state behind it is a place.
    const behind = e.type === "capital" && this.s.norms[to] === "," ? (this.scan.at[to + 1] ?? null) : null;
    const country = only(behind, "state");
    if (behind !== null && country !== null && country.code === e.code) {
      this.put(from, behind.to, this.r.entry(e, true), "name", "place", "entities/capital-place");
      this.modifier({ entry: country, from: to + 1, to: behind.to });
      return behind.to;
    }
    const acronym = this.s.forms[from] === this.s.forms[from].toUpperCase() && to - from === 1;
    const use =
      e.type === "state" || e.type === "capital"
        ? useOf(this.r.words, this.s, from, to, e.type === "capital", this.last)
        : "actor";
    this.put(
      from,
      to,
      this.r.entry(e, use === "place"),
      acronym ? "acronym" : e.type === "people" ? "demonym" : "name",
      use,
      `entities/${e.type}-${use}`,
    );
    return to;
  }

  /** Names of documents and gatherings, which hold other names: "1956 Japan-Soviet Joint Declaration", "the Minsk agreements". */
  private formal(at: number): number | null {
    const { s, r } = this;
    if (!isCapital(s.forms[at]) && !/^(1[89]|20)\d\d$/.test(s.forms[at])) return null;
    let t = at;
    let end = -1;
    let kind: "document" | "occasion" = "document";
    while (t < s.size && t < at + 12) {
      const w = s.norms[t];
      const up = isCapital(s.forms[t]) || /^\d{4}$/.test(s.forms[t]) || /^[GP]-?\d+$/.test(s.forms[t]);
      const doc = r.words.is("document-head", w);
      const occ = r.words.is("occasion-head", w);
      if ((doc || occ) && t > at && (up || w.endsWith("s") || this.named(at, t))) {
        end = t + 1;
        kind = doc ? "document" : "occasion";
        if (
          up &&
          s.norms[t + 1] === "of" &&
          s.norms[t + 2] !== undefined &&
          isCapital(s.forms[t + 2]) &&
          (w === "memorandum" || w === "convention" || w === "treaty")
        ) {
          t += 3;
          while (t < s.size && isCapital(s.forms[t])) t++;
          end = t;
          break;
        }
        if (!up) break;
      } else if (
        !up &&
        w !== "-" &&
        !(
          (w === "on" || w === "of" || w === "and" || w === "for") &&
          t + 1 < s.size &&
          isCapital(s.forms[t + 1]) &&
          t > at
        )
      )
        break;
      t++;
    }
    if (end < 0) return null;
    // "the U.S. Congress", "the French National Assembly", "Pacific Islands Forum" are bodies, not gatherings.
    for (let k = at; k < end; k++) {
      const m = this.scan.at[k];
      if (
        m !== null &&
        m.to === end &&
        (typed(m, OWNERS) !== null || only(m, "collective") !== null) &&
        (k === at || m.to - k > 1 || this.r.words.is("occasion-head", s.norms[k]))
      )
        if (kind === "occasion") return null;
    }
    const name = words(s, at, end);
    const e = r.add(`${kind}/${name.toLowerCase()}`, {
      kind,
      name,
      code: null,
      sector: null,
      office: null,
      members: [],
      country: null,
      lexiconKey: null,
    });
    this.put(at, end, e, "name", "actor", `entities/${kind}`);
    for (let k = at; k < end; ) {
      const m = this.scan.at[k];
      const o = typed(m, OWNERS) ?? only(m, "place");
      if (m !== null && o !== null && m.to <= end && !(k === at && m.to === end))
        this.modifier({ entry: o, from: k, to: m.to });
      k = m !== null && o !== null && m.to <= end ? m.to : k + 1;
    }
    return end;
  }

  /** Whether tokens [from, to) name what a lower-case head may follow: a city or a numbered group, not a state ("Japan-Russia summit"). */
  private named(from: number, to: number): boolean {
    const m = this.scan.at[from];
    if (m === null || m.to !== to) return false;
    const e = only(m, "organisation");
    return (
      (e !== null && this.r.words.is("occasion-head", this.s.norms[to])) ||
      ((only(m, "place") ?? only(m, "capital")) !== null &&
        this.r.words.is("document-head", this.s.norms[to]))
    );
  }

  /** A place or a person of the lexicon, or somebody's short name. */
  private single(at: number): number | null {
    const { s, r, scan } = this;
    const m = scan.at[at];
    if (r.words.is("honorific", s.norms[at]) && at + 1 < s.size) {
      const end = this.nameAt(at + 1);
      if (end !== null) {
        this.put(at, end, this.person(at + 1, end, null, null), "name", "actor", "entities/honorific");
        return end;
      }
    }
    if (m !== null) {
      const p = only(m, "person");
      if (p !== null) {
        const i = this.person(at, m.to, null, null);
        this.named2(at, m.to, i, "entities/person");
        return m.to;
      }
      const plural = only(m, "plural");
      if (plural !== null) return null;
      const place = only(m, "place");
      if (place !== null && r.personByName(scan.folded[at]) < 0) return this.place(at, m.to, place);
    }
    if (!isCapital(s.forms[at]) || s.upos[at] === "PUNCT") return null;
    const known = r.personByName(scan.folded[at]);
    if (known >= 0 && (s.upos[at] === "PROPN" || s.upos[at] === "NOUN")) {
      this.named2(at, at + 1, known, "entities/short-name");
      return at + 1;
    }
    return null;
  }

  private named2(from: number, to: number, entity: number, rule: string): void {
    this.put(from, to, entity, "name", "actor", rule);
  }

  private place(from: number, to: number, e: Entry): number {
    const { s, r, scan } = this;
    let end = to;
    if (r.words.is("place-head", s.norms[end]) && isCapital(s.forms[end])) end++;
    const index = r.entry(e, true);
    let country: Owner | null = null;
    if (s.norms[end] === "," && end + 1 < s.size && isCapital(s.forms[end + 1])) {
      const m = scan.at[end + 1];
      const next = only(m, "place") ?? only(m, "state");
      if (m !== null && next !== null && next.code === e.code) {
        if (next.type === "state") country = { entry: next, from: end + 1, to: m.to };
        end = r.words.is("place-head", s.norms[m.to]) && isCapital(s.forms[m.to]) ? m.to + 1 : m.to;
      } else if (r.words.is("place-head", s.norms[end + 2]) && isCapital(s.forms[end + 2])) end += 3;
    }
    const next = s.norms[end];
    this.put(from, end, index, "name", "place", next === "'s" ? "entities/place-owner" : "entities/place");
    if (country !== null) this.modifier(country);
    return end;
  }

  /** Capitalised words nobody knows: a person, an organisation or a place, if something beside them says which. */
  private unknown(at: number): number | null {
    const { s, r, scan } = this;
    if (!isCapital(s.forms[at]) || s.upos[at] !== "PROPN" || r.words.is("weekday-month", s.norms[at]))
      return null;
    let end = at;
    while (
      end < s.size &&
      end < at + 7 &&
      (isCapital(s.forms[end]) ||
        ((s.forms[end] === "-" || PARTICLES.has(s.norms[end])) &&
          end > at &&
          end + 1 < s.size &&
          isCapital(s.forms[end + 1])))
    ) {
      if (
        end > at &&
        (only(scan.at[end], "capital") !== null || only(scan.at[end], "state") !== null) &&
        s.norms[end - 1] !== "of" &&
        s.norms[end - 1] !== "-"
      )
        break;
      end++;
    }
    const last = s.norms[end - 1];
    const acronym =
      s.forms[end] === "(" && s.forms[end + 2] === ")" && /^[A-Z][A-Za-z/.-]+$/.test(s.forms[end + 1] ?? "")
        ? s.forms[end + 1]
        : null;
    const many = end - at > 1;
    if (many && (r.words.is("organisation-head", last) || acronym !== null)) {
      let code: string | null = null;
      for (let k = at; k < end; k++) code ??= typed(scan.at[k], OWNERS)?.code ?? null;
      const e = r.add(`organisation/learned/${scan.folded.slice(at, end).join(" ")}`, {
        kind: "organisation",
        name: words(s, at, end),
        code,
        sector: null,
        office: null,
        members: [],
        country: code,
        lexiconKey: null,
      });
      if (acronym !== null) r.callPerson(e, [scan.folded[end + 1]]);
      this.put(at, acronym !== null ? end + 3 : end, e, "name", "actor", "entities/learned-organisation");
      return acronym !== null ? end + 3 : end;
    }
    if (many && r.words.is("place-head", last)) {
      const e = r.add(`place/learned/${scan.folded.slice(at, end).join(" ")}`, {
        kind: "place",
        name: words(s, at, end),
        code: null,
        sector: null,
        office: null,
        members: [],
        country: null,
        lexiconKey: null,
      });
      this.put(at, end, e, "name", "place", "entities/learned-place");
      return end;
    }
    const nameEnd = this.nameAt(at) ?? end;
    const folded = scan.folded.slice(at, nameEnd).filter((w) => w !== "");
    const head = headOf(s, at, nameEnd);
    const verb = s.heads[head];
    const speaks = s.deprels[head].startsWith("nsubj") && verb >= 0 && r.words.is("speech", s.lemmas[verb]);
    const described = s.norms[nameEnd] === "," && this.describes(nameEnd + 1);
    if (nameEnd - at === 1) {
      const p = this.lookUp(at, folded, null);
      if (p !== null) {
        const i = r.known(p);
        r.callPerson(i, folded);
        this.named2(at, nameEnd, i, "entities/table-surname");
        return nameEnd;
      }
      if (!described) return null;
    }
    if (!many && !described) return null;
    if (!speaks && !described) return null;
    const i = this.person(at, nameEnd, null, null);
    this.named2(at, nameEnd, i, "entities/learned-person");
    return nameEnd;
  }

  /** Whether a post comes within a few words: "the U.N. special envoy for Yemen". */
  private describes(t: number): boolean {
    for (let k = t; k < Math.min(t + 7, this.s.size); k++) {
      if (only(this.scan.at[k], "post") !== null) return true;
      if ((this.s.upos[k] === "PUNCT" && this.s.forms[k] !== "-") || this.s.upos[k] === "VERB") return false;
    }
    return false;
  }
}

export function words(s: Sentence, from: number, to: number): string {
  let out = s.forms[from];
  for (let t = from + 1; t < to; t++) out += (s.starts[t] > s.ends[t - 1] ? " " : "") + s.forms[t];
  return out;
}

const titleCase = (title: string): string => title.replace(/\b[a-z]/g, (c) => c.toUpperCase());
