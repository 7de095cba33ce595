import { collectivePhrase } from "./collectives.js";
import { asideEnd, owners } from "./owners.js";
import { type Owner, type Page, words } from "./page.js";
import { portfolioEnd } from "./portfolio.js";
import { postPhrase } from "./posts.js";
import { isCapital, OWNERS, only, typed } from "./scan.js";
import { bareOwners } from "./standing.js";
import type { Entry, Match } from "./trie.js";

const NOMINAL: ReadonlySet<string> = new Set(["ADJ", "NOUN", "PROPN", "NUM"]);

/** Phrases whose head is a post or a collective noun, with or without owner and name. */
export function titledPhrase(p: Page, at: number): number | null {
  const { s, scan } = p;
  let t = at;
  let former = false;
  let firstOwner: { list: Owner[]; next: number } | null = null;
  if (s.upos[t] === "PUNCT") return null;
  while (
    t < s.size &&
    (p.has(t, "state-change") || p.has(t, "incoming") || s.forms[t] === "-") &&
    only(scan.at[t], "post") === null &&
    // "New Zealand" is nobody's successor.
    typed(scan.at[t], OWNERS) === null
  ) {
    former ||= p.has(t, "state-change");
    t++;
  }
  const possessive = t < s.size && s.xpos[t] === "PRP$" ? t : -1;
  if (possessive >= 0) {
    if (t !== at) return null;
    t++;
  }
  const aside = asideEnd(p, t);
  if (aside > t) {
    if (t === at) {
      const m = scan.at[t] as Match;
      p.modifier({ entry: typed(m, OWNERS) as Entry, from: t, to: m.to });
      return aside;
    }
    return null;
  }
  const lead = owners(p, t);
  if (lead !== null) {
    firstOwner = lead;
    t = lead.next = postInside(p, lead);
  }
  const bodyFrom = t;
  let post: Entry | null = null;
  let head: Entry | null = null;
  let headTo = t;
  let nounTo = t;
  const postWords: string[] = [];
  while (t < s.size) {
    const beside = asideEnd(p, t);
    if (beside > t) {
      t = beside;
      continue;
    }
    const m = scan.at[t];
    const o = only(m, "post");
    const c = only(m, "collective");
    if (
      o !== null &&
      (c === null || s.upos[m!.to - 1] !== "NOUN" || o.count > 0) &&
      !(m!.to - t === 1 && s.upos[t] === "VERB")
    ) {
      if (post === null || o.count > 0 || post.count === 0) post = head = o;
      postWords.push(o.name);
      t = headTo = nounTo = m!.to;
      // Nothing is named after a counterpart: what follows is the next phrase, whatever its tag.
      if (o.kind !== "person") break;
      if (
        p.has(t, "coordinator") &&
        only(scan.at[t + 1] ?? null, "post") !== null &&
        isCapital(s.forms[t + 1]) &&
        isCapital(s.forms[t - 1])
      )
        t++;
      continue;
    }
    // "the National Security team": a word of a name.
    const named = c !== null && t > 0 && m!.to - t === 1 && isCapital(s.forms[t]) && s.upos[t] === "ADJ";
    if (named && isCapital(s.forms[t + 1] ?? "") && only(scan.at[t + 1], "collective") === null) break;
    // Before another verb, a "verb" that is also a collective noun is the noun ("rebels signed").
    if (c !== null && (s.upos[t] !== "VERB" || s.upos[m!.to] === "VERB" || s.upos[m!.to] === "AUX")) {
      head = c;
      post = null;
      t = headTo = nounTo = m!.to;
      continue;
    }
    if (post !== null && isCapital(s.forms[t])) break;
    // "the official coordinating the talks": what takes an object is no noun, whatever its tag.
    if (post !== null && s.xpos[t] !== "NNS" && s.norms[t].endsWith("ing") && p.has(t + 1, "article")) break;
    if (p.has(t, "state-change") || p.has(t, "incoming")) {
      former ||= p.has(t, "state-change");
      t++;
      continue;
    }
    if (m !== null && typed(m, OWNERS) !== null) {
      if (firstOwner === null || nounTo > bodyFrom) break;
      // "the UN's Chad envoy", "Chad's UN ambassador": the first sends, the second is where he is sent.
      if (firstOwner.list.length === 1 && isErrand(p, firstOwner.list[0].entry, m)) {
        t = m.to;
        continue;
      }
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
    // "the rebels today requested"
    if (head !== null && t === headTo && p.has(t, "day-word")) break;
    const u = s.upos[t];
    const compound =
      (u === "VERB" || u === "ADV") &&
      s.forms[t + 1] === "-" &&
      s.ends[t] === s.starts[t + 1] &&
      NOMINAL.has(s.upos[t + 2] ?? "");
    const joined =
      compound ||
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
      if (u === "PROPN" && isCapital(s.forms[t]) && head === null && !capsThenHead(p, t)) break;
    }
    t++;
  }
  const headIsLast = head !== null && headTo === nounTo;
  if (!headIsLast || (head === post && post !== null && p.r.words.is("weekday-month", post.name))) {
    return lead === null || possessive >= 0 ? null : bareOwners(p, at, lead, nounTo > lead.next);
  }
  const owned = lead?.list ?? [];
  const start = at;
  if (post !== null && head === post) {
    const end = p.has(headTo - 1, "ministerial") ? portfolioEnd(p, headTo, true) : headTo;
    if (end > headTo) postWords.push(words(s, headTo, end).toLowerCase());
    return postPhrase(p, start, end, owned, post, postWords.join(" "), former, possessive);
  }
  if (possessive >= 0) return null;
  const end = p.has(headTo - 1, "ministerial") ? portfolioEnd(p, headTo, false) : headTo;
  return collectivePhrase(p, start, end, owned, head as Entry);
}

/** Whether a name behind an owner only tells where its envoy is sent: another one's, right before his post. */
function isErrand(p: Page, owner: Entry, m: Match): boolean {
  const sent = only(m, "organisation") ?? only(m, "state");
  const post = only(p.scan.at[m.to] ?? null, "post");
  return (
    sent !== null &&
    post !== null &&
    (owner.type === "organisation" || owner.type === "state" || owner.type === "demonym") &&
    sent.code !== owner.code &&
    p.has(m.to + post.name.split(" ").length - 1, "envoy-post")
  );
}

/** "US Treasury Secretary": the last word of a ministry's name opens the post; token where what the owner owns begins. */
function postInside(p: Page, lead: { list: Owner[]; next: number }): number {
  const [o] = lead.list;
  if (lead.list.length !== 1 || o.entry.type !== "government" || o.to !== lead.next || o.to - o.from < 2)
    return lead.next;
  const m = p.scan.at[o.to - 1];
  if (m === null || only(m, "post") === null || m.to <= o.to) return lead.next;
  lead.list[0] = { ...o, to: o.to - 1 };
  return o.to - 1;
}

export function capsThenHead(p: Page, t: number): boolean {
  for (let k = t; k < Math.min(t + 5, p.s.size); k++) {
    const m = p.scan.at[k];
    if (only(m, "collective") !== null || only(m, "post") !== null) return true;
    if (!isCapital(p.s.forms[k])) return false;
  }
  return false;
}
