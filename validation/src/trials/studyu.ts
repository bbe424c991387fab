/**
 * The rule of StudyU (hpi-studyu/studyu, MIT; facts only): two interventions in phases of seven
 * days, no washout, the first pair in fixed order and the later ones shuffled, and a Welch test at
 * 5 % on the daily values as if they were independent.
 */
import { type Random, welchTest } from '@zonula/numerics';

const PHASE = 7;

/** Whether the rule finds a difference in these days; its own schedule is drawn here. */
export function studyURejects(score: Float64Array, random: Random): boolean {
  const cycles = Math.floor(score.length / (2 * PHASE));
  const arms: [number[], number[]] = [[], []];
  for (let cycle = 0; cycle < cycles; cycle++) {
    const swapped = cycle > 0 && random.uniform() < 0.5;
    for (let phase = 0; phase < 2; phase++) {
      const from = (2 * cycle + phase) * PHASE;
      const arm = (phase === 0) === swapped ? 1 : 0;
      arms[arm]!.push(...score.slice(from, from + PHASE));
    }
  }
  const test = welchTest(arms[0], arms[1]);
  return test !== undefined && test.pValue < 0.05;
}
