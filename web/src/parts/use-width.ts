import { useLayoutEffect, useRef, useState } from "react";

/** Width of an element, followed as it changes, and how much larger than 16 pixels the page's text is: drawings grow with it. */
export function useWidth() {
  const box = useRef<HTMLDivElement>(null);
  const [size, set] = useState({ width: 0, scale: 1 });
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const measure = () => {
      const text = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      set({ width: Math.floor(element.clientWidth), scale: Math.max(1, text / 16) });
    };
    measure();
    const see = new ResizeObserver(measure);
    see.observe(element);
    return () => see.disconnect();
  }, []);
  return [box, size.width, size.scale] as const;
}
