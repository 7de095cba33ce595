import { isRelation, type Sentence } from "../../language/index.js";
import { type MeaningRule, speakerRules } from "./coreference.rules.js";
import type { Draft } from "./page.js";
import type { Registry } from "./registry.js";

const RULES: readonly MeaningRule[] = speakerRules;

/**
 * Whom "I" and "we" mean: inside quotation marks the subject of the verb of saying outside them, here or in the sentence before; outside
 * them whoever's turn it is to speak.
 */
export class Speakers {
  private speaker = -1;

  constructor(private readonly r: Registry) {}

  /** Drafts for the first-person words of a sentence whose other mentions are known. `quoted` by token; `turn`: who speaks outside of it. */
  read(s: Sentence, quoted: Uint8Array | null, found: readonly Draft[], turn: number): Draft[] {
    const out: Draft[] = [];
    this.speaker =
      quoted === null ? -1 : (this.sayer(s, quoted, found) ?? (quoted[0] === 1 ? this.speaker : -1));
    if (this.speaker < 0 && turn < 0) return out;
    for (let t = 0; t < s.size; t++) {
      const speaker = quoted?.[t] === 1 ? this.speaker : turn;
      if (speaker < 0 || s.upos[t] !== "PRON") continue;
      const clues = this.r.words.clues.get(s.norms[t]);
      const rule = clues === undefined ? undefined : RULES.find((x) => clues.has(x.words));
      if (rule === undefined) continue;
      const entity = rule.many === true ? this.side(speaker) : speaker;
      // A spokesman without a name says "I" for whom he speaks for; a quoted body does not.
      if (rule.many !== true && speaker !== turn && this.r.entities[entity].kind !== "person") continue;
      out.push({ from: t, to: t + 1, entity, form: "pronoun", use: "actor", rule: rule.id });
    }
    return out;
  }

  private sayer(s: Sentence, quoted: Uint8Array, found: readonly Draft[]): number | null {
    for (const d of found) {
      if (d.use !== "actor" || quoted[d.from] === 1) continue;
      for (let t = d.from; t < d.to; t++) {
        const h = s.heads[t];
        if (h < 0 || !isRelation(s.deprels[t], "nsubj")) continue;
        if (this.r.words.is("speech", s.lemmas[h])) return d.entity;
      }
    }
    return null;
  }

  /** The state an official speaks for; anybody else speaks for himself or his body. */
  private side(entity: number): number {
    const e = this.r.entities[entity];
    const official = e.sector === "GOV" && e.country !== null && e.office?.former !== true;
    return e.kind === "person" && official ? this.r.state(e.country as string) : entity;
  }
}
