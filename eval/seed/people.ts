import { type Gold, type GoldEntry, overlap } from "./gold.js";
import { decide, type Outcome, type Read, wrongIf } from "./match.js";

interface Named {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Parties and people, each with every place where gold names them. */
export function people(gold: Gold, read: Read): Outcome[] {
  const out: Outcome[] = [];
  const { entities, mentions } = read.reading;
  const missing = (marks: readonly Named[], entity: number): string[] =>
    marks
      .filter((g) => !mentions.some((m) => same(m.entity, entity) && m.start < g.end && m.end > g.start))
      .map((g) => `mention "${g.text}"`);
  const same = (a: number, b: number): boolean =>
    a === b ||
    (entities[a].code !== null && entities[a].kind !== "person" && entities[a].code === entities[b].code);

  for (const p of gold.parties as readonly GoldEntry[]) {
    const code = p.code as string | null;
    const candidates = entities.filter((e) =>
      code === null
        ? e.kind === "group" && overlap(String(p.name), e.name) > 0.7
        : e.code === code && e.kind !== "person",
    );
    out.push(
      decide("parties", String(p.name), candidates, (e) => [
        ...missing(p.mentions as readonly Named[], e.index),
        ...wrongIf(e.kind !== String(p.kind).replace(" ", "-"), `kind: want ${p.kind}, got ${e.kind}`),
        ...(p.metonyms as readonly string[])
          .flatMap((city) => (p.mentions as readonly Named[]).filter((m) => m.text.includes(city)))
          .filter(
            (m) =>
              !mentions.some(
                (x) => x.start >= m.start && x.end <= m.end && x.use === "actor" && same(x.entity, e.index),
              ),
          )
          .map((m) => `"${m.text}" is read as a place`),
      ]),
    );
  }
  for (const p of gold.people as readonly GoldEntry[]) {
    const role = String(p.role).replace(/ *\(.*/, "");
    out.push(
      decide(
        "people",
        String(p.name),
        entities.filter((e) => e.kind === "person" && e.name === p.name),
        (e) => [
          ...missing(p.mentions as readonly Named[], e.index),
          ...wrongIf(
            (e.office?.of ?? e.code) !== p.country,
            `country: want ${p.country}, got ${e.office?.of ?? e.code}`,
          ),
          ...wrongIf(
            overlap(role.replace("former ", ""), e.office?.title ?? "") < 1,
            `office: want ${role}, got ${e.office?.title ?? "none"}`,
          ),
          ...wrongIf(role.startsWith("former") !== (e.office?.former ?? false), "former: wrong"),
        ],
      ),
    );
  }
  return out;
}
