import type { Actor } from "../types.js";
import { mentions } from "./around.js";
import { THE } from "./function-words.js";
import type { Meaning, Reader } from "./meaning.js";
import { add, leaveOut, partiesOf } from "./parties.js";

/** "pulled the United States out": the state for which the actor acts is not the other side. */
export function ownState(r: Reader, actors: readonly Actor[], x: Actor): boolean {
  if (r.layers.entities[x.entity].kind !== "state" || x.basis === "domestic") return false;
  return (
    actors.length > 0 &&
    actors.every((a) => {
      const e = r.layers.entities[a.entity];
      return (
        a.party === x.party &&
        (e.kind === "state" ||
          e.kind === "ministry" ||
          (e.kind === "person" && (e.sector === "GOV" || e.sector === null) && e.office !== null))
      );
    })
  );
}

/** The state of an actor that is not the state itself: "police", "students" of a country act within it. */
export function domestic(r: Reader, actors: readonly Actor[]): Actor[] {
  const out: Actor[] = [];
  for (const a of actors) {
    const e = r.layers.entities[a.entity];
    if (e.country === null || e.country !== a.code) continue;
    const state = r.layers.entities.find((x) => x.kind === "state" && x.code === a.code) ?? e;
    add(out, [{ ...a, entity: state.index, name: state.name, words: null, basis: "domestic" }]);
  }
  return out;
}

/** Whether the sentence speaks of "the government", "the army" behind the event without saying whose. */
export function facesState(r: Reader, m: Meaning): boolean {
  for (let t = m.trigger + 2; t < r.s.size; t++)
    if (
      r.s.norms[t - 1] === THE &&
      (r.words.is("state-noun", r.s.norms[t]) ||
        r.words.is("state-noun", `${r.s.norms[t]} ${r.s.norms[t + 1] ?? ""}`))
    )
      return true;
  return false;
}

/** Who holds an arrested person where nobody is said to: the country it happened in. */
export function where(r: Reader, m: Meaning, recipients: readonly Actor[]): Actor[] {
  for (const x of mentions(r, m)) {
    if (x.use !== "place" || recipients.some((a) => a.words !== null && a.words.start === x.start)) continue;
    if (within(r, x.head, m.clause?.objects ?? NOBODY)) continue;
    const found = leaveOut(r.layers, partiesOf(r.layers, x), recipients);
    if (found.length > 0) return found.map((a) => ({ ...a, basis: "place" }));
  }
  return [];
}

/** "a missionary from Calgary was arrested": where somebody is from is not where it happened. */
function within(r: Reader, token: number, tops: readonly number[]): boolean {
  for (let t = token, steps = 0; t >= 0 && steps < 6; t = r.s.heads[t], steps++)
    if (tops.includes(t)) return true;
  return false;
}

const NOBODY: readonly number[] = [];
