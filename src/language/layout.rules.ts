import { stampOf } from "../text/index.js";

/** A line of a page that is no part of the story, known by its form alone. */
export interface LineRule {
  readonly id: string;
  readonly kind: "byline" | "boilerplate";
  readonly why: string;
  /** Longest line that it looks at, in characters. */
  readonly longest: number;
  readonly is: (line: string) => boolean;
  readonly hits: readonly [string, ...string[]];
  readonly misses: readonly [string, ...string[]];
}

const NAMES = "[A-Z][\\p{L}.'’-]+(?:\\s+(?:[A-Z][\\p{L}.'’-]+|and|of|in)){0,8}";
const BYLINE = new RegExp(
  `^\\s*[-–—]?\\s*(?:By|From|BY)\\s?:?\\s+${NAMES}(?:\\s*[,|]\\s*(?:(?:Staff|Correspondent|Writer|Reporter)[\\w ]*|${NAMES}|[\\d ]*\\p{Lu}?[\\p{L}\\d ,]*\\d{4}))*\\s*$`,
  "u",
);
const STAFF =
  /^[([]?(?:additional |with )?(?:reporting|writing|editing|compiled|edited|written|translated) (?:by|in)\b/iu;
const NOTE = /^(?:[([][^()[\]]{1,60}[)\]]\.?\s*){1,2}$/u;
const AGENCIES =
  "REUTERS|Reuters|AFP|AP|Associated Press|EPA|EFE|ANI|PTI|IANS|TASS|Xinhua|Yonhap|Kyodo|Anadolu|Getty(?: Images)?|Sputnik(?: International)?|Handout|Pool|Agencies";
const CREDIT = new RegExp(
  `^(?:(?:photo|image|picture|file|video)\\b[ :/-]*)?(?:${NAMES}\\s*[/|]\\s*)?[–—-]?\\s*(?:${AGENCIES})(?:\\s*[/|]\\s*[\\p{L} .'’-]+)*\\s*(?:News|photo|PHOTO|file)?$`,
  "iu",
);
const SIDES =
  /\((?:L|R|C|[LR]-[LR]|(?:\w+ )?(?:from )?(?:left|right)|cent(?:er|re)|(?:top|bottom)(?: \w+)?|file(?: photo)?)\)/iu;
const SIDES_OFF = /,\s?(?:(?:second|third|far|2nd|3rd) (?:from )?)?(?:left|right|cent(?:er|re))\s?,/giu;
/** The credit of a picture after what it shows. */
const CREDITED = new RegExp(
  `(?:[([]\\s*(?:(?:photo|image|picture|credit|file)\\b[^()[\\]]{1,60}|[^()[\\]]{0,40}\\b(?:${AGENCIES})(?:\\s?/[^()[\\]]{1,40}|\\s(?:photo|file|pool|handout)[^()[\\]]{0,20})|[^()[\\]]{1,40}/\\s?(?:${AGENCIES})[^()[\\]]{0,20})[)\\]]|[.,–—-]\\s*(?:Sputnik International|[^.,]{0,30}/\\s?(?:${AGENCIES})|(?:${AGENCIES})\\s?/[^.,]{1,30}|Getty Images|(?:photo|image|picture)(?: by|:)[^.]{1,40}))\\.?\\s*$`,
  "iu",
);
const SHOWN_ON =
  /(?:^|[\s,])(?:\p{Lu}[a-z]{2,8}\.?\s\d{1,2},\s|\d{1,2}\s\p{Lu}[a-z]{2,8},?\s)(?:19|20)\d\d$/u;
const CLOCK = /^\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,4})?$/iu;
const ENTRY_TITLE =
  /^\d{1,2}[:.]\d{2}\s?(?:[ap]\.?m\.?\s?)?(?:GMT|UTC|[A-Z]{1,3}[SD]?T)?\s+["“'‘]?\p{Lu}\p{Ll}/u;
/** Signs that running text has not, and words of scripts before or behind theirs. */
const CODE =
  /^[{}()[\];!,\s]+$|[{}]\s*;?\s*$|\bfunction\s?\(\w*[,)]|\bdocument\.\w+|\b\w+\.\w+\s?=\s?[\w.'"]+;|\b\w+\.\w+\(\w*\)(?:\[\d\])?;/u;
const READ = /^\d{1,2}\s?-?(?:min(?:ute)?s?)\.?(?:\sto)?[\s.-]read\b.{0,12}$/iu;

export const lineRules: readonly LineRule[] = [
  {
    id: "layout/byline",
    kind: "byline",
    why: "A line that opens with By or From and holds only names, titles and a day tells who wrote.",
    longest: 160,
    is: (line) => BYLINE.test(line),
    hits: [
      "By Anna Berg",
      "- By Anna Berg",
      "By Wire | 22 January 2015",
      "By Anna Berg, Staff Writer",
      "By: Wire News Service",
    ],
    misses: ["By Friday they had agreed.", "From Oslo the envoys flew home."],
  },
  {
    id: "layout/staff",
    kind: "boilerplate",
    why: "Agencies close a dispatch with those who reported, wrote and edited it.",
    longest: 300,
    is: (line) => STAFF.test(line),
    hits: ["(Reporting by Anna Berg, writing by Tom Holm)", "Additional reporting by Anna Berg in Oslo"],
    misses: ["Reporting on the talks is forbidden.", "Editing of the draft goes on."],
  },
  {
    id: "layout/note",
    kind: "boilerplate",
    why: "A paragraph that is one short note in brackets is a credit or a sign of the desk, not a sentence.",
    longest: 130,
    is: (line) => NOTE.test(line),
    hits: ["(Agencies)", "[Pool photo]", "(EU, file)", "(PHOTO NOT FOR SALE) (Agency)"],
    misses: ["(The envoys met in Oslo.) They left.", "Talks (the third) ended."],
  },
  {
    id: "layout/credit",
    kind: "boilerplate",
    why: "A line that is only a photographer's and an agency's name credits a picture.",
    longest: 90,
    is: (line) => CREDIT.test(line),
    hits: ["Anna Berg | Reuters", "REUTERS/Anna Berg/Pool", "Photo-ANI", "–IANS", "Reuters News"],
    misses: ["Reuters said so.", "Kenya | Uganda", "Pool reports spoke of a deal"],
  },
  {
    id: "layout/caption-sides",
    kind: "boilerplate",
    why: "Who stands left and who right is told under a picture; its present tense is of the day when it was taken.",
    longest: 400,
    is: (line) => SIDES.test(line) || [...line.matchAll(SIDES_OFF)].length > 1,
    hits: [
      "Kenya's foreign minister (left) greets his Ugandan colleague in Nairobi.",
      "Foreign Minister Anna Berg, left, and her colleague Tom Holm, right, shake hands.",
      "Envoy Anna Berg (2nd from left) speaks in Oslo",
    ],
    misses: [
      "The left (and the right) voted for the pact.",
      "The coalition, left, right and centre, backed the pact.",
    ],
  },
  {
    id: "layout/caption-credit",
    kind: "boilerplate",
    why: "A paragraph that ends in the credit of a picture tells what the picture shows.",
    longest: 500,
    is: (line) => CREDITED.test(line),
    hits: [
      "The presidents shake hands before their meeting in May. (photo credit: ANNA BERG/REUTERS)",
      "Deputies vote in parliament, December 11, 2015 - Sputnik International",
      "Envoys at the table in Oslo. Anna Berg/AFP",
    ],
    misses: [
      "The envoys left early (AP and AFP were told), which surprised the hosts.",
      "The parties will meet again in May, officials told AFP.",
      "The minister wrote that he would go to Oslo. (AGENCIES)",
    ],
  },
  {
    id: "layout/caption-day",
    kind: "boilerplate",
    why: "Words without a full stop that end in a whole day tell when a picture was taken.",
    longest: 400,
    is: (line) => line.length > 60 && SHOWN_ON.test(line),
    hits: ["Fighters react while riding on a truck at a gathering in the capital, Chad, July 16, 2016"],
    misses: ["Statement of 4 May 2019", "The envoys met on July 16, 2016."],
  },
  {
    id: "layout/stamp",
    kind: "boilerplate",
    why: "A line that holds a day and otherwise names, clocks and labels tells when the page was put out.",
    longest: 160,
    is: (line) => stampOf(line) !== null,
    hits: [
      "Wire | Oslo | Updated: 10-10-2020 06:18 IST | Created: 10-10-2020 06:18 IST",
      "OSLO | Fri Jun 28, 2013 8:18am EDT",
      "Posted: Apr 13, 2016 12:46 PM",
      "Tuesday, February 19, 2013",
      "World December 08, 2023, 7:36",
    ],
    misses: ["The envoys met on 3 May 2019", "Talks held in Oslo, 3 May 2019, brought no result"],
  },
  {
    id: "layout/clock",
    kind: "boilerplate",
    why: "A line that is only a time of day stamps an entry of a live page or the length of a film.",
    longest: 24,
    is: (line) => CLOCK.test(line) || READ.test(line),
    hits: ["13:05 GMT", "01:36", "4.15pm BST", "1 minute read.", "3 Min Read"],
    misses: ["13:05 The envoys arrive", "3 minutes later they left"],
  },
  {
    id: "layout/entry-title",
    kind: "boilerplate",
    why: "On a live page a line that opens with a time of day and has no full stop is the title of an entry, which tells it again.",
    longest: 200,
    is: (line) => ENTRY_TITLE.test(line) && !/[.!?]["”’]?$/u.test(line),
    hits: ["10.45am BST Chad says it will sign", "13:05 GMT Envoys arrive in Oslo"],
    misses: ["10.45am BST Chad's envoy arrived in Oslo.", "13:05 and no news"],
  },
  {
    id: "layout/code",
    kind: "boilerplate",
    why: "Pages that were saved whole carry lines of their scripts.",
    longest: 4000,
    is: (line) => /[{}();]/.test(line) && CODE.test(line),
    hits: [
      "if ( document.referrer.indexOf( document.domain ) < 0 ) {",
      "}",
      "!function(f,b,e,v,n,t,s)",
      "t.src=v;s=b.getElementsByTagName(e)[0];",
    ],
    misses: ["The envoys {sic} left; the hosts stayed.", "The function (of the council) is to advise."],
  },
];
