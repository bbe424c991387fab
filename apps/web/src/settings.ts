import type { Journal, Json } from '@zonula/journal';

/** The app's own settings in the journal; they come along in a backup. */
export const settingsOf = (journal: Journal) => journal.document('settings');

/** Keys of the scores that the person wants to be asked for; null: as suggested for their skin. */
export const trackedIn = (
  settings: { readonly tracked?: Json } | null | undefined,
): readonly string[] | null =>
  Array.isArray(settings?.tracked)
    ? settings.tracked.filter((key) => typeof key === 'string')
    : null;
