import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { type FoundDate, isoDay } from "./published.js";

/** Article of an HTML page: plain text only, markup never leaves this file. */
export interface Page {
  readonly text: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly published: FoundDate | null;
}

/** Takes article text, title, outlet and date out of a page; scripts and styles are dropped unread. */
export function readPage(html: string): Page {
  const { document } = parseHTML(html);
  const published = pageDate(document);
  const meta = (name: string): string | null =>
    document
      .querySelector(`meta[property="${name}"], meta[name="${name}"]`)
      ?.getAttribute("content")
      ?.trim() || null;
  const url = document.querySelector('link[rel="canonical"]')?.getAttribute("href") ?? meta("og:url");
  const publisher = meta("og:site_name");
  const ogTitle = meta("og:title");
  for (const junk of document.querySelectorAll("script, style, noscript, iframe, template")) junk.remove();
  const article = new Readability(document as never).parse();
  const content = article?.content
    ? parseHTML(`<html><body>${article.content}</body></html>`).document.body
    : document.body;
  return {
    text: blocks(content as unknown as Node),
    title: ogTitle ?? article?.title ?? null,
    publisher,
    url,
    published,
  };
}

interface Node {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<Node>;
}

const BLOCK =
  /^(P|DIV|SECTION|ARTICLE|H[1-6]|LI|UL|OL|BLOCKQUOTE|FIGURE|FIGCAPTION|TABLE|TR|BR|HR|HEADER|FOOTER|MAIN|BODY)$/;

/** Text with one paragraph a line, in document order. Explicit stack: deep nesting is bounded by memory, not by the call stack. */
function blocks(root: Node): string {
  const lines: string[] = [];
  let line = "";
  const flush = (): void => {
    const t = line.replace(/\s+/gu, " ").trim();
    if (t !== "") lines.push(t);
    line = "";
  };
  const stack: (Node | null)[] = [root];
  while (stack.length > 0) {
    const node = stack.pop();
    if (node === null || node === undefined) {
      flush();
      continue;
    }
    if (node.nodeType === 3) line += node.textContent ?? "";
    else if (node.nodeType === 1 || node.nodeType === 9) {
      const block = BLOCK.test(node.nodeName.toUpperCase());
      if (block) flush();
      if (block) stack.push(null);
      stack.push(...[...node.childNodes].reverse());
    }
  }
  flush();
  return lines.join("\n");
}

interface PageDocument {
  querySelector(selector: string): { getAttribute(name: string): string | null } | null;
  querySelectorAll(selector: string): Iterable<{ textContent: string | null }>;
}

function pageDate(document: PageDocument): FoundDate | null {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const date = jsonLdDate(script.textContent ?? "");
    if (date) return { date, from: "json-ld" };
  }
  for (const name of [
    "article:published_time",
    "og:published_time",
    "date",
    "dc.date",
    "pubdate",
    "publish-date",
  ]) {
    const date = isoDay(
      document.querySelector(`meta[property="${name}"], meta[name="${name}"]`)?.getAttribute("content"),
    );
    if (date) return { date, from: "meta" };
  }
  const time = isoDay(document.querySelector("time[datetime]")?.getAttribute("datetime"));
  return time ? { date: time, from: "time-element" } : null;
}

function jsonLdDate(text: string): string | null {
  try {
    const data: unknown = JSON.parse(text);
    const nodes = [
      data,
      ...(Array.isArray(data) ? data : []),
      ...((data as { "@graph"?: unknown[] })?.["@graph"] ?? []),
    ];
    for (const node of nodes) {
      const date = isoDay((node as { datePublished?: unknown } | null)?.datePublished);
      if (date) return date;
    }
  } catch {
    // A page's broken JSON-LD is no error of ours: other places are asked.
  }
  return null;
}
