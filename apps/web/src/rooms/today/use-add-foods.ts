import type { Entry } from '@zonula/journal';
import { useCallback } from 'react';
import { useText } from '../../i18n/i18n.ts';
import { useJournal } from '../../journal/context.tsx';
import { isWholeDay } from './whole-day.tsx';

/** Writes foods down. Who said before that they ate nothing that day says so no longer. */
export const useAddFoods = (): ((entries: readonly Entry[]) => Promise<void>) => {
  const text = useText();
  const { journal, announce } = useJournal();
  return useCallback(
    async (entries) => {
      const written = await journal.day(entries[0]!.day);
      const ate = written.some(({ entry }) => entry.category === 'food');
      const nothing = ate ? [] : written.filter(isWholeDay).map(({ id }) => id);
      await journal.add(entries, nothing);
      announce(text('today.saved.food', { food: entries.map(({ name }) => name).join(', ') }));
    },
    [journal, announce, text],
  );
};
