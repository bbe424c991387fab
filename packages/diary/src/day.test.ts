import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  dateOf,
  instantOf,
  localDay,
  minutesOf,
  momentAt,
  parseMoment,
  sleepDay,
} from './day.ts';

const hour = 3_600_000;

const correlation = (a: readonly number[], b: readonly number[]): number => {
  const mean = (x: readonly number[]) => x.reduce((sum, value) => sum + value, 0) / x.length;
  const [ma, mb] = [mean(a), mean(b)];
  const sum = (f: (i: number) => number) => a.reduce((total, _, i) => total + f(i), 0);
  const cross = sum((i) => (a[i]! - ma) * (b[i]! - mb));
  return cross / Math.sqrt(sum((i) => (a[i]! - ma) ** 2) * sum((i) => (b[i]! - mb) ** 2));
};

describe('localDay', () => {
  it('puts an entry at 01:00 after a late night on the day before, without its time', () => {
    expect(localDay('2026-03-08T01:00:00+01:00')).toEqual({ date: '2026-03-07', shifted: true });
    expect(localDay('2026-03-08T03:59:59+01:00')).toEqual({ date: '2026-03-07', shifted: true });
    expect(localDay('2026-03-08T04:00:00+01:00')).toEqual({
      date: '2026-03-08',
      time: '04:00',
      shifted: false,
    });
    expect(localDay('2026-01-01 00:10')?.date).toBe('2025-12-31');
  });

  it('lets the person move the start of the day', () => {
    const midnight = { dayStartsAt: '00:00' };
    expect(localDay('2026-03-08T01:00+01:00', undefined, midnight)).toEqual({
      date: '2026-03-08',
      time: '01:00',
      shifted: false,
    });
    expect(() => localDay('2026-03-08T01:00', undefined, { dayStartsAt: 'noon' })).toThrow();
  });

  it('reads the zone of the record, never that of the machine', () => {
    const machine = process.env.TZ;
    try {
      for (const zone of ['UTC', 'Pacific/Auckland', 'America/Los_Angeles']) {
        process.env.TZ = zone;
        expect(localDay('2026-10-05 23:12:03 -0700')?.date).toBe('2026-10-05');
        expect(localDay('2026-10-05 23:12:03')?.date).toBe('2026-10-05');
        expect(localDay(Date.UTC(2026, 9, 5, 22, 30), 120)?.date).toBe('2026-10-05');
        expect(localDay(Date.UTC(2026, 9, 5, 22, 30), 6 * 60)).toEqual({
          date: '2026-10-06',
          time: '04:30',
          shifted: false,
        });
      }
    } finally {
      if (machine === undefined) delete process.env.TZ;
      else process.env.TZ = machine;
    }
  });

  it('places bare instants by the given offset, and leaves a written zone alone', () => {
    expect(localDay('2026-10-05T22:30:00Z')?.date).toBe('2026-10-05');
    expect(localDay('2026-10-05T22:30:00Z', 480)?.date).toBe('2026-10-06');
    expect(localDay('2026-10-05T22:30:00+02:00', 480)?.date).toBe('2026-10-05');
  });

  it('keeps days whole when the clocks change', () => {
    // Berlin 2026-03-29 has 23 hours, 2026-10-25 has 25: hour by hour through both nights.
    const spring = Array.from({ length: 48 }, (_, h) => Date.UTC(2026, 2, 28, 3) + h * hour);
    const autumn = Array.from({ length: 48 }, (_, h) => Date.UTC(2026, 9, 24, 2) + h * hour);
    const days = (instants: number[], change: number, before: number, after: number) => {
      const counts = new Map<string, number>();
      for (const instant of instants) {
        const date = localDay(instant, instant < change ? before : after)?.date ?? '';
        counts.set(date, (counts.get(date) ?? 0) + 1);
      }
      return [...counts];
    };
    expect(days(spring, Date.UTC(2026, 2, 29, 1), 60, 120)).toEqual([
      ['2026-03-28', 23],
      ['2026-03-29', 24],
      ['2026-03-30', 1],
    ]);
    expect(days(autumn, Date.UTC(2026, 9, 25, 1), 120, 60)).toEqual([
      ['2026-10-24', 25],
      ['2026-10-25', 23],
    ]);
  });

  it('gives each record the day of its own zone across the date line', () => {
    // Auckland to Honolulu: eight hours later in time, a day earlier on the calendar.
    expect(localDay('2026-06-10T20:00:00+12:00')?.date).toBe('2026-06-10');
    expect(localDay('2026-06-10T06:00:00-10:00')?.date).toBe('2026-06-10');
    expect(localDay('2026-06-09T22:00:00-10:00')?.date).toBe('2026-06-09');
    const left = parseMoment('2026-06-10T20:00:00+12:00');
    const landed = parseMoment('2026-06-10T06:00:00-10:00');
    expect((instantOf(landed!)! - instantOf(left!)!) / hour).toBe(8);
  });

  it('refuses what is no timestamp', () => {
    for (const text of ['2026-02-30T10:00', '2026-10-05', '2026-10-05T24:00', '', '5 May', 'NaN']) {
      expect(localDay(text)).toBeNull();
    }
    expect(localDay(Number.NaN, 0)).toBeNull();
    expect(localDay(1e300, 0)).toBeNull();
    expect(localDay('2026-10-05T10:00+25:00')).toBeNull();
  });

  it('does not turn r = +1.00 into nothing, as dates cut from UTC stamps do', () => {
    // New York: drinks at 18:30, the skin that evening at 21:00 or, after a late night, at 01:30.
    const dose = Array.from({ length: 60 }, (_, i) => ((i * i * 37 + i * 11) % 101) % 5);
    const first = Date.UTC(2026, 0, 10);
    const drinks = dose.map((_, i) => first + i * 24 * hour + 23.5 * hour);
    const skin = dose.map((_, i) => first + (i + 1) * 24 * hour + (i % 3 === 0 ? 6.5 : 2) * hour);
    const together = (dayOfInstant: (instant: number) => string) => {
      const drunk = new Map(drinks.map((instant, i) => [dayOfInstant(instant), dose[i]!]));
      const pairs = skin
        .map((instant, i) => [drunk.get(dayOfInstant(instant)), dose[i]!] as const)
        .filter((pair): pair is readonly [number, number] => pair[0] !== undefined);
      return correlation(
        pairs.map(([a]) => a),
        pairs.map(([, b]) => b),
      );
    };
    expect(together((instant) => localDay(instant, -300)?.date ?? '')).toBeCloseTo(1, 12);
    const utc = together((instant) => new Date(instant).toISOString().slice(0, 10));
    const midnight = together(
      (instant) => localDay(instant, -300, { dayStartsAt: '00:00' })?.date ?? '',
    );
    expect(Math.abs(utc)).toBeLessThan(0.3);
    expect(midnight).toBeLessThan(0.8);
  });
});

describe('sleepDay', () => {
  it('gives every piece of one night to the day of waking', () => {
    for (const end of ['2026-03-07 23:40', '2026-03-08 02:10', '2026-03-08 07:00']) {
      expect(sleepDay(parseMoment(end)!)).toBe('2026-03-08');
    }
    expect(sleepDay(parseMoment('2026-03-08 17:59')!)).toBe('2026-03-08');
    expect(sleepDay(parseMoment('2026-03-08 18:00')!)).toBe('2026-03-09');
  });
});

describe('dates', () => {
  it('agree with the calendar', () => {
    expect(dateOf(2024, 2, 29)).toBe('2024-02-29');
    expect(dateOf(1900, 2, 29)).toBeNull();
    expect(dateOf(2000, 2, 29)).toBe('2000-02-29');
    expect(dateOf(2026, 13, 1)).toBeNull();
    expect(dateOf(26, 1, 1)).toBe('0026-01-01');
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
    expect(minutesOf('7:05')).toBe(425);
    expect(minutesOf('24:00')).toBeNull();
  });

  it('come back from the instant', () => {
    const instants = fc.integer({ min: -6e13, max: 2e14 });
    const offsets = fc.integer({ min: -14 * 60, max: 14 * 60 });
    fc.assert(
      fc.property(instants, offsets, (instant, offset) => {
        const moment = momentAt(instant, offset);
        expect(instantOf(moment)).toBe(instant);
        expect(moment.minutes).toBeGreaterThanOrEqual(0);
        expect(moment.minutes).toBeLessThan(1440);
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});
