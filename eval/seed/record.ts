import { createAnalyst } from "../../src/analysis/index.js";
import { makeVersion, statementsOf } from "../../src/ledger/index.js";
import type { Reading } from "../../src/reading/types.js";
import { createRecorder, parseNegotiation } from "../../src/record/index.js";
import { loadLexicon } from "../../src/resources/index.js";
import type { Document } from "../../src/text/index.js";
import type { Gold } from "./gold.js";
import type { Outcome } from "./match.js";

/** The state of play that the issue asks for from the article alone, for a negotiation set up by its two parties and nothing else. */
export function stateOfPlay(gold: Gold, document: Document, reading: Reading): Outcome[] {
  const recorded = "2019-12-15T00:00:00.000Z";
  const lexicon = loadLexicon();
  const negotiation = parseNegotiation({
    id: "seed",
    name: "seed",
    parties: ["JPN", "RUS"].map((code) => ({ code, name: code, role: "primary" })),
  });
  const view = createRecorder(lexicon).view(
    {
      versions: [makeVersion(document, reading, recorded)],
      statements: statementsOf(document, reading, recorded),
      judgements: [],
    },
    negotiation,
    { asKnownOn: "2019-12-15", about: "2019-12-15" },
  );
  const { tracks, commitments } = createAnalyst(lexicon).analyse(view);
  const core = tracks.find((t) => t.kind === "core")?.state;
  const building = tracks.find((t) => t.kind === "confidence-building")?.state;
  const proposal = view.proposals.find((p) => p.by.includes("RUS") && p.deadline?.latest === "2018-12-31");
  const target = view.commitments.find(
    (c) => c.type === "unilateral-target" && c.by.includes("JPN") && c.deadline?.latest === "2019-06-30",
  );
  const targetState = commitments.find((c) => c.item.id === target?.id)?.status.state;
  const stalled = (gold.state_of_play as { treaty_concluded: boolean }).treaty_concluded
    ? "concluded"
    : "stalled";
  const lines: readonly (readonly [string, unknown, unknown])[] = [
    ["core state", stalled, core?.state],
    ["core since", "2019-01-01..2019-06-30", `${core?.since?.earliest}..${core?.since?.latest}`],
    ["core confidence", "moderate", core?.confidence],
    ["next meeting", "2019-12-19 Moscow", `${core?.nextMeeting?.earliest} ${core?.nextMeeting?.place}`],
    ["confidence building", "progressing", building?.state],
    ["2018 proposal", "lapsed", proposal?.status],
    ["Osaka target", "lapsed", targetState],
  ];
  return lines.map(([entry, want, got]) => ({
    section: "state_of_play",
    entry,
    result: want === got ? "found" : "wrong",
    detail: want === got ? "" : `want ${String(want)}, got ${String(got)}`,
  }));
}
