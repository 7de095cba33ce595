import type { Arcs } from "./repair.js";

const CLOSING = new Map([
  [")", "("],
  ["]", "["],
  ["”", "“"],
  ["''", "``"],
]);
const OPENING = new Set(CLOSING.values());
const STRAIGHT = '"';

/**
 * Brackets and quotation marks hang on the head of the phrase that they enclose (guidelines of Universal Dependencies, "punct"). The
 * parser attaches the opening one before it has seen the phrase. Marks that enclose several phrases are left alone.
 * @returns whether anything was changed
 */
export function repairPairs(a: Arcs, forms: readonly string[]): boolean {
  let changed = false;
  let open: number[] = [];
  for (let t = 0; t < forms.length; t++) {
    if (a.deprels[t] !== "punct") continue;
    const form = forms[t];
    const before = form === STRAIGHT ? STRAIGHT : CLOSING.get(form);
    let at = before === undefined ? -1 : open.length - 1;
    while (at >= 0 && forms[open[at]] !== before) at--;
    if (at >= 0) {
      changed = attach(a, open[at], t) || changed;
      open = open.slice(0, at);
    } else if (form === STRAIGHT || OPENING.has(form)) open.push(t);
  }
  return changed;
}

function attach(a: Arcs, from: number, to: number): boolean {
  let head = -1;
  for (let t = from + 1; t < to; t++) {
    if (a.deprels[t] === "punct" || (a.heads[t] > from && a.heads[t] < to)) continue;
    if (head >= 0) return false;
    head = t;
  }
  if (head < 0 || (a.heads[from] === head && a.heads[to] === head)) return false;
  for (let t = head; t >= 0; t = a.heads[t]) if (t === from || t === to) return false;
  a.heads[from] = head;
  a.heads[to] = head;
  return true;
}
