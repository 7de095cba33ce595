/** How a status looks: a shape and a word, so that colour carries nothing alone. */
type Tone = "good" | "ahead" | "warn" | "bad" | "plain";

const looks: Readonly<Record<string, readonly [string, Tone]>> = {
  held: ["●", "good"],
  happened: ["●", "plain"],
  ongoing: ["◐", "plain"],
  scheduled: ["○", "ahead"],
  expected: ["◌", "ahead"],
  proposed: ["◌", "ahead"],
  postponed: ["◑", "warn"],
  cancelled: ["✕", "bad"],
  unreported: ["?", "warn"],
  agreed: ["●", "good"],
  signed: ["●", "good"],
  adopted: ["●", "good"],
  ratified: ["●", "good"],
  "in-force": ["●", "good"],
  extended: ["●", "good"],
  "withdrawn-from": ["✕", "bad"],
  expired: ["◇", "warn"],
  collapsed: ["✕", "bad"],
  terminated: ["✕", "bad"],
  draft: ["○", "plain"],
  "referred-to": ["↩", "plain"],
  tabled: ["○", "ahead"],
  accepted: ["●", "good"],
  rejected: ["✕", "bad"],
  countered: ["↔", "warn"],
  withdrawn: ["✕", "bad"],
  lapsed: ["◇", "warn"],
  pending: ["○", "ahead"],
  dormant: ["◌", "plain"],
  "in progress": ["◐", "good"],
  "partly fulfilled": ["◐", "good"],
  fulfilled: ["●", "good"],
  stalled: ["▬", "warn"],
  overdue: ["!", "bad"],
  broken: ["✕", "bad"],
  superseded: ["↷", "plain"],
  concluded: ["●", "good"],
  progressing: ["▲", "good"],
  slow: ["◐", "warn"],
  deadlocked: ["■", "bad"],
  suspended: ["▮▮", "bad"],
  "broken off": ["✕", "bad"],
  "broken-off": ["✕", "bad"],
  "no recent evidence": ["…", "plain"],
  "insufficient evidence": ["…", "plain"],
  holds: ["=", "plain"],
  hardened: ["▲", "bad"],
  softened: ["▽", "good"],
  shelved: ["□", "plain"],
  rejects: ["✕", "bad"],
  announced: ["○", "ahead"],
  started: ["◔", "good"],
  progressed: ["◑", "good"],
  "carried-out": ["●", "good"],
  completed: ["●", "good"],
  "no-progress": ["▬", "warn"],
  helps: ["+", "good"],
  hurts: ["−", "bad"],
  positive: ["+", "good"],
  negative: ["−", "bad"],
  difficult: ["−", "warn"],
  new: ["+", "good"],
  changed: ["~", "ahead"],
  corrected: ["≠", "warn"],
};

const words: Readonly<Record<string, string>> = {
  "in-force": "in force",
  "withdrawn-from": "withdrawn from",
  "referred-to": "referred to",
  "carried-out": "carried out",
  "no-progress": "no progress",
  "broken-off": "broken off",
  unreported: "no report found",
};

export function Mark({ of }: { readonly of: string }) {
  const [shape, tone] = looks[of] ?? ["·", "plain"];
  return (
    <span className={`mark ${tone}`}>
      <span aria-hidden="true">{shape}</span> {words[of] ?? of}
    </span>
  );
}

export const shapeOf = (status: string): string => (looks[status] ?? ["·"])[0];
