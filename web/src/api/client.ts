/** Asks the server. Every answer is JSON; an error carries the one shape of the product's errors. */

export class Refused extends Error {
  readonly code: string;
  readonly now: string;
  readonly status: number;
  constructor(code: string, detail: string, now: string, status: number) {
    super(detail);
    this.code = code;
    this.now = now;
    this.status = status;
  }
}

export type Fields = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

const base = "/api/v1/";

/** `GET`: reads. Names of use cases hold spaces; routes hold hyphens. */
export function ask<T>(name: string, fields: Fields = {}, signal?: AbortSignal): Promise<T> {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(fields)) {
    if (value === undefined || value === "") continue;
    for (const one of Array.isArray(value) ? value : [value]) query.append(key, String(one));
  }
  const text = query.toString();
  return send<T>(`${base}${name.replaceAll(" ", "-")}${text === "" ? "" : `?${text}`}`, { signal });
}

/** `POST`: writes. */
export const tell = <T>(name: string, body: unknown): Promise<T> =>
  send<T>(`${base}${name.replaceAll(" ", "-")}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });

/** `DELETE`: ends something. */
export const drop = <T>(name: string): Promise<T> => send<T>(`${base}${name}`, { method: "DELETE" });

async function send<T>(address: string, init: RequestInit): Promise<T> {
  let response: Response;
  try {
    response = await fetch(address, { credentials: "same-origin", ...init });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new Refused(
      "OFFLINE",
      "The server does not answer.",
      "Start it: rapporteur serve. This page tries again.",
      0,
    );
  }
  const value: unknown = await response.json().catch(() => null);
  if (response.ok && value !== null) return value as T;
  const e = (value as { error?: { code?: string; what?: string; detail?: string; now?: string } } | null)
    ?.error;
  throw new Refused(
    e?.code ?? "INTERNAL",
    [e?.what, e?.detail].filter(Boolean).join(" ") || `The server answered ${response.status}.`,
    e?.now ?? "Try again; if it stays, look at the server's log.",
    response.status,
  );
}
