import { useLayoutEffect, useRef, useState } from "react";

/** Width of an element, followed as it changes. */
export function useWidth() {
  const box = useRef<HTMLDivElement>(null);
  const [width, set] = useState(0);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const see = new ResizeObserver(() => set(Math.floor(element.clientWidth)));
    see.observe(element);
    return () => see.disconnect();
  }, []);
  return [box, width] as const;
}
