import { Join } from './join.tsx';
import { useSyncWords } from './words.ts';

/** For a device whose diary is elsewhere: nothing has to be answered anew. */
export const JoinHere = () => {
  const text = useSyncWords();
  return (
    <details className="join-here">
      <summary>{text('join.from')}</summary>
      <Join />
    </details>
  );
};
