import { z } from 'zod';
import type { Period, TrialDesign } from '../design.ts';
import { daysBetween } from '../schedule/dates.ts';
import { reasonsToStop, reasonsToWait } from './reasons.ts';

export const eventSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('postponed'),
    /** First day off. */
    on: z.iso.date(),
    /** Days off. */
    days: z.number().int().min(1).max(60),
    reason: z.enum(reasonsToWait),
  }),
  z.strictObject({
    kind: z.literal('stopped'),
    /** First day that is no longer part of the trial. */
    on: z.iso.date(),
    reason: z.enum(reasonsToStop),
  }),
]);
export type TrialEvent = Readonly<z.infer<typeof eventSchema>>;

const fewestRestDays = 3;

/** Rest after a reaction, in days: three, or as long as what came before needs to fade. */
export const restDays = ({ washoutDays }: Pick<TrialDesign, 'washoutDays'>): number =>
  Math.max(fewestRestDays, washoutDays);

/**
 * The periods as they took place. A day off belongs to no period; a period that it falls into is begun anew afterwards, with its
 * washout and with the arm that was drawn, and all later ones move. Which arm a period has plays no part, so
 * that the order stays as random as it was drawn. After a stop only what was completed, and the begun period as far as it got,
 * remain. `RangeError` for days outside the trial.
 */
export const applyEvents = (
  planned: readonly Period[],
  start: string,
  events: readonly TrialEvent[],
): readonly Period[] => {
  let periods = planned;
  for (const event of [...events].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))) {
    const day = daysBetween(start, event.on);
    const last = periods.at(-1);
    const end = last === undefined ? 0 : last.start + last.days;
    if (day < 0 || day >= end) throw new RangeError(`${event.on} is no day of this trial`);
    periods =
      event.kind === 'stopped' ? stopped(periods, day) : postponed(periods, day, event.days);
  }
  return periods;
};

const stopped = (periods: readonly Period[], day: number): readonly Period[] =>
  periods
    .filter(({ start }) => start < day)
    .map((period) => ({ ...period, days: Math.min(period.days, day - period.start) }));

/** A baseline or elimination that was broken off goes on where it stood; a drawn period begins anew. */
const postponed = (periods: readonly Period[], day: number, days: number): readonly Period[] => {
  const first = periods.findIndex((period) => period.start + period.days > day);
  const found = periods[first];
  if (found === undefined) return periods;
  const done = Math.max(0, day - found.start);
  const continued = found.block === null && done > 0;
  const begins = Math.max(found.start, day + days);
  const shift = begins - found.start - (continued ? done : 0);
  return [
    ...periods.slice(0, first),
    ...(continued ? [{ ...found, days: done }] : []),
    { ...found, start: begins, days: continued ? found.days - done : found.days },
    ...periods.slice(first + 1).map((period) => ({ ...period, start: period.start + shift })),
  ];
};
