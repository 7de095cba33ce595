export type { Reader } from "../reading/index.js";
export type { Store } from "../store/index.js";
export { type CatalogueEntry, catalogue, loadUseCases } from "./catalogue.js";
export type { Context, Progress } from "./context.js";
export { AppError, type ErrorReport, type ErrorRow, errorReport, errorRow, errorTable } from "./errors.js";
export { isoToday, isServer, loadReader, openStore } from "./open.js";
export type { Rendering, UseCase } from "./use-case.js";
export { version } from "./version.js";
