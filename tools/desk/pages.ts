/** Addresses of every page over the example dossiers, made from what the server says is in them. */
export interface PageAt {
  /** Short name, for reports and pictures. */
  readonly name: string;
  readonly path: string;
}

const dossiers = [
  { id: "japan-russia", known: "2019-12-17" },
  { id: "nile-dam", known: "2020-08-05" },
] as const;

const sections = [
  ["home", ""],
  ["why", "/why"],
  ["timeline", "/timeline"],
  ["changes", "/changes"],
  ["brief", "/brief"],
  ["meetings", "/meetings"],
  ["agreements", "/agreements"],
  ["commitments", "/commitments"],
  ["proposals", "/proposals"],
  ["positions", "/positions"],
  ["measures", "/measures"],
  ["conditions", "/conditions"],
  ["linkages", "/linkages"],
  ["assessments", "/assessments"],
  ["quotes", "/quotes"],
  ["events", "/events"],
  ["sources", "/sources"],
  ["contradictions", "/contradictions"],
  ["identity", "/identity"],
  ["review", "/review"],
  ["model", "/model"],
] as const;

interface Listed {
  readonly items: readonly {
    readonly id: string;
    readonly representatives: readonly string[];
    readonly reports: readonly { readonly statement: string }[];
  }[];
  readonly evidence: Readonly<
    Record<string, { readonly document: string; readonly start: number; readonly end: number }>
  >;
}

export async function pagesOf(address: string): Promise<PageAt[]> {
  const pages: PageAt[] = [{ name: "portfolio", path: "/?known=2019-12-17" }];
  for (const [i, { id, known }] of dossiers.entries()) {
    const name = (page: string): string => (i === 0 ? page : `${page}-${id}`);
    for (const [page, path] of sections)
      pages.push({ name: name(page), path: `/n/${id}${path}?known=${known}` });
    const answer = await fetch(`${address}/api/v1/meetings?negotiation=${id}&asKnownOn=${known}`);
    const { items, evidence } = (await answer.json()) as Listed;
    const most = items.toSorted((a, b) => b.reports.length - a.reports.length)[0];
    const { statement } = most.reports[0];
    const { document, start, end } = evidence[statement];
    const person = items.flatMap((m) => m.representatives)[0];
    const { negotiation } = (await (await fetch(`${address}/api/v1/show?negotiation=${id}`)).json()) as {
      negotiation: { parties: readonly { code: string }[] };
    };
    pages.push(
      { name: name("meeting"), path: `/n/${id}/meetings/${most.id}?known=${known}` },
      { name: name("party"), path: `/n/${id}/party/${negotiation.parties[0].code}?known=${known}` },
      {
        name: name("reader"),
        path: `/read/${document}?s=${statement}&at=${start}-${end}&n=${id}&known=${known}`,
      },
      { name: name("evidence"), path: `/e/${statement}?n=${id}&known=${known}` },
    );
    if (person !== undefined)
      pages.push({
        name: name("person"),
        path: `/n/${id}/person/${encodeURIComponent(person)}?known=${known}`,
      });
  }
  pages.push(
    { name: "search", path: "/search?q=treaty" },
    { name: "add", path: "/add" },
    { name: "method", path: "/method?known=2019-12-17" },
    { name: "settings", path: "/settings" },
  );
  return pages;
}
