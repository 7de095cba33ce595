import { type Node, node, word } from "./node.js";
import type { NewsWords } from "./words.js";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
  "Jan.",
  "Feb.",
  "Aug.",
  "Sept.",
  "Oct.",
  "Nov.",
  "Dec.",
];
const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const POSTS = ["President", "Chancellor", "Premier", "Secretary", "Ambassador", "Chairman"];
const MINISTRIES = ["Prime", "Foreign"];

/** Noun phrases of news: states, capitals, people with posts, processes, things, times and places. */
export class NounPhrases {
  constructor(private readonly w: NewsWords) {}

  /** Who acts. */
  actor(rel: string): Node {
    const { w } = this;
    const r = w.pick([0, 0, 0, 1, 1, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9]);
    if (r === 0) return this.state(rel);
    if (r === 1) return this.capital(rel);
    if (r === 2) return this.titled(rel);
    if (r === 3) return this.sides(rel);
    if (r === 4) return this.pair(rel);
    if (r === 5) return this.someone(rel);
    if (r === 6) return node(w.pick(w.people).split(" ")[1], "PROPN", "NNP", rel);
    if (r === 8) return this.posted(rel);
    if (r === 9) {
      const n = w.chance(0.7) ? this.titled(rel) : this.posted(rel);
      const other = w.chance(0.5) ? this.titled("conj") : this.posted("conj");
      other.left.unshift(word.and());
      n.right.push(other);
      return n;
    }
    return this.group(rel);
  }

  /** "Kosovo's prime minister, Ann Berg," */
  private posted(rel: string): Node {
    const { w } = this;
    const prime = w.chance(0.5);
    const post = prime
      ? node("minister", "NOUN", "NN", rel)
      : node(w.pick(["president", "premier", "chancellor", "envoy", "ambassador"]), "NOUN", "NN", rel);
    const owner = this.state("nmod:poss");
    owner.right.push(node("'s", "PART", "POS", "case"));
    post.left.push(owner);
    if (prime) post.left.push(node(w.pick(["prime", "foreign"]), "ADJ", "JJ", "amod"));
    if (w.chance(0.7)) {
      const name = this.person("appos");
      name.left.unshift(word.comma());
      name.right.push(word.comma());
      post.right.push(name);
    }
    return post;
  }

  /** "on Saturday" */
  day(rel: string): Node {
    return this.prepositional("on", node(this.w.pick(DAYS), "PROPN", "NNP", rel));
  }

  state(rel: string): Node {
    if (this.w.chance(0.12)) {
      const n = node("States", "PROPN", "NNPS", rel);
      n.left.push(word.the(), node("United", "ADJ", "NNP", "amod"));
      return n;
    }
    return node(this.w.pick(this.w.states).name, "PROPN", "NNP", rel);
  }

  capital(rel: string): Node {
    return node(this.w.pick(this.w.states.filter((s) => s.capital !== "")).capital, "PROPN", "NNP", rel);
  }

  person(rel: string): Node {
    const [first, last] = this.w.pick(this.w.people).split(" ");
    const n = node(first, "PROPN", "NNP", rel);
    n.right.push(node(last, "PROPN", "NNP", "flat"));
    return n;
  }

  /** "Georgian Foreign Minister Maka Botchorishvili". */
  titled(rel: string): Node {
    const { w } = this;
    const n = this.person(rel);
    const post = node("Minister", "PROPN", "NNP", "nmod:desc");
    if (w.chance(0.6)) post.left.push(node(w.pick(MINISTRIES), "ADJ", "NNP", "amod"));
    else {
      post.form = w.pick(POSTS);
      post.lemma = post.form;
    }
    if (w.chance(0.6)) post.left.unshift(this.demonym("amod"));
    n.left.push(post);
    return n;
  }

  demonym(rel: string): Node {
    const { w } = this;
    const adjective = w.chance(0.3) ? w.pick(w.peoples) : w.pick(w.states).adjective;
    const n = node(adjective, "ADJ", "JJ", rel);
    n.lemma = adjective;
    return n;
  }

  sides(rel: string): Node {
    const { w } = this;
    const n = node(w.pick(["sides", "countries", "parties", "governments", "leaders"]), "NOUN", "NNS", rel);
    n.lemma =
      n.form === "countries" || n.form === "parties" ? `${n.form.slice(0, -3)}y` : n.form.slice(0, -1);
    if (w.chance(0.5)) n.left.push(node("both", "DET", "DT", "det"));
    else n.left.push(word.the(), node("two", "NUM", "CD", "nummod"));
    return n;
  }

  pair(rel: string): Node {
    const n = this.w.chance(0.5) ? this.state(rel) : this.capital(rel);
    const other = this.w.chance(0.5) ? this.state("conj") : this.capital("conj");
    other.left.unshift(word.and());
    n.right.push(other);
    return n;
  }

  /** "a senior Kenyan official". */
  someone(rel: string): Node {
    const { form, lemma } = this.w.noun("one");
    const n = node(form, "NOUN", "NN", rel, lemma);
    const before: Node[] = [];
    if (this.w.chance(0.5)) before.push(this.adjectiveOf("people"));
    if (this.w.chance(0.7)) before.push(this.demonym("amod"));
    n.left.push(this.w.chance(0.6) ? word.a(before[0]?.form ?? form) : word.the(), ...before);
    return n;
  }

  group(rel: string): Node {
    const { w } = this;
    const many = w.chance(0.5);
    const { form, lemma } = w.noun(many ? "people" : "group");
    const n = node(form, "NOUN", many ? "NNS" : "NN", rel, lemma);
    if (!many) n.left.push(word.the());
    if (w.chance(0.7)) n.left.push(this.demonym("amod"));
    return n;
  }

  /** "the stalled peace talks with Chad", "negotiations between A and B on the border". */
  process(rel: string): Node {
    const { w } = this;
    const { form, lemma } = w.noun("proc");
    const n = node(form, "NOUN", form.endsWith("s") ? "NNS" : "NN", rel, lemma);
    if (w.chance(0.6)) n.left.push(word.the());
    if (w.chance(0.3)) n.left.push(this.adjectiveOf("proc"));
    if (w.chance(0.5))
      n.left.push(
        node(w.pick(["peace", "treaty", "ceasefire", "border", "trade"]), "NOUN", "NN", "compound"),
      );
    if (w.chance(0.25)) n.right.push(this.prepositional("between", this.pair("nmod")));
    else if (w.chance(0.2)) n.right.push(this.prepositional("with", this.state("nmod")));
    if (w.chance(0.2)) n.right.push(this.prepositional("on", this.thing("nmod", false)));
    if (w.chance(0.12)) n.right.push(this.prepositional("in", this.capital("nmod")));
    return n;
  }

  thing(rel: string, more = true): Node {
    const { w } = this;
    const { form, lemma } = w.noun("thing");
    const many = form.endsWith("s");
    const n = node(form, "NOUN", many ? "NNS" : "NN", rel, lemma);
    const before: Node[] = [];
    if (w.chance(0.3)) before.push(this.adjectiveOf("thing"));
    if (w.chance(0.2))
      before.push(
        node(w.pick(["peace", "ceasefire", "security", "border", "prisoner"]), "NOUN", "NN", "compound"),
      );
    if (w.chance(0.2)) {
      const owner = this.state("nmod:poss");
      owner.right.push(node("'s", "PART", "POS", "case"));
      n.left.push(owner, ...before);
    } else {
      const article = w.chance(0.25)
        ? node(w.pick(["its", "their"]), "PRON", "PRP$", "nmod:poss", "its")
        : many && w.chance(0.6)
          ? null
          : w.chance(0.6)
            ? word.the()
            : many
              ? null
              : word.a(before[0]?.form ?? form);
      if (article !== null && article.form === "their") article.lemma = "their";
      n.left.push(...(article === null ? [] : [article]), ...before);
    }
    if (more && w.chance(0.25))
      n.right.push(this.prepositional(w.pick(["on", "for", "of", "over"]), this.thing("nmod", false)));
    return n;
  }

  plain(cls: string, rel: string): Node {
    const { w } = this;
    const { form, lemma } = w.noun(cls);
    const n = node(form, "NOUN", form.endsWith("s") ? "NNS" : "NN", rel, lemma);
    const adjective = w.chance(0.4) ? w.adjective(cls) : null;
    if (cls === "shock" || cls === "place" || w.chance(0.3))
      n.left.push(
        cls === "shock" && n.xpos === "NN" && w.chance(0.4) ? word.a(adjective ?? form) : word.the(),
      );
    if (adjective !== null) n.left.push(node(adjective, "ADJ", "JJ", "amod"));
    if (cls === "hope") n.right.push(this.prepositional("for", this.thing("nmod", false)));
    if (cls === "gap" && w.chance(0.6)) n.right.push(this.prepositional("between", this.sides("nmod")));
    return n;
  }

  /** When: "on Monday", "last week", "in March 2021", "Friday". */
  time(): Node {
    const { w } = this;
    const r = w.pick([0, 0, 1, 1, 2, 3, 4]);
    if (r === 0) return this.prepositional("on", node(w.pick(DAYS), "PROPN", "NNP", "obl"));
    if (r === 1) {
      const n = node(w.pick(["week", "month", "year"]), "NOUN", "NN", "obl:unmarked");
      n.left.push(node(w.pick(["last", "next"]), "ADJ", "JJ", "amod"));
      return n;
    }
    if (r === 2) {
      const n = node(w.pick(MONTHS), "PROPN", "NNP", "obl");
      if (w.chance(0.6))
        n.right.push(
          node(String(1990 + Math.floor(w.pick([...Array(35).keys()]))), "NUM", "CD", "nmod:unmarked"),
        );
      return this.prepositional("in", n);
    }
    if (r === 3) return node(w.pick(DAYS), "PROPN", "NNP", "obl:unmarked");
    const n = node("end", "NOUN", "NN", "obl");
    n.left.push(word.the());
    const year = node("year", "NOUN", "NN", "nmod");
    year.left.push(word.preposition("of"), w.chance(0.5) ? word.the() : node("last", "ADJ", "JJ", "amod"));
    n.right.push(year);
    return this.prepositional(w.pick(["at", "by"]), n);
  }

  place(): Node {
    return this.prepositional("in", this.w.chance(0.7) ? this.capital("obl") : this.plain("place", "obl"));
  }

  prepositional(preposition: string, n: Node): Node {
    n.left.unshift(word.preposition(preposition));
    return n;
  }

  private adjectiveOf(cls: string): Node {
    return node(this.w.adjective(cls) ?? "new", "ADJ", "JJ", "amod");
  }
}
