import { AppError, type Context } from "../app/index.js";
import { NOT_ENGLISH } from "../reading/index.js";
import { contentHash } from "../text/index.js";

/** Readings kept: the pages of a visit open the same few articles. */
const MOST = 64;

/** Shows stored documents with their reading. Reading takes about a tenth of a second: the last ones are remembered. */
export function readings(): (id: string, context: Context) => Promise<unknown> {
  const kept = new Map<string, unknown>();
  return async (id, context) => {
    const store = await context.store();
    const version = await store.document(id);
    if (version === null) throw new AppError("DOCUMENT_UNKNOWN", `There is no document "${id}".`, { id });
    const { document } = version;
    // What somebody sees of a text may be less than another sees of it.
    const key = `${id} ${contentHash(document.text)}`;
    let reading = kept.get(key);
    if (reading === undefined) {
      const whole = (await context.reader()).read(document);
      // What was stored unread (another language) is shown unread.
      reading =
        version.reader === null ? { ...whole, items: [], notices: noticesOf(version.notices) } : whole;
    }
    kept.delete(key);
    kept.set(key, reading);
    if (kept.size > MOST) kept.delete(kept.keys().next().value as string);
    return { document, reading };
  };
}

function noticesOf(notices: readonly { code: string; message: string }[]): unknown[] {
  const said = notices.map((n) => ({ ...n, span: null }));
  if (said.length > 0) return said;
  return [NOT_ENGLISH];
}
