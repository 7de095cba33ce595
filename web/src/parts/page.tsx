import type { ReactNode } from "react";
import { Freshness } from "../shell/known.js";
import { useTitle } from "../shell/place.js";

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
        {tools === undefined ? null : <div className="tools">{tools}</div>}
      </div>
      {lede === undefined ? null : <p className="lede">{lede}</p>}
      <Freshness />
      {children}
    </div>
  );
}
