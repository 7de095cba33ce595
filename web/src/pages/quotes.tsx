import type { RecordQuote } from "../api/types.js";
import { LinePage } from "../parts/line-page.js";
import { Person } from "../parts/names.js";

export const Page = () => (
  <LinePage<RecordQuote>
    name="quotes"
    title="Quotes"
    lede="Who was quoted saying what, in the words of the source. What is inside a quotation is said, not known."
    empty="No quotation was found."
    fields={{ indirect: true }}
    filter={{ name: "mode", label: "Speech", of: (q) => q.mode }}
    what={(q) => (
      <>
        {q.speaker !== null && q.named ? <Person name={q.speaker} /> : (q.speaker ?? "Unnamed")}:{" "}
        <q className="said">{q.text}</q>
      </>
    )}
    meta={(q) => [q.mode, q.occasion]}
  />
);
