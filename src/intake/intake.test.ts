import { describe, expect, it } from "vitest";
import {
  datelineAgency,
  datelineDate,
  decode,
  fileDate,
  lineDate,
  MAX_BYTES,
  readDispatch,
  urlDate,
} from "./index.js";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const code = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    return (error as { code?: string }).code ?? "none";
  }
  return "nothing thrown";
};

describe("decode", () => {
  it("reads UTF-8, UTF-16 with a mark, and Windows-1252", () => {
    expect(decode(utf8("Talks in Genève"), "a").text).toBe("Talks in Genève");
    const utf16 = new Uint8Array([0xff, 0xfe, ...[..."Talks"].flatMap((c) => [c.charCodeAt(0), 0])]);
    expect(decode(utf16, "b").text).toBe("Talks");
    const latin = new Uint8Array(
      [..."The Élysée said the talks would resume. Nobody in Genève objected."].map((c) => c.charCodeAt(0)),
    );
    expect(decode(latin, "c").text).toContain("Élysée");
  });

  it("names what it cannot take", () => {
    expect(code(() => decode(utf8(" \n\t"), "a"))).toBe("DOCUMENT_EMPTY");
    expect(code(() => decode(new Uint8Array(0), "a"))).toBe("DOCUMENT_EMPTY");
    expect(code(() => decode(new Uint8Array(MAX_BYTES + 1), "a"))).toBe("DOCUMENT_TOO_LARGE");
    expect(
      code(() =>
        decode(
          new Uint8Array(5000).map((_, i) => (i * 7) % 32),
          "a",
        ),
      ),
    ).toBe("DOCUMENT_BINARY");
    expect(code(() => decode(new Uint8Array([0xc3, 0x28]), "a", "utf-8"))).toBe("ENCODING_UNKNOWN");
    expect(code(() => decode(utf8("%PDF-1.7\n1 0 obj << /Type /Catalog >>"), "a"))).toBe("DOCUMENT_PDF");
    expect(decode(utf8("The ministers discussed the %PDF format."), "a").html).toBe(false);
  });
});

describe("readDispatch", () => {
  it("takes a header of known keys and leaves the rest as text", () => {
    const d = readDispatch(
      utf8("publisher: Pacific Wire\npublished: 2018-11-15\ntitle: Talks\n\nThey met."),
      "a",
    );
    expect(d).toMatchObject({
      publisher: "Pacific Wire",
      title: "Talks",
      text: "They met.",
      published: { date: "2018-11-15", from: "header" },
    });
    expect(readDispatch(utf8("Note: not a header\n\nThey met."), "b").text).toBe(
      "Note: not a header\n\nThey met.",
    );
  });

  it("takes the article out of a page, its date from JSON-LD, and no script", () => {
    const page = `<!doctype html><html><head><title>T</title><meta property="og:site_name" content="Pacific Wire">
      <script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2019-05-31T08:00:00+09:00"}</script></head>
      <body><nav>Home | World</nav><article><h1>Ministers meet</h1>${"<p>The ministers of the two countries met in Tokyo on Thursday and spoke for three hours about security.</p>".repeat(6)}
      <script>alert("x")</script></article></body></html>`;
    const d = readDispatch(utf8(page), "a.html");
    expect(d.published).toEqual({ date: "2019-05-31", from: "json-ld" });
    expect(d.publisher).toBe("Pacific Wire");
    expect(d.text).toContain("met in Tokyo on Thursday");
    expect(d.text).not.toMatch(/alert|</);
  });

  it("tells other languages", () => {
    expect(
      readDispatch(utf8("Le ministre des affaires étrangères a rencontré son homologue à Moscou mardi."), "a")
        .language,
    ).toBe("fr");
  });
});

describe("publisher", () => {
  it.each([
    ["Envoys meet\n\nOSLO (Wire) - The envoys met.", "Wire"],
    ["HARSTAD, Norway, July 28 (WNA) – The envoys met.", "WNA"],
    ["Oslo, Aug 7 (Nord News) The envoys met.", "Nord News"],
    ["OSLO, November 6. /WIRE/. The envoys met.", "WIRE"],
    ["OSLO, (Wire/Other) — The envoys met.", "Wire"],
    ["Oslo (Norway) hosts them again.", null],
    ["The Union (EU) - and its members - met.", null],
    ["Berg (left) - who met them - smiles.", null],
  ])("that a dateline credits: %s", (text, agency) => {
    expect(datelineAgency(text)).toBe(agency);
  });

  it("is the page's own where it names one", () => {
    const text = "publisher: The Nord\npublished: 2020-05-01\n\nOSLO (Wire) - The envoys met.";
    expect(readDispatch(new TextEncoder().encode(text), "a").publisher).toBe("The Nord");
  });
});

describe("publication date", () => {
  it("is read from an address or a dateline that has its year, else not at all", () => {
    expect(urlDate("https://example.org/2019/12/13/talks.html")?.date).toBe("2019-12-13");
    expect(urlDate("https://example.org/20191399/talks")).toBeNull();
    expect(datelineDate("ANKARA, Dec. 19, 2019 (Agency) - Talks began.")?.date).toBe("2019-12-19");
    expect(datelineDate("ANKARA, 3 June 2020 — Talks began.")?.date).toBe("2020-06-03");
    expect(datelineDate("ANKARA, Dec. 19 (Agency) - Talks began.")).toBeNull();
  });

  it.each([
    ["Wire | Oslo | Updated: 11-10-2020 06:18 IST | Created: 10-10-2020 06:18 IST", "2020-10-10"],
    ["World Wednesday 05/April/2017 17:10 PM", "2017-04-05"],
    ["By Wire | 22 January 2015", "2015-01-22"],
    ["OSLO | Fri Jun 28, 2013 8:18am EDT", "2013-06-28"],
    ["Updated: 27-01-2022 02:12 IST", "2022-01-27"],
    ["World December 08, 2023, 7:36", "2023-12-08"],
    ["Source: Wire | 2018-03-31 03:25:04 | Editor: berg", "2018-03-31"],
    ["January 9, 2017The envoys of Chad and Niger met.", "2017-01-09"],
    ["Oslo, Norway Est. May 19, 1883", null],
    ["Updated: 04/05/2022", null],
    ["The envoys last met on 3 May 2019", null],
  ])("is read from a line of its own: %s", (line, day) => {
    expect(lineDate(`Chad and Niger meet\n${line}\nThe envoys of Chad and Niger met.`)?.date ?? null).toBe(
      day,
    );
  });

  it("goes by what is called publication, and leaves the days of other stories below", () => {
    const told =
      "The envoys of Chad and Niger met in Oslo, where they spoke for hours of the border and of the return of prisoners, their hosts said.";
    expect(lineDate(`Talks\nUpdated 5 May 2019\n${told}\n${told}\nPublished 3 May 2019`)?.date).toBe(
      "2019-05-03",
    );
    expect(lineDate(`Talks\n${told}\n${told}\nA war that went on, 4 May 2011`)).toBeNull();
    expect(datelineDate("OSLO (Wire / Agency - 9th February, 2023) The envoys met.")?.date).toBe(
      "2023-02-09",
    );
  });

  it("is the one a file is named by where the article has none of its own", () => {
    expect(fileDate("press/2019-12-13-talks.txt")?.date).toBe("2019-12-13");
    expect(fileDate("talks_20191213.html")?.date).toBe("2019-12-13");
    expect(fileDate("2019_12_13 talks.txt")?.date).toBe("2019-12-13");
    for (const name of [
      "talks-20191399.txt",
      "2019-12-131.txt",
      "id-120191213.txt",
      "1-2019-12-13.txt",
      "a.txt",
    ])
      expect(fileDate(name), name).toBeNull();
    const text = new TextEncoder().encode("ANKARA, Dec. 19, 2019 (Agency) - Talks began.");
    expect(readDispatch(text, "2019-12-20.txt").published).toEqual({ date: "2019-12-19", from: "dateline" });
    const bare = new TextEncoder().encode("Talks began.");
    expect(readDispatch(bare, "2019-12-20.txt").published).toEqual({ date: "2019-12-20", from: "file name" });
  });
});
