import { Link, useParams } from "wouter";
import type { Answers, Opened } from "../api/types.js";
import { useAsk } from "../api/use-answer.js";
import { Cite } from "../parts/cite.js";
import { SetHandling, useHandling } from "../parts/handling.js";
import { PageOf } from "../parts/page.js";
import { Answered } from "../parts/states.js";
import { apart } from "../parts/words.js";
import { headline } from "../reader/headline.js";
import { showDay, showWhen } from "../shell/dates.js";
import { useTo } from "../shell/times.js";
import { Fact } from "./meeting.js";

type History = Answers["history"];

/** A statement's permalink: its words in place, the three fields, the rule that read it, and what happened to it since. */
export function Page() {
  const { statement } = useParams<{ statement: string }>();
  const opened = useAsk<Opened>("evidence", { id: statement });
  const history = useAsk<History>("history", { id: statement });
  return (
    <PageOf
      title={opened.data === undefined ? "The words behind a line" : headline(opened.data.statement.item)}
    >
      <Answered of={opened}>{(o) => <One of={o} />}</Answered>
      <h2>What happened to this line</h2>
      <Answered of={history}>
        {({ items, judgements }) => (
          <ol className="life">
            {items.map((h) => (
              <li key={h.id}>
                <span>{showDay(h.when)}</span> {h.what}: {h.why}
              </li>
            ))}
            {judgements.map((j) => (
              <li key={j.id} className={j.inForce ? undefined : "undone"}>
                <span>{showDay(j.when.slice(0, 10))}</span> {j.decision.type} by {j.who}
                {j.why === "" ? "" : `: ${j.why}`}
                {j.inForce ? "" : " (taken back)"}
              </li>
            ))}
          </ol>
        )}
      </Answered>
    </PageOf>
  );
}

function One({ of: { statement: s, document: d, context } }: { readonly of: Opened }) {
  const to = useTo();
  const [first] = context;
  const handling = useHandling();
  return (
    <>
      <div data-claim={s.id} tabIndex={-1}>
        {context.map((c) => (
          <blockquote key={c.start} className="in-place">
            {c.before}
            <Link href={to(`/read/${d.id}`, { s: s.id, at: `${c.start}-${c.end}` })} data-evidence={s.id}>
              <mark>{c.quote}</mark>
            </Link>
            {c.after}
          </blockquote>
        ))}
        <p>
          {apart(d.publisher ?? "unnamed outlet")}, {d.published === null ? "undated" : showDay(d.published)}
          {d.title === null ? "" : `: ${d.title}`} <Address url={d.url} />
        </p>
        <Cite
          here
          e={{
            statement: s.id,
            quote: first.quote,
            document: d.id,
            start: first.start,
            end: first.end,
            publisher: d.publisher,
            published: d.published,
            title: d.title,
          }}
        />
      </div>
      <dl className="facts">
        <Fact name="Kind">{s.item.kind}</Fact>
        <Fact name="Factuality">
          {s.factuality.status}, {s.factuality.certainty}, {s.factuality.polarity}{" "}
          <code>{s.factuality.rule}</code>
        </Fact>
        <Fact name="Time">
          {showWhen(s.time) || "not stated"} <code>{s.time.rule}</code>
        </Fact>
        <Fact name="Voice">
          {[s.voice.kind, s.voice.speaker, s.voice.party].filter(Boolean).join(", ")}{" "}
          <code>{s.voice.rule}</code>
        </Fact>
        <Fact name="Read by">
          <code>{s.origin.rule}</code> reader {s.origin.reader}
        </Fact>
        <Fact name="Known">{showDay(s.known)}</Fact>
        <Fact name="Recorded">{s.recorded.slice(0, 16).replace("T", " ")} UTC</Fact>
        <Fact name="Statement">
          <code>{s.id}</code>
        </Fact>
      </dl>
      <SetHandling
        id={s.id}
        what="this line"
        now={handling(s.id, d.id)}
        reach="All reports of the line bear the mark, and the same words in other versions of the article."
      />
    </>
  );
}

/** Only web addresses become links: an address is a source's text too. */
export function Address({ url }: { readonly url: string | null }) {
  if (url === null) return null;
  return /^https?:\/\//i.test(url) ? (
    <a href={url} rel="noreferrer noopener">
      source
    </a>
  ) : (
    <span className="muted">{url}</span>
  );
}
