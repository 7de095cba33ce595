/** Usual names of states by code; where a code has more than one row, the state's own. */
export async function stateNames(): Promise<ReadonlyMap<string, string>> {
  const { loadLexicon } = await import("../../resources/index.js");
  const out = new Map<string, string>();
  for (const [code, , name] of loadLexicon().table("actors/states").rows)
    if (!out.has(code)) out.set(code, name);
  return out;
}
