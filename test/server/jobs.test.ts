import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Served, serve } from "./support.js";

let served: Served;
let address = "";
beforeAll(async () => {
  served = await serve();
  address = await served.app.listen({ host: "127.0.0.1", port: 0 });
});
afterAll(() => served.close());

const article = (i: number) => ({
  text: `The foreign ministers of Gambia and Senegal met in Banjul on May ${1 + (i % 28)}, 2024. They agreed on point ${i} of the river treaty.`,
  title: `Talks, part ${i}`,
  publisher: "River Post",
  published: "2024-06-01",
});
const start = async (articles: readonly object[]): Promise<string> => {
  const made = await served.app.inject({
    method: "POST",
    url: "/api/v1/jobs/articles",
    payload: { articles },
  });
  expect(made.statusCode).toBe(202);
  return made.json().id;
};

/** States and progress of a job as its stream tells them, to its end. */
async function stream(
  id: string,
  on: (event: string, job: { done: number }) => void = () => {},
): Promise<string[]> {
  const answer = await fetch(`${address}/api/v1/jobs/${id}/events`);
  expect(answer.headers.get("content-type")).toBe("text/event-stream");
  expect(answer.headers.get("content-security-policy")).toContain("default-src 'self'");
  const states: string[] = [];
  let rest = "";
  for await (const part of answer.body as unknown as AsyncIterable<Uint8Array>) {
    rest += new TextDecoder().decode(part);
    const events = rest.split("\n\n");
    rest = events.pop() ?? "";
    for (const e of events) {
      const [, event, data] = /^event: (\w+)\ndata: (.*)$/.exec(e) ?? [];
      if (event === undefined) continue;
      states.push(event);
      on(event, JSON.parse(data));
    }
  }
  return states;
}

describe("jobs", () => {
  it("keep many articles beside the server, telling each step; a bad one leaves the others", async () => {
    const id = await start([
      article(1),
      { text: "" },
      article(2),
      { text: "The ministers met on Monday." },
      article(3),
    ]);
    const steps: number[] = [];
    const states = await stream(id, (_, job) => steps.push(job.done));
    expect(states.at(-1)).toBe("done");
    expect([...steps].sort((a, b) => a - b)).toEqual(steps);
    expect(steps.at(-1)).toBe(5);
    const { result } = (await served.app.inject(`/api/v1/jobs/${id}`)).json();
    expect(result.items.map((i: { outcome: string; code: string | null }) => i.code ?? i.outcome)).toEqual([
      "added",
      "DOCUMENT_EMPTY",
      "added",
      "PUBLISHED_MISSING",
      "added",
    ]);
    expect((await served.app.inject("/api/v1/list")).json().counts.documents).toBe(3);
  });

  it("stop where they are asked to and keep what is done; the server answers meanwhile", async () => {
    const id = await start(Array.from({ length: 400 }, (_, i) => article(100 + i)));
    let asked = false;
    const states = await stream(id, (event, job) => {
      if (asked || event !== "running" || job.done < 3) return;
      asked = true;
      void served.app.inject({ method: "DELETE", url: `/api/v1/jobs/${id}` });
    });
    expect(states.at(-1)).toBe("cancelled");
    const job = (await served.app.inject(`/api/v1/jobs/${id}`)).json();
    expect(job.error.code).toBe("JOB_CANCELLED");
    expect(job.done).toBeLessThan(400);
    const { counts } = (await served.app.inject("/api/v1/list")).json();
    expect(counts.documents).toBeGreaterThanOrEqual(3 + 3);
    expect(counts.documents).toBeLessThan(400);
    expect((await served.app.inject("/api/v1/check")).json().ok).toBe(true);
  });

  it("wait for each other, and one that has not begun can be called off", async () => {
    const first = await start(Array.from({ length: 5 }, (_, i) => article(600 + i)));
    const second = await start([article(700)]);
    const off = await served.app.inject({ method: "DELETE", url: `/api/v1/jobs/${second}` });
    expect(off.json().state).toBe("cancelled");
    expect((await stream(first)).at(-1)).toBe("done");
    expect((await stream(second)).at(-1)).toBe("cancelled");
  });
});
