import { useMemo, useState } from "react";
import type { Lines, RecordItem } from "../api/types.js";
import { useAnswer } from "../api/use-answer.js";
import { Claim, certaintyOf, supportOf, wordsOf } from "../parts/claim.js";
import { whenOf } from "../parts/line-page.js";
import { Many } from "../parts/many.js";
import { useNames, useSetUp } from "../parts/names.js";
import { PageOf } from "../parts/page.js";
import { Answered, Empty } from "../parts/states.js";
import { useWidth } from "../parts/use-width.js";
import { showDay } from "../shell/dates.js";
import { useField } from "../shell/times.js";
import { Brush } from "./brush.js";
import { Chart } from "./chart.js";
import { Sample, statusOf } from "./glyph.js";
import { type Dated, dated } from "./layout.js";
import { useSpan } from "./use-span.js";

export function Page() {
  const lines = useAnswer<Lines<RecordItem>>("timeline");
  return (
    <PageOf
      title="Timeline"
      lede="By track. Solid happened, hollow is ahead or unreported, struck out did not come about; a bar is an interval that the sources leave open. Drag in the strip to look closer."
      wide
    >
      <Answered of={lines}>
        {(l) => (l.items.length === 0 ? <Empty>Nothing dated was found.</Empty> : <Whole of={l} />)}
      </Answered>
    </PageOf>
  );
}

function Whole({ of: { items, evidence, about } }: { readonly of: Lines<RecordItem> }) {
  const set = useSetUp();
  const nameOf = useNames();
  const [without, setWithout] = useField("without");
  const [chosen, choose] = useField("item");
  const [crowd, setCrowd] = useState<readonly Dated[] | null>(null);
  const [box, whole, scale] = useWidth();
  const width = whole / scale;
  const hidden = useMemo(() => new Set(without.split(",").filter(Boolean)), [without]);
  const kinds = [...new Set(items.map((i) => i.kind))];
  const all = useMemo(() => dated(items), [items]);
  const shown = useMemo(() => all.filter((d) => !hidden.has(d.item.kind)), [all, hidden]);
  const { all: extent, span, set: setSpan, zoom, pan, whole: isWhole, showAll, showUsual } = useSpan(all);
  const inView = crowd ?? shown.filter((d) => d.to >= span[0] && d.from <= span[1]);
  const one = shown.find((d) => d.item.id === chosen);
  const tracks = [...new Set(all.map((d) => d.item.track))].map((id) => ({ id, name: nameOf(id) }));
  const sorted =
    set === undefined ? tracks : tracks.toSorted((a, b) => place(set.tracks, a.id) - place(set.tracks, b.id));
  const flip = (kind: string) => {
    const next = new Set(hidden);
    if (!next.delete(kind)) next.add(kind);
    setWithout([...next].join(","));
  };
  return (
    <>
      <div className="timeline-tools">
        <div className="choice" role="group" aria-label="Kinds shown">
          {kinds.map((k) => (
            <button key={k} type="button" aria-pressed={!hidden.has(k)} onClick={() => flip(k)}>
              <Sample kind={k} /> {k} <small>{items.filter((i) => i.kind === k).length}</small>
            </button>
          ))}
        </div>
        <div className="tools" role="group" aria-label="Zoom">
          <button type="button" aria-label="Earlier" onClick={() => pan(-0.4)}>
            ‹
          </button>
          <button type="button" aria-label="Closer" onClick={() => zoom(0.5)}>
            +
          </button>
          <button type="button" aria-label="Wider" onClick={() => zoom(2)}>
            −
          </button>
          <button type="button" aria-label="Later" onClick={() => pan(0.4)}>
            ›
          </button>
          <button type="button" disabled={isWhole} onClick={showAll}>
            All
          </button>
        </div>
      </div>
      <div ref={box} className="chart-box">
        {width > 0 ? (
          <>
            <Brush items={shown} all={extent} span={span} width={width} scale={scale} set={setSpan} />
            <Chart
              items={shown}
              tracks={sorted}
              span={span}
              width={width}
              scale={scale}
              now={about}
              chosen={chosen || null}
              choose={choose}
              open={setCrowd}
              zoom={zoom}
              pan={pan}
              whole={showUsual}
            />
          </>
        ) : null}
      </div>
      {one === undefined ? null : (
        <div className="picked">
          <LineOf item={one.item} words={evidence} />
        </div>
      )}
      <h2>
        {crowd === null
          ? `${showDay(iso(span[0]))} – ${showDay(iso(span[1]))}`
          : `${crowd.length} items at one place`}{" "}
        <small>{inView.length}</small>
        {crowd === null ? null : (
          <button type="button" className="as-link" onClick={() => setCrowd(null)}>
            back to all
          </button>
        )}
      </h2>
      {inView.length === 0 ? <Empty>Nothing lies in this part of time.</Empty> : null}
      <Many items={inView.toReversed()} keyOf={(d) => d.item.id} label="Items shown">
        {(d) => <LineOf item={d.item} words={evidence} />}
      </Many>
    </>
  );
}

function LineOf({
  item,
  words,
}: {
  readonly item: RecordItem;
  readonly words: Lines<RecordItem>["evidence"];
}) {
  const nameOf = useNames();
  return (
    <Claim
      id={item.id}
      when={whenOf(item)}
      status={statusOf(item)}
      evidence={wordsOf(item, words)}
      meta={[item.kind, nameOf(item.track), certaintyOf(item), supportOf(item)]}
    >
      {item.says}
    </Claim>
  );
}

const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);

const place = (tracks: readonly { readonly id: string }[], id: string): number => {
  const at = tracks.findIndex((t) => t.id === id);
  return at < 0 ? tracks.length : at;
};
