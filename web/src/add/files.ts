/** What a person gives to be read: words, or a file as it is. */
export type Given = { readonly text: string } | { readonly bytes: string; readonly file: string };

/** Kinds of files that are read; others are refused by the server, which says why. */
export const ACCEPT = "text/plain,text/html,.txt,.text,.md,.html,.htm,.xhtml";

/** A file's bytes in base64: its encoding is told by the server, as on the command line. */
export function fileOf(file: File): Promise<Given> {
  return new Promise((done, fail) => {
    const reader = new FileReader();
    reader.onload = () => {
      const address = String(reader.result);
      done({ bytes: address.slice(address.indexOf(",") + 1), file: file.name });
    };
    reader.onerror = () => fail(reader.error);
    reader.readAsDataURL(file);
  });
}

export const sizeOf = ({ size }: File): string =>
  size < 1000
    ? `${size} bytes`
    : size < 1e6
      ? `${Math.round(size / 1000)} kB`
      : `${(size / 1e6).toFixed(1)} MB`;
