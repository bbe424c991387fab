import type { Journal, Json } from '@zonula/journal';

/** The app's own settings in the journal; they come along in a backup. */
export const settingsOf = (journal: Journal) => journal.document('settings');

/** Changes some settings and leaves the rest. */
export const changeSettings = async (
  journal: Journal,
  changes: Readonly<Record<string, Json>>,
): Promise<void> =>
  journal.put('settings', '', { ...(await journal.document('settings')), ...changes });
