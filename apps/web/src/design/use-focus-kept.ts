import { type RefObject, useEffect, useRef } from 'react';

/** Gives the focus to `place` when what had it went with the change of `key`, so that keys and readers go on from there. */
export const useFocusKept = (place: RefObject<HTMLElement | null>, key: string): void => {
  const before = useRef(key);
  useEffect(() => {
    if (before.current === key) return;
    before.current = key;
    const { activeElement, body } = document;
    if (activeElement === null || activeElement === body) place.current?.focus();
  }, [place, key]);
};
