import { useCallback, useDeferredValue, useMemo } from "react";
import type { Change, Links, Loaded } from "../../../src/app/model/telling/index.js";
import { type Concept, evolution } from "../../../src/conflict/index.js";
import { useWidth } from "../parts/use-width.js";
import { showDay } from "../shell/dates.js";
import { useField } from "../shell/times.js";
import { type Answer, answered, DRAWN, verdictNow } from "./answer.js";
import { Graph } from "./graph.js";
import { Owner } from "./marks.js";
import { Openings } from "./openings.js";
import { counted, moved, type Own, ownOf, readOrders, reordered, writeOrders } from "./own-order.js";
import { Preferences } from "./preferences.js";
import { conceptOf, meaning, StatePanel } from "./state-panel.js";
import { Options, States } from "./tables.js";
import { Ways } from "./ways.js";

interface Props {
  readonly base: Loaded;
  readonly links: Links;
  readonly known: string | null;
  readonly version: number;
  readonly follows: string;
}

/** The whole of the page. What is chosen and moved stands in the address, so that a link shows the same. */
export function Board({ base, links, known, version, follows }: Props) {
  const { file, game } = base;
  const [order, setOrder] = useField("order");
  const [asked, setConcept] = useField("concept");
  const [state, setState] = useField("state");
  const [way, setWay] = useField("way");
  const [drawn, setDrawn] = useField("moves");
  const [box, whole, scale] = useWidth();
  const width = whole / scale;
  const concept = conceptOf(asked);
  const orders = useMemo(() => readOrders(file, order), [file, order]);
  const before = useMemo(() => answered(base, file), [base, file]);
  const of = useMemo(
    () => (orders.size === 0 ? before : answered(base, reordered(file, orders))),
    [before, base, file, orders],
  );
  const quo = file.statusQuo ?? game.states[0];
  const chosen = game.states[Number(state) - 1] ?? quo;
  const choose = useCallback(
    (s: number) => setState(s === quo ? "" : String(game.states.indexOf(s) + 1)),
    [setState, quo, game],
  );
  const change = (maker: number, own: Own): void =>
    setOrder(writeOrders(file, new Map([...orders, [maker, own]])));
  const apply = (c: Change): void => {
    const next = new Map(orders);
    for (const { maker, kind, at } of c.edits) {
      const i = file.makers.findIndex((m) => m.code === maker);
      const own = ownOf(file, next, i);
      next.set(i, kind === "swap" ? moved(own, at, at + 1) : counted(own, own.places[at], false));
    }
    setOrder(writeOrders(file, next));
  };
  const gains = useMemo(() => evolution(of.model.game, quo, true), [of, quo]);
  const all = useMemo(() => evolution(of.model.game, quo, false), [of, quo]);
  // Sentences may come a moment after the slider: they are what takes longest.
  const told = useDeferredValue(of);
  return (
    <div className="model">
      <h2>{file.title}</h2>
      <p className="muted">
        {game.states.length} states of {file.options.length} options
        {known === null ? "" : `, made for the record as known on ${showDay(known)}`}, version {version}.{" "}
        {follows}
      </p>
      <Verdict of={of} before={before} concept={concept} changed={order !== ""} reset={() => setOrder("")} />
      <div className="choice" role="group" aria-label="What a party looks at before it moves">
        {of.concepts.map((c) => (
          <button
            key={c}
            type="button"
            aria-pressed={c === concept}
            title={meaning[c]}
            onClick={() => setConcept(c === "SEQ" ? "" : c)}
          >
            {c}
          </button>
        ))}
        <span className="muted">
          {concept}: a party {meaning[concept]}.
        </span>
      </div>
      {game.states.length > DRAWN ? (
        <p className="muted">
          A graph of {game.states.length} states could not be read; up to {DRAWN} are drawn.
        </p>
      ) : (
        <figure className="graph-figure">
          <div className="graph-tools">
            <Legend of={of} />
            <div className="choice" role="group" aria-label="Moves drawn">
              <span className="choice-label">Moves</span>
              {(["", "all", "none"] as const).map((m) => (
                <button key={m} type="button" aria-pressed={drawn === m} onClick={() => setDrawn(m)}>
                  {m === "" ? "that better their mover" : m === "all" ? "all" : "of the chosen state"}
                </button>
              ))}
            </div>
          </div>
          <div className="graph-box" ref={box}>
            {width > 0 ? (
              <Graph
                of={of}
                width={width}
                scale={scale}
                concept={concept}
                chosen={chosen}
                moves={drawn === "all" || drawn === "none" ? drawn : "gain"}
                path={chosen === quo ? null : (way === "any" ? all : gains).path(chosen)}
                choose={choose}
              />
            ) : null}
          </div>
        </figure>
      )}
      <div className="model-columns">
        <div>
          <Preferences of={of} file={file} orders={orders} links={links} change={change} />
        </div>
        <div>
          <StatePanel of={told} state={chosen} concept={concept} links={links} choose={choose} />
          {file.statusQuo === null ? null : (
            <Ways
              of={told}
              concept={concept}
              links={links}
              to={chosen}
              any={way === "any"}
              gains={gains}
              all={all}
              setAny={(any) => setWay(any ? "any" : "")}
              choose={choose}
            />
          )}
          <Openings of={told} state={chosen} concept={concept} links={links} apply={apply} />
        </div>
      </div>
      <Options of={of} links={links} chosen={chosen} />
      <States of={of} concept={concept} chosen={chosen} choose={choose} />
      {file.notes.length === 0 ? null : (
        <section>
          <h2>Limits</h2>
          <ul className="plain">
            {file.notes.map((n) => (
              <li key={n}>{n}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

interface VerdictProps {
  readonly of: Answer;
  readonly before: Answer;
  readonly concept: Concept;
  readonly changed: boolean;
  reset(): void;
}

const Verdict = ({ of, before, concept, changed, reset }: VerdictProps) => (
  <div className={changed ? "verdict-now moved" : "verdict-now"}>
    <p className="rationale" role="status">
      {verdictNow(of, before, concept)}
    </p>
    {changed ? (
      <button type="button" onClick={reset}>
        As in the file
      </button>
    ) : null}
  </div>
);

const Legend = ({ of }: { readonly of: Answer }) => (
  <ul className="legend">
    {of.model.file.makers.map((m, i) => (
      <li key={m.code}>
        <Owner file={of.model.file} maker={i} name />
      </li>
    ))}
    <li>
      <Sample className="state holds" /> holds for all
    </li>
    <li>
      <Sample className="state partly" /> under another concept only
    </li>
    <li>
      <Sample className="state" quo /> status quo
    </li>
    <li>
      <svg width="26" height="10" viewBox="0 0 26 10" aria-hidden="true">
        <path className="move way" d="M3,5H23" />
      </svg>{" "}
      the way from the status quo
    </li>
  </ul>
);

const Sample = ({ className, quo }: { readonly className: string; readonly quo?: boolean }) => (
  <svg className={`graph ${className}`} width="20" height="20" viewBox="-10 -10 20 20" aria-hidden="true">
    {quo ? <rect className="quo" x="-9" y="-9" width="18" height="18" rx="2" /> : null}
    {/holds|partly/.test(className) ? <circle className="ring" r="8.5" /> : null}
    <circle className="disc" r="6" />
  </svg>
);
