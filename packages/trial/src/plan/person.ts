import type { DayToDay } from '../power/power.ts';

/** What a person's own days say of a trial's chances. */
export interface PersonBelief {
  /** Draws from the posterior, at least one. */
  readonly draws: readonly DayToDay[];
  /** Share of days with a score. */
  readonly recorded: number;
  /** Share of days on which the plan will not be kept. */
  readonly slips: number;
  /** Response to one usual portion, points per day from the day itself on; only its shape counts. */
  readonly curve: readonly number[];
}

/** As an analysis of a diary tells it; see the model of discovery. */
export interface Dynamics {
  readonly persistence: number;
  readonly shock: number;
  readonly noise: number;
}

const largestPhi = 0.99;

/** `step` is the smallest step of the score: rounding adds its variance. */
export const dayToDayOf = ({ persistence, shock, noise }: Dynamics, step: number): DayToDay => {
  const phi = Math.min(persistence, largestPhi);
  const process = shock ** 2 / (1 - phi ** 2);
  const recording = noise * shock ** 2 + step ** 2 / 12;
  const variance = process + recording;
  return { phi, noiseShare: recording / variance, sd: Math.sqrt(variance) };
};

/** Where the diary is too short for a model: what is usual, with the spread of the scores that there are. */
export const usualDayToDay = (scores: readonly number[], range: number): DayToDay => {
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const variance =
    scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / (scores.length - 1);
  const sd = scores.length >= 7 && variance > 0 ? Math.sqrt(variance) : 0.15 * range;
  return { phi: 0.6, noiseShare: 0.25, sd };
};
