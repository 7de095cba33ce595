import type { RecordLinkage } from "../api/types.js";
import { LinePage } from "../parts/line-page.js";
import { Parties } from "../parts/names.js";

export const Page = () => (
  <LinePage<RecordLinkage>
    name="linkages"
    title="Linkages"
    lede="Issues that a party made conditional on another."
    empty="No linkage was found: no source says that a party tied one issue to another."
    what={(l) => (
      <>
        <Parties codes={[l.by]} /> ties <strong>{l.issue}</strong> to <strong>{l.to}</strong>
      </>
    )}
  />
);
