export { type Access, type Grant, openAccess } from "./access.js";
export { allows, type Role, roles } from "./roles.js";
