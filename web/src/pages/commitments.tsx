import type { Lines, Promised, Words } from "../api/types.js";
import { useAnswer } from "../api/use-answer.js";
import { Choice } from "../parts/choice.js";
import { Claim, supportOf, wordsOf } from "../parts/claim.js";
import { Parties, useNames } from "../parts/names.js";
import { PageOf } from "../parts/page.js";
import { prose } from "../parts/prose.js";
import { Answered, Empty } from "../parts/states.js";
import { daysBetween, showDay, showWhen } from "../shell/dates.js";
import { useField } from "../shell/times.js";

/** Columns of the board, from what needs attention to what is settled. */
const columns: readonly { readonly title: string; readonly states: readonly string[] }[] = [
  { title: "In arrears", states: ["overdue", "stalled", "broken", "lapsed"] },
  { title: "Open", states: ["pending", "dormant"] },
  { title: "Under way", states: ["in progress", "partly fulfilled"] },
  { title: "Settled", states: ["fulfilled", "withdrawn", "superseded"] },
];

export function Page() {
  const answer = useAnswer<Lines<Promised>>("commitments");
  const [by] = useField("by");
  const [type] = useField("type");
  const nameOf = useNames();
  return (
    <PageOf
      title="Commitments"
      lede="What each side promised or set itself, with the deadline clock. An intention is not a commitment."
      wide
    >
      <Answered of={answer}>
        {({ items, evidence, about }) => {
          const kept = items
            .filter(({ item }) => by === "" || item.by.join("+") === by)
            .filter(({ item }) => type === "" || item.type === type);
          return (
            <>
              <div className="filters">
                <Choice
                  name="by"
                  label="By"
                  values={items.map(({ item }) => item.by.join("+"))}
                  show={(v) => v.split("+").map(nameOf).join(" and ")}
                />
                <Choice
                  name="type"
                  label="Type"
                  values={items.map(({ item }) => item.type)}
                  show={(v) => v.replaceAll("-", " ")}
                />
              </div>
              {items.length === 0 ? <Empty>No commitment was found.</Empty> : null}
              <div className="board">
                {columns.map(({ title, states }) => {
                  const cards = kept.filter((p) => states.includes(p.status.state)).toReversed();
                  return (
                    <section key={title} className="board-column" aria-label={title}>
                      <h2>
                        {title} <small>{cards.length}</small>
                      </h2>
                      {cards.length === 0 ? <Empty>None.</Empty> : null}
                      {cards.map((p) => (
                        <Card key={p.item.id} of={p} words={evidence} about={about} />
                      ))}
                    </section>
                  );
                })}
              </div>
            </>
          );
        }}
      </Answered>
    </PageOf>
  );
}

function Card({
  of: { item, status },
  words,
  about,
}: {
  readonly of: Promised;
  readonly words: Words;
  readonly about: string;
}) {
  return (
    <Claim
      id={item.id}
      status={status.state}
      evidence={wordsOf(item, words)}
      meta={[
        <Parties key="b" codes={item.by} />,
        item.type.replaceAll("-", " "),
        clock(item.deadline?.latest ?? null, about),
        supportOf(item),
      ]}
      more={
        <details className="more">
          <summary>{prose(status.why)}</summary>
          <ol className="life">
            {(item.kind === "commitment" ? item.evidence : []).map((e) => (
              <li key={e.id}>
                <span>{showDay(e.valid)}</span> {e.effect}: {e.why}
              </li>
            ))}
          </ol>
        </details>
      }
    >
      <span className="card-when">{showWhen(item.when) || `reported ${showDay(item.known)}`}</span>
      {item.what}
    </Claim>
  );
}

function clock(deadline: string | null, about: string): string {
  if (deadline === null) return "no date";
  const days = daysBetween(about, deadline);
  if (days < 0) return `due ${showDay(deadline)}, ${-days} days ago`;
  return days === 0 ? "due today" : `due ${showDay(deadline)}, in ${days} days`;
}
