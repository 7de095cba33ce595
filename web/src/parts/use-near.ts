import { useEffect, useRef, useState } from "react";

/** Whether an element has come near the window; once it has, it stays so. */
export function useNear<T extends Element>() {
  const element = useRef<T>(null);
  const [near, set] = useState(false);
  useEffect(() => {
    if (near || element.current === null) return;
    const see = new IntersectionObserver(
      (entries) => {
        if (entries.some((e) => e.isIntersecting)) set(true);
      },
      { rootMargin: "600px" },
    );
    see.observe(element.current);
    return () => see.disconnect();
  }, [near]);
  return [element, near] as const;
}
