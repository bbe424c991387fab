import { useEffect, useRef, useState } from 'react';
import { foodReader } from '../../workers/foods/client.ts';
import type { ReadText } from '../../workers/foods/questions.ts';

export interface Reading {
  /** The words that were read. */
  readonly of: string;
  readonly text: ReadText | null;
  readonly failed: boolean;
}

const nothing: Reading = { of: '', text: null, failed: false };
const pauseMs = 80;

/** What is typed, understood while it is typed. `version` changes when corrections do. */
export const useReading = (typed: string, version: number): Reading => {
  const [reading, setReading] = useState<Reading>(nothing);
  const latest = useRef('');
  useEffect(() => {
    latest.current = typed;
    if (typed.trim() === '') {
      setReading(nothing);
      return;
    }
    const timer = setTimeout(() => {
      foodReader.ask('read', typed).then(
        (text) => latest.current === typed && setReading({ of: typed, text, failed: false }),
        () => latest.current === typed && setReading({ of: typed, text: null, failed: true }),
      );
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [typed, version]);
  return reading;
};
