import type {
  RecordItem,
  RecordMeasure,
  RecordPosition,
  RecordProposal,
  RecordView,
} from "../../record/index.js";
import { type Answer, idOf } from "../answer.js";
import type { Draft, DraftBasis } from "./draft.js";

type Option = Draft["options"][number] & {
  readonly taken: boolean;
  readonly issues: readonly string[];
  readonly latest: string;
};

/** Options drafted for each party at most: twelve in all are 4,096 states, what a person can still look through. */
const EACH = 4;

/** Standings of a position in which its holder keeps to it. */
const KEPT: ReadonlySet<RecordPosition["move"]> = new Set(["holds", "hardened", "adopted", "rejects"]);

/**
 * Drafts a model from the record: decision makers from parties, options from proposals, requests, positions, linkages and measures, and
 * preferences from positions and proposals, each with its words. What no source says is an assumption, and asked for.
 */
export function draftFromRecord(got: Answer): Draft {
  const { negotiation, view, asOf } = got;
  const parties = negotiation.parties;
  const codes = new Set(parties.map((p) => p.code));
  const name = (code: string): string => parties.find((p) => p.code === code)?.name ?? code;
  const basis = (item: RecordItem): DraftBasis[] => {
    const [found] = got.evidence([idOf(item)]);
    return found === undefined ? [] : [{ kind: "quote", statement: found.statement, words: found.quote }];
  };
  const ids = new Set<string>();
  const all = candidates(view, codes, name).map((c) => ({
    ...c,
    id: unique(c.id, ids),
    basis: basis(c.item),
  }));
  const chosen = parties.flatMap((p) => all.filter((o) => o.maker === p.code).slice(0, EACH));
  const makers = parties.filter((p) => p.role !== "third" || chosen.some((o) => o.maker === p.code));
  const options = chosen.filter((o) => makers.some((m) => m.code === o.maker));
  const preferences = makers.flatMap((m) =>
    preferencesOf(
      m.code,
      options,
      all.filter((c) => c.maker === m.code),
      name,
    ),
  );
  const left = parties.filter((p) => !makers.includes(p));
  return {
    title: `${negotiation.name}: a draft from the record as known on ${asOf.asKnownOn}`,
    negotiation: negotiation.id,
    known: asOf.asKnownOn,
    notes: [
      "Drafted by rule from the record. Options are what parties were reported to ask, offer, hold or do; the order of preferences is assumed.",
    ],
    makers: makers.map(({ code, name }) => ({ code, name })),
    options: options.map(({ maker, id, text, basis }) => ({ maker, id, text, basis })),
    quo: options.filter((o) => o.taken).map((o) => o.id),
    never: [],
    preferences,
    asks: [
      "Which options rule one another out? Write each as a line: never A and B.",
      "What matters most to each party? Only what sources say is quoted; the order within each list is assumed.",
      ...makers.flatMap((m) => {
        const open = preferences.filter(
          (p) => p.maker === m.code && p.basis.every((b) => b.kind === "assumption"),
        );
        return open.length === 0
          ? []
          : [
              `Does ${m.name} prefer ${open.map((p) => `“${p.text}”`).join(", ")}? The record does not say; the draft assumes it.`,
            ];
      }),
      ...left.map((p) => `${p.name} has no option on record. Does it take part?`),
      ...makers
        .filter((m) => !options.some((o) => o.maker === m.code))
        .map((m) => `What could ${m.name} do? The record holds no proposal, position or measure of it.`),
    ],
  };
}

interface Candidate extends Omit<Option, "basis"> {
  readonly item: RecordItem;
  /** Whether its owner is reported to want it (true), not to want it (false), or neither. */
  readonly wanted: boolean | null;
  /** Parties reported to want it of the owner. */
  readonly askedBy: readonly string[];
  /** What it is about, in the source's words, and whether its owner turns that down. */
  readonly about: string;
  readonly rejects: boolean;
  readonly weight: number;
}

function candidates(
  view: RecordView,
  codes: ReadonlySet<string>,
  name: (code: string) => string,
): Candidate[] {
  const out: Candidate[] = [
    ...view.proposals.flatMap((p) => ofProposal(p, codes, name)),
    ...latestOf(view.positions).flatMap((p) => ofPosition(p, codes)),
    ...view.linkages
      .filter((l) => codes.has(l.by))
      .map(
        (l): Candidate => ({
          ...common(l, l.by, `link ${l.issue} to ${l.to}`, 2),
          text: `Tie ${l.issue} to ${l.to}`,
          about: `${l.issue} ${l.to}`,
          taken: true,
          wanted: true,
          askedBy: [],
        }),
      ),
    ...view.measures.flatMap((m) => ofMeasure(m, codes)),
  ];
  const seen = new Set<string>();
  return out
    .sort(
      (a, b) =>
        b.weight - a.weight || (a.latest < b.latest ? 1 : a.latest > b.latest ? -1 : a.id < b.id ? -1 : 1),
    )
    .filter((c) => {
      const key = `${c.maker} ${c.id}`;
      return seen.has(key) ? false : seen.add(key) && true;
    });
}

/** The last position of each holder on each issue; older ones are its history. */
function latestOf(positions: readonly RecordPosition[]): RecordPosition[] {
  const last = new Map<string, RecordPosition>();
  for (const p of positions) {
    const key = `${p.holder} ${p.issues[0] ?? p.issue}`;
    const before = last.get(key);
    if (before === undefined || p.lastKnown >= before.lastKnown) last.set(key, p);
  }
  return [...last.values()];
}

function ofPosition(p: RecordPosition, codes: ReadonlySet<string>): Candidate[] {
  if (!codes.has(p.holder)) return [];
  const firm = p.force === "red-line" || p.force === "precondition";
  const kept = KEPT.has(p.move);
  const bare = contentWords(p.stance).size < 2;
  const weight =
    (p.issues.length > 0 ? 2 : 0) + (p.track === "core" ? 1 : 0) + (firm ? 1 : 0) - (bare ? 3 : 0);
  const rejects = p.move === "rejects";
  return [
    {
      ...common(p, p.holder, `${rejects ? "reject " : ""}${p.stance}`, weight),
      text: `${rejects ? "Reject" : "Hold to"}: ${p.stance}`,
      about: p.stance,
      rejects,
      taken: kept,
      wanted: kept,
      askedBy: [],
    },
  ];
}

function ofProposal(
  p: RecordProposal,
  codes: ReadonlySet<string>,
  name: (code: string) => string,
): Candidate[] {
  const by = p.by.filter((c) => codes.has(c));
  const own = p.type === "offer" || p.type === "concession";
  const owners = own ? by : p.to.filter((c) => codes.has(c));
  const accepted = p.status === "accepted";
  return owners.map((owner) => ({
    ...common(p, owner, `${own ? "" : "accept "}${p.what}`, p.track === "core" ? 4 : 2),
    text: own ? p.what : `Accept what ${by.map(name).join(" and ") || "the other side"} asked: ${p.what}`,
    about: p.what,
    taken: accepted,
    wanted: own ? true : p.status === "rejected" ? false : accepted ? true : null,
    askedBy: own ? [] : by,
  }));
}

function ofMeasure(m: RecordMeasure, codes: ReadonlySet<string>): Candidate[] {
  const done = m.level > 0 && m.status !== "suspended" && m.status !== "cancelled";
  return m.by
    .filter((c) => codes.has(c))
    .map((owner) => ({
      ...common(m, owner, m.what, m.track === "core" ? 1 : 0),
      text: m.what,
      about: m.what,
      taken: done,
      wanted: done ? true : null,
      askedBy: [],
    }));
}

const common = (
  item: RecordItem,
  maker: string,
  words: string,
  weight: number,
): Pick<Candidate, "item" | "maker" | "id" | "issues" | "latest" | "weight" | "rejects"> => ({
  item,
  rejects: false,
  maker,
  id: slug(words),
  issues: item.issues,
  latest: item.lastKnown,
  weight,
});

/** A short name of the three longest words, in their order. */
function slug(text: string): string {
  const words = text
    .normalize("NFKD")
    .toLowerCase()
    .match(/[a-z0-9]+/g) ?? ["option"];
  const longest = [...words.keys()].sort((a, b) => words[b].length - words[a].length || a - b).slice(0, 3);
  return longest
    .sort((a, b) => a - b)
    .map((k) => words[k])
    .join("-");
}

function unique(id: string, taken: Set<string>): string {
  let name = id;
  for (let n = 2; taken.has(name); n++) name = `${id}-${n}`;
  taken.add(name);
  return name;
}

type Chosen = Candidate & { readonly basis: readonly DraftBasis[] };

/** What a party wants of itself and of others, as far as sources say; then what is left open, as assumptions. */
function preferencesOf(
  code: string,
  options: readonly Chosen[],
  own: readonly Chosen[],
  name: (code: string) => string,
): Draft["preferences"][number][] {
  const said: Draft["preferences"][number][] = [];
  const open: Draft["preferences"][number][] = [];
  const put = (text: string, basis: readonly DraftBasis[]): void => {
    said.push({ maker: code, text, basis });
  };
  const assume = (text: string, why: string): void => {
    open.push({ maker: code, text, basis: [{ kind: "assumption", text: why }] });
  };
  for (const o of options) {
    if (o.askedBy.includes(code)) put(o.id, o.basis);
    else if (o.maker === code && o.wanted !== null) put(o.wanted ? o.id : `not ${o.id}`, o.basis);
    else if (o.maker === code) assume(`not ${o.id}`, `No source says whether ${name(code)} would do this.`);
    else if (o.item.kind === "position" || o.item.kind === "linkage") {
      const same = own.find((c) => c.wanted === true && sharedWords(c.about, o.about).length >= SHARED);
      if (same === undefined)
        assume(`not ${o.id}`, `${name(o.maker)} holds to this; no source says that ${name(code)} minds.`);
      else {
        const shared = sharedWords(same.about, o.about).join(", ");
        put(same.rejects === o.rejects ? o.id : `not ${o.id}`, [
          ...same.basis,
          { kind: "assumption", text: `Taken to be about the same thing: both speak of ${shared}.` },
        ]);
      }
    }
  }
  return [...said, ...open];
}

/** Words in common from which two stands are taken to be about the same thing. */
const SHARED = 2;

/** Words of five letters or more, by their first six: enough to tell whether two phrases speak of the same things. */
function contentWords(text: string): Map<string, string> {
  const words = text.toLowerCase().match(/\p{L}{5,}/gu) ?? [];
  return new Map(words.map((w) => [w.slice(0, 6), w]));
}

function sharedWords(a: string, b: string): string[] {
  const theirs = contentWords(b);
  return [...contentWords(a)].flatMap(([stem, word]) => (theirs.has(stem) ? [word] : []));
}
