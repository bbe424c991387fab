import { drawnPeriods } from '../design.ts';
import type { AdherenceResult } from './adherence.ts';
import type { CarryOver, DayCounts } from './analyse-trial.ts';
import { analysedDays, drawnPeriodsOf, type TrialData } from './trial-data.ts';

interface Seen {
  readonly days: DayCounts;
  readonly adherence: AdherenceResult;
  readonly blinded: boolean;
  readonly carryOver: CarryOver | null;
  readonly rHat: number;
}

const percent = (share: number): string => `${Math.round(100 * share)} %`;

/** What the reader has to know beside the figures, in short sentences. */
export function notesOf(data: TrialData, seen: Seen): string[] {
  const { days, adherence, blinded, carryOver } = seen;
  const notes: string[] = [];
  if (!blinded)
    notes.push(
      'You knew which days were which. What you expected may have moved the score; this trial cannot tell the two apart.',
    );
  const took = drawnPeriodsOf(data).length;
  const planned = drawnPeriods(data.design);
  if (took < planned) notes.push(`${took} of ${planned} periods took place.`);
  const unknown = days.analysed - days.known;
  if (unknown > 0)
    notes.push(
      `${unknown} of ${days.analysed} days have no score. They count as unknown, not as good or bad.`,
    );
  const [gapWith, gapWithout] = [gapUnder(data, 'with'), gapUnder(data, 'without')];
  if (Math.abs(gapWith - gapWithout) > 0.2)
    notes.push(
      `Scores are missing more often on one side (${percent(gapWith)} with, ${percent(gapWithout)} without). If that has to do with how you felt, the result is bent.`,
    );
  const { exposureWith, exposureWithout } = adherence;
  if (exposureWith === null || exposureWithout === null)
    notes.push('It is not known whether the plan was kept.');
  else if (exposureWith - exposureWithout < 0.8)
    notes.push(
      `The plan was kept in part: ${percent(exposureWith)} of what was planned on days with, ${percent(exposureWithout)} on days without. The difference between the plans is then smaller than the effect of the thing itself.`,
    );
  if (carryOver !== null && carryOver.beyondWashout > 0.5)
    notes.push(
      'The effect seems to last longer than the days that were left out. The two sides may then look more alike than they are.',
    );
  if (seen.rHat > 1.05)
    notes.push('The estimate did not settle. Its interval is less sure than usual.');
  return notes;
}

/** Share of the arm's analysed days without a score; 0 where there are none. */
function gapUnder(data: TrialData, arm: 'with' | 'without'): number {
  const mask = analysedDays(
    drawnPeriodsOf(data).filter((period) => period.arm === arm),
    data.outcome.length,
  );
  const own = [...mask.keys()].filter((day) => mask[day] === 1);
  return own.length === 0
    ? 0
    : own.filter((day) => Number.isNaN(data.outcome[day]!)).length / own.length;
}
