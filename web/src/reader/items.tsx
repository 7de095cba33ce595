import { useEffect, useRef } from "react";
import type { Item, Reading } from "../api/types.js";
import { Mark } from "../parts/mark.js";
import { showWhen } from "../shell/dates.js";
import { headline, statusOf } from "./headline.js";

interface Props {
  readonly reading: Reading;
  readonly items: readonly Item[];
  readonly chosen: string | null;
  choose(id: string): void;
}

/** What was read from the article, in its order; the chosen one shows its three fields and its rules. */
export function Items({ reading, items, chosen, choose }: Props) {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (chosen !== null)
      list.current?.querySelector("[aria-pressed=true]")?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  return (
    <ol className="read-items" ref={list} aria-label="What was read">
      {items.map((item) => (
        <li key={item.id} id={`r-${item.id}`}>
          <button
            type="button"
            className="read-item"
            aria-pressed={item.id === chosen}
            onClick={() => choose(item.id)}
          >
            <span className="read-kind">{item.kind}</span> <Mark of={statusOf(item)} />
            <span className="read-what">{headline(item)}</span>
          </button>
          {item.id === chosen ? <Fields item={item} reading={reading} /> : null}
        </li>
      ))}
    </ol>
  );
}

function Fields({ item, reading }: { readonly item: Item; readonly reading: Reading }) {
  const speaker = item.voice.entity === null ? null : reading.entities[item.voice.entity]?.name;
  return (
    <dl className="facts tight">
      <div>
        <dt>Factuality</dt>
        <dd>
          {item.factuality.certainty}, {item.factuality.status} <code>{item.factuality.rule}</code>
        </dd>
      </div>
      <div>
        <dt>Time</dt>
        <dd>
          {showWhen(item.time) || "not stated"} <code>{item.time.rule}</code>
        </dd>
      </div>
      <div>
        <dt>Voice</dt>
        <dd>
          {[item.voice.kind.replace("-", " "), speaker].filter(Boolean).join(", ")}{" "}
          <code>{item.voice.rule}</code>
        </dd>
      </div>
      <div>
        <dt>Read by</dt>
        <dd>
          <code>{item.origin.rule}</code>
        </dd>
      </div>
    </dl>
  );
}
