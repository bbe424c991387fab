import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importContent } from '../../fixtures/read-fixture.ts';
import { amountOf } from './amounts.ts';
import { clockTime, isoDate, slashDate, wordDate } from './foreign-dates.ts';
import { createKeySet } from './key-set.ts';
import { converted } from './nutrients.ts';
import { numberOf } from './table.ts';

describe('dates and times of other apps', () => {
  it('reads days in words in several languages', () => {
    expect(wordDate('8th Dec 2021')).toBe('2021-12-08');
    expect(wordDate('Dec 8, 2021')).toBe('2021-12-08');
    expect(wordDate('17. Februar', 2018)).toBe('2018-02-17');
    expect(wordDate('17 février', 2018)).toBe('2018-02-17');
    expect(wordDate('3 de marzo', 2018)).toBe('2018-03-03');
    for (const text of ['31st Feb 2021', '8th Foo 2021', 'Dec 2021', '', '1 2 Dec 2021']) {
      expect(wordDate(text)).toBeNull();
    }
  });

  it('reads clocks of 12 and 24 hours', () => {
    expect(
      ['8:05 am', '12:05 AM', '12:30 pm', '10:00 p.m.', '7:05', '22:10:31', '9:15\u202fPM'].map(
        clockTime,
      ),
    ).toEqual(['08:05', '00:05', '12:30', '22:00', '07:05', '22:10', '21:15']);
    for (const text of ['', '25:00', '13:00 pm', '0:10 am', '12:60', 'evening']) {
      expect(clockTime(text)).toBeNull();
    }
  });

  it('reads numeric days in the order given', () => {
    expect(slashDate('02/03/2024', 'month-day')).toBe('2024-02-03');
    expect(slashDate('02/03/2024', 'day-month')).toBe('2024-03-02');
    expect(slashDate('13/03/2024', 'month-day')).toBeNull();
    expect(slashDate('2024-03-02', 'month-day')).toBe('2024-03-02');
    expect(isoDate('2023-02-29')).toBeNull();
  });

  it('leaves out, with a warning, an entry that the night before the first year would get', async () => {
    const { observations, warnings } = await importContent(
      'full_date,date,weekday,time,mood,activities,note\n0001-01-01,,,01:00,good,,\n0001-01-02,,,05:00,good,,\n',
    );
    expect(observations.map(({ date }) => date)).toEqual(['0001-01-02']);
    expect(warnings.map(({ code }) => code)).toEqual(['unreadable-row']);
    const far = await importContent('epoch,start,end,offset,note\n700000000000000,,,0,#itch\n');
    expect(far.observations).toEqual([]);
    expect(far.warnings.map(({ code }) => code)).toEqual(['unreadable-row']);
  });
});

describe('amounts', () => {
  it.each([
    ['58.00 g', { value: 58, unit: 'g' }],
    ['2 x 2.0 pill', { value: 4, unit: 'pill' }],
    ['x 2', { value: 2, unit: '' }],
    ['200 mg', { value: 200, unit: 'mg' }],
    ['1,5 tbsp, heaped', { value: 1.5, unit: 'tbsp, heaped' }],
    ['1.00 serving', { value: 1, unit: '' }],
    ['0.5', { value: 0.5, unit: '' }],
    ['Taken', null],
    ['', null],
  ])('reads %j', (text, amount) => {
    expect(amountOf(text)).toEqual(amount);
  });

  it('converts units of one kind only', () => {
    expect(converted(2, 'kg', 'g')).toBe(2000);
    expect(converted(1, 'Cal', 'kcal')).toBe(1);
    expect(converted(1000, 'cal', 'kcal')).toBe(1);
    expect(converted(418.4, 'kJ', 'kcal')).toBeCloseTo(100, 10);
    expect(converted(1, 'mcg', 'µg')).toBeCloseTo(1, 12);
    expect(converted(1, 'g', 'ml')).toBeNull();
    expect(converted(1, 'constructor', 'g')).toBeNull();
  });

  it('reads numbers with thousands and with decimal commas', () => {
    expect(numberOf('1,234.5')).toBe(1234.5);
    expect(numberOf('1,234')).toBe(1234);
    expect(numberOf('1,234', true)).toBe(1.234);
    expect(numberOf('12,5')).toBe(12.5);
    for (const text of ['', '1e999', 'NaN', '0x10', '1.2.3', '--1'])
      expect(numberOf(text)).toBeNull();
  });
});

describe('createKeySet', () => {
  it('agrees with a set of texts while it grows', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 3 }), { maxLength: 50 }), (words) => {
        const keys = createKeySet();
        const known = new Set<string>();
        for (const word of words) {
          expect(keys.add(word)).toBe(!known.has(word));
          known.add(word);
        }
      }),
      { seed: 1, numRuns: 200 },
    );
    const keys = createKeySet();
    const fresh = Array.from({ length: 20_000 }, (_, at) => keys.add(`2024-01-01 ${at}`));
    expect(fresh.every((isNew) => isNew)).toBe(true);
    expect(keys.add('2024-01-01 7')).toBe(false);
  });
});
