import { useEffect, useState } from "react";
import { Link } from "wouter";
import type { Answers, Lines, Listed, Moved, Promised, Status } from "../api/types.js";
import { useAsk } from "../api/use-answer.js";
import { CitePage } from "../parts/cite.js";
import { Mark } from "../parts/mark.js";
import { prose } from "../parts/prose.js";
import { Answered, Empty } from "../parts/states.js";
import { WordsOf } from "../parts/words.js";
import { showDay, showWhen, today } from "../shell/dates.js";
import { useTitle } from "../shell/place.js";
import { useTimes, useTo } from "../shell/times.js";

const VISIT = "rapporteur.visit";

/** The day of the visit before this one; undefined on the first. */
function useLastVisit(): string | undefined {
  const [last] = useState(() => localStorage.getItem(VISIT) ?? undefined);
  useEffect(() => localStorage.setItem(VISIT, today()), []);
  return last !== undefined && last < today() ? last : undefined;
}

export function Portfolio() {
  useTitle("");
  const to = useTo();
  const since = useLastVisit();
  const list = useAsk<Answers["list"]>("list");
  return (
    <div className="page wide">
      <div className="page-head">
        <h1>Negotiations</h1>
        <CitePage title="Negotiations" />
      </div>
      <Answered of={list}>
        {({ items, counts }) => (
          <>
            {items.length === 0 ? (
              <Empty>
                The store holds no negotiation yet. <code>rapporteur demo</code> reads the example dossiers;{" "}
                <code>rapporteur new</code> sets up your own.
              </Empty>
            ) : null}
            {items.map((n) => (
              <Row key={n.id} listed={n} since={since} />
            ))}
            <p className="foot">
              {counts.documents} articles, {counts.statements} statements in the store.{" "}
              <Link href={to("/add")}>Add an article</Link>
            </p>
          </>
        )}
      </Answered>
    </div>
  );
}

function Row({ listed, since }: { readonly listed: Listed; readonly since: string | undefined }) {
  const to = useTo();
  const { known, about } = useTimes();
  const asked = { negotiation: listed.id, asKnownOn: known, about };
  const status = useAsk<Status>("status", asked);
  const promised = useAsk<Lines<Promised>>("commitments", asked);
  const moved = useAsk<{ items: readonly Moved[] }>(
    "moved",
    { ...asked, since },
    since !== undefined && known === undefined,
  );
  const overdue = promised.data?.items.filter((p) => p.status.state === "overdue").length ?? 0;
  const last = status.data?.basis.lastPublished ?? null;
  const day = known ?? today();
  const stale = last !== null && Date.parse(day) - Date.parse(last) > 60 * 86_400_000;
  const home = `/n/${listed.id}`;
  return (
    <section className="dossier">
      <h2>
        <Link href={to(home)}>{listed.name}</Link>
      </h2>
      <Answered of={status}>
        {({ tracks, basis }) => (
          <>
            <div className="dossier-tracks">
              {tracks.map((t) => (
                <div key={t.track} className="dossier-track" data-claim={t.track} tabIndex={-1}>
                  <h3>
                    {t.name} <Mark of={t.state} />
                  </h3>
                  {t.explanation.slice(0, 1).map((e) => (
                    <div key={e.text}>
                      <p>{prose(e.text)}</p>
                      <WordsOf evidence={e.evidence.slice(0, 1)} />
                    </div>
                  ))}
                  {t.nextMeeting === null ? (
                    <p className="muted">No scheduled meeting was found.</p>
                  ) : (
                    <p>
                      <strong>Next</strong> {showWhen(t.nextMeeting)}
                      {t.nextMeeting.place === null ? "" : `, ${t.nextMeeting.place}`}
                    </p>
                  )}
                  {t.explanation.length + t.signals.length === 0 ? (
                    <p className="muted">
                      No words on record bear on it.{" "}
                      <Link href={to(`${home}/why`)} data-evidence="none">
                        The rule that says so
                      </Link>
                    </p>
                  ) : null}
                </div>
              ))}
            </div>
            <ul className="claim-meta">
              <li>
                {basis.sources} articles of {basis.outlets} outlets, the last of{" "}
                {showDay(basis.lastPublished)}
              </li>
              {overdue > 0 ? (
                <li>
                  <Link className="overdue" href={to(`${home}/commitments`)}>
                    {overdue} overdue
                  </Link>
                </li>
              ) : null}
              {moved.data === undefined || since === undefined ? null : (
                <li>
                  <Link href={to(`${home}/changes`, { since })}>
                    {moved.data.items.length} changes since your visit of {showDay(since)}
                  </Link>
                </li>
              )}
              {stale ? (
                <li>
                  <Link href={`${home}?known=${last}`}>as known on {showDay(last)}, its last report</Link>
                </li>
              ) : null}
            </ul>
          </>
        )}
      </Answered>
    </section>
  );
}
