import { addDays, dayOf, instantOf, type Moment, parseMoment, sleepDay } from '../day.ts';
import type { SleepStage } from './apple-health-types.ts';
import type { At } from './recorder.ts';

/** A moment with its instant, which every date of an export has a zone for. */
export interface Stamp {
  readonly moment: Moment;
  readonly instant: number;
}

export const stampOf = (text: string | undefined): Stamp | null => {
  const moment = parseMoment(text ?? '');
  const instant = moment === null ? null : instantOf(moment);
  return moment === null || instant === null ? null : { moment, instant };
};

/** Apps that log whole days stamp them with midnight: such a day was chosen and is not shifted. */
export const atOf = ({ moment }: Stamp): At =>
  moment.minutes === 0 ? { date: moment.date } : dayOf(moment);

const longestSpan = 31;

/** Every day that an entry of a day or longer covers (at most a month), else its one day. */
export const spanOf = (start: Stamp, end: Stamp): At[] => {
  const first = atOf(start);
  const days = Math.floor((end.instant - start.instant) / 86_400_000 + 1e-9);
  const whole = start.moment.minutes === 0 ? days - 1 : days;
  const more = Math.min(longestSpan, Math.max(0, whole));
  return [
    first,
    ...Array.from({ length: more }, (_, at) => ({ date: addDays(first.date, at + 1) })),
  ];
};

/** Sums per day; `devices` keeps the sources apart, so that two that count the same do not add up. */
export const createTotals = () => {
  const sources = new Map<string, Map<string, number>>();
  return {
    add(source: string, date: string, value: number): void {
      let days = sources.get(source);
      if (days === undefined) {
        days = new Map();
        sources.set(source, days);
      }
      days.set(date, (days.get(date) ?? 0) + value);
    },
    /** The largest source of each day. */
    *days(): Generator<readonly [date: string, value: number]> {
      const largest = new Map<string, number>();
      for (const days of sources.values()) {
        for (const [date, value] of days) {
          const known = largest.get(date);
          if (known === undefined || value > known) largest.set(date, value);
        }
      }
      yield* largest;
    },
  };
};
export type Totals = ReturnType<typeof createTotals>;

const minutesCovered = (spans: readonly (readonly [number, number])[]): number => {
  let covered = 0;
  let until = Number.NEGATIVE_INFINITY;
  for (const [start, end] of spans.toSorted(([a], [b]) => a - b)) {
    if (end > until) covered += end - Math.max(start, until);
    until = Math.max(until, end);
  }
  return covered / 60_000;
};

/** Nights: what a phone, a watch and apps recorded of one night is united, never added up. */
export const createNights = () => {
  const nights = new Map<string, Map<SleepStage, [number, number][]>>();
  return {
    add(stage: SleepStage, start: Stamp, end: Stamp): void {
      const date = sleepDay(end.moment);
      let night = nights.get(date);
      if (night === undefined) {
        night = new Map();
        nights.set(date, night);
      }
      const spans = night.get(stage);
      if (spans === undefined) night.set(stage, [[start.instant, end.instant]]);
      else spans.push([start.instant, end.instant]);
    },
    /** Hours per night and stage, to a hundredth. */
    *hours(): Generator<readonly [date: string, stage: SleepStage, hours: number]> {
      for (const [date, stages] of nights) {
        for (const [stage, spans] of stages) {
          yield [date, stage, Math.round(minutesCovered(spans) / 0.6) / 100];
        }
      }
    },
  };
};
