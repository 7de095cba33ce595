import type { RecordEvent } from "../api/types.js";
import { LinePage } from "../parts/line-page.js";
import { Mark } from "../parts/mark.js";
import { Parties } from "../parts/names.js";

export const Page = () => (
  <LinePage<RecordEvent>
    name="events"
    title="Events"
    lede="Political events by PLOVER class: who did what to whom. Planned, denied and feared things are marked as such."
    empty="No event was found."
    filter={{ name: "class", label: "Class", of: (e) => e.class }}
    what={(e) => (
      <>
        <span className="plover">{e.class}</span> <Parties codes={e.actors} />
        {e.recipients.length > 0 ? (
          <>
            {" → "}
            <Parties codes={e.recipients} />
          </>
        ) : null}
      </>
    )}
    meta={(e) => [e.status === "happened" ? "" : <Mark key="m" of={e.status} />, e.mode, e.place]}
  />
);
