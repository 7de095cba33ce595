import type { RecordItem } from "../../record/index.js";
import { type Answer, idOf } from "../answer.js";
import { candidates } from "./candidates.js";
import type { Draft, DraftBasis } from "./draft.js";
import { sameThing } from "./phrases.js";
import { preferencesOf } from "./preferences.js";

/** Options drafted for each party at most: twelve in all are 4,096 states, what a person can still look through. */
const EACH = 4;

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
    id: unique(c.id, c.maker, ids),
    basis: basis(c.item),
  }));
  const chosen = parties.flatMap((p) => {
    const own = all.filter((o) => o.maker === p.code);
    const telling = own.filter((o) => o.weight >= 0);
    return (telling.length > 0 ? telling : own).slice(0, EACH);
  });
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
      ...options.flatMap((a, k) =>
        options
          .slice(k + 1)
          .filter((b) => b.maker === a.maker && sameThing(a.about, b.about))
          .map(
            (b) => `“${a.id}” and “${b.id}” seem to be about the same thing: does one rule out the other?`,
          ),
      ),
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

/** The name itself where it is free; else with its maker's code, then a number. */
function unique(id: string, maker: string, taken: Set<string>): string {
  let name = id;
  for (let n = 1; taken.has(name); n++) name = `${id}-${maker.toLowerCase()}${n === 1 ? "" : `-${n}`}`;
  taken.add(name);
  return name;
}
