import { CoreError, contentHash } from "../../text/index.js";
import { intern } from "./intern.js";
import { Lemmatiser } from "./lemmatiser.js";
import type { ParserModel } from "./parser.js";
import type { Quick } from "./quick.js";
import { kindsOf, readKnown, type TaggerModel } from "./tagger.js";
import { compand, packActions, type RealWeights, sparseActions, type Weights } from "./weights.js";

/** Version of everything the weights depend on: hash, templates, label numbers, layout. */
export const MODEL_FORMAT = 5;

/** Trained model, ready to use. */
export interface LanguageModel {
  readonly tagger: TaggerModel;
  readonly parser: ParserModel;
  readonly lemmatiser: Lemmatiser;
  readonly clusters: ReadonlyMap<string, number>;
  readonly uposOfTag: Int32Array;
  readonly uposNames: readonly string[];
  readonly xposOfTag: readonly string[];
  /** How it was made, from the training command. */
  readonly made: string;
}

interface Header {
  readonly format: number;
  readonly made: string;
  readonly tagLabels: readonly string[];
  readonly openTags: readonly number[];
  readonly uposNames: readonly string[];
  readonly arcLabels: readonly string[];
  readonly allowed: readonly (readonly number[])[];
  readonly sections: readonly {
    readonly name: string;
    readonly length: number;
    readonly mask?: number;
    readonly width?: number;
    readonly unit?: number;
    readonly sure?: number;
    readonly near?: number;
  }[];
  readonly checksum: string;
}

interface Section {
  readonly bytes: Uint8Array;
  readonly mask: number;
  readonly width: number;
  readonly unit: number;
  readonly sure: number;
  readonly near: number;
}

const MAGIC = "RPTM";

/**
 * Reads a model. Layout: "RPTM", length of the header (u32, little endian), header as JSON, then the sections in its order.
 * Weights are 8 bit, the square root of the value with its sign: value = sign x q^2 x unit.
 * @throws CoreError MODEL_FORMAT, MODEL_DAMAGED
 */
export function decodeModel(bytes: Uint8Array): LanguageModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 8 || ascii(bytes, 0, 4) !== MAGIC)
    throw new CoreError("MODEL_DAMAGED", "The file is no model.", { bytes: bytes.length });
  const headerEnd = 8 + view.getUint32(4, true);
  if (headerEnd > bytes.length)
    throw new CoreError("MODEL_DAMAGED", "The file ends in its header.", { bytes: bytes.length });
  let header: Header;
  try {
    header = JSON.parse(utf8(bytes.subarray(8, headerEnd))) as Header;
  } catch {
    throw new CoreError("MODEL_DAMAGED", "The header cannot be read.", { bytes: bytes.length });
  }
  if (header.format !== MODEL_FORMAT) {
    throw new CoreError(
      "MODEL_FORMAT",
      `The weights have format ${header.format}, the program reads ${MODEL_FORMAT}.`,
      { format: header.format },
    );
  }
  const sections = new Map<string, Section>();
  let at = headerEnd;
  for (const s of header.sections) {
    if (at + s.length > bytes.length)
      throw new CoreError("MODEL_DAMAGED", `The file ends in "${s.name}".`, { section: s.name });
    sections.set(s.name, {
      bytes: bytes.subarray(at, at + s.length),
      mask: s.mask ?? 0,
      width: s.width ?? 0,
      unit: s.unit ?? 1,
      sure: s.sure ?? 0,
      near: s.near ?? 0,
    });
    at += s.length;
  }
  if (checksum(bytes.subarray(headerEnd, at)) !== header.checksum)
    throw new CoreError("MODEL_DAMAGED", "The checksum does not match.", { bytes: at });
  const weights = (name: string): Weights => {
    const { bytes: codes, mask, width, unit } = section(name);
    return { codes, mask, width, unit };
  };
  const quick = (name: string): Quick => {
    const { sure, near } = section(name);
    const w = weights(name);
    return { ...w, sure: sure / w.unit, near: near / w.unit };
  };
  const section = (name: string): Section => {
    const s = sections.get(name);
    if (s === undefined) throw new CoreError("MODEL_DAMAGED", `There is no "${name}".`, { section: name });
    return s;
  };
  const tagLabels = header.tagLabels.map(intern);
  const uposNames = header.uposNames.map(intern);
  const arcLabels = header.arcLabels.map(intern);
  const uposOfTag = Int32Array.from(tagLabels, (l) => uposNames.indexOf(l.slice(0, l.indexOf("|"))));
  return {
    tagger: {
      labels: tagLabels,
      quick: sections.has("quickTags") ? quick("quickTags") : null,
      first: weights("first"),
      second: weights("second"),
      known: readKnown(utf8(section("known").bytes)),
      open: Int32Array.from(header.openTags),
      kinds: kindsOf(tagLabels),
    },
    parser: {
      labels: arcLabels,
      quick: sections.has("quickActions")
        ? {
            actions: { ...packActions(weights("quickActions")), sure: quick("quickActions").sure },
            arcs: quick("quickArcs"),
          }
        : null,
      actions: sparseActions(weights("actions")),
      arcs: weights("arcs"),
      allowed: header.allowed.map((list) => Int32Array.from(list)),
      markers: Uint8Array.from(arcLabels, (l) => (l === "case" || l === "mark" ? 1 : 0)),
    },
    lemmatiser: new Lemmatiser(utf8(section("lemmas").bytes)),
    clusters: clusterCodes(utf8(section("clusters").bytes)),
    uposOfTag,
    uposNames,
    xposOfTag: tagLabels.map((l) => intern(l.slice(l.indexOf("|") + 1))),
    made: header.made,
  };
}

/** Parts of a model as the training command hands them over. */
export interface ModelParts {
  readonly made: string;
  readonly tagLabels: readonly string[];
  readonly openTags: readonly number[];
  readonly uposNames: readonly string[];
  readonly arcLabels: readonly string[];
  readonly allowed: readonly (readonly number[])[];
  readonly weights: Readonly<Record<"first" | "second" | "actions" | "arcs", RealWeights>>;
  /** Null while the quick classifiers are still to be trained on what the others say. */
  readonly quick: Readonly<Record<"quickTags" | "quickActions" | "quickArcs", RealQuick>> | null;
  readonly texts: Readonly<Record<"known" | "lemmas" | "clusters", string>>;
}

/** As trained; `sure` and `near` in the same scores as the values. */
export interface RealQuick extends RealWeights {
  readonly sure: number;
  readonly near: number;
}

export function encodeModel(parts: ModelParts): Uint8Array {
  const bodies: Uint8Array[] = [];
  const sections: Header["sections"][number][] = [];
  for (const [name, real] of Object.entries(parts.weights)) {
    const { codes, width, mask, unit } = compand(real);
    bodies.push(codes);
    sections.push({ name, length: codes.length, mask, width, unit });
  }
  for (const [name, real] of Object.entries(parts.quick ?? {})) {
    const { codes, width, mask, unit } = compand(real);
    bodies.push(codes);
    sections.push({ name, length: codes.length, mask, width, unit, sure: real.sure, near: real.near });
  }
  for (const [name, text] of Object.entries(parts.texts)) {
    const bytes = toUtf8(text);
    bodies.push(bytes);
    sections.push({ name, length: bytes.length });
  }
  const body = concat(bodies);
  const { made, tagLabels, openTags, uposNames, arcLabels, allowed } = parts;
  const header: Header = {
    format: MODEL_FORMAT,
    made,
    tagLabels,
    openTags,
    uposNames,
    arcLabels,
    allowed,
    sections,
    checksum: checksum(body),
  };
  const head = toUtf8(JSON.stringify(header));
  const start = new Uint8Array(8);
  for (let i = 0; i < 4; i++) start[i] = MAGIC.charCodeAt(i);
  new DataView(start.buffer).setUint32(4, head.length, true);
  return concat([start, head, body]);
}

function clusterCodes(text: string): ReadonlyMap<string, number> {
  const out = new Map<string, number>();
  for (const line of text.split("\n")) {
    const tab = line.indexOf("\t");
    if (tab > 0) out.set(line.slice(0, tab), Number(line.slice(tab + 1)));
  }
  return out;
}

function checksum(bytes: Uint8Array): string {
  let a = 1;
  let b = 0;
  for (let i = 0; i < bytes.length; i++) {
    a += bytes[i];
    b += a;
    if ((i & 2047) === 2047) {
      a %= 65521;
      b %= 65521;
    }
  }
  return contentHash(`${a % 65521}:${b % 65521}:${bytes.length}`);
}

function ascii(bytes: Uint8Array, from: number, to: number): string {
  let out = "";
  for (let i = from; i < to; i++) out += String.fromCharCode(bytes[i]);
  return out;
}

/** UTF-8 by hand: the core has no TextDecoder. Input is our own well-formed text. */
function utf8(bytes: Uint8Array): string {
  const parts: string[] = [];
  let units: number[] = [];
  for (let i = 0; i < bytes.length; ) {
    const c = bytes[i];
    const more = c < 0x80 ? 0 : c < 0xe0 ? 1 : c < 0xf0 ? 2 : 3;
    let point = more === 0 ? c : c & (0x3f >> more);
    for (let k = 1; k <= more; k++) point = (point << 6) | (bytes[i + k] & 0x3f);
    i += more + 1;
    if (point > 0xffff) units.push(0xd800 + ((point - 0x10000) >> 10), 0xdc00 + ((point - 0x10000) & 0x3ff));
    else units.push(point);
    if (units.length > 8000) {
      parts.push(String.fromCharCode(...units));
      units = [];
    }
  }
  parts.push(String.fromCharCode(...units));
  return parts.join("");
}

function toUtf8(text: string): Uint8Array {
  const out: number[] = [];
  for (const ch of text) {
    const p = ch.codePointAt(0) as number;
    if (p < 0x80) out.push(p);
    else if (p < 0x800) out.push(0xc0 | (p >> 6), 0x80 | (p & 63));
    else if (p < 0x10000) out.push(0xe0 | (p >> 12), 0x80 | ((p >> 6) & 63), 0x80 | (p & 63));
    else out.push(0xf0 | (p >> 18), 0x80 | ((p >> 12) & 63), 0x80 | ((p >> 6) & 63), 0x80 | (p & 63));
  }
  return Uint8Array.from(out);
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((n, p) => n + p.length, 0));
  let at = 0;
  for (const p of parts) {
    out.set(p, at);
    at += p.length;
  }
  return out;
}
