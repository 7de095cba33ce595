import { useEffect } from "react";
import { useLocation } from "wouter";
import { addMonths, today } from "./dates.js";
import { useNegotiation } from "./place.js";
import { sections } from "./sections.js";
import { useField, useTo } from "./times.js";

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (/^(input|select|textarea)$/i.test(target.tagName) || target.isContentEditable);

/** Moves the focus between the lines of a page. Pages with keys of their own mark them `data-own-keys`. */
function step(by: number): void {
  const lines = [...document.querySelectorAll<HTMLElement>("#page [data-claim]")];
  const at = lines.findIndex((l) => l.contains(document.activeElement));
  const next = lines[at < 0 ? (by > 0 ? 0 : lines.length - 1) : at + by];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

/** Keys that work on every page; the help dialog lists them. */
export function useKeys(onHelp: () => void): void {
  const [, go] = useLocation();
  const id = useNegotiation();
  const to = useTo();
  const [known, setKnown] = useField("known");
  useEffect(() => {
    let waiting = false;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
      if (document.querySelector("dialog[open]") !== null) return;
      const { key } = event;
      if (waiting) {
        waiting = false;
        const page = sections.flatMap((s) => s.pages).find((p) => p.key === key);
        if (page !== undefined && id !== undefined) go(to(`/n/${id}${page.path}`));
        else if (key === "g") go(to("/"));
        return;
      }
      if (key === "g") waiting = true;
      else if (key === "?") onHelp();
      else if (key === "/") {
        event.preventDefault();
        document.getElementById("find")?.focus();
      } else if (key === "[") setKnown(addMonths(known || today(), -1));
      else if (key === "]" && known !== "")
        setKnown(addMonths(known, 1) >= today() ? "" : addMonths(known, 1));
      else if (document.querySelector("[data-own-keys]") === null) {
        if (key === "j") step(1);
        else if (key === "k") step(-1);
        else if (key === "o")
          document.activeElement
            ?.closest("[data-claim]")
            ?.querySelector<HTMLElement>("[data-evidence]")
            ?.click();
      }
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [go, to, id, known, setKnown, onHelp]);
}
