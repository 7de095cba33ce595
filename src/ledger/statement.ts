import type { Item, Reading } from "../reading/index.js";
import {
  type Anchor,
  CoreError,
  canonicalJson,
  checkAnchor,
  contentHash,
  type Document,
  quote,
} from "../text/index.js";
import { sourceId } from "./document.js";
import { withPeople } from "./posts.js";
import type { Instant, Statement, StatementVoice } from "./types.js";

/**
 * Turns a reading into statements: every span becomes an anchor, read back against the text before it is kept.
 * Items that say the same thing twice (same id) become one statement.
 * @throws CoreError `READING_MISMATCH` when the reading is of another document; `SPAN_OUTSIDE`, `SPAN_EMPTY` for bad evidence.
 */
export function statementsOf(document: Document, reading: Reading, recorded: Instant): Statement[] {
  if (reading.document !== document.id) {
    throw new CoreError("READING_MISMATCH", "A reading belongs to another document.", {
      document: document.id,
      reading: reading.document,
    });
  }
  const source = sourceId(document);
  const known = document.published ?? recorded.slice(0, 10);
  const out = new Map<string, Statement>();
  for (const item of reading.items) {
    const id = contentHash(
      canonicalJson({ document: document.id, item: item.id, kind: item.kind, evidence: item.evidence }),
    );
    if (out.has(id)) continue;
    out.set(id, {
      id,
      document: document.id,
      source,
      publisher: document.publisher,
      item: withPeople(item, reading),
      evidence: anchors(document, item),
      voice: voiceOf(item, reading),
      factuality: item.factuality,
      time: item.time,
      origin: { component: item.origin.component, rule: item.origin.rule, reader: reading.reader },
      known,
      published: document.published,
      recorded,
    });
  }
  return [...out.values()];
}

/**
 * Checks that a stored statement still rests on the words of its document.
 * @throws CoreError `ANCHOR_MISMATCH`, `READING_MISMATCH`
 */
export function verifyStatement(document: Document, statement: Statement): void {
  for (const anchor of statement.evidence) {
    if (anchor.span.doc !== document.id) {
      throw new CoreError("READING_MISMATCH", "Evidence lies in another document.", {
        document: document.id,
        statement: statement.id,
      });
    }
    checkAnchor(document, anchor);
  }
}

function anchors(document: Document, item: Item): [Anchor, ...Anchor[]] {
  const [first, ...rest] = item.evidence;
  const make = (span: { start: number; end: number }) =>
    checkAnchor(document, quote(document, span.start, span.end));
  return [make(first), ...rest.map(make)];
}

function voiceOf(item: Item, reading: Reading): StatementVoice {
  const { kind, entity, party, cue, rule } = item.voice;
  return {
    kind,
    speaker: entity === null ? null : (reading.entities[entity]?.name ?? null),
    party,
    cue,
    rule,
  };
}
