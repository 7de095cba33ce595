import type { Arcs } from "./repair.js";

const FINITE = new Set(["VBD", "VBZ", "VBP"]);
const ADJUNCT = /^(obl|nmod:unmarked|obl:unmarked)/;
const SUBJECT = /^(nsubj|expl|csubj)/;

/**
 * "The minister said yesterday it was over", "told reporters on Monday they would meet": a phrase of place or time between a finite verb
 * and the subject of its clausal object, with nothing to mark where that begins, belongs to the verb. @returns whether anything was changed
 */
export function repairReportDay(a: Arcs): boolean {
  let changed = false;
  const n = a.heads.length;
  for (let h = 2; h < n; h++) {
    if (a.deprels[h] !== "ccomp") continue;
    const v = a.heads[h];
    if (v < 0 || v >= h || !FINITE.has(a.xpos[v])) continue;
    let from = n;
    for (let t = v + 1; t < h; t++)
      if (a.heads[t] === h && (ADJUNCT.test(a.deprels[t]) || SUBJECT.test(a.deprels[t])))
        from = Math.min(from, t);
    if (from === n || !ADJUNCT.test(a.deprels[from])) continue;
    const adjunct = from;
    const [first, last] = spanOf(a, adjunct);
    const subject = subjectFrom(a, h, last + 1);
    // Right behind the verb and the one it speaks to.
    if (subject < 0 || !reaches(a, v, first) || spanOf(a, subject)[0] !== last + 1) continue;
    a.heads[adjunct] = v;
    changed = true;
  }
  return changed;
}

function subjectFrom(a: Arcs, h: number, from: number): number {
  for (let t = from; t < h; t++) if (a.heads[t] === h && SUBJECT.test(a.deprels[t])) return t;
  return -1;
}

/** Whether nothing but objects of the verb stands between it and a token. */
function reaches(a: Arcs, v: number, token: number): boolean {
  for (let t = v + 1; t < token; t++) {
    let up = t;
    while (a.heads[up] !== v && a.heads[up] >= 0) up = a.heads[up];
    if (a.heads[up] !== v || up > token || !/^(obj|iobj)/.test(a.deprels[up])) return false;
  }
  return true;
}

/** First and last token of the words under a token. */
function spanOf(a: Arcs, top: number): readonly [number, number] {
  let first = top;
  let last = top;
  for (let t = 0; t < a.heads.length; t++) {
    let up = t;
    for (let steps = 0; up >= 0 && up !== top && steps < 6; steps++) up = a.heads[up];
    if (up !== top) continue;
    first = Math.min(first, t);
    last = Math.max(last, t);
  }
  return [first, last];
}
