import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Refused } from "../api/client.js";

export function Loading() {
  return (
    <div className="loading" role="status">
      <span className="unseen">Loading</span>
      <i />
      <i />
      <i />
    </div>
  );
}

export function Failure({ error, again }: { readonly error: Error; again?(): void }) {
  if (error instanceof Refused && error.status === 401)
    return (
      <div className="notice warn" role="alert">
        <p>
          <strong>Nobody is signed in here</strong> <code>{error.code}</code>
        </p>
        <p>{error.message}</p>
        <p>
          <a href="/login">Sign in</a>
        </p>
      </div>
    );
  return (
    <div className="notice bad" role="alert">
      <p>
        <strong>
          {error instanceof Refused && error.status === 0 ? "Offline" : "This could not be shown"}
        </strong>
        {error instanceof Refused ? <code>{error.code}</code> : null}
      </p>
      <p>{error.message}</p>
      {error instanceof Refused ? <p>{error.now}</p> : null}
      {again === undefined ? null : (
        <button type="button" onClick={again}>
          Try again
        </button>
      )}
    </div>
  );
}

/** Nothing found is said in words, with what it does not mean. */
export const Empty = ({ children }: { readonly children: ReactNode }) => <p className="empty">{children}</p>;

/** An answer of the server in each of its states. */
export function Answered<T>({
  of,
  children,
}: {
  readonly of: UseQueryResult<T, Refused>;
  readonly children: (data: T) => ReactNode;
}) {
  if (of.data !== undefined && of.error === null)
    return <div className={of.isPlaceholderData ? "aging" : undefined}>{children(of.data)}</div>;
  if (of.error !== null) return <Failure error={of.error} again={() => void of.refetch()} />;
  return <Loading />;
}
