import { type FormEvent, useEffect, useRef, useState } from "react";

interface Props {
  onSave(change: { field: string; value: string; why: string }): void;
  onCancel(): void;
}

const fields = ["status", "time", "place.name", "what"] as const;

export function Correct({ onSave, onCancel }: Props) {
  const [field, setField] = useState<string>(fields[0]);
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
