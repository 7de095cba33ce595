import type { Clauses } from "./clauses.js";
import { as, type Node, node, word } from "./node.js";
import type { NounPhrases } from "./noun-phrases.js";
import type { NewsWords } from "./words.js";

const SIDES = ["northern", "southern", "eastern", "western", "coastal", "divided"];
const AIMED = ["aimed", "aimed", "intended", "designed"];

/** Longer sentences of news: chains of phrases in front, lists, relative clauses, what is said in the middle of a sentence. */
export class Scenes {
  constructor(
    private readonly w: NewsWords,
    private readonly np: NounPhrases,
    private readonly clauses: Clauses,
  ) {}

  main(): Node {
    const { w, clauses } = this;
    const main = (): Node => clauses.clause("root", w.chance(0.5) ? 1 : 2);
    switch (w.pick([0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 5, 6, 7])) {
      case 0:
        return this.chain(main());
      case 1:
        return this.duringTalks(main());
      case 2:
        return this.list("subject");
      case 3:
        return this.list("object");
      case 4:
        return this.whose(main());
      case 5:
        return this.aimed();
      case 6:
        return this.while(main());
      default:
        return this.said();
    }
  }

  /** "In May, at a summit in Vienna, S", "On Monday, after talks with Chad, S". */
  private chain(main: Node): Node {
    const { w, np } = this;
    const front = [this.when(), w.chance(0.6) ? this.venue() : this.occasion()];
    if (w.chance(0.3)) front.reverse();
    for (const n of front) n.right.push(word.comma());
    main.left.unshift(...(w.chance(0.3) ? front.slice(0, 1) : front));
    if (w.chance(0.3)) main.right.push(np.prepositional("in", this.town("obl")));
    return main;
  }

  private when(): Node {
    const n = this.np.time();
    return n.rel === "obl" ? n : this.np.day("obl");
  }

  /** "at a summit in Vienna". */
  private venue(): Node {
    const { w, np } = this;
    const n = node(w.pick(["summit", "meeting", "forum", "ceremony", "conference"]), "NOUN", "NN", "obl");
    n.left.push(w.chance(0.8) ? word.a(n.form) : word.the());
    n.right.push(np.prepositional("in", w.chance(0.7) ? np.capital("nmod") : this.town("nmod")));
    return np.prepositional("at", n);
  }

  private occasion(): Node {
    const { w, np } = this;
    return np.prepositional(w.pick(["after", "before", "during", "amid"]), np.process("obl"));
  }

  /** "the northern city of Gao". */
  private town(rel: string): Node {
    const { w, np } = this;
    const n = node(w.pick(["city", "town", "port", "province", "region"]), "NOUN", "NN", rel);
    n.left.push(word.the());
    if (w.chance(0.6)) n.left.push(node(w.pick(SIDES), "ADJ", "JJ", "amod"));
    n.right.push(np.prepositional("of", np.capital("nmod")));
    return n;
  }

  /** "In talks that began in May, S", "At the summit, which ended on Monday, S". */
  private duringTalks(main: Node): Node {
    const { w, np, clauses } = this;
    const [form, tag] = w.pick([
      ["talks", "NNS"],
      ["summit", "NN"],
      ["meeting", "NN"],
      ["negotiations", "NNS"],
    ]);
    const n = node(form, "NOUN", tag, "obl", form.replace(/s$/, ""));
    if (tag === "NN") n.left.push(word.the());
    const v = clauses.predicateOf("acl:relcl", "proc");
    v.right.push(w.chance(0.5) ? np.time() : np.place());
    const which = w.chance(0.5);
    v.left.unshift(node(which ? "which" : "that", "PRON", "WDT", "nsubj"));
    if (which) v.left.unshift(word.comma());
    v.right.push(word.comma());
    n.right.push(v);
    main.left.unshift(np.prepositional(w.pick(["in", "at", "after"]), n));
    return main;
  }

  /** "Chad, Niger and Mali signed ...", "... sanctions, tariffs and the ban". */
  private list(role: "subject" | "object"): Node {
    const { w, np, clauses } = this;
    const one = (rel: string): Node =>
      role === "object"
        ? np.thing(rel, false)
        : w.chance(0.6)
          ? np.state(rel)
          : w.chance(0.5)
            ? np.group(rel)
            : np.capital(rel);
    const first = one(role === "object" ? "obj" : "nsubj");
    const more = w.chance(0.5) ? [one("conj")] : [one("conj"), one("conj")];
    for (const [i, n] of more.entries()) {
      if (i < more.length - 1) n.left.unshift(word.comma());
      else {
        n.left.unshift(word.and());
        if (more.length > 1 && w.chance(0.4)) n.left.unshift(word.comma());
      }
    }
    first.right.push(...more);
    const v = clauses.predicateOf("root", role === "object" ? "thing" : w.pick(["thing", "procobj", "inf"]));
    if (role === "object") {
      v.right = [...v.right.filter((c) => c.rel !== "obj"), first];
      v.left.unshift(np.actor("nsubj"));
    } else v.left.unshift(first);
    if (w.chance(0.3)) v.right.push(np.time());
    return v;
  }

  /** "Sato, whose country hosts the talks, S". */
  private whose(main: Node): Node {
    const { w, np, clauses } = this;
    const subject = main.left.find((c) => c.rel === "nsubj");
    if (subject === undefined || subject.right.length > 0) return main;
    const v = clauses.predicateOf("acl:relcl", w.pick(["thing", "procobj"]));
    const owned = node(w.pick(["country", "government", "party", "delegation"]), "NOUN", "NN", "nsubj");
    owned.left.push(node("whose", "PRON", "WP$", "nmod:poss"));
    v.left.unshift(word.comma(), owned);
    if (w.chance(0.3)) v.right.push(np.time());
    v.right.push(word.comma());
    subject.right.push(v);
    return main;
  }

  /** "Talks aimed at ending the blockade began in Doha". */
  private aimed(): Node {
    const { w, np, clauses } = this;
    const v = clauses.predicateOf("root", "proc");
    const subject = np.process("nsubj");
    const acl = node(w.pick(AIMED), "VERB", "VBN", "acl");
    acl.lemma = { aimed: "aim", intended: "intend", designed: "design" }[acl.form] as string;
    const inner = clauses.nonFinite(
      "advcl",
      acl.form === "aimed" ? "gerund" : "bare",
      w.pick(["thing", "procobj"]),
    );
    inner.left.unshift(acl.form === "aimed" ? word.subordinator("at") : word.to());
    if (acl.form === "intended") inner.rel = "xcomp";
    acl.right.push(inner);
    subject.right = [acl];
    v.left.unshift(subject);
    if (w.chance(0.5)) v.right.push(np.place());
    if (w.chance(0.5)) v.right.push(np.time());
    return v;
  }

  /** "S, with Mali rejecting the plan". */
  private while(main: Node): Node {
    const { w, np, clauses } = this;
    const v = clauses.nonFinite("advcl", "gerund", w.pick(["thing", "procobj", "that", "inf"]));
    v.left.unshift(word.comma(), word.subordinator("with"), as(np.actor("nsubj"), "nsubj"));
    main.right.push(v);
    return main;
  }

  /** "The talks, Sato said, collapsed". */
  private said(): Node {
    const { w, np, clauses } = this;
    const main = clauses.clause("root", 2);
    const at = main.left.findIndex((c) => c.rel.startsWith("nsubj"));
    if (at < 0 || main.left[at].right.some((c) => c.form === ",")) return main;
    const said = node("said", "VERB", "VBD", "parataxis", "say");
    said.left.push(word.comma(), np.actor("nsubj"));
    if (w.chance(0.3)) said.right.push(np.day("obl"));
    said.right.push(word.comma());
    main.left.splice(at + 1, 0, said);
    return main;
  }
}
