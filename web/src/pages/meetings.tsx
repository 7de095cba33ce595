import { Link } from "wouter";
import type { RecordMeeting } from "../api/types.js";
import { MeetingsMap } from "../map/index.js";
import { LinePage } from "../parts/line-page.js";
import { Parties, People } from "../parts/names.js";
import { prose } from "../parts/prose.js";
import { useNegotiation } from "../shell/place.js";
import { useTo } from "../shell/times.js";

export function Page() {
  const to = useTo();
  const id = useNegotiation();
  return (
    <LinePage<RecordMeeting>
      name="meetings"
      title="Meetings"
      lede="Who met whom, when and where. A scheduled meeting is never a held one; a day that passed without a report is shown as such."
      empty="No meeting was found."
      filter={{ name: "status", label: "Status", of: (m) => m.status }}
      above={(items) => <MeetingsMap items={items} />}
      place={(m) => m.place}
      status={(m) => m.status}
      what={(m) => (
        <Link href={to(`/n/${id}/meetings/${m.id}`)}>
          {m.what}
          {m.count > 1 ? ` (${m.count} times)` : ""}
        </Link>
      )}
      meta={(m) => [
        m.representatives.length > 0 ? (
          <People key="p" names={m.representatives} />
        ) : (
          <Parties key="p" codes={m.parties} />
        ),
        m.place,
        m.level === "unknown" ? "" : `${m.level} level`,
        m.mode,
        m.occasion,
      ]}
      more={(m) => (m.asks === null ? null : <p className="asks">{prose(m.asks)}</p>)}
    />
  );
}
