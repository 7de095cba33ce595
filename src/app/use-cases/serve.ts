import { z } from "zod";
import { AppError } from "../errors.js";
import { useCase } from "../use-case.js";

interface Output {
  readonly address: string;
  readonly store: string;
}

/** Opens the desk. It runs until the process is told to end (Ctrl-C): requests under way are answered first. */
export const serve = useCase({
  name: "serve",
  summary: "Open the desk and its API in the browser, on this machine or for a team",
  group: "upkeep",
  input: z.object({
    port: z.number().int().min(0).max(65535).default(4747).describe("where to listen; 0 takes any free port"),
    host: z
      .string()
      .default("127.0.0.1")
      .describe(
        "whom to listen to: 127.0.0.1 is this machine and asks for no login, anything else demands tokens",
      ),
    login: z.boolean().optional().describe("demand tokens on this machine too, e.g. behind a proxy"),
    log: z
      .boolean()
      .optional()
      .describe("tell each request on stderr, one JSON object a line (default: where tokens are demanded)"),
    origin: z
      .array(z.string())
      .optional()
      .describe("addresses under which a proxy shows it, e.g. https://desk.example.org"),
    issuer: z
      .string()
      .optional()
      .describe(
        "identity provider (OpenID Connect) that people of `rapporteur user new --identity` sign in with",
      ),
    client: z
      .string()
      .optional()
      .describe(
        "this server's name there; its secret is in RAPPORTEUR_OIDC_SECRET; sends back to ORIGIN/oidc/back",
      ),
    perMinute: z
      .number()
      .int()
      .min(1)
      .optional()
      .describe("requests of one address a minute, more are refused (default: 600, on this machine 6000)"),
  }),
  terminal: true,
  positional: [],
  output: z.strictObject({ address: z.string(), store: z.string() }) as unknown as z.ZodType<Output>,
  example: "rapporteur serve --port 0",
  async run(input, context) {
    if (context.serve === undefined)
      throw new AppError("USAGE", "Only a command line can open a server.", { command: "serve" });
    return { address: await context.serve(input), store: context.storePath };
  },
  render: ({ address, store }) => ({
    lead: [`The desk is open at ${address} over ${store}.`, `Its API is described at ${address}/api/docs`],
    tail: ["Ctrl-C ends it."],
  }),
});
