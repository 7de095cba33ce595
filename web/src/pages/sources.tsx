import { Link } from "wouter";
import type { Answers } from "../api/types.js";
import { useAnswer } from "../api/use-answer.js";
import { useNames } from "../parts/names.js";
import { PageOf } from "../parts/page.js";
import { Answered, Empty } from "../parts/states.js";
import { showDay } from "../shell/dates.js";
import { useTo } from "../shell/times.js";

type Sources = Answers["sources"];
type Shares = Sources["voices"];

export function Page() {
  const sources = useAnswer<Sources>("sources");
  const to = useTo();
  return (
    <PageOf
      title="Sources"
      lede="Who the record rests on, how many only repeat another, and whether one side speaks alone."
      wide
    >
      <Answered of={sources}>
        {(s) => (
          <>
            <p>
              {s.articles} articles, {s.independent} independent outlets.
            </p>
            {s.oneSided === null ? null : <p className="notice warn">{s.oneSided}</p>}
            <div className="two">
              <Bars title="Whose voice the reports are in" of={s.voices} />
              <Bars title="Where the outlets are" of={s.countries} />
            </div>
            {s.items.length === 0 ? <Empty>No article was known by this day.</Empty> : null}
            <div className="scroll" role="region" aria-label="Outlets" tabIndex={0}>
              <table aria-label="Outlets">
                <thead>
                  <tr>
                    <th scope="col">Outlet</th>
                    <th scope="col">Grade</th>
                    <th scope="col">Owner</th>
                    <th scope="col">Country</th>
                    <th scope="col" className="number">
                      Articles
                    </th>
                    <th scope="col" className="number">
                      Copies
                    </th>
                    <th scope="col" className="number">
                      Reports
                    </th>
                    <th scope="col">First</th>
                    <th scope="col">Last</th>
                  </tr>
                </thead>
                <tbody>
                  {s.items.map((o) => (
                    <tr key={o.outlet}>
                      <th scope="row">
                        <Link href={to("/search", { q: o.outlet })}>{o.outlet}</Link>
                      </th>
                      <td>{o.grade ?? <span className="muted">not graded</span>}</td>
                      <td>
                        {[o.owner, o.control].filter(Boolean).join(", ") || (
                          <span className="muted">not known</span>
                        )}
                      </td>
                      <td>{o.country ?? <span className="muted">not known</span>}</td>
                      <td className="number">{o.articles}</td>
                      <td className="number">{o.copies}</td>
                      <td className="number">{o.reports}</td>
                      <td>{showDay(o.first)}</td>
                      <td>{showDay(o.last)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </>
        )}
      </Answered>
    </PageOf>
  );
}

function Bars({ title, of }: { readonly title: string; readonly of: Shares }) {
  const nameOf = useNames();
  return (
    <section>
      <h2>{title}</h2>
      <dl className="bars">
        {of.map((b) => (
          <div key={b.of}>
            <dt>{nameOf(b.of)}</dt>
            <dd>
              <meter
                min={0}
                max={1}
                value={b.share}
                aria-label={`${nameOf(b.of)} ${Math.round(b.share * 100)} per cent`}
              />
              {Math.round(b.share * 100)}%
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
