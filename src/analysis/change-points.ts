/** Sum of weight * score * 2^(-age / halfLife); ages in days before the day asked about, later events are ignored. */
export function decayed(
  events: readonly { readonly age: number; readonly score: number; readonly weight: number }[],
  halfLife: number,
): number {
  let sum = 0;
  for (const e of events) if (e.age >= 0) sum += e.weight * e.score * 2 ** (-e.age / halfLife);
  return sum;
}

/**
 * Exact least-squares segmentation of a series (optimal partitioning, Jackson et al. 2005, with PELT's pruning, Killick et al. 2012).
 * Cost of a segment: squared distance to its mean; each further segment costs `beta`. `changeAt`: indices where a new segment starts.
 * Ties go to fewer segments.
 */
export function optimalPartition(
  series: readonly number[],
  beta: number,
): { changeAt: number[]; objective: number } {
  const n = series.length;
  if (n === 0) return { changeAt: [], objective: 0 };
  const sum = new Float64Array(n + 1);
  const squares = new Float64Array(n + 1);
  for (let i = 0; i < n; i++) {
    sum[i + 1] = sum[i] + series[i];
    squares[i + 1] = squares[i] + series[i] * series[i];
  }
  const cost = (from: number, to: number): number => {
    const s = sum[to] - sum[from];
    return Math.max(0, squares[to] - squares[from] - (s * s) / (to - from));
  };
  const best = new Float64Array(n + 1);
  const previous = new Int32Array(n + 1);
  best[0] = -beta;
  let candidates = [0];
  for (let end = 1; end <= n; end++) {
    let at = -1;
    let value = Number.POSITIVE_INFINITY;
    for (const from of candidates) {
      const v = best[from] + cost(from, end) + beta;
      if (v < value - 1e-12) [value, at] = [v, from];
    }
    best[end] = value;
    previous[end] = at;
    candidates = candidates.filter((from) => best[from] + cost(from, end) <= value + 1e-12);
    candidates.push(end);
  }
  const changeAt: number[] = [];
  for (let at = previous[n]; at > 0; at = previous[at]) changeAt.unshift(at);
  return { changeAt, objective: best[n] };
}

/**
 * Bayesian online change-point detection (Adams and MacKay 2007) for counts: Poisson with a Gamma(shape, rate) prior. Gives, per
 * observation, the most probable number of observations since the last change, itself included.
 */
export function bocpdPoisson(
  counts: readonly number[],
  hazard: number,
  prior: { readonly shape: number; readonly rate: number },
): { mapRunLength: number[] } {
  const n = counts.length;
  const total = new Float64Array(n + 1);
  const mapRunLength: number[] = [];
  /** Log weight of a run that holds the last r + 1 observations. */
  let runs: number[] = [];
  for (let t = 0; t < n; t++) {
    const x = counts[t];
    total[t + 1] = total[t] + x;
    const fresh = predictive(x, prior.shape, prior.rate);
    const mass = t === 0 ? 0 : Math.log(hazard) + logSum(runs);
    const next = [mass + fresh];
    for (let r = 0; r < runs.length; r++) {
      const length = r + 1;
      const seen = total[t] - total[t - length];
      next.push(runs[r] + Math.log1p(-hazard) + predictive(x, prior.shape + seen, prior.rate + length));
    }
    const norm = logSum(next);
    runs = next.map((v) => v - norm);
    let top = 0;
    for (let r = 1; r < runs.length; r++) if (runs[r] > runs[top]) top = r;
    mapRunLength.push(top + 1);
  }
  return { mapRunLength };
}

/** Log probability of a count under a Poisson whose rate is Gamma(shape, rate): negative binomial. */
function predictive(x: number, shape: number, rate: number): number {
  return (
    logGamma(shape + x) -
    logGamma(shape) -
    logGamma(x + 1) +
    shape * Math.log(rate / (rate + 1)) -
    x * Math.log(rate + 1)
  );
}

function logSum(values: readonly number[]): number {
  const top = values.reduce((a, b) => (b > a ? b : a), Number.NEGATIVE_INFINITY);
  return top + Math.log(values.reduce((s, v) => s + Math.exp(v - top), 0));
}

const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** Lanczos approximation, g = 7, for positive arguments. */
function logGamma(z: number): number {
  const x = z - 1;
  let sum = lanczos[0];
  for (let i = 1; i < lanczos.length; i++) sum += lanczos[i] / (x + i);
  const t = x + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (x + 0.5) * Math.log(t) - t + Math.log(sum);
}
