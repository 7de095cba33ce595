import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { type Handling, handlings } from "../../../src/access/roles.js";
import { type Refused, tell } from "../api/client.js";
import type { Answers, Evidence } from "../api/types.js";
import { useAsk } from "../api/use-answer.js";
import { useMay } from "../shell/me.js";
import { readSettings } from "../shell/settings.js";
import { Failure } from "./states.js";

/** How a line's words and the article around them may be handled: the stricter of the two. */
export function useHandling(): (statement: string | null, document: string) => Handling {
  const marks = useAsk<Answers["marks"]>("marks").data?.items ?? [];
  const of = new Map<string, Handling>();
  for (const m of marks)
    for (const id of m.kind === "source" ? m.documents : [m.id]) of.set(`${m.kind} ${id}`, m.handling);
  const at = (key: string) => handlings.indexOf(of.get(key) ?? "public");
  return (statement, document) =>
    handlings[Math.max(at(`source ${document}`), statement === null ? 0 : at(`statement ${statement}`))];
}

/** Said where words may not go to everybody; nothing where they may. */
export function Handled({ evidence }: { readonly evidence: readonly Evidence[] }) {
  const handling = useHandling();
  const worst = Math.max(0, ...evidence.map((e) => handlings.indexOf(handling(e.statement, e.document))));
  return worst === 0 ? null : <Stamp of={handlings[worst]} />;
}

const Stamp = ({ of }: { readonly of: Handling }) => (
  <strong className={`stamp ${of}`} title={`Only for who is cleared for ${of}`}>
    {of}
  </strong>
);

const told: Readonly<Record<Handling, string>> = {
  public: "for every reader",
  limited: "for who is cleared for limited",
  restricted: "for who is cleared for restricted",
};

interface Props {
  /** A document's id, or a statement's. */
  readonly id: string;
  /** What is marked, in a word or two. */
  readonly what: string;
  readonly now: Handling;
  /** What the mark reaches. */
  readonly reach: string;
}

/** How a source or a line may be handled, and for who may say so the way to change it. */
export function SetHandling({ id, what, now, reach }: Props) {
  const may = useMay("editor");
  const client = useQueryClient();
  const [chosen, choose] = useState<Handling | null>(null);
  const [why, setWhy] = useState("");
  const mark = useMutation<Answers["judge"], Refused, Handling>({
    mutationFn: (handling) =>
      tell("mark", { handling, ids: [id], why, who: readSettings().name || undefined }),
    onSuccess: async () => {
      await client.invalidateQueries();
      choose(null);
      setWhy("");
    },
  });
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (chosen !== null && chosen !== now) mark.mutate(chosen);
  };
  if (!may) return now === "public" ? null : <Stamp of={now} />;
  return (
    <details className="handling">
      <summary>
        Handling of {what}: {now === "public" ? "public" : <Stamp of={now} />}
      </summary>
      <form onSubmit={save}>
        <fieldset>
          <legend className="unseen">Handling of {what}</legend>
          {handlings.map((h) => (
            <label key={h}>
              <input
                type="radio"
                name={`handling-${id}`}
                checked={(chosen ?? now) === h}
                onChange={() => choose(h)}
              />{" "}
              {h} <span className="muted">{told[h]}</span>
            </label>
          ))}
        </fieldset>
        <label className="setting">
          Why
          <input value={why} onChange={(e) => setWhy(e.target.value)} />
        </label>
        <p className="muted">{reach}</p>
        <button type="submit" disabled={chosen === null || chosen === now || mark.isPending}>
          Mark it
        </button>
      </form>
      {mark.error === null ? null : <Failure error={mark.error} />}
      <p className="unseen" role="status">
        {mark.isSuccess ? `Marked ${now}.` : ""}
      </p>
    </details>
  );
}
