import { isRelation, type Sentence } from "../../language/index.js";

const LEADS = /^(ADP|DET|SCONJ|PART)$/;
const LATER = /^(conj|parataxis)/;
const MADE = /^(obj|nsubj:pass)/;

/**
 * Token that an expression hangs on: the one above its head, but for arcs that parsers often get wrong. After "and" or a semicolon it
 * opens the next clause ("...; two days later they signed"); right behind a verb's own adjunct it stays with that verb ("the pact
 * signed in Oslo last Monday"); behind "of" with its noun. -1 for a root.
 */
export function governor(
  s: Sentence,
  from: number,
  to: number,
  head: number,
  genitive: ReadonlySet<string>,
): number {
  if (from > 1 && genitive.has(s.norms[from - 1]) && s.upos[from - 2] === "NOUN") return from - 2;
  const above = s.heads[head];
  const verb = verbAbove(s, above);
  let before = from - 1;
  while (before > 0 && LEADS.test(s.upos[before])) before--;
  if (verb < 0 || before < 1 || before === verb) return above;
  if (verb < from && (s.forms[before] === ";" || s.upos[before] === "CCONJ"))
    return conjunct(s, to, verb) ?? above;
  return nearer(s, before, verb) ?? above;
}

function verbAbove(s: Sentence, token: number): number {
  for (let t = token, steps = 0; t >= 0 && steps <= s.size; t = s.heads[t], steps++)
    if (s.upos[t] === "VERB") return t;
  return -1;
}

/** First verb after an expression, where it is a conjunct of the one before. */
function conjunct(s: Sentence, to: number, verb: number): number | null {
  let t = to;
  while (t < s.size && s.upos[t] !== "VERB") t++;
  return t < s.size && LATER.test(s.deprels[t]) && s.heads[t] === verb ? t : null;
}

/** Verb, other than the one above the expression, whose adjunct ends right before it. */
function nearer(s: Sentence, before: number, verb: number): number | null {
  const [low, high] = verb < before ? [verb, before] : [-1, before];
  let t = before;
  for (let steps = 0; steps <= s.size; steps++) {
    const above = s.heads[t];
    if (above <= low || above >= high || above === verb) return null;
    if (s.upos[above] === "VERB") {
      const own = isRelation(s.deprels[t], "obl") && (t === before || !isRelation(s.deprels[t], "obl:agent"));
      return own || MADE.test(s.deprels[t]) ? above : null;
    }
    // "hold talks in Muscat": the place of what is held.
    if (t !== before || !isRelation(s.deprels[t], "nmod")) return null;
    t = above;
  }
  return null;
}
