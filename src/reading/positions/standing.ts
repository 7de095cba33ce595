import { childWith, type Lexicon, type Sentence } from "../../language/index.js";
import { createSilence, loadActWords } from "../acts/index.js";
import type { Layers } from "../layers.js";
import {
  actorsAt,
  actorsBefore,
  clauseAt,
  clausePhrase,
  corePhrase,
  members,
  nounPhrase,
  ownRange,
  PhraseTable,
  phrasesIn,
  slice,
  speaker,
  subtreeHas,
  verbKeys,
  verbOf,
  verbPhrase,
} from "../phrases/index.js";
import type { Actor, Clause, PositionItem } from "../types.js";
import { behindColon } from "./colon.js";
import { conjunction } from "./conjunction.js";
import type { Content } from "./content.js";
import { isInfinitive } from "./content-tree.js";
import { argument } from "./content-verb.js";
import { createForWhom } from "./for-whom.js";
import type { Found } from "./found.js";
import { createMatter } from "./matter.js";
import { NOT_HELD } from "./not-held.js";
import { meant } from "./relative.js";
import { createSided } from "./sided.js";
import { standingRules } from "./standing.rules.js";
import { behindWith, complementOf, isLand, owners, predicateOf, saysItself, that } from "./standing-parts.js";

const rule = Object.fromEntries(standingRules.map((r) => [r.shape, r])) as {
  readonly [S in (typeof standingRules)[number]["shape"]]: (typeof standingRules)[number];
};

/** Reads the constructions of `standing.rules.ts` at one clause. */
export function createStanding(
  lexicon: Lexicon,
): (layers: Layers, clause: Clause, force: PhraseTable<string>) => Found | null {
  const accept = members(lexicon, "stances/position-verbs", "class", "accept");
  const concern = members(lexicon, "stances/position-nouns", "class", "concern");
  const aims = new Set(
    ["policy", "firm", "demand", "grief"].flatMap((c) => [
      ...members(lexicon, "stances/position-nouns", "class", c),
    ]),
  );
  const announced = members(lexicon, "deals/cues", "class", "that");
  const issues = lexicon.list("stances/issues");
  const cue = (cls: string): ReadonlySet<string> => members(lexicon, "stances/cues", "class", cls);
  const own = (cls: string): ReadonlySet<string> => members(lexicon, "stances/position-cues", "class", cls);
  const about = cue("about");
  const voicing = cue("voicing");
  const worriedWords = cue("worried");
  const afterAccepting = cue("after-accepting");
  const acts = loadActWords(lexicon).verbs;
  const agreeing = (verb: string): boolean => acts.get(verb)?.some((e) => e.cls === "agree") ?? false;
  const disposal = cue("disposal");
  const silence = createSilence(lexicon);
  const exist = cue("exist");
  const toward = cue("for");
  const duty = cue("duty");
  const negators = cue("negator");
  const undertaking = cue("undertaking");
  const firstPerson = cue("first-person");

  /** Words that say of anything that it is no matter of talks: "not up for debate". */
  const anything = new PhraseTable(
    lexicon
      .table("stances/position-force")
      .rows.filter((r) => r[2] === "any")
      .map((r) => [r[0], true] as const),
  );
  const tabled = new Set([...lexicon.list("deals/nouns"), ...lexicon.list("deals/instruments")]);
  const sided = createSided(lexicon);
  const satisfying = cue("satisfying");
  const nor = cue("nor");
  const awaited = cue("if-marker");
  const recognise = cue("recognise");
  const ownSide = cue("own-side");
  const matter = createMatter(lexicon);
  const forWhom = createForWhom(lexicon);
  const paramount = cue("paramount");
  const yields = own("swallowed");
  const outOfTalks = own("accepted-else");
  const [courtesies, possibly, able] = [own("courtesy"), cue("possibly"), own("able")];
  const ranks = own("ranks");
  const starkClaim = cue("stark-claim");
  const hasToVerbs = own("has-to");
  const unchanged = own("unchanged");
  const comprise = own("comprise");
  const eyesOf = cue("for-whom");
  const talkVerbs = cue("talk-verb");
  const negating = phrasesIn(lexicon.list("stances/negating-phrases"));

  return (layers, clause, force) => {
    const s = layers.parsed.sentences[clause.sentence];
    const doc = layers.parsed.document;
    const negated = (): boolean =>
      clause.negated ||
      nor.has(conjunction(s, clause.head)) ||
      negating.within(s, ...ownRange(s, clause)) !== null;
    const held = (): boolean => !NOT_HELD.has(layers.facts.factuality(clause.index).status);
    const noun = (head: number): Content => {
      return { head, issue: corePhrase(doc, s, head).text, stance: nounPhrase(doc, s, head).text, noun: -1 };
    };
    const subjects = (): Actor[] => {
      // "gave its backing": the giver before the owner of the noun.
      const named = clause.subjects.filter((t) => s.upos[t] !== "PRON");
      for (const t of [...named, ...clause.subjects]) {
        const a = actorsAt(layers, clause.sentence, t).filter((x) => x.code !== null);
        if (a.length > 0) return a;
      }
      if (
        clause.subjects.length === 0 &&
        (clause.tense !== "none" || clause.relation === "root") &&
        !clause.passive
      ) {
        const a = actorsBefore(layers, clause.sentence, verbOf(clause)).filter((x) => x.code !== null);
        if (a.length > 0) return a;
      }
      const own = clause.subjects.some((t) => firstPerson.has(s.norms[t]) || ownSide.has(s.lemmas[t]))
        ? speaker(layers, layers.facts.voice(clause.index))
        : null;
      return own !== null && own.code !== null ? [own] : [];
    };
    const known = (t: number): boolean => subtreeHas(s, t, issues) || matter(layers, s, t);
    const found = (
      shape: keyof typeof rule,
      content: Content,
      holders: readonly Actor[],
      f: PositionItem["force"],
      stance?: string,
    ): Found | null =>
      holders.length === 0
        ? null
        : {
            rule: rule[shape].id,
            content,
            holders,
            move: rule[shape].move,
            force: f,
            ...(stance === undefined ? {} : { stance }),
          };

    const worried = concernNoun();
    if (worried >= 0) {
      const topic =
        complementOf(s, worried, about) ??
        clause.obliques.find((o) => about.has(o.prep) && o.head !== worried && subtreeHas(s, o.head, issues))
          ?.head ??
        null;
      if (topic !== null && held() && !clause.negated)
        return found("concern", noun(topic), subjects(), "stated", "concerned about");
      return null;
    }
    const side = sided(s, clause);
    if (side !== null && held() && !negated() && (known(side.topic) || tabled.has(s.lemmas[side.topic])))
      return found(side.shape, noun(side.topic), subjects(), "stated");
    if (clause.kind === "copular" || clause.kind === "adjectival" || exist.has(clause.lemma)) {
      const aim = clause.subjects.find((t) => aims.has(s.lemmas[t]) && s.upos[t] === "NOUN");
      // "its position on the toll is unchanged"
      if (aim !== undefined && held() && !clause.negated && unchanged.has(s.lemmas[predicateOf(s, clause)])) {
        const on = complementOf(s, aim, about);
        const owner = owners(layers, clause.sentence, aim);
        return on === null || owner.length === 0 ? null : found("aim", noun(on), owner, "stated");
      }
      const strong = force.within(s, clause.head - 4, clause.head + 6);
      const shut = strong?.value === "red-line";
      if (aim !== undefined && held() && !clause.negated && !shut) {
        const told = behindColon(doc, s, clause.head, announced);
        const predicate = predicateOf(s, clause);
        // "its demand is gone", "its demand for a vote is the issue": that is said of it, and not what it is.
        const equal = s.upos[predicate] !== "ADJ" && !saysItself(s, aim) && known(predicate);
        const content = told ?? (equal ? noun(predicate) : null);
        const owner = owners(layers, clause.sentence, aim);
        if (content !== null && owner.length > 0) return found("aim", content, owner, "stated");
      }
      // "For Oslo, visas are the heart of the matter"
      const vital = paramount.has(s.lemmas[clause.head]) || starkClaim.has(s.lemmas[clause.head]);
      const eyes = vital || shut ? forWhom(layers, clause) : [];
      const first = clause.subjects.find((t) => isNamed(s, t));
      if (vital && eyes.length > 0 && first !== undefined && !clause.negated && held())
        return found(
          "aim",
          { ...noun(first), stance: clausePhrase(doc, s, clause.head).text },
          eyes,
          "stated",
        );
      const falls = clause.negated && satisfying.has(s.lemmas[clause.head]) && clause.modal === null;
      const text = falls ? clause.subjects.find((t) => known(t) || tabled.has(s.lemmas[t])) : undefined;
      if (text !== undefined) {
        const own = speaker(layers, layers.facts.voice(clause.index));
        if (own !== null && own.code !== null)
          return found("not-good", noun(text), [own], "stated", `${verdict(text)}:`);
      }
      if (strong === null || !shut) return null;
      const topic = clause.subjects.find(
        (t) => known(t) || (anything.at(s, strong.at) !== null && isNamed(s, t)),
      );
      if (topic !== undefined && strong.at > topic && (held() || clause.modal !== null)) {
        const own = speaker(layers, layers.facts.voice(clause.index));
        const named = [
          ...clause.obliques.filter((o) => about.has(o.prep) || toward.has(o.prep)).map((o) => o.head),
          ...behindWith(s, clause.head, eyesOf),
        ]
          .flatMap((t) => actorsAt(layers, clause.sentence, t))
          .filter((a) => a.code !== null);
        const holders =
          named.length > 0 || eyes.length > 0
            ? [...named, ...eyes].slice(0, Math.max(named.length, eyes.length))
            : own !== null && own.code !== null
              ? [own]
              : owners(layers, clause.sentence, topic);
        return found("copula", noun(topic), holders, "red-line");
      }
      return null;
    }
    // "its aim is to keep the toll": a verb with a copula.
    if (
      clause.kind === "verbal" &&
      !clause.negated &&
      isInfinitive(s, clause.head) &&
      childWith(s, clause.head, "cop") >= 0
    ) {
      const aim = clause.subjects.find((t) => aims.has(s.lemmas[t]) && s.upos[t] === "NOUN");
      const owner = aim === undefined ? [] : owners(layers, clause.sentence, aim);
      const stance = verbPhrase(doc, s, clause.head).text;
      const object = argument(s, clause.head);
      if (owner.length > 0 && known(clause.head)) {
        const issue = object >= 0 ? corePhrase(doc, s, object).text : stance;
        return found("aim", { head: clause.head, issue, stance, noun: -1 }, owner, "stated");
      }
    }
    // "its demands include a lower toll"
    if (comprise.has(clause.lemma) && held() && !clause.negated) {
      const aim = clause.subjects.find((t) => aims.has(s.lemmas[t]) && s.upos[t] === "NOUN");
      const owner = aim === undefined ? [] : owners(layers, clause.sentence, aim);
      const object = clause.objects.find(known);
      if (owner.length > 0 && object !== undefined) return found("aim", noun(object), owner, "stated");
    }
    // "has one demand: that the boats leave", "came with a single demand: ..."
    const lists = (t: number): boolean =>
      s.norms[t + 1] === ":" && aims.has(s.lemmas[t]) && s.upos[t] === "NOUN" && s.upos[t + 2] !== "PRON";
    const listed = lists(clause.head)
      ? clause.head
      : (clause.objects.find(lists) ?? clause.obliques.find((o) => lists(o.head))?.head);
    const told = listed === undefined || clause.negated ? null : behindColon(doc, s, listed, announced);
    if (told !== null && known(told.head) && held()) return found("aim", told, subjects(), "stated");
    if (clause.support >= 0) return refusal([clause.head], s.lemmas[clause.support]);
    if (clause.kind !== "verbal") return null;
    // "must first recognise": who says so holds it, not who is to do it.
    const over = clause.relation === "xcomp" && clause.parent >= 0 ? layers.clauses[clause.parent] : null;
    // "has to be scrapped": a verb of its own to the parser.
    const hasTo =
      over !== null &&
      hasToVerbs.has(over.lemma) &&
      over.tense === "present" &&
      over.modal === null &&
      s.xpos[over.head + 1] === "TO";
    const imposed = duty.has(clause.modal ?? "") || hasTo;
    // "until Chad accepts the line": what somebody else waits for is not held.
    if (awaited.has(clause.marker ?? "") && clause.relation === "advcl") return null;
    if (accept.has(clause.lemma) && !imposed) {
      const strong = strongly();
      const denied = negated();
      const none = clause.objects.some((o) => hasNone(s, o));
      const object = clause.objects
        .map((o) => (s.xpos[o] === "WDT" || s.xpos[o] === "WP" ? meant(s, clause, o) : o))
        .find(
          (o) =>
            o >= 0 &&
            ((subtreeHas(s, o, issues) && !courtesies.has(s.lemmas[o])) ||
              (recognise.has(clause.lemma) && isLand(layers, s, o)) ||
              (yields.has(clause.lemma) &&
                clause.modal === null &&
                !outOfTalks.has(s.lemmas[o]) &&
                matter(layers, s, o)) ||
              ((denied || none) &&
                (clause.modal !== null || clause.aspect === "perfect" || tabled.has(s.lemmas[o])) &&
                matter(layers, s, o))),
        );
      const land = object !== undefined && object > clause.head && !subtreeHas(s, object, issues);
      const content =
        object === undefined
          ? that(layers, clause, known)
          : land
            ? { ...noun(object), stance: verbPhrase(doc, s, clause.head).text }
            : noun(object);
      // "could not accept": who cannot will not.
      const cannot = denied && clause.negated && able.has(clause.modal ?? "");
      if (content !== null && (held() || cannot || strong?.value === "precondition")) {
        if (denied || none) {
          const refused = found(
            "not-accept",
            content,
            subjects(),
            strong?.value === "red-line" ? "red-line" : "stated",
          );
          return refused === null || held() ? refused : { ...refused, held: "certain" };
        }
        if (strong?.value === "precondition") return found("only-if", content, subjects(), "precondition");
        const asserted = clause.tense === "past" || clause.aspect === "perfect";
        // "acknowledged that progress was slow" yields nothing; "that the name would apply" does.
        // "conceded that it might have to": what may be is admitted, and not given.
        const inner =
          object === undefined ? clauseAt(layers, clause.sentence, content.head)?.modal : undefined;
        const gives = object !== undefined || (inner != null && !possibly.has(inner));
        if (asserted && clause.modal === null && gives) return found("accept", content, subjects(), "stated");
      }
      return null;
    }
    // "For Oslo the vote comes first": what ranks.
    if (ranks.has(clause.lemma) && !clause.negated) {
      const whose = forWhom(layers, clause);
      const thing = clause.subjects.find((t) => isNamed(s, t));
      let first = false;
      for (let c = s.firstChild[clause.head]; c >= 0; c = s.nextSibling[c])
        first ||= paramount.has(s.norms[c]);
      if (first && thing !== undefined && whose.length > 0)
        return found(
          "aim",
          { ...noun(thing), stance: clausePhrase(doc, s, clause.head).text },
          whose,
          "stated",
        );
    }
    const will = undertaking.has(clause.modal ?? "");
    if (will) {
      const refused = refusal([...clause.objects, ...clause.obliques.map((o) => o.head)], clause.lemma);
      if (refused !== null) return refused;
      if (afterAccepting.has(clause.lemma) && strongly()?.value === "precondition") {
        if (clause.objects.length === 0) {
          const text = verbPhrase(doc, s, clause.head).text;
          return found(
            "only-if",
            { head: clause.head, issue: s.lemmas[clause.head], stance: text, noun: -1 },
            subjects(),
            "precondition",
          );
        }
        if (subtreeHas(s, clause.objects[0], issues))
          return found("only-if", noun(clause.objects[0]), subjects(), "precondition");
      }
    }
    const denies = clause.negated && will;
    const ordered =
      imposed &&
      clause.aspect === "simple" &&
      !clause.negated &&
      (hasTo || clause.passive || clause.subjects.length > 0);
    if (!denies && !ordered) return null;
    const eyes = clause.subjects.length > 0 ? forWhom(layers, clause) : [];
    if (ordered || eyes.length > 0) {
      const strong = strongly();
      const own = eyes[0] ?? speaker(layers, layers.facts.voice(clause.index));
      // "the island must be returned": who is to do it is left out.
      const done = clause.passive ? clause.objects[0] : undefined;
      const first = clause.subjects[0] ?? over?.subjects[0] ?? done ?? -1;
      const who = hasTo && first >= 0 && s.upos[first] === "PRON" ? -1 : first;
      const party = who >= 0 && actorsAt(layers, clause.sentence, who).some((a) => a.code !== null);
      if (
        own !== null &&
        own.code !== null &&
        who >= 0 &&
        (party || known(who)) &&
        (clause.objects.some(known) || clause.objects.length === 0 || clause.passive || strong !== null)
      ) {
        const stance = clausePhrase(doc, s, clause.head).text;
        const object = clause.objects[0] ?? who;
        return found(
          "must",
          { head: clause.head, issue: nounPhrase(doc, s, object).text, stance, noun: -1 },
          eyes.length > 0 ? eyes : [own],
          strong?.value === "precondition" ? "precondition" : "stated",
        );
      }
    }
    return null;

    /** How firmly it is held. A following "only after" may hang elsewhere. */
    function strongly(): { readonly value: string } | null {
      const [from, to] = ownRange(s, clause);
      return force.within(s, from, to + 2);
    }

    /** "will not sign a deal", "would not attend the talks", "cannot give such guarantees", said by whoever it is who will not. */
    function refusal(topics: readonly number[], verb: string): Found | null {
      if (!undertaking.has(clause.modal ?? "") || !negated()) return null;
      const strong = force.within(s, clause.head - 4, Math.min(s.size, clause.head + 14))?.value;
      // "Chad and Niger could not agree on the border": each refused something, and not the border.
      if (agreeing(verb) && subjects().length > 1) return null;
      const dealt = (k: string): boolean => afterAccepting.has(k) || disposal.has(k);
      if (strong !== "precondition" && !dealt(verb) && !verbKeys(layers, clause).some(dealt)) return null;
      // "would not give details": who keeps silent refuses the other side nothing.
      if (topics.some((o) => silence.matter(s, o))) return null;
      const known = topics.find((o) => subtreeHas(s, o, issues));
      const topic = known ?? (talkVerbs.has(verb) || matter(layers, s, clause.head) ? topics[0] : undefined);
      if (topic === undefined || !ownWords()) return null;
      const f =
        (force.within(s, clause.head - 4, clause.head + 8)?.value as PositionItem["force"] | undefined) ??
        (strong === "precondition" ? strong : undefined);
      const stance = verbPhrase(doc, s, clause.head).text;
      // "a link that it will not accept": the verb alone says nothing.
      const bare = clause.support >= 0 || !stance.includes(" ");
      return found(
        "will-not",
        bare ? noun(topic) : { ...noun(topic), head: topic, stance },
        subjects(),
        f ?? "stated",
      );
    }

    /** Whether the clause is what is said, and not what somebody asks for ("guarantees that no government would leave the deal"). */
    function ownWords(): boolean {
      if (clause.parent < 0 || clause.relation === "conj" || clause.relation === "parataxis") return true;
      if (clause.relation !== "ccomp") return clause.relation === "root";
      const over = layers.clauses[clause.parent];
      return over.kind !== "nominal" && layers.facts.voice(clause.index).cue !== null;
    }

    /** "not acceptable in its current form": from the negation on. */
    function verdict(topic: number): string {
      const from = clause.negation > topic ? clause.negation : clause.head;
      const enough = s.heads[clause.head + 1] === clause.head && s.upos[clause.head + 1] === "ADV";
      return slice(doc, s, from, clause.head + (enough ? 2 : 1)).text;
    }

    /** "would recognise no paper". */
    function hasNone(of: Sentence, object: number): boolean {
      for (let c = of.firstChild[object]; c >= 0 && c < object; c = of.nextSibling[c])
        if (negators.has(of.norms[c])) return true;
      return false;
    }

    function concernNoun(): number {
      if (clause.support >= 0)
        return voicing.has(s.lemmas[clause.support]) && concern.has(s.lemmas[clause.head]) ? clause.head : -1;
      if (voicing.has(clause.lemma)) return clause.objects.find((o) => concern.has(s.lemmas[o])) ?? -1;
      return worriedWords.has(s.norms[clause.head]) ? clause.head : -1;
    }
  };
}

const isNamed = (s: Sentence, t: number): boolean => s.upos[t] === "NOUN" || s.upos[t] === "PROPN";
