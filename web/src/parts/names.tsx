import { Link } from "wouter";
import type { Negotiation } from "../api/types.js";
import { useAsk } from "../api/use-answer.js";
import { useNegotiation } from "../shell/place.js";
import { useTo } from "../shell/times.js";

/** How the negotiation of this page is set up; undefined until it is known. */
export function useSetUp(): Negotiation | undefined {
  const negotiation = useNegotiation();
  return useAsk<{ negotiation: Negotiation }>("show", { negotiation }, negotiation !== undefined).data
    ?.negotiation;
}

/** Names of parties by code, of tracks and issues by id. What is not set up keeps its code. */
export function useNames(): (code: string) => string {
  const set = useSetUp();
  const names = new Map<string, string>();
  for (const p of set?.parties ?? []) names.set(p.code, p.name);
  for (const t of set?.tracks ?? []) names.set(t.id, t.name);
  for (const i of set?.issues ?? []) names.set(i.id, i.name);
  return (code) => names.get(code) ?? code;
}

/** Parties as links to their dossiers; others by their code. */
export function Parties({ codes }: { readonly codes: readonly string[] }) {
  const set = useSetUp();
  const id = useNegotiation();
  const to = useTo();
  return codes.map((code, i) => {
    const party = set?.parties.find((p) => p.code === code);
    return (
      <span key={code}>
        {i === 0 ? "" : i === codes.length - 1 ? " and " : ", "}
        {party === undefined ? code : <Link href={to(`/n/${id}/party/${code}`)}>{party.name}</Link>}
      </span>
    );
  });
}

export function Person({ name }: { readonly name: string }) {
  const id = useNegotiation();
  const to = useTo();
  return <Link href={to(`/n/${id}/person/${encodeURIComponent(name)}`)}>{name}</Link>;
}

export const People = ({ names }: { readonly names: readonly string[] }) =>
  names.map((name, i) => (
    <span key={name}>
      {i === 0 ? "" : ", "}
      <Person name={name} />
    </span>
  ));
