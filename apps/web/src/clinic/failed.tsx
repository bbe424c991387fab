import type { ReactNode } from 'react';
import { problemWords } from './problem-words.ts';
import { useClinicWords } from './words.ts';

/** Says what went wrong, at once to a screen reader too. */
export const Failed = ({
  failure,
  acted,
  children,
}: {
  readonly failure: unknown;
  /** Whether the request may have had its effect although no answer came. */
  readonly acted: boolean;
  readonly children?: ReactNode;
}) => {
  const text = useClinicWords();
  if (failure === null) return null;
  return (
    <div role="alert" className="stack tight problem">
      <p>{problemWords(text, failure, acted)}</p>
      {children}
    </div>
  );
};
