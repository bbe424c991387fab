import { useEffect, useRef, useState } from 'react';

export interface Answered<Answer> {
  /** The last answer; null before the first, and while something else is asked for. */
  readonly answer: Answer | null;
  readonly busy: boolean;
  /** What went wrong last. */
  readonly failure: unknown;
  /** Asks once more for the same; what is shown stays meanwhile. */
  readonly again: () => Promise<void>;
}

/** Something that is read anew whenever what is asked for changes: only the answer to the last question counts. */
export const useAnswer = <Answer>(
  read: () => Promise<Answer>,
  asked: readonly unknown[],
): Answered<Answer> => {
  const [state, setState] = useState<Omit<Answered<Answer>, 'again'>>({
    answer: null,
    busy: true,
    failure: null,
  });
  const turn = useRef(0);
  const again = async (): Promise<void> => {
    const own = ++turn.current;
    const put = (next: Partial<typeof state>): void => {
      if (own === turn.current) setState((now) => ({ ...now, ...next }));
    };
    put({ busy: true, failure: null });
    try {
      put({ answer: await read(), busy: false });
    } catch (failure) {
      put({ failure, busy: false });
    }
  };
  useEffect(() => {
    setState({ answer: null, busy: true, failure: null });
    void again();
    return () => {
      turn.current++;
    };
  }, asked);
  return { ...state, again };
};
