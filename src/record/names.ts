import { type Personal, type Post, personalOf } from "../ledger/index.js";
import type { Actor } from "../reading/index.js";
import type { IsoDate } from "../text/index.js";
import type { Book } from "./book.js";
import { compare } from "./entry.js";
import { isPost } from "./same-names.js";
import { isNamed } from "./select.js";
import { fold, hasPhrase } from "./words.js";

export type NamedKind = "person" | "organisation" | "place" | "document";

/** A name as sources write it. */
export interface Named {
  readonly name: string;
  readonly kind: NamedKind;
  /** State or organisation it belongs to, or null. */
  readonly code: string | null;
  /** Key in the table of offices: two people of one name are two; null where the table does not know them. */
  readonly key: string | null;
  /** Whether it names a post and no person: "Egypt water minister". */
  readonly post: boolean;
  /** Titles it was given, as sources gave them up to the day. */
  readonly titles: readonly string[];
  readonly reports: number;
  readonly first: IsoDate;
  readonly last: IsoDate;
  /** One statement that holds it. */
  readonly statement: string;
}

/** One person in a post, as far as was known on a day. */
export interface Holder {
  readonly name: string;
  /** Days in the post: from the table of offices, else null. */
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  readonly basis: "table" | "sources";
  /** First and last day on which a source named this person in it. */
  readonly first: IsoDate;
  readonly last: IsoDate;
  readonly reports: number;
  readonly statement: string;
}

/** A post with those who held it, one after another: a successor is another person. */
export interface Office {
  readonly code: string;
  readonly title: string;
  readonly holders: readonly Holder[];
}

/** How often a name of a contested thing stands in the record's evidence, and in whose words. */
export interface NameUse {
  readonly of: string;
  /** Party that calls it so, by the negotiation's description. */
  readonly party: string;
  readonly name: string;
  readonly reports: number;
  /** Outlets that write it, most often first, at most five. */
  readonly outlets: readonly string[];
  readonly statement: string | null;
}

type Open<T> = { -readonly [K in keyof T]: T[K] };

/** People in the items of a book up to a day, each time with what its statement knows of them. */
function* people(
  book: Book,
  asKnownOn: string,
): Generator<{ actor: Actor; known: IsoDate; statement: string; personal: Personal | null }> {
  for (const { item, statement } of book.known(asKnownOn)) {
    const actors: Actor[] = [];
    if (item.kind === "meeting") actors.push(...item.representatives);
    if (item.kind === "quote" && isNamed(item.speaker)) actors.push(item.speaker);
    for (const actor of actors)
      yield { actor, known: statement.known, statement: statement.id, personal: personalOf(actor) };
  }
}

/** Names in a book up to a day: who acts or speaks, where, and which documents. */
export function namesOf(book: Book, asKnownOn: string): Named[] {
  const out = new Map<string, Open<Named>>();
  const add = (
    name: string | null | undefined,
    kind: NamedKind,
    code: string | null,
    statement: { readonly known: IsoDate; readonly id: string },
    personal: Personal | null = null,
  ): void => {
    if (name === null || name === undefined || name === "" || name === code) return;
    const { known, id } = statement;
    const key = personal?.key ?? null;
    // "Deal" is no name; and a document's is one however it is capitalised.
    if (kind === "document" && !/[ \p{Lu}]/u.test(name)) return;
    const slot = `${kind}/${kind === "document" ? fold(name) : name}/${key ?? ""}`;
    const title = personal?.post?.title ?? null;
    let old = out.get(slot);
    if (old === undefined) {
      const post = kind === "person" && isPost(name);
      old = { name, kind, code, key, post, titles: [], reports: 0, first: known, last: known, statement: id };
      out.set(slot, old);
    }
    old.reports++;
    old.last = known;
    if (title !== null && !old.titles.includes(title)) old.titles = [...old.titles, title];
  };
  for (const { actor, known, statement, personal } of people(book, asKnownOn))
    if (/ /.test(actor.name) || personal !== null)
      add(actor.name, "person", actor.code, { known, id: statement }, personal);
  for (const { item, statement } of book.known(asKnownOn)) {
    if ("place" in item && item.place !== null) add(item.place.name, "place", item.place.country, statement);
    if (item.kind === "agreement") add(item.instrument, "document", null, statement);
    if (item.kind === "event")
      for (const a of [...item.actors, ...item.recipients])
        if (a.code === "IGO" || a.code === "NGO") add(a.name, "organisation", a.code, statement);
  }
  return [...out.values()].sort((a, b) => b.reports - a.reports || compare(a.name, b.name));
}

/** Posts with those who held them, by what was known on a day: who left later had not left. */
export function officesOf(book: Book, asKnownOn: IsoDate): Office[] {
  const offices = new Map<string, { code: string; title: string; holders: Map<string, Open<Holder>> }>();
  for (const { actor, known, statement, personal } of people(book, asKnownOn)) {
    const post = personal?.post ?? null;
    if (post === null || post.former || isPost(actor.name)) continue;
    // A post that the table has this person in later only is no post of that day.
    if (post.from !== null && post.from > known) continue;
    const code = post.of ?? actor.code;
    if (code === null) continue;
    const slot = `${code}/${fold(post.title)}`;
    const office = offices.get(slot) ?? { code, title: post.title, holders: new Map() };
    offices.set(slot, office);
    const old = office.holders.get(actor.name);
    if (old === undefined)
      office.holders.set(actor.name, holderOf(actor.name, post, known, statement, asKnownOn));
    else {
      old.last = known;
      old.reports++;
    }
  }
  return [...offices.values()]
    .map(({ code, title, holders }) => ({
      code,
      title,
      holders: [...holders.values()].sort(
        (a, b) => compare(a.from ?? a.first, b.from ?? b.first) || compare(a.name, b.name),
      ),
    }))
    .sort((a, b) => compare(a.code, b.code) || compare(a.title, b.title));
}

function holderOf(
  name: string,
  post: Post,
  known: IsoDate,
  statement: string,
  asKnownOn: IsoDate,
): Open<Holder> {
  const to = post.to !== null && post.to <= asKnownOn ? post.to : null;
  const dated = post.from !== null;
  return {
    name,
    from: post.from,
    to: dated ? to : null,
    basis: dated ? "table" : "sources",
    first: known,
    last: known,
    reports: 1,
    statement,
  };
}

/** How often each party's name for a contested thing stands in the evidence, and who writes it. */
export function nameUses(book: Book, asKnownOn: string): NameUse[] {
  const names = book.negotiation.names.flatMap(({ of, by }) =>
    Object.entries(by).flatMap(([party, list]) =>
      list.map((name) => ({
        of,
        party,
        name,
        folded: fold(name),
        reports: 0,
        by: new Map<string, number>(),
        statement: null as string | null,
      })),
    ),
  );
  if (names.length === 0) return [];
  const seen = new Set<string>();
  for (const { statement } of book.known(asKnownOn)) {
    // One sentence that several items were read from counts once.
    const place = `${statement.document} ${statement.start}`;
    if (seen.has(place)) continue;
    seen.add(place);
    const text = fold(statement.quote);
    for (const n of names) {
      if (!hasPhrase(text, n.folded)) continue;
      n.reports++;
      const outlet = statement.publisher ?? "unnamed";
      n.by.set(outlet, (n.by.get(outlet) ?? 0) + 1);
      n.statement ??= statement.id;
    }
  }
  return names.map(({ of, party, name, reports, by, statement }) => ({
    of,
    party,
    name,
    reports,
    outlets: [...by]
      .sort((a, b) => b[1] - a[1] || compare(a[0], b[0]))
      .slice(0, 5)
      .map(([o]) => o),
    statement,
  }));
}
