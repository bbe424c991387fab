import type { Warning } from '@zonula/diary';
import { oneLine } from './failure.ts';
import { note } from './output.ts';

/** Tells on standard error what was accepted, guessed or not understood, `most` of it. */
export const noteWarnings = (
  warnings: readonly Warning[],
  most: number = Number.POSITIVE_INFINITY,
): void => {
  for (const { text, count } of warnings.slice(0, most))
    note(oneLine(`warning: ${text}${count > 1 ? ` (${count} times)` : ''}`));
  const left = warnings.length - most;
  if (left > 0) note(`and ${left} more such notes; --json lists them all`);
};
