export {
  bandsOf,
  before,
  COPY_DAYS,
  likeness,
  type Print,
  parentOf,
  type Signature,
  signatureOf,
} from "./copies.js";
export { makeDocument, makeVersion, sourceId } from "./document.js";
export { activeJudgements, makeJudgement } from "./judgement.js";
export { type Personal, type Post, personalOf } from "./posts.js";
export { statementsOf, verifyStatement } from "./statement.js";
export type {
  Decision,
  DocumentVersion,
  Instant,
  Judgement,
  Ledger,
  SourceId,
  Statement,
  StatementVoice,
} from "./types.js";
