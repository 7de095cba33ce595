import { Link } from "wouter";
import type { Lines, Promised, RecordMeeting, RecordProposal, Status, TrackStatus } from "../api/types.js";
import { useAnswer } from "../api/use-answer.js";
import { MeetingsMap } from "../map/index.js";
import { Claim, supportOf, wordsOf } from "../parts/claim.js";
import { Mark } from "../parts/mark.js";
import { Parties, People, useSetUp } from "../parts/names.js";
import { PageOf } from "../parts/page.js";
import { prose } from "../parts/prose.js";
import { Answered, Empty } from "../parts/states.js";
import { WordsOf } from "../parts/words.js";
import { showDay, showWhen } from "../shell/dates.js";
import { useNegotiation } from "../shell/place.js";
import { useTo } from "../shell/times.js";

export function Page() {
  const to = useTo();
  const id = useNegotiation();
  const status = useAnswer<Status>("status");
  return (
    <PageOf
      title={status.data?.name ?? "Where it stands"}
      tools={
        <>
          <Link href={to(`/n/${id}/brief`)}>Brief</Link>
          <Link href={to(`/n/${id}/timeline`)}>Timeline</Link>
        </>
      }
      wide
    >
      <Answered of={status}>
        {(s) => (
          <>
            <div className="verdicts">
              {s.tracks.map((t) => (
                <Verdict key={t.track} of={t} />
              ))}
            </div>
            <div className="columns">
              <div>
                <Ahead />
                <Overdue />
              </div>
              <div>
                <Open />
                <Outside of={s} />
                <Where />
                <Called />
              </div>
            </div>
          </>
        )}
      </Answered>
    </PageOf>
  );
}

function Verdict({ of: t }: { readonly of: TrackStatus }) {
  const to = useTo();
  const id = useNegotiation();
  const [first, ...rest] = t.explanation;
  const words = [...t.explanation.flatMap((e) => e.evidence), ...t.signals.flatMap((s) => s.evidence)];
  return (
    <section className="verdict" data-claim={t.track} tabIndex={-1}>
      <h2>{t.name}</h2>
      <p className="verdict-state">
        <Mark of={t.state} />
      </p>
      <ul className="claim-meta">
        <li>confidence {t.confidence}</li>
        <li>
          outlook {t.outlook.value === "none" ? "open" : t.outlook.value}: {t.outlook.why}
        </li>
        {t.since === null ? null : <li>since {showWhen(t.since)}</li>}
      </ul>
      {first === undefined ? (
        <p className="muted">{t.rule.why}.</p>
      ) : (
        <>
          <p className="rationale">{prose(first.text)}</p>
          <WordsOf evidence={first.evidence} />
        </>
      )}
      {rest.slice(0, 3).map((e) => (
        <div key={e.text} className="reason">
          <p>{prose(e.text)}</p>
          <WordsOf evidence={e.evidence.slice(0, 1)} />
        </div>
      ))}
      <p>
        <Link href={to(`/n/${id}/why`)} data-evidence={words.length === 0 ? "none" : undefined}>
          Why this verdict
        </Link>
        , and what would change it
      </p>
    </section>
  );
}

function Ahead() {
  const meetings = useAnswer<Lines<RecordMeeting>>("meetings");
  const to = useTo();
  const id = useNegotiation();
  return (
    <section>
      <h2>Next dates</h2>
      <Answered of={meetings}>
        {({ items, evidence, about }) => {
          const ahead = items
            .filter((m) => m.status === "scheduled" && (m.when.latest ?? "") >= about)
            .toSorted((a, b) => (a.when.earliest ?? "").localeCompare(b.when.earliest ?? ""));
          const asking = items.filter((m) => m.asks !== null);
          return (
            <>
              {ahead.length === 0 ? <Empty>No scheduled meeting was found.</Empty> : null}
              {ahead.map((m) => (
                <Claim
                  key={m.id}
                  id={m.id}
                  when={showWhen(m.when)}
                  status={m.status}
                  evidence={wordsOf(m, evidence)}
                  meta={[m.place, supportOf(m), <People key="p" names={m.representatives} />]}
                >
                  <Link href={to(`/n/${id}/meetings/${m.id}`)}>{m.what}</Link>
                </Claim>
              ))}
              {asking.length === 0 ? null : (
                <p className="muted">
                  <Link href={to(`/n/${id}/meetings`, { status: "unreported" })}>
                    {asking.length} scheduled {asking.length === 1 ? "meeting" : "meetings"} without a report
                  </Link>
                  : the day has passed, no account was found.
                </p>
              )}
            </>
          );
        }}
      </Answered>
    </section>
  );
}

function Open() {
  const proposals = useAnswer<Lines<RecordProposal>>("proposals", { open: true });
  const to = useTo();
  const id = useNegotiation();
  return (
    <section>
      <h2>Open proposals</h2>
      <Answered of={proposals}>
        {({ items, evidence }) => (
          <>
            {items.length === 0 ? <Empty>No open proposal was found.</Empty> : null}
            {items
              .toReversed()
              .slice(0, 5)
              .map((p) => (
                <Claim
                  key={p.id}
                  id={p.id}
                  when={showWhen(p.when) || showDay(p.known)}
                  evidence={wordsOf(p, evidence)}
                  meta={[p.type, p.deadline === null ? "" : `by ${showWhen(p.deadline)}`]}
                >
                  <Parties codes={p.by} />: {p.what}
                </Claim>
              ))}
            {items.length > 5 ? (
              <p>
                <Link href={to(`/n/${id}/proposals`, { status: "tabled" })}>All {items.length}</Link>
              </p>
            ) : null}
          </>
        )}
      </Answered>
    </section>
  );
}

const late = new Set(["overdue", "broken", "lapsed", "stalled"]);

function Overdue() {
  const promised = useAnswer<Lines<Promised>>("commitments");
  const to = useTo();
  const id = useNegotiation();
  return (
    <section>
      <h2>Commitments in arrears</h2>
      <Answered of={promised}>
        {({ items, evidence }) => {
          const open = items.filter((p) => late.has(p.status.state)).toReversed();
          return (
            <>
              {open.length === 0 ? <Empty>None was found overdue, stalled or broken.</Empty> : null}
              {open.slice(0, 5).map(({ item, status }) => (
                <Claim
                  key={item.id}
                  id={item.id}
                  when={showWhen(item.deadline) || showWhen(item.when)}
                  status={status.state}
                  evidence={wordsOf(item, evidence)}
                  meta={[prose(status.why)]}
                >
                  <Parties codes={item.by} />: {item.what}
                </Claim>
              ))}
              <p>
                <Link href={to(`/n/${id}/commitments`)}>All {items.length} commitments</Link>
              </p>
            </>
          );
        }}
      </Answered>
    </section>
  );
}

function Outside({ of: s }: { readonly of: Status }) {
  if (s.outside.length === 0) return null;
  return (
    <section>
      <h2>Outside circumstances</h2>
      {s.outside.map((o) => (
        <Claim key={o.text} id={o.evidence[0]?.statement ?? o.text} evidence={o.evidence}>
          {prose(o.text)}
        </Claim>
      ))}
    </section>
  );
}

function Where() {
  const meetings = useAnswer<Lines<RecordMeeting>>("meetings");
  const to = useTo();
  const id = useNegotiation();
  if (meetings.data?.items.some((m) => m.place !== null) !== true) return null;
  return (
    <section>
      <h2>Where they met</h2>
      <MeetingsMap items={meetings.data.items} open={(place) => to(`/n/${id}/meetings`, { place })} />
    </section>
  );
}

/** What each party calls a contested thing: the product takes no side's name for its own. */
function Called() {
  const set = useSetUp();
  if (set === undefined || set.names.length === 0) return null;
  const parties = set.parties.filter((p) => set.names.some((n) => (n.by[p.code] ?? []).length > 0));
  return (
    <section>
      <h2>What each calls it</h2>
      <div className="scroll" role="region" aria-label="Names per party" tabIndex={0}>
        <table aria-label="Names per party">
          <thead>
            <tr>
              <th scope="col">Here</th>
              {parties.map((p) => (
                <th key={p.code} scope="col">
                  {p.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {set.names.map((n) => (
              <tr key={n.of}>
                <th scope="row">{n.of}</th>
                {parties.map((p) => (
                  <td key={p.code}>{(n.by[p.code] ?? []).join(", ") || "no name of its own"}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
