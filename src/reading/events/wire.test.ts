import { describe, expect, it } from "vitest";
import { loadReader } from "../../resources/reader.js";
import type { EventItem } from "../types.js";

const reader = loadReader();

/** Class, who and to whom, by codes, of each event of a sentence. */
function events(text: string): string[] {
  const document = { id: "w", text, publisher: null, title: null, url: null, published: "2021-06-10" };
  const items = reader.read(document).items.filter((i): i is EventItem => i.kind === "event");
  return items.map((e) => `${e.class} ${e.actors.map((a) => a.code)} > ${e.recipients.map((a) => a.code)}`);
}

describe("events as the wire words them", () => {
  it.each([
    ["Togo threw its weight behind Benin.", "SUPPORT TGO > BEN"],
    ["Togo took Benin to task over the arrests.", "ACCUSE TGO > BEN"],
    ["Benin said Togo was behind the raid.", "ACCUSE BEN > TGO"],
    ["Togo fired what appeared to be two missiles into the sea.", "MOBILIZE TGO > "],
    ["Togo said it would flood Benin with cheap rice if the duty was not lifted.", "THREATEN TGO > BEN"],
    ["A ship carrying wheat from Togo docked in Benin.", "AID TGO > BEN"],
    ["Togolese tanks were massed along the border with Benin.", "MOBILIZE TGO > BEN"],
    ["Togolese pensioners banged pots to protest against Benin.", "PROTEST TGO > BEN"],
    ["Striking Togolese miners occupied a pit.", "PROTEST TGO > TGO"],
    ["Togo detained two men who had written about Benin.", "COERCE TGO > TGO"],
    ["Togo issued a reminder to Benin that it must pay.", "REQUEST TGO > BEN"],
    ["Togo threatened a boycott unless Benin withdrew.", "THREATEN TGO > BEN"],
    ["Togo was the first country to recognise Benin.", "SUPPORT TGO > BEN"],
    ["Six Beninese were killed in a raid by Togo.", "ASSAULT TGO > BEN"],
    ["Togo pulled out the last of its troops from Benin.", "RETREAT TGO > BEN"],
    ["Togo gave Benin a cheap credit line.", "AID TGO > BEN"],
    ["Togo is arming rebels, Benin's minister charged.", "ACCUSE BEN > TGO"],
  ])("%s", (text, want) => expect(events(text)).toContain(want));

  it.each([
    "Togo is behind Benin in the table of growth.",
    "Togo is behind schedule with the road.",
    "Togo said the harvest would rot if the rains did not stop.",
    "A ship carrying cars from Togo docked in Benin.",
    "Togo is considering a request by Benin for fuel.",
    "A Togolese boat carried tourists off the coast of Benin.",
    "Togolese farmers sat on sacks of grain to rest.",
  ])("%s tells none", (text) => expect(events(text)).toEqual([]));
});
