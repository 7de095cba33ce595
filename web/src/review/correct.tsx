import { type FormEvent, useEffect, useRef, useState } from "react";
import { useAsk } from "../api/use-answer.js";

interface Props {
  /** Statement whose fields are corrected. */
  readonly statement: string;
  onSave(change: { field: string; value: string; why: string }): void;
  onCancel(): void;
}

/** What a person corrects in words: fields of the statement's own item that hold words, its place's name and its time. */
function fieldsOf(item: Readonly<Record<string, unknown>> | undefined): string[] {
  if (item === undefined) return ["time"];
  const fixed = new Set(["id", "kind", "track"]);
  const words = Object.keys(item).filter((k) => !fixed.has(k) && typeof item[k] === "string");
  return ["time", ...("place" in item ? ["place.name"] : []), ...words];
}

export function Correct({ statement, onSave, onCancel }: Props) {
  const opened = useAsk<{ statement: { item: Readonly<Record<string, unknown>> } }>("evidence", {
    id: statement,
  });
  const fields = fieldsOf(opened.data?.statement.item);
  const [field, setField] = useState("time");
  const [value, setValue] = useState("");
  const [why, setWhy] = useState("");
  const first = useRef<HTMLSelectElement>(null);
  useEffect(() => first.current?.focus(), []);
  const save = (event: FormEvent) => {
    event.preventDefault();
    onSave({ field, value, why });
  };
  return (
    <form
      className="fields"
      onSubmit={save}
      onKeyDown={(e) => e.key === "Escape" && onCancel()}
      aria-label="Correct this line"
    >
      <label>
        Field
        <select ref={first} value={field} onChange={(e) => setField(e.target.value)}>
          {fields.map((f) => (
            <option key={f}>{f}</option>
          ))}
        </select>
      </label>
      <label>
        Right value
        <input
          value={value}
          required
          onChange={(e) => setValue(e.target.value)}
          placeholder={field === "time" ? "2019-12-19" : ""}
        />
      </label>
      <label>
        Why
        <input value={why} onChange={(e) => setWhy(e.target.value)} />
      </label>
      <div className="tools">
        <button type="submit" className="primary">
          Correct
        </button>
        <button type="button" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </form>
  );
}
