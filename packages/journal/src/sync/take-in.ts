import type { Revision } from '../revision.ts';
import type { Replica } from './ports.ts';

/** Revisions that are merged at once: few enough that the app can read in between, and that little is lost when it is closed. */
const slice = 4000;

/**
 * Merges what comes, one slice after the other, while the next one is still being made ready. `onMerged` hears how many of a slice were new. After
 * `finish` everything is in the journal.
 */
export const createIntake = (
  replica: Pick<Replica, 'merge'>,
  onMerged: (added: number) => void,
) => {
  let waiting: Revision[] = [];
  let merging: Promise<void> = Promise.resolve();
  const merge = async (): Promise<void> => {
    await merging;
    const revisions = waiting;
    waiting = [];
    if (revisions.length === 0) return;
    merging = replica.merge(revisions).then(({ added }) => onMerged(added));
    // A failure is told where it is waited for.
    merging.catch(() => undefined);
  };
  return {
    take: async (revisions: readonly Revision[]): Promise<void> => {
      for (const one of revisions) waiting.push(one);
      if (waiting.length >= slice) await merge();
    },
    finish: async (): Promise<void> => {
      await merge();
      await merging;
    },
  };
};
export type Intake = ReturnType<typeof createIntake>;
