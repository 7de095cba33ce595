import {
  type CommitmentEvidenceInput,
  type CommitmentInput,
  commitmentState,
} from "../../src/analysis/index.js";
import type { VectorCase } from "./run.js";

interface File {
  readonly commitments: readonly {
    readonly id: string;
    readonly text: string;
    readonly by: readonly string[];
    readonly type: CommitmentInput["type"];
    readonly due: readonly [string, string] | null;
    readonly condition?: string;
  }[];
  readonly firstRecorded: Readonly<Record<string, string>>;
  readonly evidence: readonly CommitmentEvidenceInput[];
  readonly expected: readonly {
    readonly commitment: string;
    readonly asKnownOn: string;
    readonly about: string;
    readonly state: string;
    readonly why: string;
    readonly evidence: readonly string[];
    readonly variant?: string;
  }[];
}

export function commitmentCases(file: File): VectorCase[] {
  const inputs = new Map(
    file.commitments.map((c): [string, CommitmentInput] => [
      c.id,
      {
        id: c.id,
        type: c.type,
        text: c.text,
        by: c.by,
        known: file.firstRecorded[c.id],
        due: c.due === null ? null : { earliest: c.due[0], latest: c.due[1] },
        condition: c.condition ?? null,
      },
    ]),
  );
  return file.expected.map((row) => {
    const left = row.variant?.replace("without ", "");
    const evidence = file.evidence.filter((e) => e.id !== left);
    const actual = commitmentState(inputs.get(row.commitment) as CommitmentInput, evidence, row);
    return {
      name: `${row.commitment} known ${row.asKnownOn} about ${row.about} ${row.variant ?? ""}`,
      expected: [row.state, row.why, row.evidence],
      actual: [actual?.state, actual?.why, actual?.evidence],
    };
  });
}
