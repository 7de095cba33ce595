import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useLayoutEffect, useRef, useState } from "react";

interface Props<T> {
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  readonly children: (item: T) => ReactNode;
  readonly label: string;
}

/** Above this many lines only those near the window are drawn. */
const FEW = 120;

/** A list of lines, of any length. */
export function Many<T>(props: Props<T>) {
  const { items, keyOf, children, label } = props;
  if (items.length > FEW) return <Virtual {...props} />;
  return (
    <ol className="lines" aria-label={label}>
      {items.map((item) => (
        <li key={keyOf(item)}>{children(item)}</li>
      ))}
    </ol>
  );
}

function Virtual<T>({ items, keyOf, children, label }: Props<T>) {
  const list = useRef<HTMLOListElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => setTop((list.current?.getBoundingClientRect().top ?? 0) + scrollY), []);
  const rows = useWindowVirtualizer({
    count: items.length,
    estimateSize: () => 96,
    overscan: 12,
    scrollMargin: top,
    getItemKey: (i) => keyOf(items[i]),
  });
  return (
    <ol className="lines virtual" aria-label={label} ref={list} style={{ height: rows.getTotalSize() }}>
      {rows.getVirtualItems().map((row) => (
        <li
          key={row.key}
          ref={rows.measureElement}
          data-index={row.index}
          aria-setsize={items.length}
          aria-posinset={row.index + 1}
          style={{ transform: `translateY(${row.start - top}px)` }}
        >
          {children(items[row.index])}
        </li>
      ))}
    </ol>
  );
}
