import type { Wording } from '../wording/wording-of.ts';

/** Fewer whole days say too little of how somebody usually eats. Our own judgement. */
export const leastWholeDays = 7;

export const tooFewDays = (whole: number, say: Wording['say']): string =>
  say(
    whole === 1
      ? 'We need {least} days in the last 8 weeks with all that you ate. There is {whole}. What is not written down is not known, so we cannot tell.'
      : 'We need {least} days in the last 8 weeks with all that you ate. There are {whole}. What is not written down is not known, so we cannot tell.',
    { least: leastWholeDays, whole },
  );
