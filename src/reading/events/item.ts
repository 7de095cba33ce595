import { extend } from "../../text/index.js";
import { NO_TIME } from "../attach/index.js";
import { itemBase } from "../phrases/index.js";
import type { Actor, Clause, EventItem, Factuality } from "../types.js";
import { contextsOf } from "./contexts.js";
import { placeByFate } from "./fate-of-land.js";
import { MUTUAL } from "./groups.js";
import type { Meaning, Reader } from "./meaning.js";
import type { Roles } from "./roles.js";

const STATED: Pick<Factuality, "certainty" | "polarity" | "status"> = {
  certainty: "certain",
  polarity: "positive",
  status: "happened",
};

const CONDITIONAL: typeof STATED = { certainty: "uncommitted", polarity: "unknown", status: "conditional" };

/** "the siege will end when the rebels surrender or are killed": the present of what must come first. */
function hangsOnFuture(r: Reader, c: Clause): boolean {
  let d: Clause | undefined = c;
  for (let steps = 0; d !== undefined && d.relation === "conj" && steps < 3; steps++) {
    const over: number = d.parent;
    d = r.clauses.find((x) => x.index === over);
  }
  if (d === undefined || d.relation !== "advcl" || !opensUntil(r, d)) return false;
  const { parent } = d;
  const over = r.clauses.find((x) => x.index === parent);
  return (
    over !== undefined &&
    (over.tense === "future" || (over.modal !== null && r.words.is("future", over.modal)))
  );
}

function opensUntil(r: Reader, { head, marker }: Clause): boolean {
  if (marker !== null) return r.words.is("until", marker);
  for (let k = r.s.firstChild[head]; k >= 0 && k < head; k = r.s.nextSibling[k])
    if (r.s.deprels[k] === "advmod" && r.words.is("until", r.s.norms[k])) return true;
  return false;
}

const SCHEDULED: typeof STATED = { certainty: "probable", polarity: "positive", status: "scheduled" };

/** "the talks planned for June", "a round due in March": a bare noun of what still lies ahead of whoever writes. */
function isAhead(r: Reader, m: Meaning, day: string | null): boolean {
  if (m.noun === null || m.happens === true || !MUTUAL.has(m.class)) return false;
  const { published } = r.layers;
  if (published !== null && day !== null) return day > published;
  const { norms, size, upos } = r.s;
  for (let t = m.trigger + 1; t < size && t < m.trigger + FARTHEST; t++) {
    if (r.words.is("slated", norms[t]))
      return r.words.is("slated", norms[t + 1] ?? "") || upos[t + 1] === "ADP";
    if (upos[t] === "VERB" || upos[t] === "AUX" || upos[t] === "PUNCT") return false;
  }
  return false;
}

const FARTHEST = 14;

export function eventOf(r: Reader, c: Clause, m: Meaning, roles: Roles, speech: Clause | null): EventItem {
  // A clause made up for a lost verb has no facts of its own: it takes time, voice and place of the sentence's first.
  const lost = c.index < 0;
  const known = lost ? (r.clauses.find((x) => x.index >= 0) ?? null) : c;
  const base = itemBase(r.layers, {
    component: "events",
    rule: m.rule,
    sentence: r.s.index,
    trigger: m.trigger,
    clause: known,
    key: [m.class],
  });
  const said =
    lost ||
    m.entry?.negated === true ||
    // "would be glad to help, its envoy said": said out of courtesy, meant as it stands.
    (m.entry?.operator === "promise" && c.kind === "adjectival" && c.modal !== null && speech !== null) ||
    (STATED_RULES.has(m.rule) && (speech !== null || base.factuality.status !== "scheduled"));
  // "was trying to reach an agreement": the trying is real, the agreement is not.
  const tried = m.entry?.operator === "try" && m.inner !== null && m.inner.index >= 0 ? m.inner : null;
  const factuality = tried === null ? base.factuality : r.layers.facts.factuality(tried.index);
  const ahead =
    !said &&
    factuality.status === "happened" &&
    (m.rule === "event/will" || isAhead(r, m, base.time.earliest));
  const result: EventItem = extend(base, {
    factuality: said
      ? { ...factuality, ...STATED, rule: m.rule }
      : m.rule === "event/will" && onlyIf(r, c)
        ? { ...factuality, ...CONDITIONAL }
        : !lost && factuality.status === "ongoing" && hangsOnFuture(r, c)
          ? { ...factuality, ...CONDITIONAL }
          : ahead
            ? { ...factuality, ...SCHEDULED }
            : factuality,
    kind: "event",
    class: m.class,
    mode: m.mode,
    contexts: contextsOf(r, m),
    actors: roles.reciprocal ? onePerParty(r, roles.actors) : roles.actors,
    recipients: roles.recipients,
    reciprocal: roles.reciprocal,
    place:
      (known === null ? null : r.layers.facts.place(known.index)) ?? placeByFate(r, m, factuality.status),
  });
  // "promised that men would leave before the round in April": the day of what is promised.
  const { published } = r.layers;
  const { earliest } = base.time;
  return result.factuality.status === "happened" &&
    published !== null &&
    earliest !== null &&
    earliest > published
    ? { ...result, time: NO_TIME }
    : result;
}

/** Between parties each is told once, though its leader and its minister are both named; bodies of one code stay apart. */
const onePerParty = (r: Reader, actors: readonly Actor[]): Actor[] =>
  actors.filter((a, i) => {
    const alike = actors.every((x) => x.code === actors[0].code);
    const key = (x: Actor): string =>
      alike ||
      x.code === null ||
      !/^[A-Z]{3}$/.test(x.code) ||
      BODIES.has(x.code) ||
      r.layers.entities[x.entity].kind === "armed-group"
        ? x.name
        : x.code;
    return actors.findIndex((x) => key(x) === key(a)) === i;
  });

const BODIES = new Set(["IGO", "NGO", "MNC", "REB"]);

/** "will stop only if": no promise but a condition. */
function onlyIf(r: Reader, c: Clause): boolean {
  const { norms, size } = r.s;
  for (let t = c.head + 1; t + 1 < size; t++)
    if (r.words.is("only", norms[t]) && r.words.is("condition", norms[t + 1])) return true;
  return false;
}

/** Events that lie in the saying: the intent, the threat, the refusal has happened though the act has not. */
const STATED_RULES = new Set([
  "event/will-harm",
  "event/unless",
  "event/will-not",
  "event/will-not-meet",
  "event/will-not-send",
  "event/will-not-harm",
  "event/will-not-do",
  "event/must",
]);
