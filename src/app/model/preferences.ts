import type { Candidate } from "./candidates.js";
import type { Draft, DraftBasis } from "./draft.js";
import { sameThing, sharedWords } from "./phrases.js";

/** A candidate with its words. */
export type Chosen = Candidate & { readonly basis: readonly DraftBasis[] };

/** What a party wants of itself and of others, as far as sources say; then what is left open, as assumptions. */
export function preferencesOf(
  code: string,
  options: readonly Chosen[],
  own: readonly Chosen[],
  name: (code: string) => string,
): Draft["preferences"][number][] {
  const said: Draft["preferences"][number][] = [];
  const open: Draft["preferences"][number][] = [];
  const put = (text: string, basis: readonly DraftBasis[]): void => {
    said.push({ maker: code, text, basis });
  };
  const assume = (text: string, why: string): void => {
    open.push({ maker: code, text, basis: [{ kind: "assumption", text: why }] });
  };
  for (const o of options) {
    if (o.askedBy.includes(code)) put(o.id, o.basis);
    else if (o.maker === code && o.wanted !== null) put(o.wanted ? o.id : `not ${o.id}`, o.basis);
    else if (o.maker === code) assume(`not ${o.id}`, `No source says whether ${name(code)} would do this.`);
    else if (o.item.kind === "position" || o.item.kind === "linkage") {
      const same = own.find((c) => c.wanted === true && sameThing(c.about, o.about));
      if (same === undefined)
        assume(`not ${o.id}`, `${name(o.maker)} holds to this; no source says that ${name(code)} minds.`);
      else {
        const shared = sharedWords(same.about, o.about).join(", ");
        put(same.rejects === o.rejects ? o.id : `not ${o.id}`, [
          ...same.basis,
          { kind: "assumption", text: `Taken to be about the same thing: both speak of ${shared}.` },
        ]);
      }
    }
  }
  return [...said, ...open];
}
