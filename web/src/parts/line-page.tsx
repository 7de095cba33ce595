import type { ReactNode } from "react";
import type { Lines, RecordItem } from "../api/types.js";
import { useAnswer } from "../api/use-answer.js";
import { showDay, showWhen } from "../shell/dates.js";
import { useField } from "../shell/times.js";
import { Choice } from "./choice.js";
import { Claim, certaintyOf, supportOf, wordsOf } from "./claim.js";
import { Many } from "./many.js";
import { useNames } from "./names.js";
import { PageOf } from "./page.js";
import { Answered, Empty } from "./states.js";

interface Props<T extends RecordItem> {
  /** Use case that lists the lines. */
  readonly name: string;
  readonly title: string;
  readonly lede: string;
  readonly empty: string;
  readonly filter?: { readonly name: string; readonly label: string; of(item: T): string };
  status?(item: T): string | undefined;
  what(item: T): ReactNode;
  meta?(item: T): readonly ReactNode[];
  more?(item: T, words: Lines<T>["evidence"]): ReactNode;
  /** Above the list: what was kept by the filters. */
  above?(items: readonly T[]): ReactNode;
  /** Place of a line, where the list can be narrowed to one. */
  place?(item: T): string | null;
  /** Input of the use case beyond negotiation and times. */
  readonly fields?: Readonly<Record<string, boolean>>;
}

/** A page that lists lines of one kind, latest first, by track and by one thing more. */
export function LinePage<T extends RecordItem>(props: Props<T>) {
  const answer = useAnswer<Lines<T>>(props.name, props.fields);
  const [track] = useField("track");
  const [chosen] = useField(props.filter?.name ?? "none");
  const [place, setPlace] = useField("place");
  const nameOf = useNames();
  return (
    <PageOf title={props.title} lede={props.lede}>
      <Answered of={answer}>
        {({ items, evidence }) => {
          const all = items
            .filter((i) => track === "" || i.track === track)
            .filter((i) => chosen === "" || props.filter === undefined || props.filter.of(i) === chosen)
            .toSorted(latestFirst);
          const kept =
            place === "" || props.place === undefined ? all : all.filter((i) => props.place?.(i) === place);
          return (
            <>
              <div className="filters">
                <Choice name="track" label="Track" values={items.map((i) => i.track)} show={nameOf} />
                {props.filter === undefined ? null : (
                  <Choice
                    name={props.filter.name}
                    label={props.filter.label}
                    values={items.map(props.filter.of)}
                  />
                )}
                {place === "" || props.place === undefined ? null : (
                  <div className="choice">
                    <span className="choice-label">Place</span>
                    <button type="button" aria-pressed="true" onClick={() => setPlace("")}>
                      {place} ✕
                    </button>
                  </div>
                )}
              </div>
              {props.above?.(all)}
              {kept.length === 0 ? <Empty>{props.empty}</Empty> : null}
              <Many items={kept} keyOf={(i) => i.id} label={props.title}>
                {(item) => (
                  <Claim
                    id={item.id}
                    when={whenOf(item)}
                    status={props.status?.(item)}
                    evidence={wordsOf(item, evidence)}
                    meta={[
                      ...(props.meta?.(item) ?? []),
                      nameOf(item.track),
                      certaintyOf(item),
                      supportOf(item),
                      item.reviewed ? "reviewed" : "",
                    ]}
                    more={props.more?.(item, evidence)}
                  >
                    {props.what(item)}
                  </Claim>
                )}
              </Many>
            </>
          );
        }}
      </Answered>
    </PageOf>
  );
}

/** World time; for what bears none, the day it was first reported. */
export function whenOf(item: RecordItem): ReactNode {
  const when = showWhen(item.when);
  return when === "" ? <span className="reported">reported {showDay(item.known)}</span> : when;
}

export const dayOf = (item: RecordItem): string => item.when.latest ?? item.when.earliest ?? item.known;

export const latestFirst = (a: RecordItem, b: RecordItem): number => dayOf(b).localeCompare(dayOf(a));
