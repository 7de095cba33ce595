import type { Rule } from "../rule.js";

/** Events that other items tell; `from-items.ts` makes them. */
export const itemEventRules = [
  {
    id: "event/meeting",
    why: "a meeting is a consultation of those who meet, though no verb of its own tells it",
    hits: ["At a summit in Tunis in May, Chad and Libya agreed to reopen the border."],
    misses: ["Talks between Chad and Libya collapsed on Monday.", "Chad called for a meeting with Libya."],
  },
  {
    id: "event/meeting-retold",
    why: "a sentence whose subject is a meeting told just before tells that consultation again, on what it adds",
    hits: [
      "The foreign minister of Chad will visit Tripoli on Monday to meet his Libyan counterpart. The meeting is scheduled to take place on Tuesday.",
    ],
    misses: [
      "The foreign minister of Chad will visit Tripoli on Monday to meet his Libyan counterpart. The weather is fair.",
    ],
  },
  {
    id: "event/joint-work",
    why: "a measure carried out by nobody named, told right after what two parties do together, is their joint work",
    hits: [
      "Chad and Libya have made progress on joint projects in the border region. A pilot project for water was carried out this spring.",
    ],
    misses: [
      "Chad criticised Libya over the border region. A pilot project for water was carried out this spring.",
    ],
  },
] as const satisfies readonly Rule[];
