import type { RecordAgreement } from "../api/types.js";
import { LinePage } from "../parts/line-page.js";
import { Parties } from "../parts/names.js";
import { Quoted } from "../parts/words.js";

export const Page = () => (
  <LinePage<RecordAgreement>
    name="agreements"
    title="Agreements"
    lede="What was agreed, and the checkable obligations inside it. An agreement to act is no act."
    empty="No agreement was found."
    filter={{ name: "status", label: "Status", of: (a) => a.status }}
    status={(a) => a.status}
    what={(a) => a.instrument ?? a.what}
    meta={(a) => [<Parties key="p" codes={a.parties} />, a.instrumentKind, a.place]}
    more={(a, words) =>
      a.stipulations.length === 0 ? null : (
        <ul className="stipulations" aria-label="Stipulations">
          {a.stipulations.map((s) => (
            <li key={s.statement + s.what}>
              {s.what}
              {s.conditional ? <em> (conditional)</em> : null}
              {words[s.statement] && !a.reports.some((r) => r.statement === s.statement) ? (
                <Quoted e={words[s.statement]} />
              ) : null}
            </li>
          ))}
        </ul>
      )
    }
  />
);
