import type { StoredEntry } from '@zonula/journal';
import { lazy, memo, Suspense, useState } from 'react';
import { Button } from 'react-aria-components';
import { plusDays } from '../../days.ts';
import { useText } from '../../i18n/i18n.ts';
import { useLive, useOnce } from '../../journal/context.tsx';
import { again, type Dish, type Moment, sameAsBefore, timeOf } from './entries.ts';
import { useAddFoods } from './use-add-foods.ts';

const SameAsSheet = lazy(async () => ({
  default: (await import('./foods/same-as-sheet.tsx')).SameAsSheet,
}));

const lookBack = 60;
const mostUsual = 6;

const Plus = () => (
  <svg viewBox="0 0 24 24" width="16" height="16" aria-hidden="true" focusable="false">
    <path d="M12 5v14M5 12h14" stroke="currentColor" strokeWidth="2.200" strokeLinecap="round" />
  </svg>
);

const Star = () => (
  <svg viewBox="0 0 24 24" width="16" height="16" aria-hidden="true" focusable="false">
    <path
      d="M12 3.500l2.600 5.400 5.900.8-4.300 4.100 1 5.900L12 16.900l-5.200 2.800 1-5.900-4.300-4.100 5.900-.8z"
      fill="currentColor"
    />
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
  const addFoods = useAddFoods();
  const [choosing, setChoosing] = useState(false);
  const { day } = moment();
  const usage = useOnce(
    async (open) =>
      (await open.usage(plusDays(day, -lookBack), day)).filter(
        ({ latest: { entry } }) => entry.category === 'food' && entry.value !== 0,
      ),
    [day],
  );
  const favourites = useLive((open) => open.documents('favourite'), []);
  const yesterday = useLive((open) => open.day(plusDays(day, -1)), [day]);
  const has = new Set(written.map(({ entry }) => entry.name));
  const usual = (usage ?? [])
    .map(({ latest }) => latest.entry)
    .filter(({ name }) => !has.has(name))
    .slice(0, mostUsual);
  const same = sameAsBefore(yesterday ?? [], timeOf(moment())).filter(({ name }) => !has.has(name));
  const add = (entries: readonly Dish[]): Promise<void> =>
    addFoods(entries.map((entry) => again(entry, moment())));
  const kept = (favourites ?? []).filter(({ value }) =>
    value.entries.every(({ category }) => category === 'food'),
  );
  if (usage === undefined || (usage.length === 0 && same.length === 0 && kept.length === 0))
    return null;
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
      {kept.length > 0 && (
        <ul className="suggestions" aria-label={text('today.favourites')}>
          {kept.map(({ key, value: { label, entries } }) => (
            <li key={key}>
              <Button
                className="suggestion favourite"
                aria-label={text('today.food.addUsual', { food: label })}
                onPress={() => void add(entries)}
              >
                <Star />
                {label}
              </Button>
            </li>
          ))}
        </ul>
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
        <li>
          <Button className="suggestion" onPress={() => setChoosing(true)}>
            {text('today.food.other')}
          </Button>
        </li>
      </ul>
      <p className="soft small">{text('today.food.sameHint')}</p>
      {choosing && (
        <Suspense fallback={null}>
          <SameAsSheet
            day={day}
            onClose={() => setChoosing(false)}
            onChoose={(entries) => {
              setChoosing(false);
              void add(entries);
            }}
          />
        </Suspense>
      )}
    </div>
  );
});
