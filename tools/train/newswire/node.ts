import type { TreebankSentence } from "../conllu.js";

/** A word with its dependents on either side, in order. */
export interface Node {
  form: string;
  lemma: string;
  upos: string;
  xpos: string;
  rel: string;
  left: Node[];
  right: Node[];
}

export function node(
  form: string,
  upos: string,
  xpos: string,
  rel: string,
  lemma = form.toLowerCase(),
): Node {
  return {
    form,
    lemma: xpos.startsWith("NNP") ? nameLemma(form, xpos) : lemma,
    upos,
    xpos,
    rel,
    left: [],
    right: [],
  };
}

/** Names keep their case; plural ones lose their ending ("the United States"). */
const nameLemma = (form: string, xpos: string): string => (xpos === "NNPS" ? form.replace(/s$/, "") : form);

export const word = {
  the: (): Node => node("the", "DET", "DT", "det"),
  a: (next: string): Node => node(/^[aeiou]/i.test(next) ? "an" : "a", "DET", "DT", "det", "a"),
  preposition: (form: string, rel = "case"): Node => node(form, "ADP", "IN", rel),
  subordinator: (form: string): Node => node(form, "SCONJ", "IN", "mark"),
  comma: (): Node => node(",", "PUNCT", ",", "punct"),
  and: (): Node => node("and", "CCONJ", "CC", "cc"),
  to: (): Node => node("to", "PART", "TO", "mark"),
};

/** `n` in another role. */
export function as(n: Node, rel: string): Node {
  n.rel = rel;
  return n;
}

/** The words of a tree from left to right. The root's head is -1. The first letter is set upper case, unless the form has one. */
export function sentenceOf(root: Node): TreebankSentence {
  const order: Node[] = [];
  const parent = new Map<Node, Node>();
  const visit = (n: Node): void => {
    for (const c of n.left) {
      parent.set(c, n);
      visit(c);
    }
    order.push(n);
    for (const c of n.right) {
      parent.set(c, n);
      visit(c);
    }
  };
  visit(root);
  const at = new Map(order.map((n, i) => [n, i]));
  const forms = order.map((n) => n.form);
  const first = forms[0] === '"' ? 1 : 0;
  forms[first] = forms[first].charAt(0).toUpperCase() + forms[first].slice(1);
  return {
    text: forms.join(" "),
    newParagraph: false,
    forms,
    lemmas: order.map((n) => n.lemma),
    upos: order.map((n) => n.upos),
    xpos: order.map((n) => n.xpos),
    heads: order.map((n) => {
      const p = parent.get(n);
      return p === undefined ? -1 : (at.get(p) as number);
    }),
    deprels: order.map((n) => n.rel),
  };
}
