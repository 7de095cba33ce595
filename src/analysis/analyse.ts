import type { Lexicon } from "../language/index.js";
import type { AsOf, RecordCommitment, RecordProposal, RecordView } from "../record/index.js";
import { commitmentState } from "./commitments.js";
import { drift, gapAt, turningPoints } from "./positions.js";
import { createCommon, createProcedural } from "./procedural.js";
import { defaultSettings } from "./settings.js";
import { signalItems } from "./signal-items.js";
import { stateOfPlay } from "./state-of-play.js";
import { toneEvents, toneOf } from "./tone.js";
import { createToneScores } from "./tone-scores.js";
import type {
  AnalyseOptions,
  Analysis,
  AnalysisSettings,
  Analyst,
  CommitmentEvidenceInput,
  CommitmentInput,
  CommitmentLine,
  CommitmentType,
  Gap,
  IssueAnalysis,
  PositionInput,
  SignalItem,
  TrackAnalysis,
} from "./types.js";

/** Makes analysts from the tables under `lexicon/analysis`. */
export function createAnalyst(lexicon: Lexicon): Analyst {
  const scores = createToneScores(lexicon);
  const judged = { procedural: createProcedural(lexicon), common: createCommon(lexicon) };
  return {
    commitment: (item, asOf, settings) => commitmentLine(item, asOf, { ...defaultSettings, ...settings }),
    analyse(view, options: AnalyseOptions = {}): Analysis {
      const settings: AnalysisSettings = { ...defaultSettings, ...options.settings };
      const { asKnownOn, about } = view.asOf;
      let commitments: CommitmentLine[] | null = null;
      let issues: IssueAnalysis[] | null = null;
      let told: SignalItem[] | null = null;
      let tracks: TrackAnalysis[] | null = null;
      const signals = (): SignalItem[] => {
        told ??= signalItems(view, judged, options.told?.items);
        return told;
      };
      const made = (): TrackAnalysis[] => {
        const events = toneEvents(view, scores, options.told?.deeds);
        return view.negotiation.tracks.map((t) => ({
          id: t.id,
          name: t.name,
          kind: t.kind,
          state: stateOfPlay(signals(), { track: t.id, name: t.name, asKnownOn, about, settings }),
          tone: toneOf(events, t.id, about, settings),
        }));
      };
      return {
        asKnownOn,
        about,
        settings,
        get tracks() {
          tracks ??= made();
          return tracks;
        },
        // Made when asked for: most questions ask for one of these, and where the tracks stand for none.
        get commitments() {
          commitments ??= [...view.commitments, ...view.proposals].flatMap(
            (item) => commitmentLine(item, view.asOf, settings) ?? [],
          );
          return commitments;
        },
        get issues() {
          issues ??= view.negotiation.issues.map((i) =>
            issueAnalysis(i.id, i.name, view, signals(), settings),
          );
          return issues;
        },
        get conditions() {
          return view.conditions;
        },
        get signalItems() {
          return signals();
        },
      };
    },
  };
}

const types: Partial<Record<RecordCommitment["type"], CommitmentType>> = {
  "joint-commitment": "joint commitment",
  "unilateral-undertaking": "unilateral undertaking",
  "unilateral-target": "unilateral target",
  "conditional-commitment": "conditional commitment",
  "scheduled-event": "scheduled event",
};

/** A proposal that was turned down binds nobody; its ledger keeps it. */
const open: ReadonlySet<RecordProposal["status"]> = new Set<RecordProposal["status"]>([
  "tabled",
  "accepted",
  "lapsed",
  "withdrawn",
]);

/** Intentions are no commitments; requests and demands bind nobody. */
function commitmentLine(
  item: RecordCommitment | RecordProposal,
  asOf: AsOf,
  settings: AnalysisSettings,
): CommitmentLine | null {
  const type =
    item.kind === "commitment"
      ? types[item.type]
      : open.has(item.status) && item.type !== "request"
        ? "proposal"
        : undefined;
  if (type === undefined) return null;
  const due = item.deadline?.latest ?? null;
  const input: CommitmentInput = {
    id: item.id,
    type,
    text: item.what,
    by: item.by,
    known: item.known,
    due: due === null ? null : { earliest: item.deadline?.earliest ?? due, latest: due },
    condition: item.kind === "commitment" ? item.condition : null,
  };
  const status = commitmentState(input, evidenceInputs(item), { ...asOf, settings });
  return status === null ? null : { item, status };
}

const replies: Partial<Record<string, CommitmentEvidenceInput["effect"]>> = {
  accepted: "start",
  withdrawn: "withdraw",
};

function evidenceInputs(item: RecordCommitment | RecordProposal): CommitmentEvidenceInput[] {
  if (item.kind === "commitment") {
    return item.evidence.map((e) => ({
      id: e.id,
      commitment: item.id,
      known: e.known,
      valid: e.valid,
      effect: e.effect,
    }));
  }
  return item.life.flatMap((step, i) => {
    const effect = replies[step.state];
    return effect === undefined
      ? []
      : [
          {
            id: step.statements[0] ?? `${item.id}/${i}`,
            commitment: item.id,
            known: step.known,
            valid: step.at ?? step.known,
            effect,
          },
        ];
  });
}

/** Gap, drift and turning points of one issue, between the first two parties with a place on its ladder. */
function issueAnalysis(
  issue: string,
  name: string,
  view: RecordView,
  signals: readonly SignalItem[],
  settings: AnalysisSettings,
): IssueAnalysis {
  const positions = view.positions.flatMap((p): PositionInput[] => {
    if (p.issue !== issue || p.rung === null) return [];
    const { earliest, latest } = p.when;
    const from = { earliest: earliest ?? p.known, latest: latest ?? p.known };
    return [{ id: p.id, party: p.holder, issue, from, rung: p.rung, known: p.known }];
  });
  const order = view.negotiation.parties.map((p) => p.code);
  const holders = [...new Set(positions.map((p) => p.party))]
    .filter((p) => order.includes(p))
    .sort((a, b) => order.indexOf(a) - order.indexOf(b));
  if (holders.length < 2)
    return { issue, name, gap: [], drift: drift(positions, settings), turningPoints: [] };
  const parties: [string, string] = [holders[0], holders[1]];
  const days = [
    ...new Set([...positions.flatMap((p) => (p.from === null ? [] : [p.from.earliest])), view.asOf.about]),
  ].sort();
  const headwinds = signals.filter((s) => s.effect === "hurt");
  return {
    issue,
    name,
    gap: days.flatMap((d): Gap[] => {
      const found = gapAt(positions, parties, d);
      return found === null ? [] : [found];
    }),
    drift: drift(positions, settings),
    turningPoints: turningPoints(positions, parties, headwinds),
  };
}
