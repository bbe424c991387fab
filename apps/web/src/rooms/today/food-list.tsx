import type { StoredEntry } from '@zonula/journal';
import { lazy, memo, Suspense, useState } from 'react';
import { Button } from 'react-aria-components';
import { useText } from '../../i18n/i18n.ts';
import { useJournal } from '../../journal/context.tsx';
import { withTime } from './entries.ts';
import { FoodChip } from './food-chip.tsx';
import { LazyCorrectSheet } from './lazy-correct-sheet.tsx';
import { rememberFood } from './use-corrections.ts';

const FavouriteSheet = lazy(async () => ({
  default: (await import('./foods/favourite-sheet.tsx')).FavouriteSheet,
}));

/** What is written down for the day; a tap changes the food, the amount, or takes it out. */
export const FoodList = memo(function FoodList({
  foods,
}: {
  readonly foods: readonly StoredEntry[];
}) {
  const text = useText();
  const { journal, announce } = useJournal();
  const [keeping, setKeeping] = useState(false);
  const [asked, setAsked] = useState<string | null>(null);
  const inQuestion = foods.find(({ id }) => id === asked);
  if (foods.length === 0) return null;
  const choose = async ({ id, entry }: StoredEntry, code: number): Promise<void> => {
    const resolution = await rememberFood(journal, entry.name, code);
    // Its amount or time may have been changed while the food list was read.
    const now = await journal.entry(id);
    if (resolution !== null && now !== null)
      await journal.edit(id, { ...now.entry, food: [resolution] });
  };
  const remove = async ({ id, entry }: StoredEntry): Promise<void> => {
    await journal.remove([id]);
    announce(text('today.removed', { food: entry.name }));
  };
  return (
    <>
      <h3 className="small-heading">{text('today.food.list')}</h3>
      <ul className="chips">
        {foods.map((stored) => (
          <li key={stored.id} className="written">
            {stored.entry.time !== undefined && (
              <span className="soft small">{stored.entry.time}</span>
            )}
            <FoodChip
              words={stored.entry.name}
              resolution={stored.entry.food?.[0] ?? null}
              servings={stored.entry.value ?? 1}
              unread={stored.entry.source !== undefined}
              onPress={() => setAsked(stored.id)}
            />
          </li>
        ))}
      </ul>
      <div>
        <Button className="button plain more" onPress={() => setKeeping(true)}>
          {text('today.favourite.keep')}
        </Button>
      </div>
      {keeping && (
        <Suspense fallback={null}>
          <FavouriteSheet foods={foods} onClose={() => setKeeping(false)} />
        </Suspense>
      )}
      {inQuestion !== undefined && (
        <LazyCorrectSheet
          chip={{
            words: inQuestion.entry.name,
            resolution: inQuestion.entry.food?.[0] ?? null,
            servings: inQuestion.entry.value ?? 1,
          }}
          onClose={() => setAsked(null)}
          onChoose={(code) => {
            setAsked(null);
            void choose(inQuestion, code);
          }}
          onPortion={(servings) =>
            void journal.edit(inQuestion.id, { ...inQuestion.entry, value: servings })
          }
          time={inQuestion.entry.time ?? ''}
          onTime={(time) => void journal.edit(inQuestion.id, withTime(inQuestion.entry, time))}
          onRemove={() => {
            setAsked(null);
            void remove(inQuestion);
          }}
        />
      )}
    </>
  );
});
