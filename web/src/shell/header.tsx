import { type FormEvent, useState } from "react";
import { Link, useLocation } from "wouter";
import type { Listed } from "../api/types.js";
import { useAsk } from "../api/use-answer.js";
import { Known } from "./known.js";
import { Account, useMay } from "./me.js";
import { useNegotiation } from "./place.js";
import { useTo } from "./times.js";

interface Props {
  readonly open: boolean;
  onMenu(): void;
  onHelp(): void;
}

export function Header({ open, onMenu, onHelp }: Props) {
  const to = useTo();
  const id = useNegotiation();
  const [, go] = useLocation();
  const [q, setQ] = useState("");
  const mayAdd = useMay("editor", true);
  const list = useAsk<{ items: readonly Listed[] }>("list").data?.items ?? [];
  const search = (event: FormEvent) => {
    event.preventDefault();
    go(to("/search", q.trim() === "" ? {} : { q: q.trim() }));
  };
  return (
    <header className="top">
      <button
        type="button"
        className="menu-button quiet"
        aria-expanded={open}
        aria-controls="sections"
        onClick={onMenu}
      >
        Menu
      </button>
      <Link className="wordmark" href={to("/")}>
        Rapporteur
      </Link>
      <label className="which">
        <span className="unseen">Negotiation</span>
        <select
          value={id ?? ""}
          onChange={(e) => go(to(e.target.value === "" ? "/" : `/n/${e.target.value}`))}
        >
          <option value="">All negotiations</option>
          {list.map((n) => (
            <option key={n.id} value={n.id}>
              {n.name}
            </option>
          ))}
        </select>
      </label>
      <form className="find" role="search" aria-label="All articles" onSubmit={search}>
        <input
          type="search"
          id="find"
          aria-label="Search all articles"
          placeholder="Search  /"
          value={q}
          onChange={(e) => setQ(e.target.value)}
        />
      </form>
      <Known />
      <div className="top-links">
        {mayAdd ? <Link href={to("/add")}>Add</Link> : null}
        <Account />
        <button type="button" className="quiet" onClick={onHelp} aria-label="Keys and help">
          ?
        </button>
      </div>
    </header>
  );
}
