import { parentPort, workerData } from "node:worker_threads";
import { AppError, type Context, errorReport, loadUseCases, pasted } from "../app/index.js";
import { serverContext } from "./context.js";
import type { WorkerNews, WorkerTask } from "./jobs.js";

/** Thread of one job: opens the store for itself, tells each step, stops where it is asked to. */
const task = workerData as WorkerTask;
const stop = new Int32Array(task.stop);
const tell = (news: WorkerNews): void => parentPort?.postMessage(news);

function step(done: number, total: number): void {
  if (Atomics.load(stop, 0) === 1) throw new AppError("JOB_CANCELLED", `It had done ${done} of ${total}.`);
  tell({ type: "step", done, total });
}

async function articles(input: Record<string, unknown>, context: Context): Promise<unknown> {
  const { addText, articlesInput, placeAll } = await pasted();
  const list = articlesInput.parse(input).articles;
  const items: unknown[] = [];
  let exit = 0;
  try {
    for (const [i, article] of list.entries()) {
      step(i, list.length);
      const file = `article ${i + 1}`;
      try {
        items.push({ ...(await addText(article, context)), file });
      } catch (error) {
        const { error: e } = errorReport(error);
        // A store that cannot be written stops the work: everything after it would fail the same way.
        if (e.code.startsWith("STORE_") || e.code === "INTERNAL") throw error;
        const nothing = { outcome: "refused", document: null, published: null, statements: 0 };
        items.push({ file, ...nothing, code: e.code, message: `${e.what} ${e.detail}` });
        exit = 3;
      }
    }
  } finally {
    await placeAll(context);
  }
  tell({ type: "step", done: list.length, total: list.length });
  return { items, next: null, exit };
}

async function useCase(name: string, input: Record<string, unknown>, context: Context): Promise<unknown> {
  const found = (await loadUseCases()).find((u) => u.name === name);
  return found?.run(found.input.parse(input), context);
}

const context = serverContext(task.storePath, { step, end: () => {} });
try {
  const result =
    task.kind === "articles"
      ? await articles(task.input, context)
      : await useCase(task.kind, task.input, context);
  tell({ type: "result", result });
} catch (error) {
  tell({ type: "error", report: errorReport(error) });
} finally {
  await context.close();
}
