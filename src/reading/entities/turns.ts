import type { ParsedDocument, Sentence } from "../../language/index.js";
import { ASKER, NOBODY } from "../layers.js";
import type { Registry } from "./registry.js";
import { type Entry, fold } from "./trie.js";

/**
 * Who speaks where nobody is quoted: in a transcript whoever the label before a paragraph names, until the next label; in a statement whoever
 * issued it ("Ministry of Foreign Affairs of Singapore").
 */
export class Turns {
  /** Who speaks in the sentence at hand, or a negative number. */
  speaker: number;
  /** See `WithEntities`; null while nobody but the outlet speaks. */
  spokenBy: number[] | null = null;
  private readonly issuer: number;

  constructor(
    private readonly r: Registry,
    private readonly parsed: ParsedDocument,
  ) {
    this.issuer = this.issuerOf(parsed.document.publisher);
    // Who issues a transcript answers in it; what stands around the turns is nobody's speech.
    const transcript = parsed.sentences.some((s) => s.kind === "turn");
    this.speaker = transcript ? NOBODY : this.issuer;
    if (transcript || this.issuer >= 0) this.spokenBy = new Array(parsed.sentences.length).fill(NOBODY);
  }

  /** Goes on to a sentence, before its mentions are known. */
  next(sentence: number): void {
    if (this.spokenBy !== null) this.spokenBy[sentence] = this.speaker;
  }

  /** Takes a label as the next speaker's, once it is known who is named in it. */
  told(sentence: number, mentions: readonly number[]): void {
    const s = this.parsed.sentences[sentence];
    if (s.kind !== "turn") return;
    const named = mentions.map((m) => this.r.mentions[m]).find((m) => m.use === "actor");
    const role = this.role(s);
    this.speaker = role === "asks" ? ASKER : (named?.entity ?? (role === "answers" ? this.issuer : NOBODY));
  }

  private role(s: Sentence): "asks" | "answers" | null {
    const { turns } = this.r.words;
    for (let t = 0; t < s.size; t++) {
      const role = turns.get(s.norms[t]);
      if (role !== undefined) return role;
    }
    return null;
  }

  /** The state or body whose office publishes; NOBODY for outlets, though a state is in their name ("The Japan Times"). */
  private issuerOf(publisher: string | null): number {
    const forms = publisher?.match(/[\p{L}\p{N}.'’]+/gu);
    if (forms == null) return NOBODY;
    const { words } = this.r;
    const folded = forms.map(fold);
    const office = folded.some((w) => words.issuers.has(w));
    for (let t = 0; t < folded.length; t++) {
      const m = words.trie.match(folded, forms, t);
      const owner = m?.entries.find(
        (e) => isOwner(e) && (office || (e.type === "organisation" && t === 0 && m.to === forms.length)),
      );
      if (owner !== undefined) return this.r.entry(owner);
    }
    return NOBODY;
  }
}

const isOwner = ({ type }: Entry): boolean =>
  type === "state" ||
  type === "demonym" ||
  type === "organisation" ||
  type === "capital" ||
  type === "group" ||
  type === "government";
