import { Button } from 'react-aria-components';
import { useSyncWords } from './words.ts';

/** Shown once, right after they were made. */
export const RecoveryWords = ({
  words,
  onDone,
}: {
  readonly words: readonly string[];
  readonly onDone: () => void;
}) => {
  const text = useSyncWords();
  return (
    <section className="stack tight" aria-labelledby="sync-words">
      <h4 id="sync-words">{text('words.title')}</h4>
      <p>{text('words.says')}</p>
      <ol className="recovery-words" lang="en" translate="no">
        {words.map((word, k) => (
          // The same word may come twice.
          <li key={`${k + 1} ${word}`}>{word}</li>
        ))}
      </ol>
      <div className="actions">
        <Button className="button main" onPress={onDone}>
          {text('words.done')}
        </Button>
      </div>
    </section>
  );
};
