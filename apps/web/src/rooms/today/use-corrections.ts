import type { Journal } from '@zonula/journal';
import { useEffect, useState } from 'react';
import { useLive } from '../../journal/context.tsx';
import { foodReader } from '../../workers/foods/client.ts';

const correctionsOf = async (journal: Journal) =>
  (await journal.documents('food-correction')).map(({ value }) => value);

/** Tells the reader of foods what the person said before; the number grows when that changes. */
export const useCorrections = (): number => {
  const corrections = useLive(correctionsOf, []);
  const [version, setVersion] = useState(0);
  useEffect(() => {
    if (corrections === undefined) return;
    foodReader.ask('corrections', corrections).then(
      () => setVersion((before) => before + 1),
      (error: unknown) => console.warn('what you said about foods is not used now:', error),
    );
  }, [corrections]);
  return version;
};

/** Remembers what words mean and reads them anew; null when the food list is not there. */
export const rememberFood = async (journal: Journal, phrase: string, code: number) => {
  await journal.put('food-correction', phrase.toLowerCase().trim(), { phrase, code });
  await foodReader.ask('corrections', await correctionsOf(journal));
  const { items } = await foodReader.ask('read', phrase);
  return items[0]?.resolution ?? null;
};
