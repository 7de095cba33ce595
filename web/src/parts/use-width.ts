import { useLayoutEffect, useRef, useState } from "react";

/** Width of an element, followed as it changes. */
export function useWidth() {
  const box = useRef<HTMLDivElement>(null);
  const [width, set] = useState(0);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const measure = () => set(Math.floor(element.clientWidth));
    measure();
    const see = new ResizeObserver(measure);
    see.observe(element);
    return () => see.disconnect();
  }, []);
  return [box, width] as const;
}
