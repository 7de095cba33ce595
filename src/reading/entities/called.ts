import type { Page } from "./page.js";
import type { Entry } from "./trie.js";

/** Bodies that a text speaks of as the one it named with an owner, however far back. */
const BODIES: ReadonlySet<string> = new Set(["military", "police", "armed-group", "legislature", "court"]);
/** Mark of a kind that the text named of two owners: then the noun alone tells nobody. */
const TWO = -2;

/** Keeps whom a noun with an owner was said of: "Sudan's army", "the Chadian junta". */
export function keepCalled(p: Page, head: Entry, entity: number): void {
  const { called, entities } = p.r;
  const at = p.s.index;
  const old = called.get(head.name);
  called.set(head.name, { entity, at, several: old !== undefined && (old.several || old.entity !== entity) });
  if (!BODIES.has(head.kind)) return;
  const same = called.get(kindKey(head));
  const code = entities[entity].code;
  const other = same !== undefined && (same.entity === TWO || entities[same.entity].code !== code);
  called.set(kindKey(head), { entity: other ? TWO : entity, at, several: other });
}

/** Whom "the army", "the junta" mean where the noun had an owner before; -1 where it had none, or where it may be said of any. */
export function calledBefore(p: Page, head: Entry): number {
  const own = p.r.called.get(head.name);
  if (own !== undefined) {
    const lasting =
      BODIES.has(head.kind) ||
      p.r.words.is("one-bearer", head.name) ||
      (!own.several && atHome(p, own.entity));
    if (lasting || (head.kind === "state" && p.s.index - own.at <= 1)) return own.entity;
    return -1;
  }
  const kind = BODIES.has(head.kind) ? p.r.called.get(kindKey(head)) : undefined;
  if (kind === undefined && head.kind === "military") {
    // Generals of whom only the junta was named.
    for (const [noun, x] of p.r.called) if (!x.several && p.r.words.is("one-bearer", noun)) return x.entity;
  }
  return kind === undefined || kind.entity === TWO ? -1 : kind.entity;
}

/** A government that stands against rebels of its own, or where the dateline lies: "the government" is this one all through. */
function atHome(p: Page, entity: number): boolean {
  const { code } = p.r.entities[entity];
  return (
    code !== null &&
    (code === p.r.datelineState || p.r.entities.some((e) => e.kind === "armed-group" && e.code === code))
  );
}

/** Country of an officer whose country nobody tells: of the one army that the text names. */
export function armyState(p: Page): string | null {
  const army = p.r.called.get("kind/military");
  return army === undefined || army.entity === TWO ? null : p.r.entities[army.entity].code;
}

const kindKey = (head: Entry): string => `kind/${head.kind}`;
