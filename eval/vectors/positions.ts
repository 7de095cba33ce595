import { drift, gapAt, type PositionInput, turningPoints } from "../../src/analysis/index.js";
import { daysInMonth } from "../../src/text/index.js";
import type { VectorCase } from "./run.js";

interface File {
  readonly issue: string;
  readonly positions: readonly {
    readonly party: string;
    readonly from: string;
    readonly rung: [number, number];
  }[];
  readonly expected: {
    readonly gap: readonly { readonly at: string; readonly gap: readonly [number, number] }[];
    readonly drift: readonly {
      readonly party: string;
      readonly at: string;
      readonly steps: readonly number[];
      readonly kind: string;
    }[];
    readonly turningPoints: readonly {
      readonly at: string;
      readonly precipitant: string;
      readonly consequence: string;
    }[];
  };
}

const month = (text: string): { earliest: string; latest: string } => {
  const [y, m] = text.split("-").map(Number);
  return { earliest: `${text}-01`, latest: `${text}-${daysInMonth(y, m)}` };
};

/** A headwind is given where the file names an external background, since the file lists positions only. */
export function positionCases(file: File): VectorCase[] {
  const inputs = file.positions.map(
    (p, i): PositionInput => ({
      id: `p${i}`,
      party: p.party,
      issue: file.issue,
      from: p.from.startsWith("before") ? null : month(p.from),
      rung: p.rung,
      known: "2019-12-15",
    }),
  );
  const parties = [...new Set(inputs.map((p) => p.party))].sort() as [string, string];
  const out: VectorCase[] = [];
  for (const g of file.expected.gap)
    out.push({ name: `gap ${g.at}`, expected: g.gap, actual: gapAt(inputs, parties, g.at)?.gap });
  const moves = drift(inputs);
  out.push({ name: "number of moves", expected: file.expected.drift.length, actual: moves.length });
  for (const d of file.expected.drift) {
    const move = moves.find((m) => m.party === d.party && m.at.earliest.startsWith(d.at));
    const kind = d.kind.split(" ")[0];
    out.push({
      name: `drift ${d.party} ${d.at}`,
      expected: [d.steps, kind],
      actual: [move?.steps, move?.kind],
    });
  }
  const outside = file.expected.turningPoints
    .filter((t) => t.precipitant.includes("external"))
    .map((t) => ({ id: t.at, ...month(t.at) }));
  const turns = turningPoints(inputs, parties, outside);
  out.push({
    name: "number of turning points",
    expected: file.expected.turningPoints.length,
    actual: turns.length,
  });
  for (const t of file.expected.turningPoints) {
    const turn = turns.find((x) => x.at.earliest.startsWith(t.at));
    const precipitant = t.precipitant.replaceAll(/ \([^)]*\)/g, "");
    out.push({
      name: `turn ${t.at}`,
      expected: [precipitant, t.consequence],
      actual: [turn?.precipitant, turn?.consequence],
    });
  }
  return out;
}
