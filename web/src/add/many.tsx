import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { type Refused, tell } from "../api/client.js";
import { Failure } from "../parts/states.js";
import { today } from "../shell/dates.js";
import { fileOf, sizeOf } from "./files.js";
import type { Job } from "./use-job.js";

interface Props {
  readonly files: readonly File[];
  /** Reads one of them on the page. */
  look(file: File): void;
  /** A job of the server keeps them all. */
  begun(job: string): void;
  leave(): void;
}

/** Most names that are shown. */
const MOST = 200;

/** Many files: what they are, what is true of all of them, and the start of the job that keeps them. */
export function Many({ files, look, begun, leave }: Props) {
  const client = useQueryClient();
  const [publisher, setPublisher] = useState("");
  const [published, setPublished] = useState("");
  const start = useMutation<Job, Refused>({
    mutationFn: async () => {
      const more = {
        ...(publisher.trim() === "" ? {} : { publisher: publisher.trim() }),
        ...(published === "" ? {} : { published }),
      };
      const articles = await Promise.all(files.map(async (f) => ({ ...(await fileOf(f)), ...more })));
      return tell<Job>("jobs/articles", { articles });
    },
    onSuccess: ({ id }) => begun(id),
  });
  useEffect(() => () => void client.invalidateQueries({ queryKey: ["jobs"] }), [client]);
  return (
    <section aria-labelledby="many" className="many">
      <h2 id="many">
        Files <small>{files.length}</small>
      </h2>
      <ul className="file-list">
        {files.slice(0, MOST).map((f) => (
          <li key={`${f.name} ${f.size} ${f.lastModified}`}>
            <span>{f.name}</span> <span className="muted">{sizeOf(f)}</span>{" "}
            <button
              type="button"
              className="as-link"
              aria-label={`Look at ${f.name}`}
              onClick={() => look(f)}
            >
              Look
            </button>
          </li>
        ))}
      </ul>
      {files.length > MOST ? <p className="muted">And {files.length - MOST} more.</p> : null}
      <div className="fields">
        <label>
          Outlet of all of them
          <input
            value={publisher}
            placeholder="what each says itself"
            onChange={(e) => setPublisher(e.target.value)}
          />
        </label>
        <label>
          All published on
          <input type="date" max={today()} value={published} onChange={(e) => setPublished(e.target.value)} />
        </label>
      </div>
      <p className="muted">
        Without a day here each is dated by what it says itself; one that says nothing is not kept, and can be
        given its day afterwards.
      </p>
      <div className="tools">
        <button type="button" className="primary" disabled={start.isPending} onClick={() => start.mutate()}>
          Read and keep all {files.length}
        </button>
        <button type="button" onClick={leave}>
          Leave them
        </button>
      </div>
      {start.error === null ? null : <Failure error={start.error} />}
    </section>
  );
}
