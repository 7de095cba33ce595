import type { Role } from "../app/index.js";

/** The one table of who may do what. What is not named here asks for a reader if it reads and for an editor if it writes. */
const table: Readonly<Record<string, Role>> = {
  judge: "analyst",
  undo: "analyst",
  demo: "admin",
  rebuild: "admin",
  export: "admin",
  import: "admin",
  check: "admin",
  audit: "admin",
  "jobs-rebuild": "admin",
  // Reading without keeping changes nothing.
  read: "reader",
};

export const roleOf = (id: string, writes: boolean): Role => table[id] ?? (writes ? "editor" : "reader");

/** What reaches beyond one negotiation asks for its role everywhere; `articles` says which negotiation it adds to. */
export const isScoped = (id: string, role: Role): boolean =>
  role === "reader" || role === "analyst" || id === "articles";
