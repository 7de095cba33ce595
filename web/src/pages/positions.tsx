import type { Lines, Negotiation, RecordPosition, Words } from "../api/types.js";
import { useAnswer } from "../api/use-answer.js";
import { Claim, wordsOf } from "../parts/claim.js";
import { dayOf, latestFirst, whenOf } from "../parts/line-page.js";
import { shapeOf } from "../parts/mark.js";
import { useSetUp } from "../parts/names.js";
import { PageOf } from "../parts/page.js";
import { Answered, Empty, Loading } from "../parts/states.js";
import { useField } from "../shell/times.js";

const moves = ["holds", "hardened", "softened", "shelved", "rejects", "adopted"] as const;

/** What the signs of the strips mean. */
const Legend = () => (
  <ul className="legend drift-legend" aria-label="Signs of the strips">
    {moves.map((m) => (
      <li key={m} className={`drift-${m}`}>
        <span aria-hidden="true">{shapeOf(m)}</span> {m}
      </li>
    ))}
  </ul>
);

export function Page() {
  const answer = useAnswer<Lines<RecordPosition>>("positions");
  const set = useSetUp();
  return (
    <PageOf
      title="Positions"
      lede="What each party holds on each issue. The strip shows every position in order of time; the latest stands open, with whose words it is in."
      wide
    >
      <Answered of={answer}>
        {({ items, evidence }) =>
          set === undefined ? (
            <Loading />
          ) : items.length === 0 ? (
            <Empty>No position was found.</Empty>
          ) : (
            <Matrix items={items} words={evidence} set={set} />
          )
        }
      </Answered>
    </PageOf>
  );
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly rungs: readonly { readonly rung: number; readonly meaning: string }[];
}

function Matrix({
  items,
  words,
  set,
}: {
  readonly items: readonly RecordPosition[];
  readonly words: Words;
  readonly set: Negotiation;
}) {
  const rows: Row[] = set.issues.map((i) => ({ id: i.id, name: i.name, rungs: i.ladder }));
  const known = new Set(rows.map((r) => r.id));
  if (items.some((p) => !p.issues.some((i) => known.has(i))))
    rows.push({ id: "", name: "Other matters", rungs: [] });
  const parties = set.parties.filter((p) => p.role === "primary" || items.some((i) => i.holder === p.code));
  const others = items.filter((i) => !parties.some((p) => p.code === i.holder));
  return (
    <>
      <Legend />
      <div className="scroll" role="region" aria-label="Positions by issue and party" tabIndex={0}>
        <table aria-label="Positions by issue and party" className="matrix" role="table">
          <thead role="rowgroup">
            <tr role="row">
              <th scope="col" role="columnheader">
                Issue
              </th>
              {parties.map((p) => (
                <th scope="col" role="columnheader" key={p.code}>
                  {p.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {rows.map((row) => (
              <tr key={row.id} role="row">
                <th scope="row" role="rowheader">
                  {row.name}
                  {row.rungs.length === 0 ? null : (
                    <ol className="ladder">
                      {row.rungs.map((r) => (
                        <li key={r.rung} value={r.rung}>
                          {r.meaning}
                        </li>
                      ))}
                    </ol>
                  )}
                </th>
                {parties.map((p) => (
                  <td key={p.code} role="cell" data-party={p.name}>
                    <Cell
                      of={items.filter((i) => i.holder === p.code && on(i, row.id, known))}
                      words={words}
                      id={`${row.id}.${p.code}`}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {others.length === 0 ? null : (
        <section>
          <h2>Held by others</h2>
          {others.toSorted(latestFirst).map((p) => (
            <One key={p.id} p={p} words={words} />
          ))}
        </section>
      )}
    </>
  );
}

const on = (p: RecordPosition, issue: string, known: ReadonlySet<string>): boolean =>
  issue === "" ? !p.issues.some((i) => known.has(i)) : p.issues.includes(issue);

function Cell({
  of,
  words,
  id,
}: {
  readonly of: readonly RecordPosition[];
  readonly words: Words;
  readonly id: string;
}) {
  const [open, set] = useField("cell");
  if (of.length === 0) return <span className="muted">nothing found</span>;
  const sorted = of.toSorted(latestFirst);
  const all = open === id;
  return (
    <div className="cell">
      <p
        className="drift"
        role="img"
        aria-label={`Drift: ${sorted
          .toReversed()
          .map((p) => `${dayOf(p)} ${p.move}`)
          .join(", ")}`}
      >
        {sorted.toReversed().map((p) => (
          <span key={p.id} className={`drift-${p.move}`} title={`${dayOf(p)}: ${p.move}, ${p.stance}`}>
            {shapeOf(p.move)}
          </span>
        ))}
      </p>
      {sorted.slice(0, all ? undefined : 1).map((p) => (
        <One key={p.id} p={p} words={words} />
      ))}
      {sorted.length > 1 ? (
        <button type="button" className="as-link" aria-expanded={all} onClick={() => set(all ? "" : id)}>
          {all ? "Only the latest" : `All ${sorted.length}`}
        </button>
      ) : null}
    </div>
  );
}

function One({ p, words }: { readonly p: RecordPosition; readonly words: Words }) {
  return (
    <Claim
      id={p.id}
      when={whenOf(p)}
      status={p.move}
      evidence={wordsOf(p, words)}
      meta={[
        p.holderName,
        p.force === "stated" ? "" : p.force.replace("-", " "),
        p.voice === p.holderName ? "own words" : `says ${p.voice}`,
        p.rung === null ? "" : `rung ${p.rung[0] === p.rung[1] ? p.rung[0] : p.rung.join("–")}`,
      ]}
    >
      {p.stance}
    </Claim>
  );
}
