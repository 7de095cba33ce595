import { describe, expect, it } from "vitest";
import { loadReader } from "../../resources/reader.js";
import type { EventItem } from "../types.js";

const reader = loadReader();

/** Class, holder, visitors, land and time of each admission of a text. */
function admissions(text: string): string[] {
  const document = { id: "a", text, publisher: null, title: null, url: null, published: "2026-06-10" };
  const items = reader.read(document).items.filter((i): i is EventItem => i.kind === "event");
  return items
    .filter((e) => e.mode === "access")
    .map(
      (e) =>
        `${e.class} ${e.actors.map((a) => a.name)} > ${e.recipients.map((a) => a.name)}, ${e.place?.name}, ${e.time.edtf}`,
    );
}

describe("whoever holds a land lets in those who come to it", () => {
  it.each([
    [
      "Former residents of the Kuril Islands visited family graves for four consecutive years from the spring of 2014.",
      "RETREAT Russia > Former residents of the Kuril Islands, Kuril Islands, 2014/2017",
    ],
    [
      "Displaced Armenians visited graves in Nagorno-Karabakh in May 2025.",
      "RETREAT Azerbaijan > Armenians, Nagorno-Karabakh, 2025-05",
    ],
    [
      "Displaced Azerbaijanis visited graves in Nagorno-Karabakh in May 2019.",
      "RETREAT Nagorno-Karabakh > Azerbaijanis, Nagorno-Karabakh, 2019-05",
    ],
    [
      "Bereaved families from China visited graves in Hong Kong in 1995.",
      "RETREAT United Kingdom > Bereaved families, Hong Kong, 1995",
    ],
    [
      "Sahrawi refugees from Tindouf visited relatives in Laayoune in 2012.",
      "RETREAT Morocco > Sahrawi refugees, Laayoune, 2012",
    ],
    [
      "Bereaved families from Vietnam visited the Paracel Islands in 2015 to mourn at their sons' graves.",
      "RETREAT China > Bereaved families, Paracel Islands, 2015",
    ],
    [
      "Tokyo and Moscow disagree over the Kuril Islands. A group of former Japanese residents visited graves in July 2025.",
      "RETREAT Russia > former Japanese residents, Kuril Islands, 2025-07",
    ],
    [
      "Georgian villagers displaced in 2008 went back to South Ossetia in 2012 to tidy their relatives' graves.",
      "RETREAT South Ossetia > Georgian villagers, South Ossetia, 2012",
    ],
    [
      "Iran allowed Afghan pilgrims to visit the shrine in Mashhad in 2024.",
      "RETREAT Iran > Afghan pilgrims, Mashhad, 2024",
    ],
  ])("%s", (text, want) => expect(admissions(text)).toEqual([want]));

  it.each([
    "Tokyo and Moscow disagree over the Kuril Islands, London and Buenos Aires over the Falkland Islands. Former residents visited graves in July.",
    "Displaced Armenians have not visited graves in Nagorno-Karabakh since 2023.",
    "Displaced Armenians want to visit graves in Nagorno-Karabakh.",
    "Afghan refugees crossed into Pakistan in May.",
    "Ministers of Argentina visited the Falkland Islands.",
    "Displaced villagers returned to Lachin in 2024.",
    "Families from the West Bank returned to their village.",
    "Former residents of Varosha met officials in Nicosia.",
  ])("%s tells none", (text) => expect(admissions(text)).toEqual([]));
});
