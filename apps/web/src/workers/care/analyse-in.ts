import { discover } from '@zonula/discovery';
import { composeServing, type Foods } from '@zonula/foods';
import { hiddenFor, shownDiary } from '@zonula/safety';
import { type Timeline, toTimeline } from '@zonula/timeline';
import { version } from '../../version.ts';
import { type Found, foundKey, seed } from '../found.ts';
import type { Asker } from './questions.ts';

export interface Analysis {
  readonly timeline: Timeline;
  readonly found: Found;
}

/** Suspects of what may be shown to the person; null for a diary without entries. */
export const analyseIn = (
  asker: Pick<Asker, 'diary' | 'profile' | 'corrections' | 'today' | 'found'>,
  foods: Foods,
  onProgress: (share: number) => void,
): Analysis | null => {
  const { diary, profile, today } = asker;
  if (diary.observations.length === 0) return null;
  const hidden = hiddenFor(profile);
  const timeline = toTimeline(shownDiary(hidden, diary), {
    ...(hidden.foods ? {} : { foods: composeServing(foods) }),
    today,
  });
  const key = foundKey({ ...asker, outcome: null, trials: [] });
  const before = asker.found.find((one) => one.key === key);
  if (before !== undefined) return { timeline, found: before };
  return { timeline, found: { key, suspects: discover(timeline, { version, seed, onProgress }) } };
};
