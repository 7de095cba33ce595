import type { ModelFile } from "../../../src/conflict/index.js";

/** Owners are told apart by colour, by dash and by code: none of these alone. */
const dashes = ["", "7 3", "2 3", "9 3 2 3", "5 2 1 2 1 2", "12 4", "1 4", "6 2 6 6"];
export const dashOf = (maker: number): string | undefined => dashes[maker % dashes.length] || undefined;
export const ownClass = (maker: number): string => `own own-${maker % dashes.length}`;

/** An owner's code beside its line. */
export function Owner({
  file,
  maker,
  name,
}: {
  readonly file: ModelFile;
  readonly maker: number;
  readonly name?: boolean;
}) {
  const { code, name: full } = file.makers[maker];
  return (
    <span className="owner">
      <svg width="26" height="8" viewBox="0 0 26 8" aria-hidden="true" className={ownClass(maker)}>
        <path className="move" d="M1,4H25" strokeDasharray={dashOf(maker)} />
      </svg>{" "}
      {name ? full : <abbr title={full}>{code}</abbr>}
    </span>
  );
}
