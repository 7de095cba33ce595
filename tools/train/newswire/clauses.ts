import { as, type Node, node, word } from "./node.js";
import type { NounPhrases } from "./noun-phrases.js";
import type { NewsWords, Verb } from "./words.js";

type Form =
  | "past"
  | "perfect"
  | "future"
  | "would"
  | "present"
  | "bare"
  | "passive"
  | "participle"
  | "gerund";

/** Clauses of news: what processes do, what actors do to things and one another, what they say. */
export class Clauses {
  constructor(
    private readonly w: NewsWords,
    private readonly np: NounPhrases,
  ) {}

  /** A whole main clause; `depth` bounds what is said inside it. */
  clause(rel: string, depth = 0, form?: Form): Node {
    const { w, np } = this;
    const f = form ?? w.pick<Form>(["past", "past", "past", "past", "perfect", "perfect", "future", "would"]);
    const frame = w.pick(
      depth > 1
        ? ["proc", "thing", "procobj", "act", "inf"]
        : [
            "proc",
            "proc",
            "hope",
            "gap",
            "thing",
            "thing",
            "thing",
            "procobj",
            "procobj",
            "act",
            "actor",
            "with",
            "inf",
            "inf",
            "objinf",
            "objinf",
            "pushed",
            "people",
            "ger",
            "obl-on",
            "obl-to",
            "obl-for",
            "obl-from",
            "how",
            "firm",
            "yet",
            "that",
            "subj",
            "say",
            "say",
            "accuse",
            "blame",
            "passive",
            "expected",
            "no-longer",
          ],
    );
    if (frame === "passive") return this.passive(rel, f);
    if (frame === "expected") return this.expected(rel);
    if (frame === "say") return this.said(rel, depth);
    if (frame === "yet") return this.yet(rel, depth);
    const verb = w.verb(frame === "no-longer" ? "thing" : frame === "pushed" ? "objinf" : frame);
    const subject =
      frame === "proc"
        ? np.process("nsubj")
        : frame === "hope" || frame === "gap"
          ? np.plain(frame, "nsubj")
          : frame === "pushed"
            ? this.cause()
            : np.actor("nsubj");
    const v = this.verb(verb, rel, f, subject);
    if (frame === "no-longer") {
      v.left = v.left.filter((c) => c.form !== "not");
      const longer = node("longer", "ADV", "RBR", "advmod", "long");
      longer.left.push(node("no", "ADV", "RB", "advmod"));
      v.left.push(longer);
    }
    if (frame === "proc" && depth === 0 && w.chance(0.25)) this.reduce(subject);
    else if (frame !== "proc" && depth === 0 && w.chance(0.08)) this.relative(subject);
    this.complements(v, frame, depth);
    if (depth === 0 && w.chance(0.06)) {
      const late = node(w.pick(["late", "early"]), "ADV", "RB", "advmod");
      v.right.unshift(late, np.day("obl"));
    } else if (w.chance(0.33)) v.right.push(np.time());
    if (w.chance(0.2)) v.right.push(np.place());
    return v;
  }

  private complements(v: Node, frame: string, depth: number): void {
    const { w, np } = this;
    if (frame === "thing" || frame === "no-longer") v.right.push(np.thing("obj"));
    else if (frame === "procobj") v.right.push(np.process("obj"));
    else if (frame === "actor") v.right.push(np.actor("obj"));
    else if (frame === "with") v.right.push(np.prepositional("with", np.actor("obl")));
    else if (frame === "inf") v.right.push(this.infinitive("xcomp", depth + 1));
    else if (frame === "people") v.right.push(np.someone("obj"));
    else if (frame.startsWith("obl-"))
      v.right.push(
        np.prepositional(frame.slice(4), w.chance(0.7) ? np.thing("obl", false) : np.process("obl")),
      );
    else if (frame === "ger")
      v.right.push(this.nonFinite("xcomp", "gerund", w.pick(["thing", "procobj", "with"])));
    else if (frame === "how") v.right.push(this.how(depth + 1));
    else if (frame === "firm") {
      v.right.push(node(w.pick(["firm", "firm", "silent", "defiant"]), "ADJ", "JJ", "xcomp"));
      if (w.chance(0.7)) v.right.push(np.prepositional("on", np.thing("obl", false)));
    } else if (frame === "objinf" || frame === "pushed")
      v.right.push(np.actor("obj"), this.infinitive("xcomp", depth + 1));
    else if (frame === "that" || frame === "subj") {
      const inner = this.clause("ccomp", depth + 2, frame === "subj" ? "bare" : undefined);
      inner.left.unshift(word.subordinator("that"));
      v.right.push(inner);
    } else if (frame === "accuse" || frame === "blame") {
      v.right.push(np.actor("obj"));
      if (frame === "blame") v.right.push(np.prepositional("for", np.plain("shock", "obl")));
      else {
        const g = this.verb(w.verb("thing"), "advcl", "gerund", null);
        g.left.unshift(node("of", "SCONJ", "IN", "mark"));
        g.right.push(np.thing("obj"));
        v.right.push(g);
      }
    }
  }

  private infinitive(rel: string, depth: number): Node {
    const { w, np } = this;
    const frame = w.pick(["thing", "thing", "procobj", "act", "actor", "with"]);
    const v = this.verb(w.verb(frame), rel, "bare", null);
    v.left.push(word.to());
    this.complements(v, frame, depth);
    if (w.chance(0.2)) v.right.push(np.time());
    return v;
  }

  /** What makes somebody do something: "sanctions", "a strike", "the deal". */
  private cause(): Node {
    const { w, np } = this;
    return w.chance(0.5) ? np.thing("nsubj", false) : np.plain("shock", "nsubj");
  }

  /** "Caracas has yet to reply to the offer". */
  private yet(rel: string, depth: number): Node {
    const { w, np } = this;
    const subject = np.actor("nsubj");
    const v = this.isPlural(subject)
      ? node("have", "VERB", "VBP", rel)
      : node("has", "VERB", "VBZ", rel, "have");
    v.left.push(subject);
    const frame = w.pick(["thing", "procobj", "obl-to", "obl-on", "act"]);
    const inner = this.nonFinite("xcomp", "bare", frame);
    inner.left.unshift(word.to());
    if (depth === 0 && w.chance(0.2)) inner.right.push(np.time());
    v.right.push(node("yet", "ADV", "RB", "advmod"), inner);
    return v;
  }

  /** "on how to carry out the plan". */
  private how(depth: number): Node {
    const v = this.infinitive("advcl", depth);
    v.left.unshift(
      node(this.w.pick(["on", "on", "over"]), "ADP", "IN", "mark"),
      node(this.w.pick(["how", "how", "where", "when"]), "ADV", "WRB", "advmod"),
    );
    v.left[0].upos = "SCONJ";
    return v;
  }

  private passive(rel: string, form: Form): Node {
    const { w, np } = this;
    const frame = w.pick(["thing", "procobj"]);
    const verb = w.verb(frame);
    const subject = frame === "thing" ? np.thing("nsubj:pass") : np.process("nsubj:pass");
    const v = node(verb.participle, "VERB", "VBN", rel, verb.lemma);
    const many = subject.xpos === "NNS";
    v.left.push(subject);
    if (form === "perfect")
      v.left.push(
        many ? node("have", "AUX", "VBP", "aux") : node("has", "AUX", "VBZ", "aux", "have"),
        node("been", "AUX", "VBN", "aux:pass", "be"),
      );
    else if (form === "future" || form === "would")
      v.left.push(
        node(form === "future" ? "will" : "would", "AUX", "MD", "aux"),
        node("be", "AUX", "VB", "aux:pass"),
      );
    else v.left.push(node(many ? "were" : "was", "AUX", "VBD", "aux:pass", "be"));
    this.particle(v, verb);
    if (w.chance(0.4)) v.right.push(np.prepositional("by", np.actor("obl:agent")));
    if (w.chance(0.4)) v.right.push(np.time());
    return v;
  }

  private expected(rel: string): Node {
    const { w, np } = this;
    const subject = w.chance(0.5) ? np.process("nsubj:pass") : np.actor("nsubj:pass");
    const v = node(w.pick(["expected", "scheduled", "set"]), "VERB", "VBN", rel);
    v.lemma = { expected: "expect", scheduled: "schedule", set: "set" }[v.form] as string;
    v.left.push(
      subject,
      this.isPlural(subject)
        ? node("are", "AUX", "VBP", "aux:pass", "be")
        : node("is", "AUX", "VBZ", "aux:pass", "be"),
    );
    v.right.push(this.infinitive("xcomp", 1));
    return v;
  }

  /** "S, X said", "X said S", with and without quotation marks. */
  private said(rel: string, depth: number): Node {
    const { w, np } = this;
    const verb = w.verb("say");
    const inner = this.clause("ccomp", depth + 2);
    const speaker = np.actor("nsubj");
    const v = this.verb(verb, rel, "past", null);
    if (w.chance(0.45) && depth === 0) {
      v.left.push(inner, word.comma());
      if (w.chance(0.3)) v.right.push(speaker);
      else v.left.push(speaker);
      if (w.chance(0.4)) v.right.push(np.time());
    } else {
      v.left.push(speaker);
      if (w.chance(0.35)) v.right.push(np.time());
      v.right.push(inner);
    }
    return v;
  }

  /** "talks sponsored by A and B", "a plan put forward by A". */
  private reduce(noun: Node): void {
    const verb = this.w.pick(
      this.w.verbs.filter((v) => ["sponsor", "mediate", "host", "suspend", "hold"].includes(v.lemma)),
    );
    const v = node(verb.participle, "VERB", "VBN", "acl", verb.lemma);
    v.right.push(
      verb.lemma === "hold" || verb.lemma === "suspend"
        ? this.np.place()
        : this.np.prepositional("by", this.np.pair("obl:agent")),
    );
    noun.right.push(v);
  }

  /** "Niger, which rejected the plan, ...". */
  private relative(noun: Node): void {
    const v = this.verb(this.w.verb("thing"), "acl:relcl", "past", null);
    v.left.unshift(
      node(
        noun.upos === "PROPN" && noun.right.length > 0 ? "who" : "which",
        "PRON",
        noun.upos === "PROPN" && noun.right.length > 0 ? "WP" : "WDT",
        "nsubj",
      ),
    );
    v.left.unshift(word.comma());
    v.right.push(this.np.thing("obj"), word.comma());
    noun.right.push(v);
  }

  private verb(verb: Verb, rel: string, form: Form, subject: Node | null): Node {
    const v = node(verb.past, "VERB", "VBD", rel, verb.lemma);
    if (subject !== null) v.left.push(subject);
    if (form === "perfect") {
      v.form = verb.participle;
      v.xpos = "VBN";
      v.left.push(
        subject !== null && this.isPlural(subject)
          ? node("have", "AUX", "VBP", "aux")
          : node("has", "AUX", "VBZ", "aux", "have"),
      );
    } else if (form === "future" || form === "would") {
      v.form = verb.lemma;
      v.xpos = "VB";
      v.left.push(node(form === "future" ? "will" : "would", "AUX", "MD", "aux"));
      if (this.w.chance(0.2)) v.left.push(node("not", "PART", "RB", "advmod"));
    } else if (form === "bare") {
      v.form = verb.lemma;
      v.xpos = "VB";
    } else if (form === "gerund") {
      v.form = gerund(verb.lemma);
      v.xpos = "VBG";
    }
    this.particle(v, verb);
    return v;
  }

  private particle(v: Node, { particle }: Verb): void {
    if (particle === null) return;
    v.right.push(
      particle === "forward"
        ? node(particle, "ADV", "RB", "advmod")
        : node(particle, "ADP", "RP", "compound:prt"),
    );
  }

  isPlural(n: Node): boolean {
    return n.xpos === "NNS" || n.right.some((c) => c.rel === "conj") || n.form === "States";
  }

  /** A sentence: a clause with what may stand before, after or beside it. */
  sentence(): Node {
    const { w, np } = this;
    const main = this.clause("root");
    const r = w.pick([0, 0, 0, 1, 1, 2, 3, 4]);
    if (r === 1) {
      const sub = this.clause("advcl", 2);
      sub.left.unshift(
        w.chance(0.2)
          ? node("when", "ADV", "WRB", "advmod")
          : word.subordinator(
              w.pick(["after", "because", "as", "while", "although", "before", "if", "since"]),
            ),
      );
      main.right.push(sub);
    } else if (r === 2) {
      const before = np.time();
      main.left.unshift(before);
      if (before.rel === "obl") main.left.splice(1, 0, word.comma());
      else main.left.shift();
    } else if (r === 3) {
      const second = this.clause("conj", 2);
      second.left.unshift(node("but", "CCONJ", "CC", "cc"));
      second.left.unshift(word.comma());
      main.right.push(second);
    } else if (r === 4) {
      const second = this.predicate("conj");
      second.left.unshift(w.chance(0.7) ? word.and() : node("but", "CCONJ", "CC", "cc"));
      main.right.push(second);
    }
    main.right.push(node(".", "PUNCT", ".", "punct"));
    return as(main, "root");
  }

  private predicate(rel: string): Node {
    return this.predicateOf(rel, this.w.pick(["thing", "procobj", "inf", "act"]));
  }

  /** A verb in the past with what it takes, without subject. */
  predicateOf(rel: string, frame: string): Node {
    const v = this.verb(this.w.verb(frame), rel, "past", null);
    this.complements(v, frame, 2);
    return v;
  }

  /** A gerund or a bare infinitive with what it takes. */
  nonFinite(rel: string, form: "gerund" | "bare", frame: string): Node {
    const v = this.verb(this.w.verb(frame), rel, form, null);
    this.complements(v, frame, 2);
    return v;
  }

  /** The copula for a subject, with a negation now and then. */
  be(subject: Node): Node[] {
    const many = this.isPlural(subject);
    const past = this.w.chance(0.4);
    const be = node(
      past ? (many ? "were" : "was") : many ? "are" : "is",
      "AUX",
      past ? "VBD" : many ? "VBP" : "VBZ",
      "cop",
      "be",
    );
    return this.w.chance(0.15) ? [be, node("not", "PART", "RB", "advmod")] : [be];
  }
}

function gerund(lemma: string): string {
  if (/[^e]e$/.test(lemma)) return `${lemma.slice(0, -1)}ing`;
  return /^(drop|put|begin|plan|cut|stop|scrap|slam|quit|expel)$/.test(lemma)
    ? `${lemma}${lemma.slice(-1)}ing`
    : `${lemma}ing`;
}
