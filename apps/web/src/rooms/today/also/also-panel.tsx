import type { StoredEntry } from '@zonula/journal';
import { lazy, Suspense } from 'react';
import type { AlsoGroup } from '../also-row.tsx';
import type { Moment } from '../entries.ts';
import { CyclePanel } from './cycle-panel.tsx';
import { NotePanel } from './note-panel.tsx';
import { TakenPanel } from './taken-panel.tsx';

const PhotoPanel = lazy(async () => ({
  default: (await import('../../../photos/photo-panel.tsx')).PhotoPanel,
}));

/** What is written down more rarely, one group at a time. */
export const AlsoPanel = ({
  group,
  entries,
  moment,
  foodsHidden,
}: {
  readonly group: AlsoGroup;
  /** Of this group. */
  readonly entries: readonly StoredEntry[];
  readonly moment: () => Moment;
  readonly foodsHidden: boolean;
}) => {
  if (group === 'photo')
    return (
      <Suspense fallback={null}>
        <PhotoPanel entries={entries} moment={moment} />
      </Suspense>
    );
  if (group === 'cycle') return <CyclePanel entries={entries} moment={moment} />;
  if (group === 'note') return <NotePanel entries={entries} moment={moment} hidden={foodsHidden} />;
  return <TakenPanel category={group} entries={entries} moment={moment} />;
};
