import { useParams } from "wouter";
import type { Item, Reading, StoredDocument } from "../api/types.js";
import { useAsk } from "../api/use-answer.js";
import { Address } from "../pages/evidence.js";
import { SetHandling, useHandling } from "../parts/handling.js";
import { PageOf } from "../parts/page.js";
import { Answered } from "../parts/states.js";
import { apart } from "../parts/words.js";
import { showDay } from "../shell/dates.js";
import { useField } from "../shell/times.js";
import { Both } from "./both.js";

/** The Reader. `at=START-END` in the address lights those characters; `s` names the statement they belong to. */
export function Page() {
  const { document } = useParams<{ document: string }>();
  const [range] = useField("at");
  const [statement] = useField("s");
  const answer = useAsk<{ document: StoredDocument; reading: Reading }>(`documents/${document}`);
  const opened = useAsk<{ statement: { item: Item } }>("evidence", { id: statement }, statement !== "");
  const found = /^(\d+)-(\d+)$/.exec(range);
  const at = found === null ? null : ([Number(found[1]), Number(found[2])] as const);
  const handling = useHandling();
  const item = opened.data?.statement.item.id;
  return (
    <PageOf title={answer.data?.document.title ?? "Article"} wide>
      <Answered of={answer}>
        {({ document: d, reading }) => (
          <>
            <p className="byline">
              {apart(d.publisher ?? "unnamed outlet")},{" "}
              {d.published === null ? "undated" : showDay(d.published)} <Address url={d.url} />
            </p>
            <SetHandling
              id={d.id}
              what="this article"
              now={handling(null, d.id)}
              reach="All versions of the article bear the mark: pages, search, exports and counts are without them for who is not cleared."
            />
            <Both key={`${d.id} ${range} ${item}`} document={d} reading={reading} at={at} item={item} />
          </>
        )}
      </Answered>
    </PageOf>
  );
}
