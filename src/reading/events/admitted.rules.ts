import type { Rule } from "../rule.js";

/** A visit that tells of those who let it happen; `admitted.ts` reads it. */
export const admissionRules = [
  {
    id: "event/admitted",
    why: "where people who were made to leave a land, who have graves or kin there, or who come to pray go to it, whoever holds it has let them in",
    hits: [
      "Former residents of the Chagos Islands visited the graves of their parents in 2006.",
      "Bereaved relatives of Argentine soldiers travelled to the Falkland Islands to visit the cemetery.",
      "Greek Cypriot refugees returned to Varosha on Sunday to see their old homes.",
      "Displaced Georgians visited cemeteries in South Ossetia at Easter.",
      "Separated families from South Korea visited relatives at Mount Kumgang in August.",
      "Indian pilgrims crossed into Pakistan on Monday to pray at a shrine.",
      "Sahrawi families flew from Tindouf to Laayoune to see relatives.",
      "Serbs displaced from Kosovo visited cemeteries there.",
      "The families of the dead were allowed to visit graves in Crimea.",
      "Syrian Druze pilgrims crossed into the Golan Heights to pray at a tomb.",
      "Russia allowed former residents of the northern territories to visit family graves without visas.",
      "The second visit by former residents to graves on the Kuril Islands took place in July.",
    ],
    misses: [
      "The leaders agreed to study simpler procedures for visits by former residents to graves on the Kuril Islands.",
      "The visit by former residents to graves on the Kuril Islands, cancelled in June, would be carried out soon.",
      "Tourists visited the Golan Heights in March.",
      "Ukrainian families were not allowed to visit graves in Crimea.",
      "Former residents of Varosha demanded to visit the graves of their parents.",
      "Displaced Greek Cypriots will visit Varosha next month.",
      "Syrian refugees crossed into the Golan Heights to escape the shelling.",
      "Refugees from Nagorno-Karabakh arrived in Armenia on Monday.",
      "Former ministers visited the Falkland Islands.",
      "Villagers returned to their homes in Darfur after the flood.",
      "Families of the hostages travelled to Qatar to press for a deal.",
    ],
  },
] as const satisfies readonly Rule[];
