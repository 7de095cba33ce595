import { addDays, daysBetween } from "../text/index.js";
import { hardenedOrMissed, lasting, noAdvance, type PlayFacts, recentAdvance } from "./signals.js";
import type { Explained, Interval, PlayState, SignalItem, StateOfPlay } from "./types.js";

/** How many items of one kind a sentence of its own is made for; the newest; the rest are counted. */
const MANY = 4;

/** The reasons in sentences, most telling first; each names the items it rests on and quotes from them. */
export function explain(f: PlayFacts, state: PlayState, since: Interval | null, name: string): Explained[] {
  const out: Explained[] = [];
  const add = (text: string, evidence: readonly SignalItem[]): void => {
    if (evidence.length > 0) out.push({ text, evidence: evidence.map((e) => e.id) });
  };
  const list = (lead: string, items: readonly SignalItem[]): void => {
    const newest = [...items].reverse();
    for (const i of newest.slice(0, MANY)) add(`${lead}: ${i.text} (${days(i)}).`, [i]);
    if (items.length > MANY) add(`${lead}: ${items.length - MANY} more.`, newest.slice(MANY));
  };
  const explicit = [...f.concluded, ...f.brokenOff, ...f.suspended];
  list("In terms", explicit);
  const last = f.lastAdvance;
  if (last !== null) {
    const far = noAdvance(f) ? `, more than the ${f.settings.stall} days that count as a standstill` : "";
    add(
      `Last step forward: ${last.text} (${days(last)}), ${lasting(f.sinceAdvance ?? 0)} before ${f.about}${far}.`,
      [last],
    );
  }
  list("A source says that the talks stand still", f.saysStalled);
  list("A source says that there is progress", f.saysProgress);
  list(last === null ? "Hardened or missed" : "Hardened or missed since then", hardenedOrMissed(f));
  if (f.attempts.length > 0) {
    const times = f.attempts.length === 1 ? "one dated meeting" : `${f.attempts.length} dated meetings`;
    const dates = f.attempts.slice(-MANY).map(days).join(", ");
    add(
      `${last === null ? "On record" : "Since then"}: ${times}, none of them a step forward by itself (${dates}).`,
      f.attempts,
    );
  }
  if (f.next.length > 0) {
    const place = f.next.find((i) => i.place !== null)?.place;
    add(`Next: ${f.next[0].text} (${days(f.next[0])}${place === undefined ? "" : `, ${place}`}).`, f.next);
  } else list("Last contact", f.contacts.slice(-1));
  if (state === "no recent evidence" && f.items.length > 0) {
    const latest = f.items.reduce((a, b) => (b.latest > a.latest ? b : a));
    const text = `Nothing was found on ${name} for ${lasting(daysBetween(min(latest.latest, f.about), f.about))} before ${f.about}`;
    add(`${text}; the last is: ${latest.text} (${days(latest)}). That is no sign that the talks ended.`, [
      latest,
    ]);
  }
  if (since !== null) {
    const onset = hardenedOrMissed(f);
    const rest = onset.length > 0 ? onset : last === null ? f.saysStalled : [last];
    add(
      since.earliest === since.latest
        ? `The standstill set in on ${since.latest}.`
        : `The standstill set in between ${since.earliest} and ${since.latest}.`,
      rest,
    );
  }
  return out;
}

/** What would give another verdict, with the day on which the clock alone would. */
export function wouldChange(f: PlayFacts, state: PlayState): StateOfPlay["wouldChange"] {
  const out: { to: PlayState; text: string }[] = [];
  const { settings, lastAdvance } = f;
  const add = (to: PlayState, text: string): void => {
    if (to !== state) out.push({ to, text });
  };
  add(
    "progressing",
    "An agreement, an accommodation or a measure carried out on this track, with nothing hardened after it.",
  );
  if (state === "progressing" || state === "slow") {
    if (lastAdvance !== null) {
      add(
        "stalled",
        `No step forward by ${addDays(lastAdvance.latest, settings.stall + 1)}, or a source saying that the talks stand still.`,
      );
    } else add("stalled", "A source saying that the talks stand still.");
    if (recentAdvance(f)) add("slow", "A hardened position or a missed target after the last step forward.");
  }
  if (state === "stalled") {
    const more = settings.attempts - f.attempts.length;
    const hard = hardenedOrMissed(f).length > 0 ? "" : ", and a hardened position or a missed target";
    if (more > 0) add("deadlocked", `${more} more dated meeting(s) without a step forward${hard}.`);
    else if (hard !== "") add("deadlocked", "A hardened position or a missed target.");
  }
  if (
    state !== "no recent evidence" &&
    state !== "insufficient evidence" &&
    f.next.length === 0 &&
    f.contacts.length > 0
  ) {
    const last = f.contacts.reduce((a, b) => (b.latest > a.latest ? b : a));
    const day = addDays(min(last.latest, f.about), settings.contact + 1);
    if (f.saysStalled.length + f.saysProgress.length === 0)
      add("no recent evidence", `No contact and no statement reported by ${day}.`);
  }
  if (state === "no recent evidence" || state === "insufficient evidence")
    add("slow", "Any dated contact or statement on this track.");
  return out;
}

/** What the next step is exposed to: outside headwinds and recent hardening, or a meeting ahead without them. */
export function outlookOf(all: readonly SignalItem[], f: PlayFacts): StateOfPlay["outlook"] {
  const recent = (i: SignalItem): boolean =>
    daysBetween(min(i.latest, f.about), f.about) <= f.settings.recent;
  const ids = (items: readonly SignalItem[]): string[] => items.map((i) => i.id).sort();
  const hurting = all.filter((i) => i.effect === "hurt" && recent(i));
  const hard = f.hardened.filter(recent);
  if (hurting.length + hard.length > 0) {
    const parts = [
      hurting.length > 0 ? "outside circumstances hurt" : "",
      hard.length > 0 ? "positions hardened lately" : "",
    ];
    return {
      value: "risk",
      why: parts.filter((p) => p !== "").join("; "),
      evidence: ids([...hurting, ...hard]),
    };
  }
  if (f.next.length > 0)
    return {
      value: "opportunity",
      why: "a meeting is ahead and nothing hardened lately",
      evidence: ids(f.next),
    };
  const helping = all.filter((i) => i.effect === "help" && recent(i));
  if (helping.length > 0)
    return { value: "opportunity", why: "outside circumstances help", evidence: ids(helping) };
  return { value: "none", why: "nothing recent points either way", evidence: [] };
}

const days = (i: SignalItem): string =>
  i.earliest === i.latest ? i.earliest : `${i.earliest} to ${i.latest}`;
const min = (a: string, b: string): string => (a < b ? a : b);
