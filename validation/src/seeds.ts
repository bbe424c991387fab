/**
 * Which seeds may be looked at.
 *
 * `tuning` seeds are for development: run them as often as you like. `held-back` seeds are for the
 * published figures only. Whoever changes the engine after seeing a held-back result has tuned on
 * it, and the next publication needs a fresh range (move both ends up by 5e8, never back).
 */
export const seedPools = {
  tuning: { first: 1, last: 499_999_999 },
  'held-back': { first: 1_500_000_000, last: 1_999_999_999 },
} as const;
export type SeedPool = keyof typeof seedPools;

/** Every study has its own stretch of a pool, so that no two studies share a diary. */
export const studyNames = [
  'false-accusations',
  'power',
  'calibration',
  'hopeless',
  'forecast',
  'shifted',
  'sbc',
  'enumeration',
  'stan',
  'golden',
  'known-dynamics',
  'axis-robustness',
  'trials',
  'axis-people',
  'axis-trials',
  'cohorts',
  'trial-intervals',
  'hours',
] as const;
export type StudyName = (typeof studyNames)[number];

const STRETCH = 10_000_000;

/** `count` seeds of this study, starting at its `offset`-th. Throws RangeError beyond the stretch. */
export function seedsOf(pool: SeedPool, study: StudyName, count: number, offset = 0): number[] {
  if (!(Number.isInteger(count) && count >= 0 && offset >= 0 && offset + count <= STRETCH)) {
    throw new RangeError(`a study has ${STRETCH} seeds`);
  }
  const start = seedPools[pool].first + studyNames.indexOf(study) * STRETCH + offset;
  return Array.from({ length: count }, (_, i) => start + i);
}
