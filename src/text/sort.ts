/** Sorts in place, as `Array.sort` would, without its copies: for lists of a few, or nearly in order. @returns the list */
export function sortShort<T>(list: T[], compare: (a: T, b: T) => number): T[] {
  for (let i = 1; i < list.length; i++) {
    const x = list[i];
    let k = i;
    for (; k > 0 && compare(list[k - 1], x) > 0; k--) list[k] = list[k - 1];
    list[k] = x;
  }
  return list;
}
