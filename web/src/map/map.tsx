import { type GeoPermissibleObjects, geoEqualEarth, geoPath } from "d3-geo";
import { useMemo } from "react";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection } from "topojson-specification";
import { useLocation } from "wouter";
import type { RecordMeeting } from "../api/types.js";
import { useSetUp } from "../parts/names.js";
import { useWidth } from "../parts/use-width.js";
import { useField } from "../shell/times.js";
import { numberOf, topology, whereIs } from "./where.js";

interface Spot {
  readonly name: string;
  readonly at: readonly [number, number];
  readonly met: number;
  readonly ahead: number;
}

const HEIGHT = 250;
const countries = topology.objects.countries as GeometryCollection;

export interface MapProps {
  readonly items: readonly RecordMeeting[];
  /** Address that shows the meetings at a place; without it the place goes into this page's address. */
  open?(place: string): string;
}

/** Where the parties met: a disc a place, as large as it was often; a ring where only something is ahead. A place chosen filters the list. */
export function PlacesMap({ items, open }: MapProps) {
  const [, go] = useLocation();
  const [box, whole, scale] = useWidth();
  const width = whole / scale;
  const [chosen, setPlace] = useField("place");
  const choose = (place: string): void => {
    if (open === undefined) setPlace(chosen === place ? "" : place);
    else go(open(place));
  };
  const parties = useSetUp()?.parties;
  const spots = useMemo(() => spotsOf(items), [items]);
  const world = useMemo(() => feature(topology, countries).features, []);
  const lines = useMemo(() => mesh(topology, countries, (a, b) => a !== b), []);
  const project = useMemo(() => projection(spots, width), [spots, width]);
  if (spots.length === 0) return null;
  const path = geoPath(project);
  const own = new Set(parties?.flatMap((p) => numberOf(p.code) ?? []));
  const placed = labelled(spots, width, (at) => project([...at]) ?? [0, 0]);
  const nowhere = items.filter((m) => m.place !== null && whereIs(m.place, m.country) === null).length;
  return (
    <figure className="map">
      <div ref={box}>
        {width === 0 ? null : (
          <svg
            width={width * scale}
            height={HEIGHT * scale}
            viewBox={`0 0 ${width} ${HEIGHT}`}
            role="group"
            aria-label="Map of the places of these meetings"
          >
            <g aria-hidden="true">
              {world.map((f, i) => (
                <path
                  key={f.id ?? i}
                  className={own.has(String(f.id)) ? "land party" : "land"}
                  d={path(f as GeoPermissibleObjects) ?? undefined}
                />
              ))}
              <path className="border" d={path(lines) ?? undefined} />
            </g>
            {placed.map(({ spot, x, y, label }) => (
              <g
                key={spot.name}
                role="button"
                tabIndex={0}
                aria-pressed={open === undefined ? chosen === spot.name : undefined}
                aria-label={says(spot)}
                className={`spot ${spot.met === 0 ? "hollow" : ""} ${chosen === spot.name ? "chosen" : ""}`}
                onClick={() => choose(spot.name)}
                onKeyDown={(e) => {
                  if (e.key !== "Enter" && e.key !== " ") return;
                  e.preventDefault();
                  choose(spot.name);
                }}
              >
                <title>{says(spot)}</title>
                <circle className="reach" cx={x} cy={y} r={13} />
                <circle className="disc" cx={x} cy={y} r={sizeOf(spot)} />
                {label === null ? null : (
                  <text
                    x={x + (label === "start" ? 1 : -1) * (sizeOf(spot) + 4)}
                    y={y}
                    dy="0.34em"
                    textAnchor={label}
                  >
                    {spot.name} {spot.met + spot.ahead}
                  </text>
                )}
              </g>
            ))}
          </svg>
        )}
      </div>
      <figcaption className="muted small">
        Filled: met there; ring: only ahead or unreported. Shaded: the parties.
        {nowhere > 0 ? ` ${nowhere} at places whose position is not known.` : ""}
      </figcaption>
    </figure>
  );
}

const says = (s: Spot): string =>
  `${s.name}: ${s.met} ${s.met === 1 ? "meeting" : "meetings"} held${s.ahead === 0 ? "" : `, ${s.ahead} ahead or unreported`}`;

const sizeOf = (s: Spot): number => 3.5 + 2 * Math.sqrt(s.met + s.ahead);

function spotsOf(items: readonly RecordMeeting[]): Spot[] {
  const out = new Map<string, Spot>();
  for (const m of items) {
    if (m.place === null || m.status === "cancelled") continue;
    const at = whereIs(m.place, m.country);
    if (at === null) continue;
    const was = out.get(m.place) ?? { name: m.place, at, met: 0, ahead: 0 };
    const n = Math.max(1, m.count);
    out.set(m.place, m.status === "held" ? { ...was, met: was.met + n } : { ...was, ahead: was.ahead + n });
  }
  return [...out.values()].sort((a, b) => b.met + b.ahead - a.met - a.ahead);
}

/** Turned so that the widest gap between the places lies at the edge, and fitted to them with room around. */
function projection(spots: readonly Spot[], width: number) {
  const east = spots.map((s) => s.at[0]).sort((a, b) => a - b);
  let gap = 360 - ((east.at(-1) ?? 0) - (east[0] ?? 0));
  let centre = ((east.at(-1) ?? 0) + (east[0] ?? 0)) / 2;
  for (let i = 1; i < east.length; i++)
    if (east[i] - east[i - 1] > gap) {
      gap = east[i] - east[i - 1];
      centre = (east[i] + east[i - 1]) / 2 + 180;
    }
  const points = spots.flatMap(({ at: [x, y] }) =>
    [-9, 9].flatMap((d) => [
      [x + d, y],
      [x, Math.max(-85, Math.min(85, y + d))],
    ]),
  );
  const pad = Math.min(60, width * 0.1);
  return geoEqualEarth()
    .rotate([-centre, 0])
    .fitExtent(
      [
        [pad, 18],
        [Math.max(pad + 50, width - pad), HEIGHT - 18],
      ],
      { type: "MultiPoint", coordinates: points.length > 0 ? points : [[0, 0]] },
    );
}

interface Placed {
  readonly spot: Spot;
  readonly x: number;
  readonly y: number;
  readonly label: "start" | "end" | null;
}

/** Names stand right or left of their disc where no other name or disc is, the busiest place first. */
function labelled(
  spots: readonly Spot[],
  width: number,
  where: (at: readonly [number, number]) => readonly [number, number],
): Placed[] {
  const boxes: (readonly [number, number, number, number])[] = spots.map((s) => {
    const [x, y] = where(s.at);
    return [x - 5, y - 5, x + 5, y + 5] as const;
  });
  const free = (b: readonly [number, number, number, number], own: number): boolean =>
    boxes.every((o, i) => i === own || b[2] < o[0] || b[0] > o[2] || b[3] < o[1] || b[1] > o[3]);
  return spots.map((spot, i) => {
    const [x, y] = where(spot.at);
    const long = (spot.name.length + 3) * 6.6;
    const r = sizeOf(spot) + 4;
    for (const label of ["start", "end"] as const) {
      const from = label === "start" ? x + r : x - r - long;
      const box = [from, y - 8, from + long, y + 8] as const;
      if (from < 0 || from + long > width || !free(box, i)) continue;
      boxes.push(box);
      return { spot, x, y, label };
    }
    return { spot, x, y, label: null };
  });
}
