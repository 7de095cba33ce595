import type { RecordAssessment } from "../api/types.js";
import { LinePage } from "../parts/line-page.js";

export const Page = () => (
  <LinePage<RecordAssessment>
    name="assessments"
    title="Assessments"
    lede="Judgements about progress found in sources, and whose they are. Rapporteur's own verdict is elsewhere."
    empty="No judgement about progress was found."
    filter={{ name: "judgement", label: "Judgement", of: (a) => a.judgement }}
    status={(a) => a.judgement}
    what={(a) => a.what}
    meta={(a) => [`says ${a.voice}`, a.strength === "hedged" ? "hedged" : ""]}
  />
);
