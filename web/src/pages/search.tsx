import { useInfiniteQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Link } from "wouter";
import { ask, type Refused } from "../api/client.js";
import type { Answers } from "../api/types.js";
import { useAsk } from "../api/use-answer.js";
import { Choice } from "../parts/choice.js";
import { Many } from "../parts/many.js";
import { PageOf } from "../parts/page.js";
import { Empty, Failure, Loading } from "../parts/states.js";
import { apart } from "../parts/words.js";
import { showDay } from "../shell/dates.js";
import { useField, useTimes, useTo } from "../shell/times.js";

type Found = Answers["search"];

/** Articles of one page. */
const STEP = 100;

/** Full text of all articles; the question and the facets stand in the address. */
export function Page() {
  const [q, setQ] = useField("q");
  const [text, setText] = useState(q);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setQ(text.trim());
  };
  return (
    <PageOf
      title={q === "" ? "Search" : `Search: ${q}`}
      lede="All words must stand in the article; “words in quotation marks” in that order; a minus before what must not be there."
    >
      <form className="search" role="search" aria-label="This page" onSubmit={submit} key={q}>
        <input
          type="search"
          aria-label="Words to search for"
          defaultValue={q}
          onChange={(e) => setText(e.target.value)}
        />
        <button type="submit">Search</button>
      </form>
      {q === "" ? null : <Results q={q} />}
    </PageOf>
  );
}

function Results({ q }: { readonly q: string }) {
  const [outlet] = useField("outlet");
  const [year] = useField("year");
  const { known } = useTimes();
  const until = year === "" ? known : [`${year}-12-31`, known].filter((d) => d !== undefined).toSorted()[0];
  const asked = {
    q,
    publisher: outlet || undefined,
    from: year === "" ? undefined : `${year}-01-01`,
    to: until,
  };
  const facets = useAsk<Found>("search", { q, to: known, limit: 1, facets: true }).data?.facets;
  const found = useInfiniteQuery<Found, Refused>({
    queryKey: ["search pages", asked],
    queryFn: ({ pageParam, signal }) =>
      ask<Found>(
        "search",
        { ...asked, limit: STEP, cursor: (pageParam as string | null) ?? undefined },
        signal,
      ),
    initialPageParam: null,
    getNextPageParam: (last) => last.next,
  });
  if (found.error !== null) return <Failure error={found.error} again={() => void found.refetch()} />;
  if (found.data === undefined) return <Loading />;
  const { pages } = found.data;
  const hits = pages.flatMap((p) => p.items);
  const { total, complete } = pages[pages.length - 1];
  return (
    <>
      <div className="filters">
        <Choice name="outlet" label="Outlet" counts={named(facets?.outlets ?? [])} />
        <Choice name="year" label="Year" counts={named(facets?.years ?? [])} />
      </div>
      <p className="muted" role="status">
        {total === 0
          ? ""
          : `${total} ${total === 1 ? "article" : "articles"}${hits.length < total ? `, the best ${hits.length} shown` : ""}.`}
        {complete ? "" : " Articles are still being taken into the index: a moment later there may be more."}
      </p>
      {total === 0 ? <Empty>No article holds these words.</Empty> : null}
      <Many items={hits} keyOf={(h) => h.document} label="Articles found">
        {(h) => <Hit of={h} />}
      </Many>
      {found.hasNextPage ? (
        <button type="button" disabled={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {found.isFetchingNextPage ? "Looking" : `${Math.min(STEP, total - hits.length)} more`}
        </button>
      ) : null}
    </>
  );
}

/** Values that can be asked for: articles without an outlet or a day cannot be told from others by one. */
const named = (shares: readonly { readonly of: string | null; readonly count: number }[]) =>
  new Map(shares.flatMap((s) => (s.of === null ? [] : [[s.of, s.count] as const])));

function Hit({ of: h }: { readonly of: Found["items"][number] }) {
  const to = useTo();
  return (
    <article className="hit">
      <h2>
        <Link href={to(`/read/${h.document}`)}>{h.title ?? "Untitled"}</Link>
      </h2>
      <p className="muted">
        {apart(h.publisher ?? "unnamed outlet")}, {h.published === null ? "undated" : showDay(h.published)}
      </p>
      <p className="snippet">
        <Lit text={h.snippet} marks={h.marks} />
      </p>
    </article>
  );
}

/** A passage with the words that were found marked, in whatever form they stand there. */
function Lit({ text, marks }: { readonly text: string; readonly marks: Found["items"][number]["marks"] }) {
  let end = 0;
  const parts = marks.map(([from, to]) => {
    const before = text.slice(end, from);
    end = to;
    return (
      <span key={from}>
        {before}
        <mark>{text.slice(from, to)}</mark>
      </span>
    );
  });
  return (
    <>
      {parts}
      {text.slice(end)}
    </>
  );
}
