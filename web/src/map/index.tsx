import { lazy, Suspense } from "react";
import type { MapProps } from "./map.js";

const Drawn = lazy(async () => ({ default: (await import("./map.js")).PlacesMap }));

/** The map, loaded apart: country shapes weigh more than the page that shows them. */
export const MeetingsMap = (props: MapProps) =>
  props.items.some((m) => m.place !== null) ? (
    <Suspense fallback={<div className="map-space" aria-busy="true" />}>
      <Drawn {...props} />
    </Suspense>
  ) : null;
