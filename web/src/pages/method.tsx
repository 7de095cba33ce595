import type { Listed, Status } from "../api/types.js";
import { useAsk } from "../api/use-answer.js";
import { PageOf } from "../parts/page.js";
import { Answered } from "../parts/states.js";
import { useTimes } from "../shell/times.js";
import { accuracy } from "./method-accuracy.js";
import { about, thresholds, vocabulary } from "./method-words.js";

export function Page() {
  const { known } = useTimes();
  const list = useAsk<{ items: readonly Listed[] }>("list");
  const first = list.data?.items[0]?.id;
  const status = useAsk<Status>("status", { negotiation: first, asKnownOn: known }, first !== undefined);
  return (
    <PageOf
      title="Method and accuracy"
      lede="What the words mean, which rules decide, and how often the reading is right."
    >
      {about.map((p) => (
        <p key={p}>{p}</p>
      ))}
      <h2>Words</h2>
      <dl className="glossary">
        {vocabulary.map(([word, meaning]) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <h2>Rules of the verdict</h2>
      <p>
        Tried in this order on every track; the first that holds decides. “Why this verdict” shows which were
        tried and why they did not hold.
      </p>
      {first === undefined ? null : (
        <Answered of={status}>
          {(s) => (
            <>
              <ol className="trace">
                {rulesOf(s).map((r) => (
                  <li key={r.rule}>
                    <code>{r.rule}</code> {r.why}
                  </li>
                ))}
              </ol>
              <h2>Thresholds</h2>
              <table aria-label="Thresholds">
                <tbody>
                  {Object.entries(s.settings).map(([key, value]) => (
                    <tr key={key}>
                      <th scope="row">{thresholds[key] ?? key}</th>
                      <td className="number">{value}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
              <p>
                {s.basis.reviewed} of {s.basis.statements} statements in {s.name} were reviewed by a person.
              </p>
            </>
          )}
        </Answered>
      )}
      <h2>Measured accuracy</h2>
      <p>
        Results on the project's own passages, sentence by sentence, as frozen in this version. They were
        written before the code was run on them and then used to mend it: read them as figures of development,
        an upper bound of what new articles give.
      </p>
      <table aria-label="Accuracy of the reading">
        <thead>
          <tr>
            <th scope="col">What is read</th>
            <th scope="col" className="number">
              right
            </th>
            <th scope="col" className="number">
              of
            </th>
            <th scope="col" className="number">
              share
            </th>
          </tr>
        </thead>
        <tbody>
          {accuracy.map((a) => (
            <tr key={a.name}>
              <th scope="row">{a.name}</th>
              <td className="number">{a.right}</td>
              <td className="number">{a.of}</td>
              <td className="number">{((100 * a.right) / a.of).toFixed(1)}%</td>
            </tr>
          ))}
        </tbody>
      </table>
    </PageOf>
  );
}

/** The longest trace of this record's verdicts, with the rule that decided. */
function rulesOf(s: Status): readonly { readonly rule: string; readonly why: string }[] {
  const longest = s.tracks.toSorted((a, b) => b.rule.tried.length - a.rule.tried.length)[0];
  if (longest === undefined) return [];
  const plain = longest.rule.tried.map((r) => ({ rule: r.rule, why: r.why.replace(/^does not hold: /, "") }));
  return [...plain, { rule: longest.rule.id, why: longest.rule.why }];
}
