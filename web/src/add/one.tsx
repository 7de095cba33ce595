import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useEffect, useState } from "react";
import { Link } from "wouter";
import { type Refused, tell } from "../api/client.js";
import type { Answers, Reading, StoredDocument } from "../api/types.js";
import { Failure, Loading } from "../parts/states.js";
import { Both } from "../reader/both.js";
import { today } from "../shell/dates.js";
import { useMe } from "../shell/me.js";
import { useTo } from "../shell/times.js";
import { ACCEPT, type Given } from "./files.js";

interface Fields {
  readonly title: string;
  readonly publisher: string;
  readonly published: string;
  readonly url: string;
  readonly negotiation: string;
}

const nothing: Fields = { title: "", publisher: "", published: "", url: "", negotiation: "" };
const filled = (f: Partial<Fields>) =>
  Object.fromEntries(Object.entries(f).filter(([, v]) => v.trim() !== ""));

interface Props {
  /** What it begins with; a file is read at once. */
  readonly given: Given;
  take(files: readonly File[]): void;
}

/** One article: its words, what is known about it, its reading, and the way into the record. */
export function One({ given, take }: Props) {
  const [text, setText] = useState("text" in given ? given.text : "");
  const [fields, setFields] = useState(nothing);
  const to = useTo();
  const client = useQueryClient();
  const me = useMe();
  const what: Given = "bytes" in given ? given : { text };
  const read = useMutation<{ document: StoredDocument; reading: Reading }, Refused>({
    mutationFn: () =>
      tell("read", { ...what, ...filled({ publisher: fields.publisher, published: fields.published }) }),
    onSuccess: ({ document: d }) =>
      setFields((now) => ({
        ...now,
        published: now.published || (d.published ?? ""),
        publisher: now.publisher || (d.publisher ?? ""),
        title: now.title || (d.title ?? ""),
        url: now.url || (d.url ?? ""),
      })),
  });
  const keep = useMutation<Answers["articles"], Refused>({
    mutationFn: () => tell("articles", { ...what, ...filled({ ...fields }) }),
    onSuccess: () => client.invalidateQueries(),
  });
  const { mutate: readIt } = read;
  useEffect(() => {
    if ("bytes" in given) readIt();
  }, [given, readIt]);
  const change = (field: keyof Fields) => (value: string) => setFields({ ...fields, [field]: value });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    keep.reset();
    read.mutate();
  };
  const undated = read.data !== undefined && fields.published === "";
  const own = me?.role === null ? Object.keys(me.roles) : [];
  return (
    <>
      <form className="add-one" onSubmit={submit}>
        {"file" in given ? (
          <p>
            <strong>{given.file}</strong>
          </p>
        ) : (
          <label className="grow">
            Text
            <textarea
              rows={read.data === undefined ? 12 : 4}
              value={text}
              required
              onChange={(e) => setText(e.target.value)}
            />
          </label>
        )}
        <label className="files">
          {"file" in given ? "Other files" : "Or files"}
          <input type="file" multiple accept={ACCEPT} onChange={(e) => take([...(e.target.files ?? [])])} />
        </label>
        <div className="fields">
          <label className={undated ? "asked" : undefined}>
            Published on
            <input
              type="date"
              max={today()}
              value={fields.published}
              onChange={(e) => change("published")(e.target.value)}
              aria-describedby="undated"
            />
          </label>
          <label>
            Outlet
            <input value={fields.publisher} onChange={(e) => change("publisher")(e.target.value)} />
          </label>
          <label>
            Title
            <input value={fields.title} onChange={(e) => change("title")(e.target.value)} />
          </label>
          <label>
            Address
            <input type="url" value={fields.url} onChange={(e) => change("url")(e.target.value)} />
          </label>
          {own.length === 0 ? null : (
            <label>
              For
              <select
                required
                value={fields.negotiation}
                onChange={(e) => change("negotiation")(e.target.value)}
              >
                <option value="">choose a negotiation</option>
                {own.map((id) => (
                  <option key={id}>{id}</option>
                ))}
              </select>
            </label>
          )}
        </div>
        <p id="undated" className={undated ? "notice warn" : "muted"}>
          {undated
            ? "When was it published? The text does not say. Without the day, “Tuesday” and “this autumn” stay without a date."
            : "The publication date anchors every relative date. Where the text itself states it, it is filled in."}
        </p>
        <div className="tools">
          <button type="submit" disabled={("text" in what && what.text.trim() === "") || read.isPending}>
            {"file" in given ? "Read it again" : "Read it"}
          </button>
          <button
            type="button"
            className="primary"
            disabled={read.data === undefined || fields.published === "" || keep.isPending}
            onClick={() => keep.mutate()}
          >
            Keep it in the record
          </button>
        </div>
      </form>
      {read.isPending || keep.isPending ? <Loading /> : null}
      {read.error === null ? null : <Failure error={read.error} />}
      {keep.error === null ? null : <Failure error={keep.error} />}
      {keep.data === undefined ? null : (
        <p className="notice good" role="status">
          {keep.data.items[0]?.outcome === "already there" ? "It was there already." : "Kept."}{" "}
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
    </>
  );
}
