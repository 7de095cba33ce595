import type { Answers, Words } from "../api/types.js";
import { useAnswer } from "../api/use-answer.js";
import { Cite } from "../parts/cite.js";
import { PageOf } from "../parts/page.js";
import { Answered, Empty } from "../parts/states.js";
import { WordsOf } from "../parts/words.js";
import { showDay } from "../shell/dates.js";

type Contradiction = Answers["contradictions"]["items"][number];

export function Page() {
  const answer = useAnswer<{ items: readonly Contradiction[]; evidence: Words }>("contradictions");
  return (
    <PageOf
      title="Contradictions"
      lede="Accounts that cannot both be right, side by side, each with its owner. None is retired in silence."
      wide
    >
      <Answered of={answer}>
        {({ items, evidence }) => (
          <>
            {items.length === 0 ? <Empty>No contradiction was found.</Empty> : null}
            {items.map((c) => (
              <section key={c.id} className="contradiction" id={`i-${c.id}`}>
                <h2>
                  {c.about} <small>{c.kind}</small>
                </h2>
                <div className="accounts">
                  {c.accounts.map((a) => {
                    const words = a.statements.flatMap((s) => evidence[s] ?? []);
                    return (
                      <section
                        key={a.value + a.known}
                        className="account"
                        data-claim={a.statements[0]}
                        tabIndex={-1}
                      >
                        <h3>
                          {/^\d{4}-\d{2}-\d{2}$/.test(a.value) ? showDay(a.value) : a.value}
                          {c.chosen?.value === a.value ? (
                            <small className="shown"> shown in the record</small>
                          ) : null}
                        </h3>
                        <p className="muted">
                          {a.owners.join(", ")}, {showDay(a.known)}
                        </p>
                        <WordsOf evidence={words} />
                        {words.length > 0 ? <Cite e={words[0]} /> : null}
                      </section>
                    );
                  })}
                </div>
                {c.chosen === null ? null : (
                  <p className="muted">
                    <code>{c.chosen.rule}</code> {c.chosen.why}
                  </p>
                )}
              </section>
            ))}
          </>
        )}
      </Answered>
    </PageOf>
  );
}
