import { useCallback } from "react";
import { useLocation, useSearch } from "wouter";
import { remembering, useNegotiation } from "./place.js";

export interface Times {
  /** Only what was published by this day counts; undefined: today. */
  readonly known: string | undefined;
  /** Day in the world that is asked about; undefined: the same day. */
  readonly about: string | undefined;
}

const day = /^\d{4}-\d{2}-\d{2}$/;
const valid = (text: string | null): string | undefined =>
  text !== null && day.test(text) ? text : undefined;

export function useTimes(): Times {
  const query = new URLSearchParams(useSearch());
  return { known: valid(query.get("known")), about: valid(query.get("about")) };
}

/** One field of the address's query, and how to change it. An empty value takes it out. */
export function useField(name: string): [string, (value: string) => void] {
  const search = useSearch();
  const [path, go] = useLocation();
  const set = useCallback(
    (value: string) => {
      const query = new URLSearchParams(search);
      if (value === "") query.delete(name);
      else query.set(name, value);
      const text = query.toString();
      go(`${path}${text === "" ? "" : `?${text}`}`, { replace: true });
    },
    [search, path, go, name],
  );
  return [new URLSearchParams(search).get(name) ?? "", set];
}

/** An address on this desk with the page's times kept in it. */
export function useTo(): (path: string, more?: Readonly<Record<string, string>>) => string {
  const { known, about } = useTimes();
  const negotiation = useNegotiation();
  return (path, more = {}) => {
    const query = new URLSearchParams({
      ...(known ? { known } : {}),
      ...(about ? { about } : {}),
      ...remembering(path, negotiation),
      ...more,
    });
    const text = query.toString();
    return text === "" ? path : `${path}?${text}`;
  };
}
