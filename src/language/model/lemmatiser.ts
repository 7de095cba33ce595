/**
 * Lemmas by longest-suffix edit rules a tag (after Chrupala 2006): for "suffix of the lower-case form under XPOS", how many characters
 * to strip and what to add. Whole forms are rules too: they begin with "^".
 */
export class Lemmatiser {
  private readonly rules = new Map<string, number>();
  private readonly edits: { readonly strip: number; readonly add: string }[] = [];
  private readonly cache = new Map<string, string>();

  /** `table`: lines "XPOS suffix strip add", tab-separated. */
  constructor(table: string) {
    const known = new Map<string, number>();
    for (const line of table.split("\n")) {
      if (line === "") continue;
      const [tag, suffix, strip, add] = line.split("\t");
      const key = `${strip}\t${add}`;
      let edit = known.get(key);
      if (edit === undefined) {
        edit = this.edits.length;
        known.set(key, edit);
        this.edits.push({ strip: Number(strip), add });
      }
      this.rules.set(`${tag}\t${suffix}`, edit);
    }
  }

  /** Lemma of a form under its Penn tag; proper nouns keep their case. */
  lemma(form: string, xpos: string): string {
    const key = `${xpos}\t${form}`;
    const found = this.cache.get(key);
    if (found !== undefined) return found;
    const lemma = this.compute(form, xpos);
    if (this.cache.size > 100_000) this.cache.clear();
    this.cache.set(key, lemma);
    return lemma;
  }

  private compute(form: string, xpos: string): string {
    const proper = xpos === "NNP" || xpos === "NNPS";
    const base = proper ? form : form.toLowerCase();
    const low = form.toLowerCase();
    let edit = this.rules.get(`${xpos}\t^${low}`);
    for (let n = Math.min(6, low.length); edit === undefined && n >= 0; n--)
      edit = this.rules.get(`${xpos}\t${low.slice(low.length - n)}`);
    if (edit === undefined) return base;
    const { strip, add } = this.edits[edit];
    return strip >= base.length && add === "" ? base : base.slice(0, base.length - strip) + add;
  }
}
