import type { StoredEntry } from '@zonula/journal';
import { lazy, Suspense, useState } from 'react';
import { Button } from 'react-aria-components';
import { useText } from '../../i18n/i18n.ts';
import type { Moment } from './entries.ts';

const AlsoPanel = lazy(async () => ({
  default: (await import('./also/also-panel.tsx')).AlsoPanel,
}));

const groups = ['skincare', 'supplement', 'medication', 'cycle', 'photo', 'note'] as const;
export type AlsoGroup = (typeof groups)[number];

const isIn =
  (group: AlsoGroup) =>
  ({ entry: { category, photos } }: StoredEntry): boolean =>
    group === 'photo' ? (photos?.length ?? 0) > 0 : category === group;

/** What is written down more rarely: folded away, and loaded when it is opened. */
export const AlsoRow = ({
  entries,
  moment,
  foodsHidden,
}: {
  readonly entries: readonly StoredEntry[];
  readonly moment: () => Moment;
  readonly foodsHidden: boolean;
}) => {
  const text = useText();
  const [open, setOpen] = useState<AlsoGroup | null>(null);
  const shown = groups.filter((group) => !(foodsHidden && group === 'supplement'));
  return (
    <section className="question-block" aria-labelledby="question-also">
      <h2 id="question-also">{text('today.also')}</h2>
      <div className="also-row">
        {shown.map((group) => {
          const count = entries.filter(isIn(group)).length;
          const label = text(`today.also.${group}`);
          return (
            <Button
              key={group}
              className={`also${open === group ? ' here' : ''}`}
              aria-expanded={open === group}
              onPress={() => setOpen(open === group ? null : group)}
            >
              {label} {count > 0 && <span className="also-count">{count}</span>}
            </Button>
          );
        })}
      </div>
      {open !== null && (
        <div className="leaf also-panel">
          <Suspense fallback={null}>
            <AlsoPanel
              key={open}
              group={open}
              entries={entries.filter(isIn(open))}
              moment={moment}
              foodsHidden={foodsHidden}
            />
          </Suspense>
        </div>
      )}
    </section>
  );
};
