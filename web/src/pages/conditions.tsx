import type { RecordCondition } from "../api/types.js";
import { LinePage } from "../parts/line-page.js";

const realised = {
  yes: "came about",
  no: "did not come about",
  unknown: "not known whether it came about",
} as const;

export const Page = () => (
  <LinePage<RecordCondition>
    name="conditions"
    title="Conditions"
    lede="Outside circumstances that a source says help or hurt. Expected and realised are two things."
    empty="No outside circumstance was found that a source says helps or hurts."
    filter={{ name: "direction", label: "Said to", of: (c) => c.direction }}
    status={(c) => c.direction}
    what={(c) => c.what}
    meta={(c) => [
      c.expected ? "expected" : "stated as fact",
      realised[c.realised],
      `claimed by ${c.claimedBy}`,
    ]}
  />
);
