import type { Diary } from '@zonula/diary';

/** The same text for the same diary and for no other: what was worked out of one that has changed since is never used again. */
export const diaryKey = ({
  observations,
  scales,
}: Pick<Diary, 'observations' | 'scales'>): string => JSON.stringify([observations, [...scales]]);
