import { useEffect, useMemo, useRef } from "react";
import type { Reading, StoredDocument } from "../api/types.js";
import { segments } from "./segments.js";

interface Props {
  readonly document: StoredDocument;
  readonly reading: Reading;
  readonly shown: ReadonlySet<string>;
  /** Characters that the address asks for. */
  readonly at: readonly [number, number] | null;
  readonly chosen: string | null;
  choose(id: string): void;
}

/** The article as text, never as markup; every span that something was read from is a link to its item. */
export function Article({ document, reading, shown, at, chosen, choose }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const items = useMemo(() => reading.items.filter((i) => shown.has(i.id)), [reading, shown]);
  const cuts = useMemo(() => segments(document.text.length, items), [document, items]);
  const one = reading.items.find((i) => i.id === chosen);
  const spans = one?.evidence ?? [];
  const lit = (start: number, end: number): boolean =>
    at !== null && chosen === null
      ? start < at[1] && end > at[0]
      : spans.some((s) => start < s.end && end > s.start);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the lit words change with these
  useEffect(() => {
    const words = box.current?.querySelector(".lit");
    const place = words?.getBoundingClientRect();
    if (place !== undefined && (place.top < 0 || place.bottom > innerHeight))
      words?.scrollIntoView({ block: "center" });
  }, [at?.[0], chosen, document.id]);
  return (
    <div className="article" ref={box} dir="auto">
      {cuts.map((c) => {
        const text = document.text.slice(c.start, c.end);
        const className = lit(c.start, c.end) ? "seg lit" : "seg";
        if (c.items.length === 0)
          return lit(c.start, c.end) ? (
            <mark key={c.start} className="lit">
              {text}
            </mark>
          ) : (
            <span key={c.start}>{text}</span>
          );
        return (
          <a
            key={c.start}
            href={`#r-${c.items[0]}`}
            className={className}
            data-depth={Math.min(c.items.length, 4)}
            aria-current={className === "seg lit" ? "true" : undefined}
            onClick={(event) => {
              event.preventDefault();
              const next = c.items[(c.items.indexOf(chosen ?? "") + 1) % c.items.length];
              choose(next);
            }}
          >
            {one !== undefined && one.trigger.start >= c.start && one.trigger.end <= c.end ? (
              <>
                {document.text.slice(c.start, one.trigger.start)}
                <b className="trigger">{document.text.slice(one.trigger.start, one.trigger.end)}</b>
                {document.text.slice(one.trigger.end, c.end)}
              </>
            ) : (
              text
            )}
          </a>
        );
      })}
    </div>
  );
}
