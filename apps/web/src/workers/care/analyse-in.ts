import { discover, type Suspects } from '@zonula/discovery';
import { composeServing, type Foods } from '@zonula/foods';
import { hiddenFor, shownDiary } from '@zonula/safety';
import { type Timeline, toTimeline } from '@zonula/timeline';
import { version } from '../../version.ts';
import type { Asker } from './questions.ts';

/** Where every analysis starts, so that the same diary gives the same plan and the same page. */
export const seed = 1;

export interface Analysis {
  readonly timeline: Timeline;
  readonly suspects: Suspects;
}

/** Suspects of what may be shown to the person; null for a diary without entries. */
export const analyseIn = (
  { diary, profile, today }: Pick<Asker, 'diary' | 'profile' | 'today'>,
  foods: Foods,
  onProgress: (share: number) => void,
): Analysis | null => {
  if (diary.observations.length === 0) return null;
  const hidden = hiddenFor(profile);
  const timeline = toTimeline(shownDiary(hidden, diary), {
    ...(hidden.foods ? {} : { foods: composeServing(foods) }),
    today,
  });
  return { timeline, suspects: discover(timeline, { version, seed, onProgress }) };
};
