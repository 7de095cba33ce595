import type { Deed, RecordView } from "../record/index.js";
import { daysBetween, type IsoDate } from "../text/index.js";
import { bocpdPoisson, decayed, optimalPartition } from "./change-points.js";
import type { ToneScores } from "./tone-scores.js";
import type { AnalysisSettings, Tone, ToneEvent } from "./types.js";

/** Weights of how sure a source is that an event took place. */
const weights = { certain: 1, probable: 0.75, possible: 0.5, uncommitted: 0 } as const;

/** Events of a view that took place, with their scores. What is scheduled, asked for, feared or denied scores nothing and is left out. */
export function toneEvents(
  view: RecordView,
  scores: ToneScores,
  deeds: readonly Deed[] = view.events,
): ToneEvent[] {
  return deeds.flatMap((e) => {
    const date = dateOf(e);
    const score = scores.score(e.class, e.mode);
    if (date === null || score === null || date > view.asOf.about) return [];
    if (e.status !== "happened" && e.status !== "ongoing") return [];
    return [
      {
        id: e.id,
        date,
        known: e.known,
        track: e.track,
        class: e.class,
        mode: e.mode,
        score,
        weight: weights[e.certainty],
      },
    ];
  });
}

/** End of a narrow interval; what is not dated to within a season has no place in a series. */
function dateOf(e: Deed): IsoDate | null {
  const { earliest, latest } = e.when;
  if (earliest === null || latest === null || daysBetween(earliest, latest) > 92) return null;
  return latest;
}

/** Tone of one track: never of several pooled, since a warm side track hides a cold core. */
export function toneOf(
  all: readonly ToneEvent[],
  track: string,
  about: IsoDate,
  settings: AnalysisSettings,
): Tone {
  const events = all
    .filter((e) => e.track === track && e.date <= about)
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.id < b.id ? -1 : 1));
  const sums = new Map<string, { sum: number; count: number }>();
  for (const e of events) {
    const month = e.date.slice(0, 7);
    const cell = sums.get(month) ?? { sum: 0, count: 0 };
    sums.set(month, { sum: cell.sum + e.weight * e.score, count: cell.count + 1 });
  }
  const months = monthsOf(events[0]?.date ?? null, about).map((month) => ({
    month,
    ...(sums.get(month) ?? { sum: 0, count: 0 }),
  }));
  const level = optimalPartition(
    months.map((m) => m.sum),
    settings.changePenalty,
  );
  const pace = bocpdPoisson(
    months.map((m) => m.count),
    settings.hazard,
    { shape: 1, rate: 1 },
  );
  const paceChanges = pace.mapRunLength.flatMap((run, i) =>
    i > 0 && run < pace.mapRunLength[i - 1] ? [months[i + 1 - run].month] : [],
  );
  return {
    track,
    value: decayed(
      events.map((e) => ({ age: daysBetween(e.date, about), score: e.score, weight: e.weight })),
      settings.halfLife,
    ),
    events: events.length,
    months,
    levelChanges: level.changeAt.map((i) => months[i].month),
    paceChanges: [...new Set(paceChanges)],
    evidence: events.map((e) => e.id),
  };
}

/** At most 50 years of months, ending with the month asked about. */
function monthsOf(first: IsoDate | null, about: IsoDate): string[] {
  if (first === null) return [];
  const index = (d: IsoDate): number => Number(d.slice(0, 4)) * 12 + Number(d.slice(5, 7)) - 1;
  const end = index(about);
  const start = Math.max(index(first), end - 599);
  const out: string[] = [];
  for (let m = start; m <= end; m++)
    out.push(`${String(Math.floor(m / 12)).padStart(4, "0")}-${String((m % 12) + 1).padStart(2, "0")}`);
  return out;
}
