export { type Access, type Given, type Grant, openAccess } from "./access.js";
export {
  type AuditLine,
  type AuditQuery,
  type DeskFile,
  type JobRow,
  openDeskFile,
} from "./desk-file.js";
export {
  allows,
  clearanceOf,
  clears,
  type Handling,
  handlings,
  holds,
  holdsIn,
  type Rights,
  type Role,
  reach,
  roles,
} from "./roles.js";
export type { User } from "./users.js";
