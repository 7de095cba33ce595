import { type Lexicon, oncePerLexicon } from "../../language/index.js";
import { members } from "../phrases/index.js";
import type { AgreementItem } from "../types.js";

export interface InstrumentVerb {
  readonly status: AgreementItem["status"];
  /** Whose deed it is: a party's, a mediator's, or nobody's ("took effect": the instrument is the subject). */
  readonly doer: "party" | "mediator" | "none";
  /** Kind of instrument it needs, `participle` where only "a truce agreed in May" counts, or "". */
  readonly needs: string;
}

export interface AgreementWords {
  readonly instruments: ReadonlyMap<
    string,
    { readonly kind: NonNullable<AgreementItem["instrumentKind"]>; readonly gate: string }
  >;
  readonly verbs: ReadonlyMap<string, InstrumentVerb>;
  /** Cities lend their name to what was signed there. */
  readonly cities: ReadonlySet<string>;
  /** Prepositions behind which an instrument is only quoted ("according to"). */
  readonly sources: ReadonlySet<string>;
  readonly draft: ReadonlySet<string>;
  /** "participation in", "membership of": a party's part in an instrument. */
  readonly parts: ReadonlySet<string>;
  readonly joint: ReadonlySet<string>;
  /** "what Paris calls the Rabat Accords". */
  readonly that: ReadonlySet<string>;
  readonly calling: ReadonlySet<string>;
  /** "previous", "earlier". */
  readonly other: ReadonlySet<string>;
  readonly negators: ReadonlySet<string>;
  readonly stipulate: ReadonlySet<string>;
  /** "the deal sees Chad withdraw". */
  readonly sees: ReadonlySet<string>;
  readonly under: ReadonlySet<string>;
  /** "whereby". */
  readonly whereby: ReadonlySet<string>;
  /** Verbs whose object is bound by what stands behind `toMark`. */
  readonly obliged: ReadonlySet<string>;
  readonly toMark: string;
  /** What an agreement is called once it is known: "the text", "the document". */
  readonly texts: ReadonlySet<string>;
  /** Prepositions behind which nothing happens to it: "under the deal", "talks on the deal". */
  /** Those behind which the sentence's parties may have made it: "divided it in a treaty". */
  readonly madeIn: ReadonlySet<string>;
  readonly aside: ReadonlySet<string>;
  readonly done: ReadonlySet<string>;
  readonly pledge: ReadonlySet<string>;
  readonly noDeed: ReadonlySet<string>;
  /** Prepositions that are in no name: "by", "at", "under". */
  readonly nameEnds: ReadonlySet<string>;
  readonly oneself: ReadonlySet<string>;
  /** What a paper is put out for: "to mark the end". */
  readonly ceremony: ReadonlySet<string>;
  /** Words within a proper name: "of", "on", "and". */
  readonly nameLinks: ReadonlySet<string>;
  /** Prepositions of the parties to it, of its date, and of who made it; articles of what is told for the first time. */
  readonly sideLinks: ReadonlySet<string>;
  readonly dateLinks: ReadonlySet<string>;
  readonly agents: ReadonlySet<string>;
  readonly indefinite: ReadonlySet<string>;
  /** Prepositions behind which what is named was made: "after an accord with Chad". */
  readonly presupposing: ReadonlySet<string>;
  /** What befalls a truce that there is: "hold", "violate". */
  readonly keeping: ReadonlySet<string>;
}

export const loadAgreementWords = oncePerLexicon(wordsIn);

function wordsIn(lexicon: Lexicon): AgreementWords {
  const cue = (cls: string): ReadonlySet<string> => members(lexicon, "deals/cues", "class", cls);
  return {
    instruments: new Map(
      lexicon
        .table("deals/instruments")
        .rows.map(([noun, kind, gate]) => [
          noun,
          { kind: kind as NonNullable<AgreementItem["instrumentKind"]>, gate },
        ]),
    ),
    verbs: new Map(
      lexicon
        .table("deals/instrument-verbs")
        .rows.map(([verb, status, doer, needs]) => [
          verb,
          { status: status as AgreementItem["status"], doer: doer as InstrumentVerb["doer"], needs },
        ]),
    ),
    cities: lexicon.list("places/cities"),
    sources: cue("source"),
    draft: cue("draft"),
    parts: cue("part-in"),
    joint: cue("joint"),
    that: cue("that"),
    calling: cue("calling"),
    other: cue("other-one"),
    negators: cue("negator"),
    stipulate: cue("stipulate"),
    sees: cue("seeing"),
    under: cue("under"),
    whereby: cue("whereby"),
    obliged: cue("obliged"),
    toMark: [...cue("addressed")][0],
    texts: cue("text-of-deal"),
    madeIn: new Set([...cue("under"), ...cue("made-in")]),
    aside: cue("aside"),
    done: cue("done-gerund"),
    pledge: cue("pledge"),
    noDeed: cue("no-deed"),
    nameEnds: cue("name-end"),
    oneself: cue("oneself"),
    ceremony: cue("ceremony"),
    nameLinks: cue("name-link"),
    sideLinks: cue("side-link"),
    dateLinks: cue("date-link"),
    agents: cue("agent"),
    indefinite: cue("indefinite"),
    presupposing: cue("presupposing"),
    keeping: cue("keeping-truce"),
  };
}
