import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type DragEvent, type FormEvent, useState } from "react";
import { Link } from "wouter";
import { type Refused, tell } from "../api/client.js";
import type { Reading, StoredDocument } from "../api/types.js";
import { PageOf } from "../parts/page.js";
import { Failure, Loading } from "../parts/states.js";
import { Both } from "../reader/both.js";
import { today } from "../shell/dates.js";
import { useTo } from "../shell/times.js";

interface Read {
  readonly document: StoredDocument;
  readonly reading: Reading;
}
interface Draft {
  readonly text: string;
  readonly title: string;
  readonly publisher: string;
  readonly published: string;
  readonly url: string;
}
interface Kept {
  readonly items?: readonly { readonly outcome?: string; readonly document?: string }[];
}

const nothing: Draft = { text: "", title: "", publisher: "", published: "", url: "" };
const given = (d: Draft) => Object.fromEntries(Object.entries(d).filter(([, v]) => v.trim() !== ""));

export function Page() {
  const [draft, setDraft] = useState(nothing);
  const to = useTo();
  const client = useQueryClient();
  const read = useMutation<Read, Refused, Draft>({
    mutationFn: (d) =>
      tell("read", {
        text: d.text,
        ...given({ ...nothing, publisher: d.publisher, published: d.published }),
      }),
    onSuccess: ({ document: d }) =>
      setDraft((now) => ({
        ...now,
        published: now.published || (d.published ?? ""),
        publisher: now.publisher || (d.publisher ?? ""),
        title: now.title || (d.title ?? ""),
      })),
  });
  const keep = useMutation<Kept, Refused, Draft>({
    mutationFn: (d) => tell("articles", given(d)),
    onSuccess: () => client.invalidateQueries(),
  });
  const change = (field: keyof Draft) => (value: string) => setDraft({ ...draft, [field]: value });
  const [waiting, setWaiting] = useState<readonly File[]>([]);
  /** Reads the first of some files; the others wait for their turn. */
  const take = async ([file, ...rest]: readonly File[]) => {
    if (file === undefined) return;
    const next = { ...nothing, text: await file.text() };
    setWaiting(rest);
    setDraft(next);
    keep.reset();
    read.mutate(next);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    void take([...event.dataTransfer.files]);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    read.mutate(draft);
  };
  const undated = read.data !== undefined && draft.published === "";
  return (
    <PageOf
      title="Add an article"
      lede="Paste the text or drop a file. It is read at once and kept only when you say so; nothing leaves this machine."
      wide
    >
      <form className="add" onSubmit={submit} onDragOver={(e) => e.preventDefault()} onDrop={drop}>
        <label className="grow">
          Text
          <textarea
            rows={read.data === undefined ? 12 : 4}
            value={draft.text}
            required
            onChange={(e) => change("text")(e.target.value)}
          />
        </label>
        <label className="files">
          Or text files, one after the other
          <input
            type="file"
            multiple
            accept="text/plain,.txt,.md"
            onChange={(e) => void take([...(e.target.files ?? [])])}
          />
        </label>
        <div className="fields">
          <label className={undated ? "asked" : undefined}>
            Published on
            <input
              type="date"
              max={today()}
              value={draft.published}
              onChange={(e) => change("published")(e.target.value)}
              aria-describedby="undated"
            />
          </label>
          <label>
            Outlet
            <input value={draft.publisher} onChange={(e) => change("publisher")(e.target.value)} />
          </label>
          <label>
            Title
            <input value={draft.title} onChange={(e) => change("title")(e.target.value)} />
          </label>
          <label>
            Address
            <input type="url" value={draft.url} onChange={(e) => change("url")(e.target.value)} />
          </label>
        </div>
        <p id="undated" className={undated ? "notice warn" : "muted"}>
          {undated
            ? "When was it published? The text does not say. Without the day, “Tuesday” and “this autumn” stay without a date."
            : "The publication date anchors every relative date. Where the text itself states it, it is filled in."}
        </p>
        <div className="tools">
          <button type="submit" disabled={draft.text.trim() === "" || read.isPending}>
            Read it
          </button>
          <button
            type="button"
            className="primary"
            disabled={read.data === undefined || draft.published === "" || keep.isPending}
            onClick={() => keep.mutate(draft)}
          >
            Keep it in the record
          </button>
          {waiting.length === 0 ? null : (
            <button type="button" onClick={() => void take(waiting)}>
              {keep.data === undefined ? "Leave it, and read" : "Read"} the next file ({waiting.length} left)
            </button>
          )}
        </div>
      </form>
      {read.isPending || keep.isPending ? <Loading /> : null}
      {read.error === null ? null : <Failure error={read.error} />}
      {keep.error === null ? null : <Failure error={keep.error} />}
      {keep.data === undefined ? null : (
        <p className="notice good" role="status">
          {keep.data.items?.[0]?.outcome === "already there" ? "It was there already." : "Kept."}{" "}
          <Link href={to("/")}>See where the talks stand</Link>
        </p>
      )}
      {read.data === undefined ? null : (
        <Both
          key={read.data.document.id}
          document={read.data.document}
          reading={read.data.reading}
          at={null}
        />
      )}
    </PageOf>
  );
}
