import { openDiary } from './open.ts';

/** How Zonula looks and speaks tells nothing about a person. */
const kept: ReadonlySet<string> = new Set(['zonula-language', 'zonula-theme', 'zonula-units']);

/**
 * Deletes both diaries of this device and what lies beside them, the lock and the keys for sharing included, signs out and opens
 * the app anew. The account itself is the server's.
 */
export const deleteAll = async (): Promise<void> => {
  for (const whose of ['own', 'example'] as const)
    await (await openDiary(whose, () => {})).deleteEverything();
  await (await import('../account/forget-here.ts')).forgetHere();
  for (const place of [localStorage, sessionStorage])
    for (const key of Object.keys(place))
      if (key.startsWith('zonula-') && !kept.has(key)) place.removeItem(key);
  location.hash = '#/';
  location.reload();
};
