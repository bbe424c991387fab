import type { Documents, Journal } from '@zonula/journal';
import type { Profile } from '@zonula/safety';

type Settings = Documents['settings'];

/** Changes some settings, given those that hold, and leaves the rest. */
export const changeSettings = (
  journal: Journal,
  changes: Settings | ((before: Settings) => Settings),
): Promise<void> =>
  journal.change('settings', '', (before) => {
    const known = before ?? {};
    return { ...known, ...(typeof changes === 'function' ? changes(known) : changes) };
  });

/** Changes the profile that holds; there has to be one. */
export const changeProfile = (
  journal: Journal,
  next: (profile: Profile) => Profile,
): Promise<void> =>
  journal.change('profile', '', (before) => {
    if (before === null) throw new Error('there is no profile');
    return next(before);
  });

/** A list that holds, with what was ticked and unticked in a picture of it that may be older. */
export const reticked = <T>(
  now: readonly T[],
  shown: readonly T[],
  ticked: readonly T[],
): readonly T[] => [
  ...now.filter((one) => ticked.includes(one) || !shown.includes(one)),
  ...ticked.filter((one) => !shown.includes(one) && !now.includes(one)),
];
