export interface DiffLine {
  readonly change: "same" | "gone" | "new";
  readonly words: string;
}

/** Sentences compared at most on each side; beyond it all are shown as gone and new. */
const MOST = 3000;

/** Shortest edit from one list of lines to another, by the longest common subsequence. */
export function lineDiff(a: readonly string[], b: readonly string[]): DiffLine[] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end])
    end++;
  const [x, y] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  const same = (words: string): DiffLine => ({ change: "same", words });
  return [...a.slice(0, start).map(same), ...middle(x, y), ...a.slice(a.length - end).map(same)];
}

function middle(a: readonly string[], b: readonly string[]): DiffLine[] {
  const gone = (words: string): DiffLine => ({ change: "gone", words });
  const fresh = (words: string): DiffLine => ({ change: "new", words });
  if (a.length > MOST || b.length > MOST) return [...a.map(gone), ...b.map(fresh)];
  const width = b.length + 1;
  const common = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      common[i * width + j] =
        a[i] === b[j]
          ? common[(i + 1) * width + j + 1] + 1
          : Math.max(common[(i + 1) * width + j], common[i * width + j + 1]);
    }
  }
  const out: DiffLine[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      out.push({ change: "same", words: a[i] });
      i++;
      j++;
    } else if (i < a.length && (j === b.length || common[(i + 1) * width + j] >= common[i * width + j + 1]))
      out.push(gone(a[i++]));
    else out.push(fresh(b[j++]));
  }
  return out;
}
