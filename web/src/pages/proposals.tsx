import type { RecordProposal } from "../api/types.js";
import { LinePage } from "../parts/line-page.js";
import { Mark } from "../parts/mark.js";
import { Parties } from "../parts/names.js";
import { showDay, showWhen } from "../shell/dates.js";

export const Page = () => (
  <LinePage<RecordProposal>
    name="proposals"
    title="Proposals"
    lede="What each side put to the other, what became of it, and what lapsed without a reply found."
    empty="No proposal was found."
    filter={{ name: "status", label: "Status", of: (p) => p.status }}
    status={(p) => p.status}
    what={(p) => p.what}
    meta={(p) => [
      <strong key="t">{p.type}</strong>,
      <span key="w">
        <Parties codes={p.by} />
        {p.to.length > 0 ? (
          <>
            {" "}
            to <Parties codes={p.to} />
          </>
        ) : null}
      </span>,
      p.deadline === null ? "" : `deadline ${showWhen(p.deadline)}`,
    ]}
    more={(p) =>
      p.life.length < 2 ? null : (
        <ol className="life">
          {p.life.map((s) => (
            <li key={s.state + s.known}>
              <span>{showDay(s.at ?? s.known)}</span> <Mark of={s.state} /> {s.why}
            </li>
          ))}
        </ol>
      )
    }
  />
);
