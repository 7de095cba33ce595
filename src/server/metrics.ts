import type { FastifyInstance } from "fastify";

const BOUNDS = [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 10];

interface Series {
  readonly labels: string;
  count: number;
  sum: number;
  readonly buckets: number[];
}

/** Counts and times every answer by route, method and status; `text` is in the format that Prometheus reads. */
export function metrics(app: FastifyInstance): { text(): string } {
  const series = new Map<string, Series>();
  app.addHook("onResponse", async (request, reply) => {
    const labels = `method="${request.method}",route="${request.routeOptions.url ?? "none"}",status="${reply.statusCode}"`;
    let s = series.get(labels);
    if (s === undefined) {
      s = { labels, count: 0, sum: 0, buckets: BOUNDS.map(() => 0) };
      series.set(labels, s);
    }
    const seconds = reply.elapsedTime / 1000;
    s.count++;
    s.sum += seconds;
    for (const [i, bound] of BOUNDS.entries()) if (seconds <= bound) s.buckets[i]++;
  });
  return {
    text() {
      const name = "rapporteur_request_seconds";
      const lines = [`# HELP ${name} Time from request to answer.`, `# TYPE ${name} histogram`];
      for (const { labels, count, sum, buckets } of series.values()) {
        for (const [i, bound] of BOUNDS.entries())
          lines.push(`${name}_bucket{${labels},le="${bound}"} ${buckets[i]}`);
        lines.push(`${name}_bucket{${labels},le="+Inf"} ${count}`);
        lines.push(`${name}_sum{${labels}} ${sum.toFixed(6)}`, `${name}_count{${labels}} ${count}`);
      }
      const { rss, heapUsed } = process.memoryUsage();
      const gauge = (g: string, value: number): void => void lines.push(`# TYPE ${g} gauge`, `${g} ${value}`);
      gauge("process_resident_memory_bytes", rss);
      gauge("nodejs_heap_used_bytes", heapUsed);
      gauge("process_uptime_seconds", Math.round(process.uptime()));
      return `${lines.join("\n")}\n`;
    },
  };
}
