import { Link, useParams } from "wouter";
import type { Evidence, Lines, RecordAgreement, RecordItem, RecordMeeting, Words } from "../api/types.js";
import { useAnswer } from "../api/use-answer.js";
import { Cite } from "../parts/cite.js";
import { Claim, supportOf, wordsOf } from "../parts/claim.js";
import { Mark } from "../parts/mark.js";
import { Parties, People } from "../parts/names.js";
import { PageOf } from "../parts/page.js";
import { prose } from "../parts/prose.js";
import { Answered, Empty } from "../parts/states.js";
import { Quoted } from "../parts/words.js";
import { showDay, showWhen } from "../shell/dates.js";
import { useNegotiation } from "../shell/place.js";
import { useTo } from "../shell/times.js";

export function Page() {
  const { item } = useParams<{ item: string }>();
  const meetings = useAnswer<Lines<RecordMeeting>>("meetings");
  const found = meetings.data?.items.find((m) => m.id === item);
  return (
    <PageOf title={found?.what ?? "Meeting"} wide>
      <Answered of={meetings}>
        {({ evidence, asKnownOn }) =>
          found === undefined ? (
            <Empty>No such meeting was known on {showDay(asKnownOn)}. A later day may know it.</Empty>
          ) : (
            <One m={found} words={evidence} />
          )
        }
      </Answered>
    </PageOf>
  );
}

function One({ m, words }: { readonly m: RecordMeeting; readonly words: Words }) {
  const to = useTo();
  const id = useNegotiation();
  const outlets = Map.groupBy(wordsOf(m, words), (e) => e.publisher ?? "unnamed outlet");
  return (
    <>
      <dl className="facts">
        <Fact name="Status">
          <Mark of={m.status} />
        </Fact>
        <Fact name="When">{showWhen(m.when) || "not stated"}</Fact>
        <Fact name="Where">{m.place ?? "not stated"}</Fact>
        <Fact name="Parties">
          <Parties codes={m.parties} />
        </Fact>
        <Fact name="Who">
          {m.representatives.length > 0 ? <People names={m.representatives} /> : "not stated"}
        </Fact>
        <Fact name="Level">{m.level}</Fact>
        <Fact name="Mode">{m.mode}</Fact>
        {m.occasion === null ? null : <Fact name="Occasion">{m.occasion}</Fact>}
        {m.outcome === null ? null : <Fact name="Outcome">{m.outcome}</Fact>}
        <Fact name="Support">{supportOf(m) || "one report"}</Fact>
      </dl>
      {m.asks === null ? null : <p className="asks">{prose(m.asks)}</p>}
      <h2>Accounts side by side</h2>
      <div className="accounts">
        {[...outlets].map(([outlet, list]) => (
          <section key={outlet} className="account" data-claim={list[0].statement} tabIndex={-1}>
            <h3>{outlet}</h3>
            {list.map((e) => (
              <Quoted key={e.statement} e={e} />
            ))}
            <Cite e={list[0]} />
          </section>
        ))}
      </div>
      <h2>Life of the meeting</h2>
      <ol className="life">
        {m.life.map((s) => (
          <li key={s.state + s.known + s.at}>
            <span>{showDay(s.known)}</span> <Mark of={s.state} /> {s.why}
          </li>
        ))}
      </ol>
      <Related m={m} />
      <p>
        <Link href={to(`/n/${id}/meetings`)}>All meetings</Link>
      </p>
    </>
  );
}

/** What else the same articles say of the same days. */
function Related({ m }: { readonly m: RecordMeeting }) {
  const all = useAnswer<Lines<RecordItem>>("timeline");
  const sources = new Set(m.reports.map((r) => r.source));
  const near = (i: RecordItem) =>
    i.id !== m.id &&
    i.kind !== "event" &&
    i.reports.some((r) => sources.has(r.source)) &&
    i.when.latest === m.when.latest &&
    i.when.latest !== null;
  const found = all.data?.items.filter(near) ?? [];
  if (found.length === 0) return null;
  return (
    <section>
      <h2>The same day, in the same articles</h2>
      {found.map((i) => (
        <Claim
          key={i.id}
          id={i.id}
          when={i.kind}
          evidence={wordsOf(i, all.data?.evidence ?? ({} as Record<string, Evidence>))}
          status={(i as RecordAgreement).status}
        >
          {i.what}
        </Claim>
      ))}
    </section>
  );
}

export function Fact({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
