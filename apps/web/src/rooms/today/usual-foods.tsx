import type { Entry, StoredEntry } from '@zonula/journal';
import { memo } from 'react';
import { Button } from 'react-aria-components';
import { plusDays } from '../../days.ts';
import { useText } from '../../i18n/i18n.ts';
import { useJournal, useLive, useOnce } from '../../journal/context.tsx';
import { again, type Moment, sameAsBefore } from './entries.ts';

const lookBack = 60;
const mostUsual = 6;

const Plus = () => (
  <svg viewBox="0 0 24 24" width="16" height="16" aria-hidden="true" focusable="false">
    <path d="M12 5v14M5 12h14" stroke="currentColor" strokeWidth="2.200" strokeLinecap="round" />
  </svg>
);

/** What is eaten often, and what was eaten at this time yesterday: shown, and stored only by a tap. */
export const UsualFoods = memo(function UsualFoods({
  moment,
  written,
}: {
  readonly moment: () => Moment;
  readonly written: readonly StoredEntry[];
}) {
  const text = useText();
  const { journal, announce } = useJournal();
  const { day, today, time } = moment();
  const usage = useOnce(
    async (open) =>
      (await open.usage(plusDays(day, -lookBack), day)).filter(
        ({ latest: { entry } }) => entry.category === 'food' && entry.value !== 0,
      ),
    [day],
  );
  const yesterday = useLive((open) => open.day(plusDays(day, -1)), [day]);
  const has = new Set(written.map(({ entry }) => entry.name));
  const usual = (usage ?? [])
    .map(({ latest }) => latest.entry)
    .filter(({ name }) => !has.has(name))
    .slice(0, mostUsual);
  const same = sameAsBefore(yesterday ?? [], day === today ? time : null).filter(
    ({ name }) => !has.has(name),
  );
  const add = async (entries: readonly Entry[]): Promise<void> => {
    await journal.add(entries.map((entry) => again(entry, moment())));
    announce(text('today.saved.food', { food: entries.map(({ name }) => name).join(', ') }));
  };
  if (usual.length === 0 && same.length === 0) return null;
  return (
    <div className="usual">
      {same.length > 0 && (
        <Button className="suggestion wide" onPress={() => void add(same)}>
          <Plus />
          <span>
            <b>{text('today.food.same')}</b> {same.map(({ name }) => name).join(', ')}
          </span>
        </Button>
      )}
      <ul className="suggestions" aria-label={text('today.food.usual')}>
        {usual.map((entry) => (
          <li key={entry.name}>
            <Button
              className="suggestion"
              aria-label={text('today.food.addUsual', { food: entry.name })}
              onPress={() => void add([entry])}
            >
              <Plus />
              {entry.name}
            </Button>
          </li>
        ))}
      </ul>
      <p className="soft small">{text('today.food.sameHint')}</p>
    </div>
  );
});
