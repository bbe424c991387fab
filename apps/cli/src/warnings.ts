import type { Warning } from '@zonula/diary';
import { oneLine } from './failure.ts';
import { note } from './output.ts';

/** Tells on standard error what was accepted, guessed or not understood. */
export const noteWarnings = (warnings: readonly Warning[]): void => {
  for (const { text, count } of warnings)
    note(oneLine(`warning: ${text}${count > 1 ? ` (${count} times)` : ''}`));
};
