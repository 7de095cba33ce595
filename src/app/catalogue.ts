import type { UseCase } from "./use-case.js";

/** A use case by name, loaded when it is asked for: schemas take longer to load than most answers to give. */
export interface CatalogueEntry {
  readonly name: string;
  readonly summary: string;
  load(): Promise<UseCase>;
}

/** Everything a person can ask for, in the order in which help lists it. A test holds names and summaries against the records. */
export const catalogue: readonly CatalogueEntry[] = [
  {
    name: "demo",
    summary: "Read the example dossiers and show where the talks stand, what moved, what comes next",
    load: async () => (await import("./use-cases/demo.js")).demo,
  },
  {
    name: "new",
    summary: "Set up a negotiation by its parties, or from a small file",
    load: async () => (await import("./use-cases/new.js")).newNegotiation,
  },
  {
    name: "list",
    summary: "List the negotiations in the store",
    load: async () => (await import("./use-cases/list.js")).list,
  },
  {
    name: "show",
    summary: "Show how a negotiation is set up: parties, tracks, issues with their ladders, names per party",
    load: async () => (await import("./use-cases/show.js")).show,
  },
  {
    name: "add",
    summary: "Read articles and keep what they say: files, folders, standard input",
    load: async () => (await import("./use-cases/add.js")).add,
  },
  {
    name: "read",
    summary: "Read one article and show what is in it; stores nothing",
    load: async () => (await import("./use-cases/read.js")).read,
  },
  {
    name: "explain",
    summary: "Show how a sentence is read: tokens, tree, clauses, and each rule that fired or just missed",
    load: async () => (await import("./use-cases/explain.js")).explain,
  },
  {
    name: "status",
    summary: "Say where the talks stand, per track, with evidence, confidence and what would change it",
    load: async () => (await import("./use-cases/status.js")).status,
  },
  {
    name: "moved",
    summary: "Say what moved since a day: new, changed, corrected, withdrawn",
    load: async () => (await import("./use-cases/moved.js")).moved,
  },
  {
    name: "timeline",
    summary: "List what happened and what is scheduled, in order of time",
    load: async () => (await import("./use-cases/record-lists.js")).timeline,
  },
  {
    name: "meetings",
    summary: "List who met whom, when and where: held, scheduled, postponed, cancelled, unreported",
    load: async () => (await import("./use-cases/record-lists.js")).meetings,
  },
  {
    name: "agreements",
    summary: "List what was agreed, with stipulations",
    load: async () => (await import("./use-cases/record-lists.js")).agreements,
  },
  {
    name: "proposals",
    summary: "List proposals, requests, offers and concessions with each side's reply and lapse",
    load: async () => (await import("./use-cases/record-lists.js")).proposals,
  },
  {
    name: "commitments",
    summary: "List what each side promised or set itself, with the deadline clock",
    load: async () => (await import("./use-cases/commitments.js")).commitments,
  },
  {
    name: "positions",
    summary: "List what each party holds on each issue, and how it moved",
    load: async () => (await import("./use-cases/record-lists.js")).positions,
  },
  {
    name: "quotes",
    summary: "List who was quoted saying what, on which occasion",
    load: async () => (await import("./use-cases/record-lists.js")).quotes,
  },
  {
    name: "conditions",
    summary: "List outside circumstances said to help or hurt: expected, realised",
    load: async () => (await import("./use-cases/record-lists.js")).conditions,
  },
  {
    name: "linkages",
    summary: "List issues that a party made conditional on another",
    load: async () => (await import("./use-cases/record-lists.js")).linkages,
  },
  {
    name: "measures",
    summary: "List confidence-building and other measures, and how far they were carried out",
    load: async () => (await import("./use-cases/record-lists.js")).measures,
  },
  {
    name: "assessments",
    summary: "List judgements about progress found in sources, with who made them",
    load: async () => (await import("./use-cases/record-lists.js")).assessments,
  },
  {
    name: "events",
    summary: "List political events by PLOVER class",
    load: async () => (await import("./use-cases/record-lists.js")).events,
  },
  {
    name: "evidence",
    summary: "Open the words behind a line: their place in the source, who says so, the rule that read it",
    load: async () => (await import("./use-cases/evidence.js")).evidence,
  },
  {
    name: "brief",
    summary: "Write one page in Markdown, every sentence footnoted",
    load: async () => (await import("./use-cases/brief.js")).brief,
  },
  {
    name: "sources",
    summary: "Show who the record rests on: outlets with grade, owner and country, copies, and one-sidedness",
    load: async () => (await import("./use-cases/sources.js")).sources,
  },
  {
    name: "contradictions",
    summary:
      "Show accounts that contradict one another, side by side with their owners, and which the record shows",
    load: async () => (await import("./use-cases/contradictions.js")).contradictions,
  },
  {
    name: "identity",
    summary:
      "Show names that may mean one person, organisation, place or document, scored, and what was decided",
    load: async () => (await import("./use-cases/identity.js")).identity,
  },
  {
    name: "judge",
    summary:
      "Decide about a line (accept, reject, correct, merge, split, annotate), about names (same, different), or grade a source",
    load: async () => (await import("./use-cases/judge.js")).judge,
  },
  {
    name: "undo",
    summary: "Take a decision back; it stays in the history, and the undoing can be undone",
    load: async () => (await import("./use-cases/judge.js")).undo,
  },
  {
    name: "mark",
    summary: "Say how a source or a line may be handled: public, limited, restricted",
    load: async () => (await import("./use-cases/mark.js")).mark,
  },
  {
    name: "marks",
    summary: "List what is marked limited or restricted",
    load: async () => (await import("./use-cases/mark.js")).marks,
  },
  {
    name: "history",
    summary:
      "Show what happened to a line: reports, why they joined, every decision and undoing; without an id, all decisions",
    load: async () => (await import("./use-cases/history.js")).history,
  },
  {
    name: "diff",
    summary:
      "Show what changed between two versions of an article: words, and the lines that lost or found theirs",
    load: async () => (await import("./use-cases/diff.js")).diff,
  },
  {
    name: "model show",
    summary: "Show a model's file, and where the record holds each quote in it",
    load: async () => (await import("./model/show.js")).showModel,
  },
  {
    name: "model solve",
    summary: "Solve a model: which states hold, for whom, under which idea of foresight",
    load: async () => (await import("./model/solve.js")).solveModel,
  },
  {
    name: "model explain",
    summary:
      "Say why a state holds: for each party, who would answer what, who blocks, and what would open a way",
    load: async () => (await import("./model/explain.js")).explainModel,
  },
  {
    name: "model paths",
    summary:
      "Show where the conflict could go from a state, by any moves or by improvements only, with shortest paths",
    load: async () => (await import("./model/paths.js")).pathsModel,
  },
  {
    name: "model what-if",
    summary: "Show what would hold if preferences or the status quo were others, without keeping the change",
    load: async () => (await import("./model/what-if.js")).whatIfModel,
  },
  {
    name: "model robustness",
    summary:
      "Try every change of one or two preferences and show which turn the answer, or open a way to a state",
    load: async () => (await import("./model/robustness.js")).robustnessModel,
  },
  {
    name: "model inverse",
    summary:
      "Say which orders of preference would make each side stay in a state, and how many of all orders do",
    load: async () => (await import("./model/inverse.js")).inverseModel,
  },
  {
    name: "model check",
    summary:
      "Look up what every line of a model rests on; flag what moved in the record, what is assumed, what decides nothing",
    load: async () => (await import("./model/check.js")).checkModelFile,
  },
  {
    name: "model suggest",
    summary:
      "Draft a model from the record: options and preferences with their words, and what the record does not say",
    load: async () => (await import("./model/suggest.js")).suggestModel,
  },
  {
    name: "model new",
    summary: "Begin a model's file from its decision makers and options",
    load: async () => (await import("./model/new.js")).newModel,
  },
  {
    name: "model edit",
    summary: "Change a model's preferences or status quo; the version before is kept beside it",
    load: async () => (await import("./model/edit.js")).editModel,
  },
  {
    name: "rebuild",
    summary:
      "Make the record again from sources and judgements alone, and say whether it is the same to the byte",
    load: async () => (await import("./use-cases/rebuild.js")).rebuild,
  },
  {
    name: "export",
    summary: "Write the whole store as JSON Lines, for a copy, another kind of store, or other programs",
    load: async () => (await import("./use-cases/transfer.js")).exportStore,
  },
  {
    name: "import",
    summary: "Add an export to the store; what is there already stays as it is",
    load: async () => (await import("./use-cases/transfer.js")).importStore,
  },
  {
    name: "serve",
    summary: "Open the desk and its API in the browser, on this machine or for a team",
    load: async () => (await import("./use-cases/serve.js")).serve,
  },
  {
    name: "token new",
    summary: "Give somebody access to a server that others can reach; the token is shown once",
    load: async () => (await import("./use-cases/tokens.js")).newToken,
  },
  {
    name: "token list",
    summary: "List who has access to the server, with roles",
    load: async () => (await import("./use-cases/tokens.js")).listTokens,
  },
  {
    name: "token revoke",
    summary: "Take access away",
    load: async () => (await import("./use-cases/tokens.js")).revokeToken,
  },
  {
    name: "user new",
    summary:
      "Set somebody up who signs in to a server: a password is shown once, or an identity provider vouches",
    load: async () => (await import("./use-cases/users.js")).newUser,
  },
  {
    name: "user list",
    summary: "List who can sign in to the server, with roles and clearance",
    load: async () => (await import("./use-cases/users.js")).listUsers,
  },
  {
    name: "user set",
    summary: "Change what somebody may do, give a new password, or shut them out; their sessions end",
    load: async () => (await import("./use-cases/users.js")).setUser,
  },
  {
    name: "audit",
    summary:
      "List who did what when, over the network and on this machine: changes, signing in, refusals, exports",
    load: async () => (await import("./use-cases/audit.js")).audit,
  },
  {
    name: "backup",
    summary: "Copy the whole store into a file while it is used, and check the copy",
    load: async () => (await import("./use-cases/backup.js")).backup,
  },
  {
    name: "restore",
    summary: "Put a backup where the store is, after checking it",
    load: async () => (await import("./use-cases/backup.js")).restore,
  },
  {
    name: "check",
    summary: "Check the store: the file itself, and every quoted word against its source",
    load: async () => (await import("./use-cases/check.js")).check,
  },
];

/** All use cases, for faces that need the whole list. */
export const loadUseCases = (): Promise<UseCase[]> => Promise.all(catalogue.map((entry) => entry.load()));
