import type { Lexicon, Sentence } from "../../language/index.js";
import type { Layers } from "../layers.js";
import {
  actorsAt,
  actorsBefore,
  clausePhrase,
  corePhrase,
  members,
  mentionAt,
  nounPhrase,
  ownRange,
  PhraseTable,
  speaker,
  subtreeHas,
  verbKeys,
  verbOf,
  verbPhrase,
} from "../phrases/index.js";
import type { Actor, Clause, PositionItem } from "../types.js";
import { conjunction } from "./conjunction.js";
import type { Content } from "./content.js";
import type { Found } from "./index.js";
import { createMatter } from "./matter.js";
import { standingRules } from "./standing.rules.js";

const rule = Object.fromEntries(standingRules.map((r) => [r.shape, r])) as {
  readonly [S in (typeof standingRules)[number]["shape"]]: (typeof standingRules)[number];
};
const NOT_YET = new Set(["hypothetical", "conditional", "requested", "feared", "expected", "proposed"]);

/** Reads the constructions of `standing.rules.ts` at one clause. */
export function createStanding(
  lexicon: Lexicon,
): (layers: Layers, clause: Clause, force: PhraseTable<string>) => Found | null {
  const accept = members(lexicon, "stances/position-verbs", "class", "accept");
  const concern = members(lexicon, "stances/position-nouns", "class", "concern");
  const aims = members(lexicon, "stances/position-nouns", "class", "policy");
  const issues = lexicon.list("stances/issues");
  const cue = (cls: string): ReadonlySet<string> => members(lexicon, "stances/cues", "class", cls);
  const about = cue("about");
  const voicing = cue("voicing");
  const worriedWords = cue("worried");
  const afterAccepting = cue("after-accepting");
  const disposal = cue("disposal");
  const exist = cue("exist");
  const toward = cue("for");
  const duty = cue("duty");
  const undertaking = cue("undertaking");
  const firstPerson = cue("first-person");

  const nor = cue("nor");
  const recognise = cue("recognise");
  const ownSide = cue("own-side");
  const matter = createMatter(lexicon);
  const negating = new PhraseTable(
    [...lexicon.list("stances/negating-phrases")].map((w) => [w, true] as const),
  );

  return (layers, clause, force) => {
    const s = layers.parsed.sentences[clause.sentence];
    const doc = layers.parsed.document;
    const negated =
      clause.negated ||
      nor.has(conjunction(s, clause.head)) ||
      negating.within(s, ...ownRange(s, clause)) !== null;
    const held = (): boolean => !NOT_YET.has(layers.facts.factuality(clause.index).status);
    const noun = (head: number): Content => {
      return { head, issue: corePhrase(doc, s, head).text, stance: nounPhrase(doc, s, head).text, noun: -1 };
    };
    const subjects = (): Actor[] => {
      for (const t of clause.subjects) {
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
    if (clause.kind === "copular" || clause.kind === "adjectival" || exist.has(clause.lemma)) {
      const aim = clause.subjects.find((t) => aims.has(s.lemmas[t]) && s.upos[t] === "NOUN");
      if (aim !== undefined && held() && !clause.negated && subtreeHas(s, predicateOf(s, clause), issues)) {
        const owner = owners(layers, clause.sentence, aim);
        if (owner.length > 0) return found("aim", noun(predicateOf(s, clause)), owner, "stated");
      }
      const strong = force.within(s, clause.head - 4, clause.head + 6);
      const topic = clause.subjects.find((t) => subtreeHas(s, t, issues));
      if (
        strong !== null &&
        strong.value === "red-line" &&
        topic !== undefined &&
        strong.at > topic &&
        (held() || clause.modal !== null)
      ) {
        const own = speaker(layers, layers.facts.voice(clause.index));
        const named = clause.obliques
          .filter((o) => about.has(o.prep) || toward.has(o.prep))
          .flatMap((o) => actorsAt(layers, clause.sentence, o.head))
          .filter((a) => a.code !== null);
        const holders =
          named.length > 0
            ? named
            : own !== null && own.code !== null
              ? [own]
              : owners(layers, clause.sentence, topic);
        return found("copula", noun(topic), holders, "red-line");
      }
      return null;
    }
    if (clause.support >= 0) return refusal([clause.head], s.lemmas[clause.support]);
    if (clause.kind !== "verbal") return null;
    const [from, to] = ownRange(s, clause);
    // A following "only after" may hang elsewhere.
    const strong = force.within(s, from, to + 2);
    if (accept.has(clause.lemma)) {
      const object = clause.objects.find(
        (o) => subtreeHas(s, o, issues) || (recognise.has(clause.lemma) && isLand(layers, s, o)),
      );
      const land = object !== undefined && !subtreeHas(s, object, issues);
      const content =
        object === undefined
          ? that(layers, clause, issues)
          : land
            ? { ...noun(object), stance: verbPhrase(doc, s, clause.head).text }
            : noun(object);
      if (content !== null && (held() || strong?.value === "precondition")) {
        if (negated)
          return found(
            "not-accept",
            content,
            subjects(),
            strong?.value === "red-line" ? "red-line" : "stated",
          );
        if (strong?.value === "precondition") return found("only-if", content, subjects(), "precondition");
        const asserted = clause.tense === "past" || clause.aspect === "perfect";
        if (asserted && clause.modal === null && object !== undefined)
          return found("accept", content, subjects(), "stated");
      }
      return null;
    }
    const refused = refusal([...clause.objects, ...clause.obliques.map((o) => o.head)], clause.lemma);
    if (refused !== null) return refused;
    if (
      strong?.value === "precondition" &&
      afterAccepting.has(clause.lemma) &&
      undertaking.has(clause.modal ?? "") &&
      clause.objects.length > 0 &&
      subtreeHas(s, clause.objects[0], issues)
    ) {
      return found("only-if", noun(clause.objects[0]), subjects(), "precondition");
    }
    if (
      strong?.value === "precondition" &&
      afterAccepting.has(clause.lemma) &&
      undertaking.has(clause.modal ?? "") &&
      clause.objects.length === 0
    ) {
      const text = verbPhrase(doc, s, clause.head).text;
      return found(
        "only-if",
        { head: clause.head, issue: s.lemmas[clause.head], stance: text, noun: -1 },
        subjects(),
        "precondition",
      );
    }
    if (
      duty.has(clause.modal ?? "") &&
      clause.aspect === "simple" &&
      !clause.negated &&
      clause.subjects.length > 0
    ) {
      const own = speaker(layers, layers.facts.voice(clause.index));
      const party = actorsAt(layers, clause.sentence, clause.subjects[0]).some((a) => a.code !== null);
      if (
        own !== null &&
        own.code !== null &&
        (party || subtreeHas(s, clause.subjects[0], issues)) &&
        (clause.objects.some((o) => subtreeHas(s, o, issues)) || clause.passive || strong !== null)
      ) {
        const stance = clausePhrase(doc, s, clause.head).text;
        const object = clause.objects[0] ?? clause.subjects[0];
        return found(
          "must",
          { head: clause.head, issue: nounPhrase(doc, s, object).text, stance, noun: -1 },
          [own],
          strong?.value === "precondition" ? "precondition" : "stated",
        );
      }
    }
    return null;

    /** "will not sign a deal", "would not attend the talks", "cannot give such guarantees", said by whoever it is who will not. */
    function refusal(topics: readonly number[], verb: string): Found | null {
      const keys = [verb, ...verbKeys(layers, clause)];
      if (!negated || !undertaking.has(clause.modal ?? "")) return null;
      const strong = force.within(s, clause.head - 4, Math.min(s.size, clause.head + 14))?.value;
      if (strong !== "precondition" && !keys.some((k) => afterAccepting.has(k) || disposal.has(k)))
        return null;
      const known = topics.find((o) => subtreeHas(s, o, issues));
      const topic = known ?? (matter(layers, s, clause.head) ? topics[0] : undefined);
      if (topic === undefined || !ownWords()) return null;
      const f =
        (force.within(s, clause.head - 4, clause.head + 8)?.value as PositionItem["force"] | undefined) ??
        (strong === "precondition" ? strong : undefined);
      const deed = { ...noun(topic), head: topic, stance: verbPhrase(doc, s, clause.head).text };
      return found("will-not", clause.support >= 0 ? noun(topic) : deed, subjects(), f ?? "stated");
    }

    /** Whether the clause is what is said, and not what somebody asks for ("guarantees that no government would leave the deal"). */
    function ownWords(): boolean {
      if (clause.parent < 0 || clause.relation === "conj" || clause.relation === "parataxis") return true;
      if (clause.relation !== "ccomp") return clause.relation === "root";
      const over = layers.clauses[clause.parent];
      return over.kind !== "nominal" && layers.facts.voice(clause.index).cue !== null;
    }

    function concernNoun(): number {
      if (clause.support >= 0)
        return voicing.has(s.lemmas[clause.support]) && concern.has(s.lemmas[clause.head]) ? clause.head : -1;
      if (voicing.has(clause.lemma)) return clause.objects.find((o) => concern.has(s.lemmas[o])) ?? -1;
      return worriedWords.has(s.norms[clause.head]) ? clause.head : -1;
    }
  };
}

/** "recognise Kosovo": a state or territory. */
function isLand(layers: Layers, s: Sentence, token: number): boolean {
  const m = mentionAt(layers, s.index, token);
  const kind = m === null || m.head !== token ? null : layers.entities[m.entity].kind;
  return kind === "state" || kind === "territory";
}

/** What a copula or "remains" says of its subject: the head of a copular clause, else object or complement. */
function predicateOf(s: Sentence, clause: Clause): number {
  if (clause.kind !== "verbal") return clause.head;
  if (clause.objects.length > 0) return clause.objects[0];
  for (let c = s.firstChild[clause.head]; c >= 0; c = s.nextSibling[c])
    if (c > clause.head && s.deprels[c] === "xcomp") return c;
  return clause.head;
}

function complementOf(s: Sentence, head: number, preps: ReadonlySet<string>): number | null {
  for (let c = s.firstChild[head]; c >= 0; c = s.nextSibling[c]) {
    if (
      c < head ||
      !(
        s.deprels[c].startsWith("nmod") ||
        s.deprels[c] === "obl" ||
        s.deprels[c] === "acl" ||
        s.deprels[c] === "ccomp" ||
        s.deprels[c] === "advcl"
      )
    )
      continue;
    for (let k = s.firstChild[c]; k >= 0 && k <= c; k = s.nextSibling[k]) {
      if ((s.deprels[k] === "case" || s.deprels[k] === "mark") && preps.has(s.norms[k])) return c;
    }
    if (s.deprels[c] === "ccomp" || s.deprels[c] === "acl") return c;
  }
  return null;
}

function that(layers: Layers, clause: Clause, issues: ReadonlySet<string>): Content | null {
  const s = layers.parsed.sentences[clause.sentence];
  for (let c = s.firstChild[clause.head]; c >= 0; c = s.nextSibling[c]) {
    if (s.deprels[c] !== "ccomp" || !subtreeHas(s, c, issues)) continue;
    const stance = clausePhrase(layers.parsed.document, s, c).text;
    return { head: c, issue: stance, stance, noun: -1 };
  }
  return null;
}

function owners(layers: Layers, sentence: number, noun: number): Actor[] {
  const s = layers.parsed.sentences[sentence];
  for (let c = s.firstChild[noun]; c >= 0; c = s.nextSibling[c]) {
    if (s.deprels[c] !== "nmod:poss" && s.deprels[c] !== "amod" && s.deprels[c] !== "nmod") continue;
    const actors = actorsAt(layers, sentence, c).filter((a) => a.code !== null);
    if (actors.length > 0) return actors;
  }
  return [];
}
