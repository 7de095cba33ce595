/** A name or a role noun of the lexicon, as found in text. One entry may be reached through many spellings. */
export interface Entry {
  readonly type:
    | "state"
    | "demonym"
    | "capital"
    | "organisation"
    | "government"
    | "group"
    | "people"
    | "person"
    | "place"
    | "post"
    | "collective"
    | "plural";
  readonly key: string;
  readonly name: string;
  readonly code: string | null;
  readonly kind: string;
  readonly sector: string | null;
  readonly level: string;
  /** For plurals: how many members; for posts: 1 where it may stand before a name. */
  readonly count: number;
}

interface Spelling {
  readonly entry: Entry;
  /** 0 any case, 1 first letter upper case (acronyms of five letters and more too: "Ecowas"), 2 all upper case. */
  readonly shape: 0 | 1 | 2;
  /** Only with its article, and ending there: "the North" is a state, the North Atlantic is none. */
  readonly article: boolean;
}

interface Node {
  readonly next: Map<string, Node>;
  spellings: Spelling[] | null;
}

/** Longest match at a place: several entries share a spelling where a word is ambiguous. */
export interface Match {
  readonly from: number;
  readonly to: number;
  readonly entries: readonly Entry[];
}

/** Whether folding a word is no more than writing it in lower case. */
export function isPlain(word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    const c = word.charCodeAt(i);
    if (c > 127 || c === 46) return false;
  }
  return true;
}

/** Lower case without dots, accents and curly quotes: the form under which names are looked up. */
export function fold(word: string): string {
  const lower = word.toLowerCase();
  if (isPlain(word)) return lower;
  const out = lower.normalize("NFD").replace(/\p{M}/gu, "").replace(/[‘’]/g, "'").replace(/ı/g, "i");
  return out.length > 1 ? out.replaceAll(".", "") || out : out;
}

const ARTICLE = "the ";

/** Whether an article stands before tokens [from, to) and no further part of a name behind them. */
const standsApart = (
  folded: readonly string[],
  forms: readonly string[],
  from: number,
  to: number,
): boolean =>
  folded[from - 1] === ARTICLE.trimEnd() &&
  (to >= forms.length || (folded[to] !== "" && !isUpper(forms[to])));

/** "Cho Hyun-dong" is not Cho Hyun: a hyphen and a small letter go on with the given name. */
function isBroken(folded: readonly string[], forms: readonly string[], to: number): boolean {
  if (to + 1 >= forms.length || folded[to] !== "" || forms[to] !== "-") return false;
  const c = forms[to + 1].charCodeAt(0);
  return c >= 97 && c <= 122;
}

const isUpper = (form: string): boolean => {
  const c = form.charCodeAt(0);
  return (c >= 65 && c <= 90) || (c > 127 && form[0] !== form[0].toLowerCase());
};

/** Words of a name as the text's tokens would fold, hyphens and slashes left out. */
export function foldName(name: string): string[] {
  return name
    .replace(/['’]s\b/g, " 's")
    .split(/[\s\-/]+/)
    .map(fold)
    .filter((w) => w !== "");
}

/** Longest-match dictionary over folded words. Built once; a look-up costs one map access a token where nothing matches. */
export class NameTrie {
  private readonly root: Map<string, Node> = new Map();

  /** A name listed with "the" means the entry only where the article stands before it. */
  add(listed: string, entry: Entry): void {
    const article = listed.startsWith(ARTICLE);
    const name = article ? listed.slice(ARTICLE.length) : listed;
    const words = foldName(name);
    if (words.length === 0) return;
    let level = this.root;
    let node: Node | undefined;
    for (const w of words) {
      node = level.get(w);
      if (node === undefined) {
        node = { next: new Map(), spellings: null };
        level.set(w, node);
      }
      level = node.next;
    }
    const letters = name.replace(/[^\p{L}]/gu, "");
    const shape =
      !/\p{Lu}/u.test(name) || !isUpper(name)
        ? 0
        : letters.length <= 4 && letters === letters.toUpperCase()
          ? 2
          : 1;
    const list = (node as Node).spellings ?? [];
    const same = list.findIndex((s) => s.entry === entry);
    if (same < 0) list.push({ entry, shape, article });
    else if (shape < list[same].shape || !article)
      list[same] = { entry, shape, article: article && list[same].article };
    (node as Node).spellings = list;
  }

  /** Longest match starting at token `at`, or null. `folded` holds "" for tokens that names skip (hyphens, slashes). */
  match(folded: readonly string[], forms: readonly string[], at: number): Match | null {
    const first = this.root.get(folded[at]);
    if (first === undefined) return null;
    let best: Match | null = null;
    let node: Node = first;
    const upper = isUpper(forms[at]);
    let caps = forms[at] === forms[at].toUpperCase();
    let t = at + 1;
    for (;;) {
      if (node.spellings !== null) {
        const entries: Entry[] = [];
        for (const s of node.spellings)
          if (
            (s.shape === 0 || (upper && (s.shape === 1 || caps))) &&
            (!s.article || standsApart(folded, forms, at, t)) &&
            (s.entry.type !== "person" || !isBroken(folded, forms, t))
          )
            entries.push(s.entry);
        if (entries.length > 0) best = { from: at, to: t, entries };
      }
      while (t < folded.length && folded[t] === "") t++;
      if (t >= folded.length) return best;
      const next = node.next.get(folded[t]);
      if (next === undefined) return best;
      caps = caps && forms[t] === forms[t].toUpperCase();
      node = next;
      t++;
    }
  }
}
