import { Link, useLocation } from "wouter";
import type { Negotiation } from "../api/types.js";
import { useAsk } from "../api/use-answer.js";
import { useMay } from "./me.js";
import { useNegotiation } from "./place.js";
import { sections } from "./sections.js";
import { useTo } from "./times.js";

export function Nav({ open }: { readonly open: boolean }) {
  const id = useNegotiation();
  const mayAdd = useMay("editor", true);
  return (
    <nav id="sections" className={open ? "side open" : "side"} aria-label="Pages">
      {id === undefined ? null : <Negotiated id={id} />}
      <h2>Desk</h2>
      <ul>
        <Item href="/" name="All negotiations" />
        <Item href="/search" name="Search" />
        {mayAdd ? <Item href="/add" name="Add an article" /> : null}
        <Item href="/method" name="Method and accuracy" />
        <Item href="/settings" name="Settings" />
      </ul>
    </nav>
  );
}

function Negotiated({ id }: { readonly id: string }) {
  const shown = useAsk<{ negotiation: Negotiation }>("show", { negotiation: id }).data?.negotiation;
  return (
    <>
      {sections.map(({ title, pages }) => (
        <div key={title}>
          <h2>{title}</h2>
          <ul>
            {pages.map((p) => (
              <Item key={p.path} href={`/n/${id}${p.path}`} name={p.name} />
            ))}
          </ul>
        </div>
      ))}
      {shown === undefined ? null : (
        <div>
          <h2>Parties</h2>
          <ul>
            {shown.parties.map((p) => (
              <Item key={p.code} href={`/n/${id}/party/${p.code}`} name={p.name} />
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function Item({ href, name }: { readonly href: string; readonly name: string }) {
  const [path] = useLocation();
  const to = useTo();
  return (
    <li>
      <Link href={to(href)} aria-current={path === href ? "page" : undefined}>
        {name}
      </Link>
    </li>
  );
}
