import { z } from "zod";
import { useCase } from "../use-case.js";
import { links } from "./links.js";
import { loadModel } from "./load.js";
import { knownInput, modelPath } from "./schema.js";
import { type Link, tally } from "./telling/index.js";

interface Output {
  readonly model: string;
  readonly title: string;
  readonly version: number;
  /** The day up to which the record was read for it. */
  readonly known: string | null;
  /** The file as it stands; docs/model-file.md describes it. */
  readonly text: string;
  /** Each quote of it, looked up in the record; null where no record is at hand. */
  readonly links: readonly Link[] | null;
  readonly follows: string;
}

/** The model's file with what became of its quotes: all that a face needs to solve and tell it on its own. */
export const showModel = useCase({
  name: "model show",
  summary: "Show a model's file, and where the record holds each quote in it",
  group: "model",
  input: z.object({ model: modelPath, asKnownOn: knownInput }),
  local: { model: "example" },
  positional: ["model"],
  output: z.strictObject({
    model: z.string(),
    title: z.string(),
    version: z.number(),
    known: z.string().nullable(),
    text: z.string(),
    links: z
      .array(
        z.strictObject({
          line: z.number(),
          words: z.string(),
          state: z.enum(["stands", "moved", "unread", "withdrawn", "gone"]),
          statement: z.string().nullable(),
          publisher: z.string().nullable(),
          published: z.string().nullable(),
          since: z.array(z.strictObject({ statement: z.string(), text: z.string() })),
        }),
      )
      .nullable(),
    follows: z.string(),
  }) as unknown as z.ZodType<Output>,
  example: "rapporteur model show examples/japan-russia/model.conflict",
  async run(input, context) {
    const model = await loadModel(input.model);
    const { file } = model;
    const found = await links(file, context, { required: false, asKnownOn: input.asKnownOn });
    return {
      model: model.path,
      title: file.title,
      version: file.version,
      known: file.known,
      text: model.text,
      links: found === null ? null : [...found.values()],
      follows: tally(model, found),
    };
  },
  render: ({ text, links: found, follows }) => {
    const at = new Map((found ?? []).map((l) => [l.line, l]));
    const lines = text.trimEnd().split("\n");
    return {
      text: lines
        .map((line, i) => {
          const link = at.get(i + 1);
          if (link === undefined) return line;
          const from = [link.publisher, link.published, link.statement?.slice(0, 8)]
            .filter(Boolean)
            .join(", ");
          return `${line}\n    # ${link.state}${from === "" ? "" : `: ${from}`}`;
        })
        .join("\n"),
      tail: [follows],
    };
  },
});
