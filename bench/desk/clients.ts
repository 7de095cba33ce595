import { Agent, request } from "node:http";
import { addDays } from "../../src/text/index.js";
import { Random } from "../../tools/worlds/random.js";
import { quantile, seconds } from "../support/measure.js";

/** How one route answered under the load; times in milliseconds. */
export interface Load {
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly answered: number;
  readonly failed: number;
}

/**
 * The ten routes that the pages of the desk ask most. As people ask: any negotiation, half of the times as known today and half on
 * some day of the past, lists by the page.
 */
const routes = (
  negotiation: string,
  asKnownOn: string,
  statement: string,
): Readonly<Record<string, string>> => {
  const of = `negotiation=${negotiation}&asKnownOn=${asKnownOn}`;
  return {
    list: "list",
    status: `status?${of}`,
    timeline: `timeline?${of}&limit=100`,
    meetings: `meetings?${of}&limit=100`,
    commitments: `commitments?${of}&limit=100`,
    positions: `positions?${of}&limit=100`,
    proposals: `proposals?${of}&limit=100`,
    moved: `moved?${of}&since=${addDays(asKnownOn, -30)}`,
    evidence: `evidence?id=${statement}`,
    search: `search?q=ministers%20${negotiation}&limit=20`,
  };
};

const DAYS = 60;

/** So many clients at a time, one route after the other, each for so many seconds; a client asks again when it is answered. */
export async function load(
  address: string,
  negotiations: readonly string[],
  clients: number,
  time: number,
): Promise<Record<string, Load>> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const statements = await statementsOf(agent, address, negotiations);
  await indexed(agent, address);
  const out: Record<string, Load> = {};
  for (const route of Object.keys(routes("", "2026-01-01", ""))) {
    const random = new Random(11);
    const times: number[] = [];
    let failed = 0;
    const end = seconds() + time;
    const client = async (): Promise<void> => {
      while (seconds() < end) {
        const day = random.chance(0.5) ? "2026-01-01" : addDays("2021-08-01", 10 * random.int(0, DAYS));
        const path = routes(random.pick(negotiations), day, random.pick(statements))[route];
        const start = seconds();
        const status = await get(agent, `${address}/api/v1/${path}`).then(
          (a) => a.status,
          () => 0,
        );
        times.push((seconds() - start) * 1000);
        if (status !== 200) failed++;
      }
    };
    const start = seconds();
    await Promise.all(Array.from({ length: clients }, client));
    const took = seconds() - start;
    times.sort((a, b) => a - b);
    const at = (q: number): number => Math.round(quantile(times, q) * 10) / 10;
    out[route] = {
      perSecond: Math.round(times.length / took),
      p50: at(0.5),
      p95: at(0.95),
      p99: at(0.99),
      answered: times.length,
      failed,
    };
  }
  agent.destroy();
  return out;
}

/** Waits until search knows all articles: until then it answers late, and with what it has. */
async function indexed(agent: Agent, address: string): Promise<void> {
  const start = seconds();
  for (let asked = 1; ; asked++) {
    const { body } = await get(agent, `${address}/api/v1/search?q=ministers&limit=1`, true);
    if ((JSON.parse(body) as { complete: boolean }).complete) return;
    if (asked % 10 === 0)
      console.error(`  search has been taking articles in for ${Math.round(seconds() - start)} s`);
  }
}

async function statementsOf(
  agent: Agent,
  address: string,
  negotiations: readonly string[],
): Promise<string[]> {
  const out: string[] = [];
  for (const id of negotiations.slice(0, 10)) {
    const { body } = await get(
      agent,
      `${address}/api/v1/events?negotiation=${id}&asKnownOn=2026-01-01&limit=50`,
      true,
    );
    out.push(...Object.keys((JSON.parse(body) as { evidence: object }).evidence));
  }
  if (out.length === 0) throw new Error("the worlds have no evidence to open");
  return out;
}

function get(agent: Agent, url: string, plain = false): Promise<{ status: number; body: string }> {
  return new Promise((done, fail) => {
    // As browsers ask. Only what is read here is unpacked: the load is the server's, not the client's.
    const headers = { "accept-encoding": plain ? "identity" : "gzip, br" };
    const asked = request(url, { agent, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.on("end", () => done({ status: answer.statusCode ?? 0, body: Buffer.concat(parts).toString() }));
      answer.on("error", fail);
    });
    asked.on("error", fail);
    asked.end();
  });
}
