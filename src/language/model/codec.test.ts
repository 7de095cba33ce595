import { describe, expect, it } from "vitest";
import { CoreError } from "../../text/index.js";
import { decodeModel, encodeModel, MODEL_FORMAT, type ModelParts } from "./codec.js";
import { VALUE } from "./weights.js";

const weights = (bits: number, width: number, ...cells: [number, number][]) => {
  const values = new Float32Array(2 ** bits + width);
  for (const [at, value] of cells) values[at] = value;
  return { values, width, mask: 2 ** bits - 1 };
};

const parts: ModelParts = {
  made: "by hand",
  tagLabels: ["NOUN|NN", "VERB|VB"],
  openTags: [0, 1],
  uposNames: ["NOUN", "VERB"],
  arcLabels: ["case", "obj"],
  allowed: [[0], [1]],
  weights: {
    first: weights(4, 2, [3, 4], [5, -1], [9, 4]),
    second: weights(4, 2, [0, 1]),
    actions: weights(5, 4, [8, -2.5]),
    arcs: weights(3, 2),
  },
  quick: null,
  texts: { known: "17 0\n", lemmas: "e\tNOUN|NN\ts\t1\t\n", clusters: "café\t65665\n" },
};
const bytes = encodeModel(parts);

const codeOf = (b: Uint8Array): string => {
  try {
    decodeModel(b);
  } catch (error) {
    if (error instanceof CoreError) return error.code;
    throw error;
  }
  return "none";
};

/** The model with its header changed, length and all. */
function withHeader(change: (header: Record<string, unknown>) => void): Uint8Array {
  const size = new DataView(bytes.buffer).getUint32(4, true);
  const header = JSON.parse(Buffer.from(bytes.subarray(8, 8 + size)).toString("utf8"));
  change(header);
  const head = Buffer.from(JSON.stringify(header));
  const out = Buffer.concat([bytes.subarray(0, 8), head, bytes.subarray(8 + size)]);
  out.writeUInt32LE(head.length, 4);
  return out;
}

describe("model files", () => {
  it("come back as they were written", () => {
    const model = decodeModel(bytes);
    expect(model.made).toBe("by hand");
    expect(model.uposOfTag).toEqual(Int32Array.of(0, 1));
    expect(model.lemmatiser.lemma("boats", "NOUN|NN")).toBe("boat");
    expect(model.clusters.get("café")).toBe(65665);
    const { codes, mask } = model.tagger.first;
    const values = [...codes].map((c) => VALUE[c]);
    expect(mask).toBe(15);
    expect([values[3] > 0, values[5] < 0, values[4]]).toEqual([true, true, 0]);
    expect(Math.abs(values[3]) / Math.abs(values[5])).toBeCloseTo(4, 0);
  });

  it("of another format are refused", () => {
    for (const format of [MODEL_FORMAT - 1, MODEL_FORMAT + 1, "2", null])
      expect(
        codeOf(
          withHeader((h) => {
            h.format = format;
          }),
        ),
      ).toBe("MODEL_FORMAT");
  });

  it("that are damaged are refused", () => {
    expect(codeOf(new Uint8Array())).toBe("MODEL_DAMAGED");
    expect(codeOf(Uint8Array.from(bytes, (b, i) => (i === 0 ? b ^ 1 : b)))).toBe("MODEL_DAMAGED");
    expect(codeOf(Uint8Array.from(bytes, (b, i) => (i === bytes.length - 1 ? b ^ 1 : b)))).toBe(
      "MODEL_DAMAGED",
    );
    for (let cut = 0; cut < bytes.length; cut += 7) expect(codeOf(bytes.slice(0, cut))).toBe("MODEL_DAMAGED");
    expect(
      codeOf(
        withHeader((h) => {
          h.sections = [];
        }),
      ),
    ).toBe("MODEL_DAMAGED");
  });
});
