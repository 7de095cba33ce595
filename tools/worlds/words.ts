/** Made-up stuff of made-up negotiations. Codes are real, since the record knows states by them; nothing else is. */
export const codes =
  "ARG AUS AUT BGD BOL BRA BGR CAN CHL COL HRV CYP CZE DNK ECU EGY EST ETH FIN FRA DEU GHA GRC HUN ISL IND IDN IRN IRQ IRL ISR ITA JPN JOR KAZ KEN KOR KWT LAO LVA LBN LBY LTU MYS MEX MDA MNG MAR MMR NPL NLD NZL NGA NOR OMN PAK PAN PRY PER PHL POL PRT QAT ROU RUS SAU SEN SRB SGP SVK SVN ZAF ESP LKA SDN SWE CHE SYR TJK THA TUN TUR UGA UKR GBR URY USA UZB VEN VNM YEM ZMB ZWE".split(
    " ",
  );

export const towns =
  "Alvastra Brenholm Caldera Dorvik Estremoz Falkenau Garrison Halden Ishikawa Jarvela Kestrel Lindholm Marbella Nordby Ostrava Palmira Quellin Rosendal Salvora Tarnow Umbria Valmont Westray Xanten Yarrow Zellwig Ardmore Belmonte Corvina Dunmore".split(
    " ",
  );

export const surnames =
  "Abara Bellini Castro Dvorak Eriksen Fontaine Garcia Haddad Ivanova Jansen Kowalski Lindqvist Moreau Novak Okafor Petrov Quist Rahman Santos Tanaka Ueda Vargas Weber Xu Yamada Zapata Brandt Chaudhry Demir Engel Farouk Gomes".split(
    " ",
  );

export const outlets =
  "Meridian Wire|Harbour Post|Northern Ledger|Daily Beacon|Strait Times|Capital Herald|Orion Agency|Coastal Review|The Lantern|Evening Sentinel|Valley Courier|Pacific Digest|Civic Journal|Mountain Echo|World Dispatch".split(
    "|",
  );

export const wires = ["Meridian Wire", "Orion Agency"];

export const nouns =
  "fisheries quota border crossing customs water share dam prisoner exchange demarcation visa corridor pipeline tariff airspace inspection ceasefire hotline survey registry transit permit reservoir grazing license radar patrol buoy islet archive pension railway bridge ferry grain export credit loan currency audit school clinic language broadcast heritage shrine cemetery convoy checkpoint drone satellite cable harbour dredging salmon cod timber ore lithium gas storage electricity grid meter seismic observer mandate monitor commission tribunal arbitration deposit guarantee clause annex protocol schedule calendar deadline".split(
    " ",
  );

export const verbs =
  "expand limit share reopen suspend verify publish restore finance extend monitor exchange withdraw register lease rebuild certify phase".split(
    " ",
  );

export const filler =
  "according to people familiar with the matter|after a long afternoon of talks|as both delegations prepared to leave|despite heavy rain and delayed flights|in remarks carried by local radio|officials told reporters in the lobby|without giving further detail|following a short pause in the programme|at the end of a crowded week|amid questions about the timetable".split(
    "|",
  );
