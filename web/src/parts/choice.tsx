import { useField } from "../shell/times.js";

/** Filter kept in the address: one value of a few, or all, each with its count. */
export function Choice({
  name,
  label,
  values,
  show = (v) => v,
}: {
  readonly name: string;
  readonly label: string;
  readonly values: readonly string[];
  readonly show?: (value: string) => string;
}) {
  const [chosen, set] = useField(name);
  const counts = new Map<string, number>();
  for (const v of values) counts.set(v, (counts.get(v) ?? 0) + 1);
  if (counts.size < 2 && chosen === "") return null;
  return (
    <div className="choice" role="group" aria-label={label}>
      <span className="choice-label">{label}</span>
      <button type="button" aria-pressed={chosen === ""} onClick={() => set("")}>
        all <small>{values.length}</small>
      </button>
      {[...counts].map(([value, count]) => (
        <button
          key={value}
          type="button"
          aria-pressed={chosen === value}
          onClick={() => set(chosen === value ? "" : value)}
        >
          {show(value)} <small>{count}</small>
        </button>
      ))}
    </div>
  );
}
