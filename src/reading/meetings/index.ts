import { isText, type Lexicon, type Sentence } from "../../language/index.js";
import { extend } from "../../text/index.js";
import { createSport } from "../events/index.js";
import type { Layers } from "../layers.js";
import { itemBase } from "../phrases/index.js";
import type { AnniversaryItem, Clause, Factuality, Item, MeetingItem } from "../types.js";
import { anniversaries } from "./anniversaries.js";
import type { Bench, Candidate } from "./candidate.js";
import { fromOrdinal } from "./ellipsis.js";
import { fromFate } from "./fate.js";
import { type Merged, mergeCandidates } from "./merge.js";
import { placeNews } from "./news.js";
import { fromNoun } from "./nouns.js";
import { outcomeOf } from "./outcome.js";
import { fromPresence } from "./presence.js";
import { fromSigning, SIGNED } from "./signings.js";
import { fromTelling } from "./told.js";
import { fromVerb } from "./verbs.js";
import { type MeetingWords, type Mode, meetingWords } from "./words.js";

export { type MeetingRule, meetingRules } from "./meetings.rules.js";

/**
 * Meetings, visits, calls and negotiations: those held and those planned, put off or asked for, each once however often the article
 * names it; and anniversaries. Denied, refused and imagined ones are none.
 */
export function createMeetings(
  lexicon: Lexicon,
): (layers: Layers, soFar: readonly Item[]) => (MeetingItem | AnniversaryItem)[] {
  const words = meetingWords(lexicon);
  const isSport = createSport(lexicon);
  return (layers) => {
    const found = candidates(layers, words, isSport);
    const { merged, of } = mergeCandidates(layers, found, words);
    placeNews(layers, found, merged, of);
    for (const m of merged)
      for (const c of m.members) if (c.within >= 0) of[c.within]?.participants.join(m.participants);
    const ids = new Map<Merged, MeetingItem>();
    const out: MeetingItem[] = [];
    // Visits first: a meeting names the one it is part of.
    for (const visits of [true, false])
      for (const m of merged) {
        if ((m.members[0].mode === "visit") !== visits) continue;
        const within = m.members.map((c) => (c.within < 0 ? null : of[c.within])).find((v) => v != null);
        const item = meeting(layers, m, words, within == null ? null : (ids.get(within)?.id ?? null));
        ids.set(m, item);
        out.push(item);
      }
    return [...out, ...anniversaries(layers, out, words)];
  };
}

/** Everything that may be a meeting, in reading order. */
function candidates(layers: Layers, words: MeetingWords, isSport: (s: Sentence) => boolean): Candidate[] {
  const found: Candidate[] = [];
  for (const s of layers.parsed.sentences) {
    if (!isText(s) || isSport(s)) continue;
    const bench: Bench = {
      layers,
      words,
      found,
      taken: new Set(),
      miss: (rule, at, token, why) => layers.trace?.({ rule, sentence: at.index, token, why }),
    };
    const heads: (Clause | undefined)[] = new Array(s.size);
    for (const i of layers.clausesBySentence[s.index] ?? [])
      heads[layers.clauses[i].head] = layers.clauses[i];
    for (let t = 0; t < s.size; t++) {
      const clause = heads[t];
      if (clause !== undefined) fromVerb(bench, s, clause);
      fromNoun(bench, s, t);
      fromOrdinal(bench, s, t);
      if (clause === undefined) continue;
      fromTelling(bench, s, clause);
      fromSigning(bench, s, clause);
      fromPresence(bench, s, clause);
      fromFate(bench, s, clause);
    }
  }
  const errands = new Set(found.map((c) => c.within));
  const told = new Set(found.map((c) => (c.rule === SIGNED ? -1 : c.sentence)));
  // Those who sign after talks that the sentence tells of met at these.
  return found.map((c, i) => {
    if (c.rule === SIGNED && told.has(c.sentence)) return { ...c, status: null };
    return c.alone !== null && !errands.has(i) ? { ...c, status: c.alone } : c;
  });
}

function meeting(layers: Layers, m: Merged, words: MeetingWords, partOf: string | null): MeetingItem {
  const told = m.members.find((c) => c.status !== null) ?? m.members[0];
  const also = [...new Set(m.members.map((c) => c.sentence))].filter((i) => i !== told.sentence);
  const parties = m.participants.parties;
  const base = itemBase(layers, {
    component: "meetings",
    rule: told.rule,
    sentence: told.sentence,
    trigger: told.trigger,
    clause: told.clause,
    also,
    time: m.time,
    key: [m.status, m.time.edtf, parties.map((p) => p.code)],
  });
  return extend(base, {
    factuality: factualityOf(m.status, base.factuality),
    kind: "meeting",
    what: told.what === "" ? whatOf(m, told.mode) : told.what,
    mode: modeOf(m, told),
    level: m.level ?? "unknown",
    status: m.status,
    parties,
    representatives: m.participants.people,
    place: m.place,
    occasion: m.occasion,
    count: told.count,
    outcome: outcomeOf(layers, m, words),
    partOf,
  });
}

const OF_STATUS: Partial<Record<Merged["status"], Factuality["status"]>> = {
  held: "happened",
  scheduled: "scheduled",
  expected: "expected",
  proposed: "proposed",
};

/** A meeting is as real as its status, whatever is said of the clause it was read in ("failed to agree in talks on Monday"). */
function factualityOf(status: Merged["status"], clause: Factuality): Factuality {
  const own = OF_STATUS[status];
  if (own === undefined || own === clause.status) return clause;
  const certainty = own === "happened" ? "certain" : clause.certainty;
  return { certainty, polarity: "positive", status: own, cues: clause.cues, rule: `meetings/${status}` };
}

/** Held in a third country or by a third party's hospitality; among three or more; beside a bigger event. */
function modeOf(m: Merged, told: Candidate): Mode {
  if (told.mode !== "bilateral") return told.mode;
  if (m.occasion !== null || m.participants.size > 2) return "multilateral";
  if (m.members.some((c) => c.hosted)) return "third-party";
  const country = m.place?.country ?? null;
  return country !== null &&
    m.participants.size > 1 &&
    !m.participants.parties.some((p) => p.code === country)
    ? "third-party"
    : "bilateral";
}

/** "Toshimitsu Motegi, Sergei Lavrov: visit"; the noun alone where nobody is named. */
function whatOf(m: Merged, mode: Mode): string {
  const people = m.participants.people.map((p) => p.name);
  const names = people.length > 1 ? people : m.participants.parties.map((p) => p.name);
  const kind =
    mode === "visit"
      ? "visit"
      : mode === "phone"
        ? "call"
        : mode === "negotiations"
          ? "negotiations"
          : "meeting";
  return names.length === 0 ? kind : `${names.join(", ")}: ${kind}`;
}
