import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useState } from "react";
import { type Refused, tell } from "../api/client.js";
import type { Answers, Lines, RecordItem } from "../api/types.js";
import { useAnswer } from "../api/use-answer.js";
import { Claim, certaintyOf, supportOf, wordsOf } from "../parts/claim.js";
import { whenOf } from "../parts/line-page.js";
import { PageOf } from "../parts/page.js";
import { Answered, Empty, Failure } from "../parts/states.js";
import { useMay } from "../shell/me.js";
import { readSettings } from "../shell/settings.js";
import { Correct } from "./correct.js";
import { leastCertainFirst } from "./order.js";

type Act = "accept" | "reject" | "correct";

/** Lines that nobody judged, least certain first; one key each, and u takes the last decision back. */
export function Page() {
  const answer = useAnswer<Lines<RecordItem>>("timeline");
  return (
    <PageOf
      title="Review queue"
      lede="Least certain first. a accept, c correct, r reject, s skip, u undo; j and k move."
    >
      <Answered of={answer}>{(lines) => <Queue of={lines} />}</Answered>
    </PageOf>
  );
}

function Queue({ of: { items, evidence } }: { readonly of: Lines<RecordItem> }) {
  const client = useQueryClient();
  const [past, setPast] = useState<readonly { item: string; judgement: string | null }[]>([]);
  const [at, setAt] = useState(0);
  const [correcting, setCorrecting] = useState(false);
  const queue = useMemo(() => items.filter((i) => !i.reviewed).toSorted(leastCertainFirst), [items]);
  const gone = new Set(past.map((p) => p.item));
  const open = queue.filter((i) => !gone.has(i.id));
  const item = open[Math.min(at, open.length - 1)];
  const decide = useMutation<
    Answers["judge"],
    Refused,
    { act: Act; item: RecordItem; field?: string; value?: string; why?: string }
  >({
    mutationFn: ({ act, item: i, ...more }) =>
      tell("judge", {
        action: act,
        ids: [i.reports[0].statement],
        who: readSettings().name || undefined,
        ...more,
      }),
    onSuccess: ({ items: made }, { item: i }) => {
      setPast((p) => [...p, { item: i.id, judgement: made[0]?.id ?? null }]);
      setCorrecting(false);
    },
  });
  const undo = useMutation<unknown, Refused>({
    mutationFn: async () => {
      const last = past.at(-1);
      if (last?.judgement) await tell("undo", { id: last.judgement, who: readSettings().name || undefined });
    },
    onSuccess: () => setPast((p) => p.slice(0, -1)),
  });
  // Other pages see decisions when they are opened; the queue itself stays in place while it is worked through.
  useEffect(() => () => void client.invalidateQueries(), [client]);
  const key = useCallback(
    (k: string) => {
      if (decide.isPending || undo.isPending) return;
      if (k === "u" && past.length > 0) undo.mutate();
      if (item === undefined) return;
      if (k === "a") decide.mutate({ act: "accept", item });
      else if (k === "r") decide.mutate({ act: "reject", item });
      else if (k === "c") setCorrecting(true);
      else if (k === "s") setPast((p) => [...p, { item: item.id, judgement: null }]);
      else if (k === "j") setAt((n) => Math.min(n + 1, open.length - 1));
      else if (k === "k") setAt((n) => Math.max(n - 1, 0));
    },
    [decide, undo, past, item, open.length],
  );
  useEffect(() => {
    const onKey = (e: KeyboardEvent) => {
      if (e.ctrlKey || e.metaKey || e.altKey) return;
      if (e.target instanceof HTMLElement && /^(input|textarea|select)$/i.test(e.target.tagName)) return;
      key(e.key);
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [key]);
  const may = useMay("analyst", true);
  return (
    <div data-own-keys>
      {may ? null : <Empty>Whoever is signed in here may read, and not decide. An analyst can.</Empty>}
      <p role="status">
        {open.length} to review, {past.filter((p) => p.judgement !== null).length} decided now.
      </p>
      {item === undefined ? (
        <Empty>Every line was judged or skipped.</Empty>
      ) : (
        <Claim
          id={item.id}
          when={whenOf(item)}
          status={"status" in item ? String(item.status) : undefined}
          evidence={wordsOf(item, evidence)}
          meta={[item.kind, certaintyOf(item) || "certain", supportOf(item) || "one report"]}
        >
          {item.what}
        </Claim>
      )}
      <div className="tools review-tools" role="toolbar" aria-label="Decide">
        {(["a accept", "c correct", "r reject", "s skip", "u undo"] as const).map((b) => (
          <button
            key={b}
            type="button"
            onClick={() => key(b[0])}
            disabled={!may || (b[0] === "u" ? past.length === 0 : item === undefined)}
          >
            <kbd>{b[0]}</kbd> {b.slice(2)}
          </button>
        ))}
      </div>
      {correcting && item !== undefined ? (
        <Correct
          statement={item.reports[0].statement}
          onCancel={() => setCorrecting(false)}
          onSave={(c) => decide.mutate({ act: "correct", item, ...c })}
        />
      ) : null}
      {decide.error === null ? null : <Failure error={decide.error} />}
      {undo.error === null ? null : <Failure error={undo.error} />}
    </div>
  );
}
