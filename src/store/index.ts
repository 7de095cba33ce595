export { StoreError, type StoreErrorCode } from "./errors.js";
export { memoryStore } from "./memory.js";
export { openPostgresStore } from "./postgres.js";
export { connectPostgres, type PostgresOptions } from "./postgres-connection.js";
export { openSqliteStore, type SqliteOptions } from "./sqlite.js";
export { copySqlite, isSqlite, settleSqlite } from "./sqlite-backup.js";
export type {
  Added,
  Change,
  Copy,
  Described,
  Kept,
  Mark,
  Ready,
  Shelf,
  ShelfWrite,
  StatementFilter,
  Store,
  StoreCheck,
  StoreCounts,
  StoreProblem,
} from "./types.js";
