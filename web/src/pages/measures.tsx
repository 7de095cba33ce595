import type { RecordMeasure } from "../api/types.js";
import { LinePage } from "../parts/line-page.js";
import { Parties } from "../parts/names.js";

const levels = ["not initiated", "minimal", "intermediate", "full"] as const;

export const Page = () => (
  <LinePage<RecordMeasure>
    name="measures"
    title="Measures"
    lede="Confidence-building and other measures, and how far each was carried out."
    empty="No measure was found."
    filter={{ name: "status", label: "Status", of: (m) => m.status }}
    status={(m) => m.status}
    what={(m) => m.what}
    meta={(m) => [
      m.by.length > 0 ? <Parties key="b" codes={m.by} /> : "",
      <span key="l" className="level">
        <span aria-hidden="true">{"▰".repeat(m.level) + "▱".repeat(3 - m.level)}</span>{" "}
        {levels[m.level] ?? m.level}
      </span>,
    ]}
  />
);
