import { problemWords } from './problem-words.ts';
import { useAccountWords } from './words.ts';

/** Says what went wrong, at once to a screen reader too. */
export const Failed = ({ failure }: { readonly failure: unknown }) => {
  const text = useAccountWords();
  return (
    <p role="alert" className="problem">
      {failure !== null && problemWords(text, failure)}
    </p>
  );
};
