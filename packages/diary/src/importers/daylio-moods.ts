// Daylio's default names for its five moods, worst to best, by language. A person may rename them:
// other names are listed and stay out of the score.
import { fold } from './vocabulary.ts';

const defaults: readonly (readonly string[])[] = [
  ['awful', 'bad', 'meh', 'good', 'rad'],
  ['lausig', 'schlecht', 'ok', 'gut', 'super'],
];

const levels: ReadonlyMap<string, number> = new Map(
  defaults.flatMap((names) => names.map((name, index) => [name, index + 1] as const)),
);

/** 1 (worst) to 5 (best) for a default label, else null. */
export const moodLevel = (label: string): number | null => levels.get(fold(label)) ?? null;
