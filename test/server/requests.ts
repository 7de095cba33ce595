import type { Operation } from "../../src/server/index.js";
import { queryOf, type Served } from "./support.js";

export const known = { negotiation: "japan-russia", asKnownOn: "2019-12-15" };
export const text =
  "BANJUL, April 3, 2031 - The foreign ministers of Gambia and Senegal met in Banjul on Thursday and agreed to reopen the river crossing by June 1, officials said.";

/** One good request of every route over the example dossiers; null where a route refuses every one. */
export async function good(served: Served): Promise<(o: Operation) => Record<string, unknown> | null> {
  const lines = (await served.app.inject(`/api/v1/timeline?${queryOf(known)}`)).json();
  const statement = Object.keys(lines.evidence)[0];
  const document: string = lines.evidence[statement].document;
  const made = await served.app.inject({ method: "POST", url: "/api/v1/jobs/rebuild", payload: {} });
  const job: string = made.json().id;
  const decided = { action: "accept", ids: [statement], who: "A. Tester", why: "read it" };
  const kept = await served.app.inject({ method: "POST", url: "/api/v1/judge", payload: decided });
  const judgement: string = kept.json().items[0].id;
  const own: Record<string, () => Record<string, unknown> | null> = {
    demo: () => ({}),
    new: () => ({ id: "gambia-senegal", parties: ["GMB=Gambia", "SEN=Senegal"], aim: "treaty" }),
    list: () => ({}),
    check: () => ({}),
    export: () => ({}),
    rebuild: () => ({}),
    add: () => null,
    import: () => null,
    "model-new": () => null,
    "model-edit": () => null,
    explain: () => ({ text: "The ministers met in Banjul on Monday.", published: "2031-04-03" }),
    evidence: () => ({ id: statement }),
    history: () => ({ id: statement }),
    diff: () => ({ id: document }),
    judge: () => ({ action: "annotate", ids: [statement], who: "A. Tester", note: "checked" }),
    undo: () => ({ id: judgement, who: "A. Tester" }),
    moved: () => ({ ...known, since: "2019-09-01" }),
    "model-what-if": () => ({ model: "examples/japan-russia/model.conflict", quo: "two-islands" }),
    "model-suggest": () => known,
    read: () => ({ text, published: "2024-04-03" }),
    articles: () => ({ text, publisher: "River Post", published: "2024-04-03" }),
    documents: () => ({ id: document }),
    search: () => ({ q: "islands" }),
    changes: () => ({ since: 2 }),
    "jobs-articles": () => ({ articles: [{ text, published: "2024-04-04" }] }),
    "jobs-rebuild": () => ({}),
    jobs: () => ({}),
    job: () => ({ id: job }),
    "job-cancel": () => ({ id: job }),
    show: () => ({ negotiation: known.negotiation }),
    mark: () => ({ handling: "public", ids: [statement], who: "A. Tester" }),
    marks: () => ({}),
    audit: () => ({}),
    me: () => ({}),
  };
  return (o) => {
    if (Object.hasOwn(own, o.id)) return own[o.id]();
    if (o.id.startsWith("model-")) return { model: "japan-russia" };
    return o.group === "answers" || o.group === "record" ? known : {};
  };
}

export function requestOf(o: Operation, input: Record<string, unknown>) {
  const rest = { ...input };
  const path = o.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = encodeURIComponent(String(rest[name]));
    delete rest[name];
    return value;
  });
  if (o.method === "POST") return { method: o.method, url: path, payload: rest };
  return { method: o.method, url: `${path}?${queryOf(rest)}` };
}
