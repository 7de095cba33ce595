import type { Clauses } from "./clauses.js";
import { as, type Node, node, word } from "./node.js";
import type { NounPhrases } from "./noun-phrases.js";
import type { NewsWords } from "./words.js";

const STATES = [
  "stalled",
  "deadlocked",
  "frozen",
  "difficult",
  "tense",
  "fragile",
  "unacceptable",
  "premature",
  "possible",
  "likely",
  "unlikely",
  "inevitable",
];
const READY = ["ready", "due", "willing", "likely", "unlikely", "prepared", "reluctant", "unable"];
const PLANS: readonly (readonly [string, string])[] = [
  ["decision", "decide"],
  ["refusal", "refuse"],
  ["plan", "plan"],
  ["offer", "offer"],
  ["readiness", "ready"],
  ["pledge", "pledge"],
  ["promise", "promise"],
  ["attempt", "attempt"],
  ["threat", "threat"],
  ["failure", "fail"],
];
const BROKERED = ["brokered", "backed", "led", "mediated", "sponsored", "held", "controlled", "proposed"];

/** What news adds to plain clauses: copulas, existentials, adjuncts, appositions, hyphens, quotation marks. */
export class Extras {
  constructor(
    private readonly w: NewsWords,
    private readonly np: NounPhrases,
    private readonly clauses: Clauses,
  ) {}

  /** A main clause of an unusual kind, or an ordinary one with something added. */
  main(): Node {
    const { w, clauses } = this;
    switch (w.pick([0, 1, 2, 2, 3, 3, 4, 5, 6, 7, 8, 9, 10, 10, 10, 10, 11])) {
      case 0:
        return this.copular();
      case 1:
        return this.existential();
      case 2:
        return this.withParticiple(clauses.clause("root", 1, "past"));
      case 3:
        return this.fronted();
      case 4:
        return this.withPurpose(clauses.clause("root", 1, "past"));
      case 5:
        return this.ready();
      case 6:
        return this.quoted();
      case 7:
        return this.accordingTo(clauses.clause("root", 1));
      case 8:
        return this.nominal();
      case 9:
        return this.apposed();
      case 10:
        return this.present();
      default:
        return this.hyphened();
    }
  }

  /** "The talks are deadlocked", "The two sides are close to a deal". */
  private copular(): Node {
    const { w, np } = this;
    const subject = w.chance(0.6)
      ? np.process("nsubj")
      : w.chance(0.5)
        ? np.plain("gap", "nsubj")
        : np.sides("nsubj");
    const many = subject.xpos === "NNS";
    const close = w.chance(0.25);
    const n = node(close ? "close" : w.pick(STATES), "ADJ", "JJ", "root");
    const was = w.chance(0.4);
    n.left.push(
      subject,
      was
        ? node(many ? "were" : "was", "AUX", "VBD", "cop", "be")
        : node(many ? "are" : "is", "AUX", many ? "VBP" : "VBZ", "cop", "be"),
    );
    if (w.chance(0.2)) n.left.push(node("not", "PART", "RB", "advmod"));
    if (w.chance(0.2))
      n.left.push(node(w.pick(["still", "very", "increasingly", "far"]), "ADV", "RB", "advmod"));
    if (close) n.right.push(np.prepositional("to", np.thing("obl", false)));
    return n;
  }

  /** "There has been no progress on the border". */
  private existential(): Node {
    const { w, np } = this;
    const progress = node(
      w.pick(["progress", "sign", "agreement", "breakthrough", "contact", "movement"]),
      "NOUN",
      "NN",
      "nsubj",
    );
    progress.left.push(node("no", "DET", "DT", "det"));
    if (progress.form === "sign")
      progress.right.push(np.prepositional("of", node("progress", "NOUN", "NN", "nmod")));
    progress.right.push(
      np.prepositional(
        w.pick(["on", "in", "towards"]),
        w.chance(0.5) ? np.process("nmod") : np.thing("nmod", false),
      ),
    );
    const perfect = w.chance(0.5);
    const n = perfect
      ? node("been", "VERB", "VBN", "root", "be")
      : node(w.pick(["was", "is"]), "VERB", "VBD", "root", "be");
    if (n.form === "is") n.xpos = "VBZ";
    n.left.push(node("there", "PRON", "EX", "expl"));
    if (perfect) n.left.push(node("has", "AUX", "VBZ", "aux", "have"));
    n.right.push(progress);
    return n;
  }

  /** "..., raising hopes for a deal", "..., saying that ...", "..., accusing Mali of ...". */
  private withParticiple(main: Node): Node {
    const { w, np, clauses } = this;
    const v = w.chance(0.5)
      ? clauses.nonFinite("advcl", "gerund", w.pick(["that", "thing", "accuse", "actor"]))
      : node(w.pick(["raising", "dashing", "fuelling", "reviving"]), "VERB", "VBG", "advcl");
    if (v.right.length === 0) {
      v.lemma = { raising: "raise", dashing: "dash", fuelling: "fuel", reviving: "revive" }[v.form] ?? v.form;
      v.right.push(np.plain("hope", "obj"));
    }
    v.left.unshift(word.comma());
    main.right.push(v);
    return main;
  }

  /** "If S, S", "Under the deal, S", "Despite the attack, S", "After meeting X, S". */
  private fronted(): Node {
    const { w, np, clauses } = this;
    const main = clauses.clause("root", 1);
    const r = w.pick([0, 0, 1, 2]);
    let front: Node;
    if (r === 0) {
      front = clauses.clause("advcl", 2);
      front.left.unshift(
        word.subordinator(w.pick(["if", "after", "although", "while", "as", "unless", "because"])),
      );
    } else if (r === 1)
      front = np.prepositional(
        w.pick(["under", "despite", "amid", "after", "during", "before"]),
        w.chance(0.5) ? np.thing("obl", false) : np.process("obl"),
      );
    else {
      front = clauses.nonFinite("advcl", "gerund", w.pick(["actor", "thing", "procobj"]));
      front.left.unshift(word.subordinator(w.pick(["after", "before", "by", "without"])));
    }
    front.right.push(word.comma());
    main.left.unshift(front);
    return main;
  }

  /** "... to end the talks", "... in exchange for guarantees", "... without setting terms". */
  private withPurpose(main: Node): Node {
    const { w, np, clauses } = this;
    const r = w.pick([0, 0, 1, 2]);
    if (r === 0) {
      const v = clauses.nonFinite("advcl", "bare", w.pick(["actor", "procobj", "thing", "with"]));
      v.left.unshift(word.to());
      main.right.push(v);
    } else if (r === 1) {
      const n = node(w.pick(["exchange", "return"]), "NOUN", "NN", "obl");
      n.left.push(word.preposition("in"));
      n.right.push(np.prepositional("for", np.thing("nmod", false)));
      main.right.push(n);
    } else {
      const v = clauses.nonFinite("advcl", "gerund", "thing");
      v.left.unshift(word.subordinator(w.pick(["without", "by"])));
      main.right.push(v);
    }
    return main;
  }

  /** "Niamey is ready to resume the talks". */
  private ready(): Node {
    const { w, np, clauses } = this;
    const subject = np.actor("nsubj");
    const n = node(w.pick(READY), "ADJ", "JJ", "root");
    n.left.push(subject, ...clauses.be(subject));
    const v = clauses.nonFinite("xcomp", "bare", w.pick(["thing", "procobj", "actor", "with", "act"]));
    v.left.unshift(word.to());
    n.right.push(v);
    return n;
  }

  /** `"S," X said`, `X said: "S"`. */
  private quoted(): Node {
    const { w, np, clauses } = this;
    const inner = clauses.clause("ccomp", 2);
    const said = node(w.pick(["said", "told"]), "VERB", "VBD", "root");
    said.lemma = said.form === "said" ? "say" : "tell";
    const speaker = np.actor("nsubj");
    const to = said.form === "told" ? [node("reporters", "NOUN", "NNS", "obj", "reporter")] : [];
    inner.left.unshift(node('"', "PUNCT", "``", "punct"));
    if (w.chance(0.7)) {
      inner.right.push(word.comma(), node('"', "PUNCT", "''", "punct"));
      said.left.push(inner, speaker);
      said.right.push(...to);
      if (w.chance(0.4)) said.right.push(np.time());
      if (w.chance(0.3)) said.right.push(np.place());
    } else {
      said.left.push(speaker);
      inner.right.push(node('"', "PUNCT", "''", "punct"));
      inner.left.unshift(w.chance(0.5) ? word.comma() : node(":", "PUNCT", ":", "punct"));
      said.right.push(...to, inner);
    }
    return said;
  }

  private accordingTo(main: Node): Node {
    const n = this.w.chance(0.6) ? this.np.titled("obl") : this.np.group("obl");
    const according = node("according", "VERB", "VBG", "case", "accord");
    according.right.push(node("to", "ADP", "IN", "fixed"));
    n.left.unshift(word.comma(), according);
    main.right.push(n);
    return main;
  }

  /** "Chad's refusal to sign the deal", as subject or object. */
  private nominal(): Node {
    const { w, np, clauses } = this;
    const [form, lemma] = w.pick(PLANS);
    const plan = (rel: string): Node => {
      const n = node(form, "NOUN", "NN", rel, form);
      const owner = w.chance(0.6) ? np.state("nmod:poss") : np.capital("nmod:poss");
      owner.right.push(node("'s", "PART", "POS", "case"));
      n.left.push(owner);
      const v = clauses.nonFinite("acl", "bare", w.pick(["thing", "procobj", "with"]));
      v.left.unshift(word.to());
      n.right.push(v);
      return n;
    };
    if (lemma.length > 0 && w.chance(0.5)) {
      const v = clauses.predicateOf("root", "procobj");
      v.left.unshift(plan("nsubj"));
      return v;
    }
    const v = clauses.predicateOf("root", "act");
    v.form = w.pick(["welcomed", "condemned", "praised", "rejected", "criticised"]);
    v.lemma = {
      welcomed: "welcome",
      condemned: "condemn",
      praised: "praise",
      rejected: "reject",
      criticised: "criticise",
    }[v.form] as string;
    v.right = [plan("obj")];
    v.left.unshift(np.actor("nsubj"));
    return v;
  }

  /** "X, the chief Malian negotiator, said ...", "spokesman X said". */
  private apposed(): Node {
    const { w, np, clauses } = this;
    const v = clauses.predicateOf("root", w.pick(["thing", "inf", "procobj", "act"]));
    const person = np.person("nsubj");
    if (w.chance(0.5)) {
      const post = np.someone("appos");
      post.left.unshift(word.comma());
      post.right.push(word.comma());
      person.right.push(post);
    } else {
      const post = node(
        w.pick(["spokesman", "spokeswoman", "negotiator", "envoy", "minister", "lawmaker"]),
        "NOUN",
        "NN",
        "nmod:desc",
      );
      if (w.chance(0.5))
        post.left.push(
          w.chance(0.5)
            ? np.demonym("amod")
            : node(w.pick(["government", "ministry", "army", "peace"]), "NOUN", "NN", "compound"),
        );
      person.left.push(post);
    }
    v.left.unshift(person);
    return v;
  }

  /** "Harare says it wants ...", "Lusaka insists on ...", "Juba demands ...". */
  private present(): Node {
    const { w, np, clauses } = this;
    const r = w.pick([0, 0, 0, 1, 1, 1, 2, 3]);
    const subject =
      r === 0
        ? np.state("nsubj")
        : r === 1
          ? np.capital("nsubj")
          : r === 2
            ? np.actor("nsubj")
            : np.pair("nsubj");
    const frame = w.pick([
      ...["thing", "thing", "thing", "inf", "that", "objinf", "ger", "procobj", "actor"],
      ...["obl-on", "obl-to", "obl-for", "subj", "firm", "people"],
    ]);
    const v = clauses.predicateOf("root", frame);
    if (w.chance(0.2)) v.right.push(np.time());
    if (clauses.isPlural(subject) && subject.form !== "States") {
      v.form = v.lemma;
      v.xpos = "VBP";
      v.left.unshift(subject);
      return v;
    }
    const ending = /(s|sh|ch|x|z|o)$/.test(v.lemma) ? "es" : "s";
    v.form = /[^aeiou]y$/.test(v.lemma) ? `${v.lemma.slice(0, -1)}ies` : v.lemma + ending;
    v.xpos = "VBZ";
    if (subject.form === "States") subject.xpos = "NNPS";
    v.left.unshift(subject);
    return v;
  }

  /** "Sato to visit Dhaka", "Chad, Mali sign border deal": no auxiliaries, no stop. */
  headline(): Node {
    const { w, np, clauses } = this;
    const frame = w.pick(["thing", "thing", "procobj", "actor", "act", "inf", "obl-on", "obl-for"]);
    if (w.chance(0.5)) {
      const v = clauses.nonFinite("root", "bare", frame);
      v.left.unshift(np.actor("nsubj"), word.to());
      if (w.chance(0.3)) v.right.push(np.time());
      return v;
    }
    const v = clauses.predicateOf("root", frame);
    const subject = w.chance(0.5) ? np.state("nsubj") : np.capital("nsubj");
    const other = w.chance(0.5) ? np.state("conj") : np.capital("conj");
    other.left.unshift(word.comma());
    subject.right.push(other);
    v.form = v.lemma;
    v.xpos = "VBP";
    v.left.unshift(subject);
    return v;
  }

  /** "Qatar-brokered talks", "the Chad-Libya border", "a two-day visit". */
  private hyphened(): Node {
    const { w, np, clauses } = this;
    const v = clauses.predicateOf("root", "procobj");
    const object = v.right.find((c) => c.rel === "obj");
    v.left.unshift(np.actor("nsubj"));
    if (object === undefined) return v;
    const at = object.left.findIndex((c) => c.rel !== "det");
    const first = node(w.pick(w.states).name, "PROPN", "NNP", "compound");
    first.right.push(node("-", "PUNCT", "HYPH", "punct"));
    const second = w.chance(0.6)
      ? node(w.pick(BROKERED), "VERB", "VBN", "amod")
      : node(w.pick(w.states).name, "PROPN", "NNP", "compound");
    if (second.upos === "VERB")
      second.lemma = {
        brokered: "broker",
        backed: "back",
        led: "lead",
        mediated: "mediate",
        sponsored: "sponsor",
        held: "hold",
        controlled: "control",
        proposed: "propose",
      }[second.form] as string;
    second.left.push(first);
    object.left.splice(at < 0 ? object.left.length : at, 0, second);
    return as(v, "root");
  }
}
