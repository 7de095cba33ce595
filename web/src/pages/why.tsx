import type { Status, TrackStatus } from "../api/types.js";
import { useAnswer, useAsk } from "../api/use-answer.js";
import { Claim } from "../parts/claim.js";
import { Mark } from "../parts/mark.js";
import { PageOf } from "../parts/page.js";
import { prose } from "../parts/prose.js";
import { Answered, Empty } from "../parts/states.js";
import { addMonths, showDay, today } from "../shell/dates.js";
import { useNegotiation } from "../shell/place.js";
import { useField } from "../shell/times.js";

/** Signals that speak for movement, those that speak against it, and those that only place it. */
const against =
  /HARDENED|MISSED|STALL|BROKEN|SUSPEND|NO_ADVANCE|STANDSTILL|DEADLOCK|RETRACT|LAPS|SAYS_STALLED/;
const forIt = /ADVANCE|CONTACT|PROGRESS|CONCLUDED|NEXT|AGREED/;

export function Page() {
  const status = useAnswer<Status>("status");
  return (
    <PageOf
      title="Why this verdict"
      lede="Ordered rules are tried from the top; the first that holds decides. Every signal opens the words it rests on."
    >
      <Months />
      <Answered of={status}>{(s) => s.tracks.map((t) => <Track key={t.track} of={t} />)}</Answered>
    </PageOf>
  );
}

/** The verdict a year back, month by month; a click goes to that month. */
function Months() {
  const [known, set] = useField("known");
  const last = known || today();
  const months = Array.from({ length: 12 }, (_, i) => addMonths(last, i - 11));
  return (
    <div className="months" role="group" aria-label="Verdict by month">
      {months.map((day) => (
        <Month key={day} day={day} chosen={day === last} choose={() => set(day)} />
      ))}
    </div>
  );
}

function Month({ day, chosen, choose }: { readonly day: string; readonly chosen: boolean; choose(): void }) {
  const negotiation = useNegotiation();
  const status = useAsk<Status>("status", { negotiation, asKnownOn: day });
  return (
    <button type="button" className="month" aria-pressed={chosen} onClick={choose}>
      <span>{showDay(day.slice(0, 7))}</span>
      {status.isPlaceholderData
        ? null
        : status.data?.tracks.map((t) => (
            <span key={t.track} className="month-state" title={t.name}>
              <Mark of={t.state} />
            </span>
          ))}
    </button>
  );
}

function Track({ of: t }: { readonly of: TrackStatus }) {
  const bad = t.signals.filter((s) => against.test(s.signal));
  const good = t.signals.filter((s) => !bad.includes(s) && forIt.test(s.signal));
  const other = t.signals.filter((s) => !bad.includes(s) && !good.includes(s));
  return (
    <section className="why">
      <h2>
        {t.name} <Mark of={t.state} />
      </h2>
      <p className="rationale">
        <code>{t.rule.id}</code> {t.rule.why}.
      </p>
      <ul className="claim-meta">
        <li>confidence {t.confidence}</li>
        <li>
          {t.support.for} for, {t.support.against} against, of {t.support.of} signals; {t.support.sources}{" "}
          independent sources
        </li>
        <li>
          outlook {t.outlook.value}: {t.outlook.why}
        </li>
        {t.tone.events > 0 ? (
          <li>
            tone of events {t.tone.value.toFixed(1)} over {t.tone.events}, shown beside the verdict and no
            part of it
          </li>
        ) : null}
      </ul>
      <div className="two">
        <Signals title="Speaks for movement" of={good} />
        <Signals title="Speaks against it" of={bad} />
      </div>
      {other.length > 0 ? <Signals title="Also on record" of={other} /> : null}
      <h3>What would change it</h3>
      <ul className="plain">
        {t.wouldChange.map((w) => (
          <li key={w}>{w}</li>
        ))}
      </ul>
      <details className="more">
        <summary>Rules tried before this one</summary>
        <ol className="trace">
          {t.rule.tried.map((r) => (
            <li key={r.rule}>
              <code>{r.rule}</code> {r.why}
            </li>
          ))}
          <li>
            <code>{t.rule.id}</code> <strong>holds:</strong> {t.rule.why}
          </li>
        </ol>
      </details>
    </section>
  );
}

function Signals({ title, of }: { readonly title: string; readonly of: TrackStatus["signals"] }) {
  return (
    <div>
      <h3>{title}</h3>
      {of.length === 0 ? <Empty>No such signal on record.</Empty> : null}
      {of.map((s) =>
        s.evidence.length === 0 ? (
          <p key={s.signal + s.why}>{prose(s.why)}</p>
        ) : (
          <Claim key={s.signal + s.why} id={s.signal} evidence={s.evidence}>
            {prose(s.why)}
          </Claim>
        ),
      )}
    </div>
  );
}
