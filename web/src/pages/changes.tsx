import type { Moved } from "../api/types.js";
import { useAnswer } from "../api/use-answer.js";
import { Choice } from "../parts/choice.js";
import { Claim } from "../parts/claim.js";
import { Many } from "../parts/many.js";
import { useNames } from "../parts/names.js";
import { PageOf } from "../parts/page.js";
import { prose } from "../parts/prose.js";
import { Answered, Empty } from "../parts/states.js";
import { addDays, showDay, today } from "../shell/dates.js";
import { useField, useTimes } from "../shell/times.js";

export function Page() {
  const { known } = useTimes();
  const [asked, set] = useField("since");
  const [kind] = useField("kind");
  const nameOf = useNames();
  const since = asked || addDays(known ?? today(), -90);
  const moved = useAnswer<{ items: readonly Moved[]; since: string; asKnownOn: string }>("moved", { since });
  return (
    <PageOf
      title="What moved"
      lede="The difference between the record as it was known on two days: new, changed, corrected, withdrawn."
      tools={
        <label>
          since{" "}
          <input type="date" value={since} max={known ?? today()} onChange={(e) => set(e.target.value)} />
        </label>
      }
    >
      <Answered of={moved}>
        {({ items }) => {
          const kept = items.filter((m) => kind === "" || m.kind === kind);
          return (
            <>
              <div className="filters">
                <Choice name="kind" label="Kind" values={items.map((m) => m.kind)} />
              </div>
              {kept.length === 0 ? (
                <Empty>
                  Nothing new, changed, corrected or withdrawn was found between {showDay(since)} and{" "}
                  {showDay(known ?? today())}.
                </Empty>
              ) : null}
              <Many items={kept} keyOf={(m) => `${m.change}-${m.item}-${m.field}`} label="Changes">
                {(m) => (
                  <Claim
                    id={`${m.item}-${m.change}-${m.field ?? ""}`}
                    when={showDay(m.evidence.at(-1)?.published ?? null)}
                    status={m.change}
                    evidence={m.evidence}
                    meta={[
                      m.kind,
                      nameOf(m.track),
                      m.field === null ? "" : `${m.field}: ${m.before || "none"} → ${m.after || "none"}`,
                    ]}
                  >
                    {prose(m.text)}
                  </Claim>
                )}
              </Many>
            </>
          );
        }}
      </Answered>
    </PageOf>
  );
}
