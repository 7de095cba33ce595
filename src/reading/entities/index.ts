import { isText, type Lexicon, type Sentence } from "../../language/index.js";
import { extend } from "../../text/index.js";
import type { WithEntities, WithTimes } from "../layers.js";
import { compose } from "./compose.js";
import { Coreference } from "./coreference.js";
import { settled } from "./homes.js";
import type { Draft } from "./page.js";
import { setParties } from "./party.js";
import { Registry } from "./registry.js";
import { headOf, OWNERS, type Scan, scan, typed } from "./scan.js";
import { withSharedWords } from "./shared-heads.js";
import { Turns } from "./turns.js";
import { loadActorWords } from "./words.js";

export { parties, resolveActor } from "./resolve.js";

/**
 * Finds who and what a text speaks of: names by look-up and by the text's own titles, then what pronouns and "both sides" mean.
 * @throws CoreError `LEXICON_MISSING` at creation; the reader itself never throws.
 */
export function createEntities(lexicon: Lexicon): (input: WithTimes) => WithEntities {
  const words = loadActorWords(lexicon);
  return (input) => {
    const r = new Registry(words, input.published);
    const scans: (Scan | null)[] = [];
    for (const s of input.parsed.sentences) {
      const sc =
        s.kind === "boilerplate" || s.kind === "byline" ? null : withSharedWords(words, scan(words, s));
      scans.push(sc);
      if (sc !== null && isText(s)) {
        count(r, sc);
        r.mediating ??= mediating(r, sc);
      }
    }
    leaveOutVenues(r);
    r.datelineState = datelineState(r, input.parsed.sentences, scans);
    r.mainState = mostNamed(r.stateCounts) ?? mostNamed(r.movementCounts);
    const coreference = new Coreference(r);
    const turns = new Turns(r, input.parsed);
    const mentionsBySentence: number[][] = [];
    for (let i = 0; i < scans.length; i++) {
      const raw = scans[i];
      const sc = raw === null ? null : settled(r, raw);
      const mine: number[] = [];
      mentionsBySentence.push(mine);
      turns.next(i);
      if (sc === null) continue;
      let subject: string | null = null;
      for (const d of disjoint(coreference.run(sc, compose(r, sc), turns.speaker))) {
        const { s } = sc;
        const index = r.mentions.length;
        const head = headOf(s, d.from, d.to);
        subject ??= subjectState(r, s, d, head);
        r.mentions.push({
          index,
          entity: d.entity,
          form: d.form,
          use: d.use,
          rule: d.rule,
          sentence: s.index,
          from: d.from,
          to: d.to,
          head,
          start: s.starts[d.from],
          end: s.ends[d.to - 1],
        });
        mine.push(index);
      }
      turns.told(i, mine);
      r.subject = subject === null ? null : { code: subject, paragraph: sc.s.paragraph };
    }
    setParties(r, mentionsBySentence);
    return extend(input, {
      entities: r.entities,
      mentions: r.mentions,
      mentionsBySentence,
      spokenBy: turns.spokenBy,
    });
  };
}

function mostNamed(counts: ReadonlyMap<string, number>): string | null {
  let most = 0;
  let best: string | null = null;
  for (const [code, n] of counts) {
    if (n <= most) continue;
    most = n;
    best = code;
  }
  return best;
}

/** Code of the state that is the subject of its sentence's main clause; null where `d` is not. */
function subjectState(r: Registry, s: Sentence, d: Draft, head: number): string | null {
  const over = s.heads[head];
  const e = r.entities[d.entity];
  return d.use === "actor" && e.kind === "state" && s.deprels[head].startsWith("nsubj") && s.heads[over] < 0
    ? e.code
    : null;
}

/** Where another state is named so many times as often as the dateline's, that is only the venue. */
const VENUE = 4;

/** A minister without a country is of the one where his outlet reports from, if that plays a part. */
function datelineState(
  r: Registry,
  sentences: readonly Sentence[],
  scans: readonly (Scan | null)[],
): string | null {
  const line = sentences.findIndex((s) => s.kind === "dateline");
  const town =
    line < 0
      ? undefined
      : scans[line]?.at[0]?.entries.find((e) => e.type === "capital" || e.type === "place");
  // From where an organisation sits is reported what it does, and others with it.
  if (town === undefined || r.isSeat(town)) return null;
  const named = town.code == null ? 0 : (r.stateCounts.get(town.code) ?? 0);
  return named > 0 && named * VENUE > Math.max(...r.stateCounts.values()) ? town.code : null;
}

/** How often each state is named, for what a title without country belongs to. */
function count(r: Registry, sc: Scan): void {
  const meets = sc.clues.some((c, t) => c?.has("gathering") === true && sc.s.upos[t] === "NOUN");
  for (let t = 0; t < sc.at.length; ) {
    const m = sc.at[t];
    if (m === null) {
      t++;
      continue;
    }
    const e = m.entries[0];
    // "in Geneva" tells where, not who.
    // "talks in Kenya" between others.
    const before = t > 1 && sc.clues[t - 1]?.has("article") === true ? t - 2 : t - 1;
    const placed = t > 0 && sc.clues[before]?.has("place-preposition") === true;
    const venue = placed && (e.type === "capital" || (e.type === "state" && meets));
    const named =
      e.type === "state" || e.type === "demonym" || (e.type === "capital" && !venue && r.seatOf(e) === null);
    if (e.type === "group" && e.code !== null)
      r.movementCounts.set(e.code, (r.movementCounts.get(e.code) ?? 0) + 1);
    if (named && e.code !== null) r.stateCounts.set(e.code, (r.stateCounts.get(e.code) ?? 0) + 1);
    if (placed && meets && e.code !== null) r.venues.add(e.code);
    const onlyThere = placed || (t > 0 && sc.clues[before]?.has("direction") === true);
    if (named && !onlyThere && e.code !== null) r.acting.add(e.code);
    t = m.to;
  }
}

/** A state that is only ever where others meet is none of those the text is about, where it names others. */
function leaveOutVenues(r: Registry): void {
  const others = r.acting.size > 0 || r.movementCounts.size > 0;
  for (const code of r.venues)
    if (others && !r.acting.has(code) && !r.movementCounts.has(code)) r.stateCounts.delete(code);
}

/** Who mediates by the words of a sentence: "facilitated by A", "A is mediating", "A-brokered talks". */
function mediating(r: Registry, { s, at, clues }: Scan): string | null {
  for (let t = 0; t < s.size; t++) {
    const verb = s.upos[t] === "VERB" && r.words.clues.get(s.lemmas[t])?.has("mediate") === true;
    const passive = verb && clues[t + 1]?.has("agent-preposition") === true;
    const k = clues[t + 2]?.has("definite") === true ? t + 3 : t + 2;
    const e = passive ? typed(at[k] ?? null, OWNERS) : null;
    if (e?.code != null) return e.code;
    const before =
      s.norms[t - 1] === "-" && clues[t]?.has("mediated") === true ? typed(at[t - 2] ?? null, OWNERS) : null;
    if (before?.code != null) return before.code;
  }
  return null;
}

/** Drops what crosses an earlier mention or repeats its very words: mentions nest or are disjoint. */
function disjoint(drafts: readonly Draft[]): Draft[] {
  const out: Draft[] = [];
  const open: Draft[] = [];
  for (const d of drafts) {
    while (open.length > 0 && open[open.length - 1].to <= d.from) open.pop();
    const top = open[open.length - 1];
    if (top !== undefined && (d.to > top.to || (d.from === top.from && d.to === top.to))) continue;
    out.push(d);
    open.push(d);
  }
  return out;
}
