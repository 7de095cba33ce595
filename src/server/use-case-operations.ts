import { z } from "zod";
import {
  AppError,
  exampleModels,
  loadPageInput,
  loadUseCases,
  type Paged,
  type UseCase,
} from "../app/index.js";
import type { Operation } from "./operation.js";
import { isList, paged, pageOutput } from "./paging.js";
import { isScoped, roleOf } from "./roles.js";

/** Every use case as a route. Those which only a person at this machine may ask for have none. */
export async function useCaseOperations(): Promise<Operation[]> {
  // `read` takes a file's name; its route takes the text instead and is among the server's own.
  const pageInput = await loadPageInput();
  return (await loadUseCases())
    .filter((u) => u.terminal !== true && u.name !== "read")
    .map((u) => operationOf(u, pageInput));
}

function operationOf(useCase: UseCase, pageInput: z.ZodRawShape): Operation {
  const id = useCase.name.replaceAll(" ", "-");
  const writes = useCase.writes === true;
  const local = Object.entries(useCase.local ?? {});
  const refused = local.filter(([, how]) => how === "refused").map(([name]) => name);
  const example = local.find(([, how]) => how === "example")?.[0];
  // What cannot be asked for without naming a file cannot be asked for at all.
  const never = refused.some((name) => !useCase.input.shape[name].safeParse(undefined).success);
  const shape = Object.fromEntries(
    Object.entries(useCase.input.shape).filter(([name]) => !refused.includes(name)),
  );
  const role = roleOf(id, writes);
  // Lists of lines page themselves.
  const cuts = !writes && isList(useCase.output) && !("limit" in shape);
  return {
    id,
    method: writes ? "POST" : "GET",
    path: `/api/v1/${id}`,
    summary: never ? `${useCase.summary}: on the server's machine only` : useCase.summary,
    group: useCase.group,
    role,
    scoped: isScoped(id, role),
    derived: !writes && id !== "audit" && id !== "check",
    input: z.strictObject(cuts ? { ...shape, ...pageInput } : shape),
    output: cuts ? pageOutput(useCase.output as z.ZodObject) : useCase.output,
    refused,
    async run(asked, { context }, caller) {
      const { limit, cursor, ...fields } = asked;
      const given = cuts ? fields : asked;
      const page = (answer: unknown): unknown => (cuts ? paged(answer, { limit, cursor } as Paged) : answer);
      if (never)
        throw new AppError("FILE_REFUSED", `"${useCase.name}" works on files of the server.`, {
          command: useCase.name,
        });
      // Whoever is signed in decides under that name, whatever the request says.
      const signed = caller !== null && "who" in useCase.input.shape ? { ...given, who: caller.name } : given;
      if (example === undefined) return page(await useCase.run(signed, context));
      const name = String(given[example]);
      const file = await exampleFile(name);
      return page(withName(await useCase.run({ ...signed, [example]: file }, context), example, file, name));
    },
  };
}

/** A bundled model's file by `examples/NAME/model.conflict` or by NAME alone. */
async function exampleFile(name: string): Promise<string> {
  const models = await exampleModels();
  const file = models.get(name) ?? models.get(`examples/${name}/model.conflict`);
  if (file !== undefined) return file;
  throw new AppError("FILE_REFUSED", `Bundled models are: ${[...models.keys()].join(", ")}.`, {
    model: name,
  });
}

/** The answer names the model as the request did, and not where it lies on the server. */
function withName(output: unknown, field: string, file: string, name: string): unknown {
  const answer = output as Record<string, unknown>;
  return answer[field] === file ? { ...answer, [field]: name } : answer;
}
