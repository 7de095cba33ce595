import type { UseQueryResult } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { Refused } from "../api/client.js";
import type { RecordItem, Words } from "../api/types.js";
import { Claim, wordsOf } from "./claim.js";
import { latestFirst, whenOf } from "./line-page.js";
import { Answered, Empty } from "./states.js";

interface Props<T extends RecordItem> {
  readonly title: string;
  readonly of: UseQueryResult<{ readonly items: readonly T[]; readonly evidence: Words }, Refused>;
  keep(item: T): boolean;
  status?(item: T): string | undefined;
  text(item: T): ReactNode;
  readonly empty: string;
}

const FEW = 4;

/** The latest few lines of one kind, in a dossier. */
export function Short<T extends RecordItem>({ title, of, keep, status, text, empty }: Props<T>) {
  const [all, setAll] = useState(false);
  return (
    <section>
      <Answered of={of}>
        {({ items, evidence }) => {
          const kept = items.filter(keep).toSorted(latestFirst);
          return (
            <>
              <h2>
                {title} <small>{kept.length}</small>
              </h2>
              {kept.length === 0 ? <Empty>{empty}</Empty> : null}
              {kept.slice(0, all ? undefined : FEW).map((item) => (
                <Claim
                  key={item.id}
                  id={item.id}
                  when={whenOf(item)}
                  status={status?.(item)}
                  evidence={wordsOf(item, evidence)}
                >
                  {text(item)}
                </Claim>
              ))}
              {kept.length > FEW ? (
                <button type="button" className="as-link" aria-expanded={all} onClick={() => setAll(!all)}>
                  {all ? "Only the latest" : `All ${kept.length}`}
                </button>
              ) : null}
            </>
          );
        }}
      </Answered>
    </section>
  );
}
