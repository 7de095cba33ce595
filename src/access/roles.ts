/** Who may do what, each with all that stands before it: look; decide about lines; add and set up; upkeep of the whole store. */
export const roles = ["reader", "analyst", "editor", "admin"] as const;
export type Role = (typeof roles)[number];

/** Whether somebody of a role may do what asks for another. */
export const allows = (has: Role, needs: Role): boolean => roles.indexOf(has) >= roles.indexOf(needs);
