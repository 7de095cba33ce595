import { useEffect, useRef } from "react";
import { sections } from "./sections.js";

const everywhere: readonly (readonly [string, string])[] = [
  ["/", "search"],
  ["j  k", "next, previous line"],
  ["o", "open the words of the line"],
  ["[  ]", "as known one month earlier, later"],
  ["g g", "all negotiations"],
  ["?", "this help"],
];

export function Help({ onClose }: { onClose(): void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog ref={dialog} className="help" aria-labelledby="help-title" onClose={onClose}>
      <h2 id="help-title">Keys</h2>
      <div className="help-columns">
        <Keys title="Everywhere" keys={everywhere} />
        {sections.map((s) => (
          <Keys key={s.title} title={s.title} keys={s.pages.map((p) => [`g ${p.key}`, p.name] as const)} />
        ))}
        <Keys
          title="Timeline"
          keys={[
            ["← →", "item before, after"],
            ["↑ ↓", "lane above, below"],
            ["+  −  0", "closer, wider, as at first"],
            ["Enter", "open the item"],
          ]}
        />
        <Keys
          title="Review queue"
          keys={[
            ["a  c  r", "accept, correct, reject"],
            ["s", "skip"],
            ["u", "undo the last decision"],
          ]}
        />
      </div>
      <form method="dialog">
        <button type="submit">Close</button>
      </form>
    </dialog>
  );
}

function Keys({
  title,
  keys,
}: {
  readonly title: string;
  readonly keys: readonly (readonly [string, string])[];
}) {
  return (
    <section>
      <h3>{title}</h3>
      <dl className="keys">
        {keys.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
