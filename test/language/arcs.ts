/** "form/UPOS/XPOS/head/relation", heads counted from 1, 0 the root. */
export function arcs(text: string) {
  const rows = text.split(" ").map((w) => w.split("/"));
  return {
    upos: rows.map((r) => r[1]),
    xpos: rows.map((r) => r[2]),
    heads: Int32Array.from(rows, (r) => Number(r[3]) - 1),
    deprels: rows.map((r) => r[4]),
  };
}
