import { useMemo, useState } from "react";
import type { Item, Reading, StoredDocument } from "../api/types.js";
import { Empty } from "../parts/states.js";
import { Article } from "./article.js";
import { Items } from "./items.js";

interface Props {
  readonly document: StoredDocument;
  readonly reading: Reading;
  readonly at: readonly [number, number] | null;
  /** Item that the address asks for. */
  readonly item?: string;
}

/** Text left, what was read from it right; a click on either shows the other. */
export function Both({ document, reading, at, item }: Props) {
  const [off, setOff] = useState<ReadonlySet<string>>(new Set());
  const [chosen, choose] = useState<string | null>(
    () => (reading.items.find((i) => i.id === item) ?? within(reading.items, at))?.id ?? null,
  );
  const kinds = useMemo(() => [...new Set(reading.items.map((i) => i.kind))].toSorted(), [reading]);
  const items = useMemo(() => reading.items.filter((i) => !off.has(i.kind)), [reading, off]);
  const shown = useMemo(() => new Set(items.map((i) => i.id)), [items]);
  const flip = (kind: string) => {
    const next = new Set(off);
    if (!next.delete(kind)) next.add(kind);
    setOff(next);
  };
  return (
    <>
      <div className="choice" role="group" aria-label="Kinds shown">
        {kinds.map((k) => (
          <button key={k} type="button" aria-pressed={!off.has(k)} onClick={() => flip(k)}>
            {k} <small>{reading.items.filter((i) => i.kind === k).length}</small>
          </button>
        ))}
      </div>
      {reading.notices.map((n) => (
        <p key={n.code + n.message} className="notice warn">
          <code>{n.code}</code> {n.message}
        </p>
      ))}
      <div className="reader">
        <Article
          document={document}
          reading={reading}
          shown={shown}
          at={at}
          chosen={chosen}
          choose={choose}
        />
        <div className="reader-side">
          {items.length === 0 ? <Empty>Nothing was read from this text.</Empty> : null}
          <Items reading={reading} items={items} chosen={chosen} choose={choose} />
        </div>
      </div>
    </>
  );
}

/** The item whose words the address asks for, if one has exactly these. */
const within = (items: readonly Item[], at: readonly [number, number] | null): Item | undefined =>
  at === null ? undefined : items.find((i) => i.evidence[0].start === at[0] && i.evidence[0].end === at[1]);
