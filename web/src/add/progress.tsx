import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { Link } from "wouter";
import { drop, type Refused } from "../api/client.js";
import type { Answers } from "../api/types.js";
import { Failure } from "../parts/states.js";
import { showDay } from "../shell/dates.js";
import { useTo } from "../shell/times.js";
import { type Job, useJob } from "./use-job.js";

type Added = Answers["articles"]["items"][number];

interface Props {
  readonly id: string;
  /** Opens a file that was not kept, where the page still has it. */
  again(file: string): (() => void) | null;
}

const words: Readonly<Record<Job["state"], string>> = {
  waiting: "Waiting for its turn",
  running: "Reading",
  done: "Done",
  failed: "Failed",
  cancelled: "Stopped",
};

/** How far a job is, the way to stop it, and what became of each file. */
export function Progress({ id, again }: Props) {
  const { job, error } = useJob(id);
  const client = useQueryClient();
  const stop = useMutation<Job, Refused>({ mutationFn: () => drop<Job>(`jobs/${id}`) });
  const ended = job?.ended != null;
  useEffect(() => {
    if (ended) void client.invalidateQueries();
  }, [ended, client]);
  if (error !== null) return <Failure error={error} />;
  if (job === null) return null;
  return (
    <section aria-labelledby="job" className="job">
      <h2 id="job">
        {words[job.state]} <small>{job.total === 0 ? "" : `${job.done} of ${job.total}`}</small>
      </h2>
      <progress
        aria-labelledby="job"
        value={ended ? undefined : job.done}
        max={job.total || 1}
        hidden={ended}
      />
      <p className="unseen" role="status">
        {ended || job.done === 0 || job.done % 10 === 0
          ? `${words[job.state]}, ${job.done} of ${job.total}`
          : ""}
      </p>
      {ended ? null : (
        <p>
          <button type="button" disabled={stop.isPending} onClick={() => stop.mutate()}>
            Stop after this article
          </button>{" "}
          <span className="muted">It goes on when this page is left.</span>
        </p>
      )}
      {job.error === null ? null : (
        <p className={job.state === "cancelled" ? "notice warn" : "notice bad"} role="alert">
          <code>{job.error.code}</code> {job.error.what} {job.error.detail}
        </p>
      )}
      {ended && job.result !== null ? (
        <Outcome of={(job.result as Answers["articles"]).items} again={again} />
      ) : null}
    </section>
  );
}

const outcomes = ["added", "already there", "stored unread", "refused"] as const;

function Outcome({ of, again }: { readonly of: readonly Added[]; readonly again: Props["again"] }) {
  const to = useTo();
  const count = (outcome: string) => of.filter((a) => a.outcome === outcome).length;
  const amiss = of.filter((a) => a.outcome !== "added");
  return (
    <>
      <p className={count("refused") === 0 ? "notice good" : "notice warn"}>
        {outcomes
          .filter((o) => count(o) > 0)
          .map((o) => `${count(o)} ${o}`)
          .join(", ")}
        . <Link href={to("/")}>See where the talks stand</Link>
      </p>
      {amiss.length === 0 ? null : (
        <div className="scroll" role="region" aria-label="Files that were not added" tabIndex={0}>
          <table aria-label="Files that were not added">
            <thead>
              <tr>
                <th scope="col">File</th>
                <th scope="col">Outcome</th>
                <th scope="col">Published</th>
                <th scope="col">Why</th>
              </tr>
            </thead>
            <tbody>
              {amiss.map((a) => {
                const open = a.outcome === "refused" ? again(a.file) : null;
                return (
                  <tr key={`${a.file} ${a.document}`}>
                    <th scope="row">{a.file}</th>
                    <td>{a.outcome}</td>
                    <td>{showDay(a.published)}</td>
                    <td>
                      {a.code === null ? null : <code>{a.code}</code>} {a.message}{" "}
                      {open === null ? null : (
                        <button type="button" className="as-link" onClick={open}>
                          Open it here
                        </button>
                      )}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
