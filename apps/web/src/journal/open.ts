import { type Journal, openJournal } from '@zonula/journal';

/** Whose diary is open: the person's own, or the example person's, each in its own database. */
export type Whose = 'own' | 'example';

const names: Readonly<Record<Whose, string>> = { own: 'zonula', example: 'zonula-example' };
const chosenKey = 'zonula-whose';

export const whoseDiary = (): Whose =>
  localStorage.getItem(chosenKey) === 'example' ? 'example' : 'own';

export const chooseDiary = (whose: Whose): void => localStorage.setItem(chosenKey, whose);

export const openDiary = (
  whose: Whose,
  onClosed: (reason: 'deleted' | 'newer') => void,
): Promise<Journal> =>
  openJournal(
    {
      indexedDB,
      IDBKeyRange,
      now: () => Date.now(),
      randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
      onClosed,
    },
    names[whose],
  );
