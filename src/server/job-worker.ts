import { parentPort, workerData } from "node:worker_threads";
import { AppError, type Context, errorReport, loadUseCases, pasted } from "../app/index.js";
import { serverContext } from "./context.js";
import { CANCEL, PAUSE, type WorkerNews, type WorkerTask } from "./jobs.js";

/** Thread of one job: opens the store for itself, tells each step, stops where it is asked to. */
const task = workerData as WorkerTask;
const stop = new Int32Array(task.stop);
const tell = (news: WorkerNews): void => parentPort?.postMessage(news);

/** The server ends: what is done is told, the rest waits for the next server. */
class Paused extends Error {}

function goesOn(done: number, total: number): void {
  const asked = Atomics.load(stop, 0);
  if (asked === CANCEL) throw new AppError("JOB_CANCELLED", `It had done ${done} of ${total}.`);
  if (asked === PAUSE) throw new Paused();
}

type Outcome = Awaited<ReturnType<Awaited<ReturnType<typeof pasted>>["addText"]>>;

async function articles(input: Record<string, unknown>, context: Context): Promise<unknown> {
  const { addText, articlesInput, placeAll } = await pasted();
  const list = articlesInput.parse(input).articles;
  const items = [...(task.before as Outcome[])];
  tell({ type: "step", done: items.length, total: list.length });
  try {
    for (let i = items.length; i < list.length; i++) {
      goesOn(i, list.length);
      const file = list[i].file ?? `article ${i + 1}`;
      let item: Outcome;
      try {
        item = { ...(await addText(list[i], context)), file };
      } catch (error) {
        const { error: e } = errorReport(error);
        // A store that cannot be written stops the work: everything after it would fail the same way.
        if (e.code.startsWith("STORE_") || e.code === "INTERNAL") throw error;
        const nothing = {
          outcome: "refused",
          document: null,
          published: null,
          publishedFrom: null,
          statements: 0,
        } as const;
        item = { file, ...nothing, code: e.code, message: `${e.what} ${e.detail}` };
      }
      items.push(item);
      tell({ type: "step", done: i + 1, total: list.length, item });
    }
  } finally {
    await placeAll(context);
  }
  return { items, next: null, exit: items.some((i) => i.outcome === "refused") ? 3 : 0 };
}

async function useCase(name: string, input: Record<string, unknown>, context: Context): Promise<unknown> {
  const found = (await loadUseCases()).find((u) => u.name === name);
  return found?.run(found.input.parse(input), context);
}

function step(done: number, total: number): void {
  goesOn(done, total);
  tell({ type: "step", done, total });
}

const context = serverContext(task.storePath, { step, end: () => {} });
try {
  const result =
    task.kind === "articles"
      ? await articles(task.input, context)
      : await useCase(task.kind, task.input, context);
  tell({ type: "result", result });
} catch (error) {
  if (error instanceof Paused) tell({ type: "paused" });
  else tell({ type: "error", report: errorReport(error) });
} finally {
  await context.close();
}
