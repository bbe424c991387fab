import { useEffect, useRef, useState } from 'react';

/** Width of an element in CSS pixels, 0 before it is known. */
export const useWidth = (): readonly [React.RefObject<HTMLDivElement | null>, number] => {
  const ref = useRef<HTMLDivElement | null>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const { current } = ref;
    if (current === null) return;
    const observer = new ResizeObserver(([entry]) =>
      setWidth(Math.round(entry!.contentRect.width)),
    );
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
};
