import { parseJson, unusable } from '@zonula/diary';
import { type Timeline, withOutcome } from '@zonula/timeline';
import { z } from 'zod';
import { daysBetween } from '../schedule/dates.ts';

const evidenceSchema = z.object({
  exposure: z.string().min(1),
  outcome: z.string().min(1),
  from: z.iso.date(),
  to: z.iso.date(),
  hash: z.string().regex(/^[0-9a-f]{64}$/u),
  belief: z.object({ odds: z.number().positive() }),
});

/** What a trial has to say to the next analysis of the diary. */
export interface TrialEvidence {
  readonly exposure: string;
  /** Id of the score. */
  readonly outcome: string;
  readonly from: string;
  readonly to: string;
  /** Of the plan. */
  readonly hash: string;
  /** Factor on the odds that the exposure acts. */
  readonly odds: number;
}

/** Reads what `trial analyse --json` wrote. Throws `UnusableInput` that names the field. */
export const readEvidence = (text: string, file: string): TrialEvidence => {
  const value = parseJson(
    text,
    { file },
    'expected JSON as `zonula trial analyse --json` writes it',
  );
  const read = evidenceSchema.safeParse(value);
  if (!read.success) {
    const field = read.error.issues[0]!.path.map(String).join('.');
    throw unusable(
      { file },
      `${field || 'the document'}: expected the result of a finished trial, as \`zonula trial analyse --json\` writes it`,
    );
  }
  const { belief, ...rest } = read.data;
  return { ...rest, odds: belief.odds };
};

/** The timeline without the scores that trials were judged by: they have been counted. */
export const withoutTrialDays = (
  timeline: Timeline,
  trials: readonly TrialEvidence[],
): Timeline => {
  if (trials.length === 0 || timeline.days === 0) return timeline;
  const outcomes = timeline.outcomes.map((outcome) => {
    const own = trials.filter((trial) => trial.outcome === outcome.id);
    if (own.length === 0) return outcome;
    const values = outcome.values.map((value, day) =>
      own.some(
        ({ from, to }) =>
          day >= daysBetween(timeline.from, from) && day <= daysBetween(timeline.from, to),
      )
        ? Number.NaN
        : value,
    );
    return { ...outcome, values, days: values.filter((value) => !Number.isNaN(value)).length };
  });
  const left = { ...timeline, outcomes };
  return timeline.outcome === null ? left : withOutcome(left, timeline.outcome);
};

/** Factor on the odds of each exposure, from all trials about a score. */
export const trialOdds =
  (trials: readonly TrialEvidence[], outcome: string) =>
  (id: string): number =>
    trials
      .filter((trial) => trial.exposure === id && trial.outcome === outcome)
      .reduce((product, { odds }) => product * odds, 1);
