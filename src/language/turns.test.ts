import { expect, it } from "vitest";
import { segments } from "./segments.js";

const FURNITURE = { beginnings: new Map(), lines: new Set<string>() };
const KNOWN = { isTown: () => false, isSender: () => false };
const kinds = (text: string): string[] =>
  segments({ id: "t", text, publisher: null, title: null, url: null, published: null }, FURNITURE, KNOWN).map(
    (s) => `${s.kind}: ${text.slice(s.start, s.end).trim()}`,
  );

it("takes the labels of a transcript for turns, also where they look like a dateline", () => {
  expect(kinds("Q: Did they meet?\n\nNORWAY: They did.\n\nQ: Where?\n\nNORWAY: In Oslo.")).toEqual([
    "turn: Q:",
    "prose: Did they meet?",
    "turn: NORWAY:",
    "prose: They did.",
    "turn: Q:",
    "prose: Where?",
    "turn: NORWAY:",
    "prose: In Oslo.",
  ]);
});

it("takes no note, no list of three things and no dateline for a transcript", () => {
  expect(kinds("The envoys met.\n\nNote: They met again.\n\nBackground: They had met before.")).not.toContain(
    "turn: Note:",
  );
  expect(kinds("OSLO: The envoys met.\n\nThey parted.")).toContain("dateline: OSLO:");
});
