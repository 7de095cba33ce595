/** Who may do what, each with all that stands before it: look; decide about lines; add and set up; upkeep of the whole store. */
export const roles = ["reader", "analyst", "editor", "admin"] as const;
export type Role = (typeof roles)[number];

/** Whether somebody of a role may do what asks for another. */
export const allows = (has: Role, needs: Role): boolean => roles.indexOf(has) >= roles.indexOf(needs);

/** How a source or a line may be handled, each with all that stands before it. */
export const handlings = ["public", "limited", "restricted"] as const;
export type Handling = (typeof handlings)[number];

/** Whether somebody cleared for one mark may see what bears another. */
export const clears = (clearance: Handling, mark: Handling): boolean =>
  handlings.indexOf(clearance) >= handlings.indexOf(mark);

/** What somebody may do and see. */
export interface Rights {
  /** Everywhere; null: only in the negotiations of `roles`. */
  readonly role: Role | null;
  /** In one negotiation, by its id, where it is more than everywhere. */
  readonly roles: Readonly<Record<string, Role>>;
  readonly clearance: Handling;
}

/** Upkeep of the whole store includes every mark. */
export const clearanceOf = (r: Rights): Handling => (r.role === "admin" ? "restricted" : r.clearance);

/** Whether a role is held everywhere. */
export const holds = (r: Rights, needs: Role): boolean => r.role !== null && allows(r.role, needs);

/** Whether a role is held in a negotiation. */
export const holdsIn = (r: Rights, needs: Role, negotiation: string): boolean => {
  const own = Object.hasOwn(r.roles, negotiation) ? r.roles[negotiation] : null;
  return holds(r, needs) || (own !== null && allows(own, needs));
};

/** Negotiations in which a role is held; null: everywhere. */
export const reach = (r: Rights, needs: Role): readonly string[] | null =>
  holds(r, needs)
    ? null
    : Object.keys(r.roles)
        .filter((n) => allows(r.roles[n], needs))
        .sort();
