import { useSyncExternalStore } from "react";

const subscribe = (tell: () => void) => {
  addEventListener("online", tell);
  addEventListener("offline", tell);
  return () => {
    removeEventListener("online", tell);
    removeEventListener("offline", tell);
  };
};

/** Said once, above every page, while the browser has no network. */
export function Offline() {
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  return online ? null : (
    <p className="offline" role="status">
      No network. What was opened before can still be read; a desk on this machine goes on working.
    </p>
  );
}
