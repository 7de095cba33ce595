import { useEffect } from "react";
import { useLocation } from "wouter";

/** Id of the negotiation that the address names; undefined on pages about none. */
export function useNegotiation(): string | undefined {
  const [path] = useLocation();
  const found = /^\/n\/([^/]+)/.exec(path);
  return found === null ? undefined : decodeURIComponent(found[1]);
}

/** The page's name in the window's title. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title === "" ? "Rapporteur" : `${title} · Rapporteur`;
  }, [title]);
}
