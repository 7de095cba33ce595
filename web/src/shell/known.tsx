import { Link } from "wouter";
import type { Status } from "../api/types.js";
import { useAnswer } from "../api/use-answer.js";
import { addMonths, showDay, today } from "./dates.js";
import { useNegotiation } from "./place.js";
import { useField, useTo } from "./times.js";

/** The one control of time: what was known on which day, kept in the address. */
export function Known() {
  const [known, set] = useField("known");
  const [about, setAbout] = useField("about");
  const day = known || today();
  const past = known !== "" && known < today();
  return (
    <div className={past ? "known past" : "known"} role="group" aria-label="As known on">
      <span className="known-label">As known on</span>
      <button
        type="button"
        className="quiet step"
        aria-label="One month earlier"
        title="["
        onClick={() => set(addMonths(day, -1))}
      >
        ‹
      </button>
      <input
        type="date"
        aria-label="As known on"
        value={day}
        max={today()}
        onChange={(e) => set(e.target.value === today() ? "" : e.target.value)}
      />
      <button
        type="button"
        className="quiet step"
        aria-label="One month later"
        title="]"
        disabled={!past}
        onClick={() => set(addMonths(day, 1) >= today() ? "" : addMonths(day, 1))}
      >
        ›
      </button>
      {past ? (
        <button type="button" className="quiet" onClick={() => set("")}>
          Today
        </button>
      ) : null}
      {about === "" ? null : (
        <button type="button" className="quiet" onClick={() => setAbout("")}>
          about {showDay(about)} ✕
        </button>
      )}
    </div>
  );
}

/** Where the last report is older than what is asked: a way to the day on which the record was freshest. */
export const Freshness = () => (useNegotiation() === undefined ? null : <Fresh />);

function Fresh() {
  const [known, set] = useField("known");
  const status = useAnswer<Status>("status");
  const last = status.data?.basis.lastPublished ?? null;
  if (last === null) return null;
  const day = known || today();
  const age = Math.round((Date.parse(day) - Date.parse(last)) / 86_400_000);
  if (age < 60) return null;
  return (
    <p className="fresh">
      The last report on record is of {showDay(last)}, {age} days before.{" "}
      <button type="button" className="as-link" onClick={() => set(last)}>
        See the record as known then
      </button>
    </p>
  );
}

/** Under every page about a negotiation: what it is made of, how much of it a person looked at, and how good the reading is. */
export const Basis = () => (useNegotiation() === undefined ? null : <Made />);

function Made() {
  const to = useTo();
  const basis = useAnswer<Status>("status").data?.basis;
  if (basis === undefined) return null;
  return (
    <p className="foot">
      Made from {basis.statements} statements in {basis.sources} articles of {basis.outlets} outlets, the last
      published {showDay(basis.lastPublished) || "never"}; {basis.reviewed} reviewed by a person.{" "}
      <Link href={to("/method")}>How accurate the reading is</Link>. No report found is no sign that nothing
      happened.
    </p>
  );
}
