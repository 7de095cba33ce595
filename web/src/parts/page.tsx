import type { ReactNode } from "react";
import { Basis, Freshness } from "../shell/known.js";
import { useTitle } from "../shell/place.js";
import { CitePage } from "./cite.js";

interface Props {
  readonly title: string;
  /** One sentence on what the page shows. */
  readonly lede?: ReactNode;
  readonly tools?: ReactNode;
  readonly children: ReactNode;
  readonly wide?: boolean;
}

export function PageOf({ title, lede, tools, children, wide }: Props) {
  useTitle(title);
  return (
    <div className={wide ? "page wide" : "page"}>
      <div className="page-head">
        <h1>{title}</h1>
        <div className="tools">
          {tools}
          <CitePage title={title} />
        </div>
      </div>
      {lede === undefined ? null : <p className="lede">{lede}</p>}
      <Freshness />
      {children}
      <Basis />
    </div>
  );
}
