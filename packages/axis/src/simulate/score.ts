import type { Rater } from '../axis/measure.ts';
import type { Profile } from './profile.ts';

export const scaleMost = 10;

/**
 * The way this person scores, so that their mean severity comes to lie at `level` of the scale, or as near as
 * people can bend a scale.
 */
export const raterOf = ({ level, raterError }: Profile, severity: ArrayLike<number>): Rater => {
  const all = Array.from(severity);
  const mean = all.reduce((sum, value) => sum + value, 0) / all.length;
  const wanted = Math.log(level) / Math.log(Math.min(0.98, Math.max(0.02, mean)));
  const bend = Math.min(5, Math.max(0.2, wanted));
  return { most: scaleMost, error: raterError, middle: 0.5 ** (1 / bend) };
};

/** The score to be expected of a severity, before error and rounding. */
export const expectedScore = (severity: number, { most, middle = 0.5 }: Rater): number =>
  most * Math.min(1, Math.max(0, severity)) ** (Math.log(0.5) / Math.log(middle));
