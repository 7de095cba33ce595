export { type Access, allows as allowsRole, type Grant, type Role, roles } from "../access/index.js";
export type { Reader } from "../reading/index.js";
export type { Store } from "../store/index.js";
export { type CatalogueEntry, catalogue, loadUseCases } from "./catalogue.js";
export type { Context, Progress, ServeOptions } from "./context.js";
export { AppError, type ErrorReport, type ErrorRow, errorReport, errorRow, errorTable } from "./errors.js";
export {
  exampleModels,
  isoToday,
  isServer,
  loadReader,
  openAccess,
  openStore,
  pasted,
  programFolder,
} from "./open.js";
export type { Rendering, UseCase } from "./use-case.js";
export { version } from "./version.js";
