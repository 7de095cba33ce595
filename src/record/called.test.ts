import { describe, expect, it } from "vitest";
import { actor, dispatch, ledger, time } from "../../test/samples/dispatch.js";
import { loadLexicon } from "../resources/index.js";
import { createRecorder, parseNegotiation } from "./index.js";

const recorder = createRecorder(loadLexicon());
const talks = (...parties: object[]) => parseNegotiation({ id: "talks", parties });
const front = { code: "MLF", name: "Mountain Liberation Front", names: ["the Front"] };
const met = (text: string, ...parties: object[]) =>
  dispatch({ published: "2031-03-06", publisher: "Test Wire" }, [
    { text, items: [{ kind: "meeting", parties, time: time("2031-03-05") } as never] },
  ]);
const view = (n: ReturnType<typeof talks>, d: ReturnType<typeof met>) =>
  recorder.view(ledger([d]), n, { asKnownOn: "2032-01-01", about: "2032-01-01" });
const rebels = (name: string) => ({ ...actor("CHL", name), party: name });

describe("a party that no table knows", () => {
  it("is whoever a text calls by its name, in the record alone", () => {
    const d = met("The Mountain Liberation Front met Chilean envoys.", actor("CHL"), rebels(front.name));
    expect(view(talks({ code: "CHL", name: "Chile" }, front), d).meetings[0].parties).toEqual(["CHL", "MLF"]);
    expect(JSON.stringify(ledger([d]).statements)).not.toContain("MLF");
  });

  it("is found by another of its names, with what stands before it", () => {
    const d = met("Envoys of the Front met Chileans.", actor("CHL"), rebels("Envoys of the Front"));
    expect(view(talks({ code: "CHL", name: "Chile" }, front), d).meetings[0].parties).toEqual(["CHL", "MLF"]);
  });

  it("is no state that has its code, and nobody whose name only holds its own", () => {
    const d = met("The Frontier Party met Chilean envoys.", actor("CHL"), rebels("Frontier Party"));
    expect(view(talks({ code: "CHL", name: "Chile" }, front), d).meetings).toEqual([]);
    const named = talks({ code: "CHL", name: "Chile" }, { code: "BRN", name: "Northern Brotherhood" });
    const brothers = met(
      "The Northern Brotherhood met Chileans.",
      actor("CHL"),
      rebels("Northern Brotherhood"),
    );
    expect(view(named, brothers).meetings).toHaveLength(1);
  });
});
