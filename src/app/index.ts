export {
  type Access,
  type AuditLine,
  clearanceOf,
  type DeskFile,
  type Given,
  type Grant,
  type Handling,
  holds,
  holdsIn,
  type JobRow,
  type Rights,
  type Role,
  reach,
  roles,
} from "../access/index.js";
export type { Reader } from "../reading/index.js";
export type { Store } from "../store/index.js";
export { account } from "./account.js";
export { aboutOf, isAudited } from "./audited.js";
export { type CatalogueEntry, catalogue, loadUseCases } from "./catalogue.js";

export type { Context, Progress, ServeOptions } from "./context.js";
export { AppError, type ErrorReport, type ErrorRow, errorReport, errorRow, errorTable } from "./errors.js";
export {
  exampleModels,
  isoToday,
  isServer,
  loadPageInput,
  loadReader,
  openAccess,
  openDeskFile,
  openStore,
  pasted,
  programFolder,
} from "./open.js";
export { type Paged, pageOf } from "./paging.js";
export { threadOf } from "./thread.js";
export type { Rendering, UseCase } from "./use-case.js";
export { version } from "./version.js";
export { clearedStore, type View, viewKey } from "./view.js";
