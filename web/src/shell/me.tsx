import { useEffect } from "react";
import { allows, type Role } from "../../../src/access/roles.js";
import type { Answers } from "../api/types.js";
import { useAsk } from "../api/use-answer.js";

export type Me = Answers["me"];

/** Who is signed in; undefined until it is known. Without a name nobody has to sign in here. */
export const useMe = (): Me | undefined => useAsk<Me>("me").data;

/** Leads to the sign-in where the server asks who is there, and back to this address afterwards. */
export function useSignIn(): void {
  const { error } = useAsk<Me>("me");
  const needed = error?.status === 401;
  useEffect(() => {
    if (needed) location.replace(`/login?to=${encodeURIComponent(location.pathname + location.search)}`);
  }, [needed]);
}

/** Whether whoever is there holds a role everywhere, or (`somewhere`) in at least one negotiation. True until it is known. */
export function useMay(role: Role, somewhere = false): boolean {
  const me = useMe();
  if (me === undefined) return true;
  const all = me.role !== null && allows(me.role, role);
  return all || (somewhere && Object.values(me.roles).some((r) => allows(r, role)));
}

/** Who is signed in, what they may do and see, and the way out. Nothing where nobody has to sign in. */
export function Account() {
  const me = useMe();
  if (me === undefined || me.name === null) return null;
  const roles = Object.entries(me.roles);
  return (
    <details className="account-menu">
      <summary aria-label={`Signed in as ${me.name}`}>{me.name}</summary>
      <div className="menu">
        <dl>
          <dt>Role</dt>
          <dd>{me.role ?? (roles.length === 0 ? "none" : "in some negotiations")}</dd>
          {roles.map(([id, role]) => (
            <div key={id}>
              <dt>{id}</dt>
              <dd>{role}</dd>
            </div>
          ))}
          <dt>Cleared for</dt>
          <dd>{me.clearance}</dd>
        </dl>
        <form method="post" action="/logout">
          <button type="submit">Sign out</button>
        </form>
      </div>
    </details>
  );
}
