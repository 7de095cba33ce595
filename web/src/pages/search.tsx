import { type FormEvent, useState } from "react";
import { Link } from "wouter";
import type { Answers } from "../api/types.js";
import { useAsk } from "../api/use-answer.js";
import { Choice } from "../parts/choice.js";
import { Many } from "../parts/many.js";
import { PageOf } from "../parts/page.js";
import { Answered, Empty } from "../parts/states.js";
import { apart } from "../parts/words.js";
import { showDay } from "../shell/dates.js";
import { useField, useTimes, useTo } from "../shell/times.js";

/** Most articles that one search shows. */
const MOST = 500;

/** Full text of all articles; the question and the facets stand in the address. */
export function Page() {
  const [q, setQ] = useField("q");
  const [outlet] = useField("outlet");
  const [year] = useField("year");
  const { known } = useTimes();
  const [text, setText] = useState(q);
  const to = useTo();
  const answer = useAsk<Answers["search"]>("search", { q, to: known, limit: MOST }, q !== "");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setQ(text.trim());
  };
  return (
    <PageOf title={q === "" ? "Search" : `Search: ${q}`} lede="All words must stand in the article.">
      <form className="search" role="search" aria-label="This page" onSubmit={submit} key={q}>
        <input
          type="search"
          aria-label="Words to search for"
          defaultValue={q}
          onChange={(e) => setText(e.target.value)}
        />
        <button type="submit">Search</button>
      </form>
      {q === "" ? null : (
        <Answered of={answer}>
          {({ items: seen, total }) => {
            const kept = seen
              .filter((h) => outlet === "" || (h.publisher ?? "unnamed outlet") === outlet)
              .filter((h) => year === "" || (h.published ?? "undated").slice(0, 4) === year);
            return (
              <>
                <div className="filters">
                  <Choice
                    name="outlet"
                    label="Outlet"
                    values={seen.map((h) => h.publisher ?? "unnamed outlet")}
                  />
                  <Choice
                    name="year"
                    label="Year"
                    values={seen.map((h) => (h.published ?? "undated").slice(0, 4))}
                  />
                </div>
                {total > seen.length ? (
                  <p className="muted">
                    The first {seen.length} of {total} articles; more words narrow it.
                  </p>
                ) : null}
                {kept.length === 0 ? <Empty>No article holds these words.</Empty> : null}
                <Many items={kept} keyOf={(h) => h.document} label="Articles found">
                  {(h) => (
                    <article className="hit">
                      <h2>
                        <Link href={to(`/read/${h.document}`)}>{h.title ?? "Untitled"}</Link>
                      </h2>
                      <p className="muted">
                        {apart(h.publisher ?? "unnamed outlet")},{" "}
                        {h.published === null ? "undated" : showDay(h.published)}
                      </p>
                      <p className="snippet">
                        <Lit text={h.snippet} q={q} />
                      </p>
                    </article>
                  )}
                </Many>
              </>
            );
          }}
        </Answered>
      )}
    </PageOf>
  );
}

/** A passage with the words that were asked for marked. */
function Lit({ text, q }: { readonly text: string; readonly q: string }) {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  const escaped = words.map((w) => w.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  if (escaped.length === 0) return text;
  return text.split(new RegExp(`(${escaped.join("|")})`, "gi")).map((part, i) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text have no other identity
    words.includes(part.toLowerCase()) ? <mark key={i}>{part}</mark> : part,
  );
}
