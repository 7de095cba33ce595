import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../../src/resources/index.js";
import type { Random } from "../random.js";

export interface Verb {
  readonly lemma: string;
  readonly past: string;
  readonly participle: string;
  readonly particle: string | null;
  readonly frames: readonly string[];
}

export interface Noun {
  readonly form: string;
  readonly lemma: string;
  readonly cls: string;
}

export interface State {
  readonly name: string;
  readonly adjective: string;
  readonly people: string;
  readonly capital: string;
}

/** The words that sentences are made of. */
export class NewsWords {
  readonly verbs: readonly Verb[];
  readonly nouns: readonly Noun[];
  readonly adjectives: readonly (readonly string[])[];
  readonly states: readonly State[];
  readonly people: readonly string[];
  /** Adjectives of peoples, regions and faiths that are no states. */
  readonly peoples: readonly string[];

  constructor(private readonly random: Random) {
    this.verbs = rows("verbs").map(([lemma, past, participle, frames]) => {
      const [verb, ...rest] = lemma.split(" ");
      return {
        lemma: verb,
        past: past.split(" ")[0],
        participle: participle.split(" ")[0],
        particle: rest.length > 0 ? rest.join(" ") : null,
        frames: frames.split(","),
      };
    });
    this.nouns = rows("nouns").map(([form, lemma, cls]) => ({ form, lemma, cls }));
    this.adjectives = rows("adjectives");
    this.states = rows("states").map(([name, adjective, people, capital]) => ({
      name,
      adjective,
      people,
      capital,
    }));
    this.people = rows("people").map(([name]) => name);
    this.peoples = rows("peoples").map(([adjective]) => adjective);
  }

  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.random.next() * list.length)];
  }

  chance(p: number): boolean {
    return this.random.next() < p;
  }

  verb(frame: string): Verb {
    return this.pick(this.verbs.filter((v) => v.frames.includes(frame)));
  }

  noun(cls: string): Noun {
    return this.pick(this.nouns.filter((n) => n.cls === cls));
  }

  adjective(cls: string): string | null {
    const of = this.adjectives.filter(([, c]) => c === cls);
    return of.length === 0 ? null : this.pick(of)[0];
  }
}

function rows(name: string): string[][] {
  const file = join(packageRoot(), "tools/train/newswire", `${name}.tsv`);
  return readFileSync(file, "utf8")
    .split("\n")
    .slice(1)
    .filter((l) => l !== "")
    .map((l) => l.split("\t"));
}
