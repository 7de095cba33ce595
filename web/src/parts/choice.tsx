import { useField } from "../shell/times.js";

interface Props {
  readonly name: string;
  readonly label: string;
  /** A value of each item, counted here; or how many items bear each value. */
  readonly values?: readonly string[];
  readonly counts?: ReadonlyMap<string, number>;
  readonly show?: (value: string) => string;
}

/** Filter kept in the address: one value of a few, or all, each with its count. */
export function Choice({ name, label, values = [], counts = counted(values), show = (v) => v }: Props) {
  const [chosen, set] = useField(name);
  if (counts.size < 2 && chosen === "") return null;
  const all = [...counts.values()].reduce((a, b) => a + b, 0);
  return (
    <div className="choice" role="group" aria-label={label}>
      <span className="choice-label">{label}</span>
      <button type="button" aria-pressed={chosen === ""} onClick={() => set("")}>
        all <small>{all}</small>
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

function counted(values: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const v of values) counts.set(v, (counts.get(v) ?? 0) + 1);
  return counts;
}
