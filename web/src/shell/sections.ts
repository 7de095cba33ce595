export interface Section {
  readonly path: string;
  readonly name: string;
  /** Second key after g. */
  readonly key: string;
}

/** Pages of one negotiation, as the navigation and the keys know them. */
export const sections: readonly { readonly title: string; readonly pages: readonly Section[] }[] = [
  {
    title: "State of play",
    pages: [
      { path: "", name: "Where it stands", key: "h" },
      { path: "/why", name: "Why this verdict", key: "w" },
      { path: "/timeline", name: "Timeline", key: "t" },
      { path: "/changes", name: "What moved", key: "c" },
      { path: "/brief", name: "Brief", key: "b" },
    ],
  },
  {
    title: "Record",
    pages: [
      { path: "/meetings", name: "Meetings", key: "m" },
      { path: "/agreements", name: "Agreements", key: "a" },
      { path: "/commitments", name: "Commitments", key: "d" },
      { path: "/proposals", name: "Proposals", key: "p" },
      { path: "/positions", name: "Positions", key: "o" },
      { path: "/measures", name: "Measures", key: "e" },
      { path: "/conditions", name: "Conditions", key: "n" },
      { path: "/linkages", name: "Linkages", key: "l" },
      { path: "/assessments", name: "Assessments", key: "j" },
      { path: "/quotes", name: "Quotes", key: "q" },
      { path: "/events", name: "Events", key: "v" },
    ],
  },
  {
    title: "Checking",
    pages: [
      { path: "/review", name: "Review queue", key: "r" },
      { path: "/contradictions", name: "Contradictions", key: "x" },
      { path: "/identity", name: "Names", key: "i" },
      { path: "/sources", name: "Sources", key: "s" },
      { path: "/model", name: "Conflict model", key: "f" },
    ],
  },
];
