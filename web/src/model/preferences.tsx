import { grounds, type Links, numberOf } from "../../../src/app/model/telling/index.js";
import type { FileList, ModelFile } from "../../../src/conflict/index.js";
import type { Answer } from "./answer.js";
import { Grounds } from "./grounds.js";
import { Owner } from "./marks.js";
import { asInFile, counted, lengthOf, listsOf, moved, type Orders, type Own, ownOf } from "./own-order.js";

interface Props {
  readonly of: Answer;
  /** The file as it stands, without the orders of the page. */
  readonly file: ModelFile;
  readonly orders: Orders;
  readonly links: Links;
  change(maker: number, own: Own): void;
}

/** Each party's order of preferences. Moving one solves the model again at once. */
export function Preferences({ of, file, orders, links, change }: Props) {
  return (
    <section aria-labelledby="order-head">
      <h2 id="order-head">What each prefers, most important first</h2>
      <p className="muted small">
        Draw a slider, or use the arrows, to move a preference up or down; untick it to leave it out.
        Everything on this page is solved again at once. Nothing is kept but in the address.
      </p>
      {file.makers.map((m, i) => (
        <Party
          key={m.code}
          of={of}
          file={file}
          maker={i}
          own={ownOf(file, orders, i)}
          links={links}
          change={(own) => change(i, own)}
        />
      ))}
    </section>
  );
}

interface PartyProps {
  readonly of: Answer;
  readonly file: ModelFile;
  readonly maker: number;
  readonly own: Own;
  readonly links: Links;
  change(own: Own): void;
}

function Party({ of, file, maker, own, links, change }: PartyProps) {
  const { code, name } = file.makers[maker];
  const lists = listsOf(file, maker);
  const list = lists[own.list];
  const out = Array.from({ length: lengthOf(list) }, (_, p) => p).filter((p) => !own.places.includes(p));
  const last = own.places.length - 1;
  return (
    <fieldset className="party-order">
      <legend>
        <Owner file={file} maker={maker} name />
      </legend>
      {lists.length < 2 ? null : (
        <label className="which-list">
          List{" "}
          <select
            value={own.list}
            onChange={(e) => change(asInFile(file, maker, Number(e.target.value)))}
            aria-label={`List of ${name}`}
          >
            {lists.map((l, k) => (
              <option key={l.name ?? ""} value={k}>
                {l.name === null ? "the one the model is solved with" : `as ${l.name}`}
              </option>
            ))}
          </select>
        </label>
      )}
      <ol className="order">
        {own.places.map((place, at) => {
          const says = sayingOf(of, list, place);
          return (
            <li key={place} className="order-entry">
              <span className="place">{at + 1}</span>
              <span className="says">{says}</span>
              <span className="order-tools">
                <input
                  type="range"
                  min={1}
                  max={last + 1}
                  step={1}
                  value={at + 1}
                  disabled={last === 0}
                  aria-label={`Place of ${code}'s “${says}”`}
                  aria-valuetext={`${at + 1} of ${last + 1}`}
                  onChange={(e) => change(moved(own, at, Number(e.target.value) - 1))}
                />
                <button
                  type="button"
                  className="quiet"
                  disabled={at === 0}
                  aria-label={`Up: ${says}`}
                  onClick={() => change(moved(own, at, at - 1))}
                >
                  ↑
                </button>
                <button
                  type="button"
                  className="quiet"
                  disabled={at === last}
                  aria-label={`Down: ${says}`}
                  onClick={() => change(moved(own, at, at + 1))}
                >
                  ↓
                </button>
                {list.order === null ? (
                  <Tick says={says} counts set={(on) => change(counted(own, place, on))} />
                ) : null}
              </span>
              <div className="order-grounds">
                <Grounds of={grounds(list.order === null ? list.statements[place] : list, links)} />
              </div>
            </li>
          );
        })}
        {out.map((place) => {
          const says = sayingOf(of, list, place);
          return (
            <li key={place} className="order-entry left-out">
              <span className="place">–</span>
              <span className="says">{says}</span>
              <span className="order-tools">
                <small>left out</small>
                <Tick says={says} counts={false} set={(on) => change(counted(own, place, on))} />
              </span>
            </li>
          );
        })}
      </ol>
    </fieldset>
  );
}

const Tick = ({
  says,
  counts,
  set,
}: {
  readonly says: string;
  readonly counts: boolean;
  set(on: boolean): void;
}) => (
  <input
    type="checkbox"
    checked={counts}
    aria-label={`Counts: ${says}`}
    onChange={(e) => set(e.target.checked)}
  />
);

/** A preference as the file words it; of an order by hand, the states liked equally at that place. */
function sayingOf({ model }: Answer, list: FileList, place: number): string {
  if (list.order === null) return list.statements[place].text;
  return (list.order[place] ?? []).map((s) => numberOf(model.game, s)).join(" = ");
}
