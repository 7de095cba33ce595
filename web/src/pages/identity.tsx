import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "wouter";
import { tell } from "../api/client.js";
import type { Answers } from "../api/types.js";
import { useAnswer } from "../api/use-answer.js";
import { Choice } from "../parts/choice.js";
import { useNames } from "../parts/names.js";
import { PageOf } from "../parts/page.js";
import { Answered, Empty, Failure } from "../parts/states.js";
import { showDay } from "../shell/dates.js";
import { useNegotiation } from "../shell/place.js";
import { readSettings } from "../shell/settings.js";
import { useField, useTo } from "../shell/times.js";

type Identity = Answers["identity"];
type Pair = Identity["items"][number];
type Named = Identity["names"][number];

export function Page() {
  const answer = useAnswer<Identity>("identity");
  return (
    <PageOf
      title="Names"
      lede="Names that may mean one person, organisation, place or document; and what each party calls contested things."
      wide
    >
      <Answered of={answer}>
        {(found) => (
          <>
            <h2>The same?</h2>
            {found.items.length === 0 ? <Empty>No two names are close enough to ask about.</Empty> : null}
            {found.items.map((p) => (
              <Ask key={p.left + p.right} pair={p} />
            ))}
            <Contested of={found.contested} />
            <Register of={found.names} />
          </>
        )}
      </Answered>
    </PageOf>
  );
}

function Ask({ pair }: { readonly pair: Pair }) {
  const client = useQueryClient();
  const decide = useMutation({
    mutationFn: (action: string) =>
      tell("judge", {
        action,
        ids: [pair.left, pair.right],
        why: "names compared on the desk",
        who: readSettings().name || undefined,
      }),
    onSuccess: () => client.invalidateQueries(),
  });
  return (
    <div className="pair">
      <p>
        <strong>{pair.left}</strong> and <strong>{pair.right}</strong>{" "}
        <span className="muted">
          {pair.kind}; {pair.reason}; score {pair.score.toFixed(2)}
        </span>
        {pair.answer === null ? null : <em> decided: {pair.answer}</em>}
      </p>
      <div className="tools" role="group" aria-label={`${pair.left} and ${pair.right}`}>
        {["same", "different", "unsure"].map((a) => (
          <button key={a} type="button" disabled={decide.isPending} onClick={() => decide.mutate(a)}>
            {a}
          </button>
        ))}
      </div>
      {decide.error === null ? null : <Failure error={decide.error} />}
    </div>
  );
}

function Contested({ of }: { readonly of: Identity["contested"] }) {
  const nameOf = useNames();
  if (of.length === 0) return null;
  const parties = [...new Set(of.flatMap((c) => Object.keys(c.by)))];
  return (
    <section>
      <h2>Names per party</h2>
      <div className="scroll" role="region" aria-label="Names per party" tabIndex={0}>
        <table aria-label="Names per party">
          <thead>
            <tr>
              <th scope="col">Thing</th>
              {parties.map((p) => (
                <th scope="col" key={p}>
                  {nameOf(p)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {of.map((c) => (
              <tr key={c.of}>
                <th scope="row">{c.of}</th>
                {parties.map((p) => (
                  <td key={p}>{c.by[p]?.join(", ") ?? ""}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** "Sep 2019", or "Apr 2016–Sep 2019". */
const months = (first: string, last: string): string =>
  [...new Set([first, last].map((day) => showDay(day.slice(0, 7))))].join("–");

function Register({ of }: { readonly of: readonly Named[] }) {
  const [kind] = useField("kind");
  const to = useTo();
  const id = useNegotiation();
  const kept = of.filter((n) => kind === "" || n.kind === kind);
  return (
    <section>
      <h2>Everyone and everything named</h2>
      <div className="filters">
        <Choice name="kind" label="Kind" values={of.map((n) => n.kind)} />
      </div>
      <ul className="register">
        {kept.map((n) => (
          <li key={n.kind + n.name} data-claim={n.statement} tabIndex={-1}>
            {n.kind === "person" ? (
              <Link href={to(`/n/${id}/person/${encodeURIComponent(n.name)}`)}>{n.name}</Link>
            ) : (
              n.name
            )}{" "}
            <span className="muted">{n.code}</span>{" "}
            <Link
              className="small"
              href={to(`/e/${n.statement}`)}
              data-evidence={n.statement}
              aria-label={`${n.name}: ${n.reports} reports, first words`}
            >
              {n.reports} × {months(n.first, n.last)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
