import { useEffect } from "react";
import { useLocation, useSearch } from "wouter";

/** Pages of one article or statement: they stand in no negotiation, but remember from which one they were opened. */
const ofWords = /^\/(read|e)\//;

/** Id of the negotiation that the address names; undefined on pages about none. */
export function useNegotiation(): string | undefined {
  const [path] = useLocation();
  const from = new URLSearchParams(useSearch()).get("n");
  const found = /^\/n\/([^/]+)/.exec(path);
  if (found !== null) return decodeURIComponent(found[1]);
  return ofWords.test(path) && from !== null && from !== "" ? from : undefined;
}

/** What an address has to carry so that its page remembers where it was opened from. */
export const remembering = (
  path: string,
  negotiation: string | undefined,
): Readonly<Record<string, string>> =>
  negotiation !== undefined && ofWords.test(path) ? { n: negotiation } : {};

/** The page's name in the window's title. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title === "" ? "Rapporteur" : `${title} · Rapporteur`;
  }, [title]);
}
