import { parentPort, workerData } from "node:worker_threads";
import { type Job, work } from "./jobs.js";
import { readMaterial } from "./material.js";

/** A thread of the training command: answers each job with its result. */
const { folder, clusters } = workerData as { folder: string; clusters: string };
const material = readMaterial(folder, clusters);
parentPort?.on("message", (job: Job) => {
  const name = job.kind === "fold" ? `fold ${job.fold + 1}` : `${job.kind} ${job.seed}`;
  parentPort?.postMessage(work(job, material, (line) => console.log(`  ${name}: ${line.trim()}`)));
});
