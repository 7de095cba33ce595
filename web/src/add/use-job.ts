import { useEffect, useState } from "react";
import { ask, type Refused } from "../api/client.js";
import type { Answers } from "../api/types.js";

export type Job = Answers["job"];

const STATES = ["waiting", "running", "done", "failed", "cancelled"] as const;

/** A job of the server, followed until it has ended. A connection that breaks is taken up again by the browser. */
export function useJob(id: string): { readonly job: Job | null; readonly error: Refused | null } {
  const [job, setJob] = useState<Job | null>(null);
  const [error, setError] = useState<Refused | null>(null);
  useEffect(() => {
    setJob(null);
    setError(null);
    if (id === "") return;
    const news = new EventSource(`/api/v1/jobs/${encodeURIComponent(id)}/events`);
    const take = (event: MessageEvent<string>) => {
      const now = JSON.parse(event.data) as Job;
      setJob(now);
      if (now.ended !== null) news.close();
    };
    for (const state of STATES) news.addEventListener(state, take);
    news.onerror = () => {
      if (news.readyState !== EventSource.CLOSED) return;
      // A stream tells no error of its own: the job does.
      ask<Job>(`jobs/${encodeURIComponent(id)}`).then(setJob, setError);
    };
    return () => news.close();
  }, [id]);
  return { job, error };
}
