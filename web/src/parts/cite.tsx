import { useState } from "react";
import { Link } from "wouter";
import type { Evidence } from "../api/types.js";
import { today } from "../shell/dates.js";
import { useTimes, useTo } from "../shell/times.js";
import { useSetUp } from "./names.js";
import { apart } from "./words.js";

/** Copies text; says so for a moment. Without a clipboard (plain HTTP) it shows the text to copy by hand. */
export function Copy({
  text,
  name,
  label,
}: {
  readonly text: () => string;
  readonly name: string;
  readonly label?: string;
}) {
  const [said, say] = useState<string | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text());
      say("Copied");
    } catch {
      prompt("Copy this", text());
    }
    setTimeout(() => say(null), 1600);
  };
  return (
    <button type="button" className="quiet small" aria-label={label} onClick={() => void copy()}>
      {said ?? name}
      <span className="unseen" role="status">
        {said}
      </span>
    </button>
  );
}

/** `here`: this is the line's own page, which needs no link to itself. */
export function Cite({ e, here = false }: { readonly e: Evidence; readonly here?: boolean }) {
  const to = useTo();
  const { known } = useTimes();
  const link = () => `${location.origin}${to(`/e/${e.statement}`, { known: known ?? today() })}`;
  const citation = () =>
    `“${apart(e.quote)}” ${apart(e.publisher ?? "Unnamed outlet")}${e.title ? `, “${apart(e.title)}”` : ""}, ${e.published ?? "undated"}. Rapporteur ${e.statement}, as known on ${known ?? today()}: ${link()}`;
  const short = e.quote.slice(0, 60);
  return (
    <div className="claim-tools">
      {here ? null : (
        <Link className="small" href={to(`/e/${e.statement}`)} aria-label={`Details: ${short}`}>
          Details
        </Link>
      )}
      <Copy text={link} name="Link" label={`Copy a link to: ${short}`} />
      <Copy text={citation} name="Cite" label={`Copy a citation of: ${short}`} />
    </div>
  );
}

/** A link to this page as it is, on the day it is asked about, and how to cite it. */
export function CitePage({ title }: { readonly title: string }) {
  const { known } = useTimes();
  const set = useSetUp();
  const link = () => {
    const address = new URL(location.href);
    if (set !== undefined) address.searchParams.set("known", known ?? today());
    return address.href;
  };
  const citation = () =>
    [
      `“${[...new Set([title, set?.name])].filter(Boolean).join(": ")}”`,
      `Rapporteur${set === undefined ? "" : `, as known on ${known ?? today()}`}`,
      `read on ${today()}: ${link()}`,
    ].join(", ");
  return (
    <div className="tools cite-page">
      <Copy text={link} name="Link" label="Copy a link to this page as it is" />
      <Copy text={citation} name="Cite" label="Copy a citation of this page" />
    </div>
  );
}
