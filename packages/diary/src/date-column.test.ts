import { describe, expect, it } from 'vitest';
import { parseClock, readDateColumn } from './date-column.ts';

const read = (texts: readonly string[], hints: object = {}) =>
  readDateColumn(
    texts.map((text, index) => ({ line: index + 2, text })),
    { file: 'f.csv', column: 1, columnName: 'Day', ...hints },
  );
const dates = (texts: readonly string[], hints: object = {}) =>
  read(texts, hints).days.map(({ date, time }) => (time === undefined ? date : `${date} ${time}`));

describe('readDateColumn', () => {
  it.each([
    ['2021-12-08', '2021-12-08'],
    ['2021/12/8', '2021-12-08'],
    ['20211208', '2021-12-08'],
    ['8th Dec 2021', '2021-12-08'],
    ['Wed, 8 December 2021', '2021-12-08'],
    ['8-Dec-21', '2021-12-08'],
    ['Sept 1st, 1999', '1999-09-01'],
    ['Dec 8, 2021', '2021-12-08'],
    ['8.12.2021', '2021-12-08'],
    ['2/2/21', '2021-02-02'],
    ['2021-12-08 07:12:03 +0200', '2021-12-08 07:12'],
    ['8 Dec 2021, 2:30 PM', '2021-12-08 14:30'],
    ['8.12.2021 00:30', '2021-12-07'],
  ])('%s is %s', (text, date) => {
    expect(dates([text])).toEqual([date]);
  });

  it('tells day and month apart over the whole column', () => {
    expect(dates(['03/04/2026', '25/04/2026'])).toEqual(['2026-04-03', '2026-04-25']);
    expect(dates(['03/04/2026', '04/25/2026'])).toEqual(['2026-03-04', '2026-04-25']);
    expect(dates(['12/11/2026', '13/11/2026'])).toEqual(['2026-11-12', '2026-11-13']);
    expect(dates(['11/12/2026', '11/13/2026'])).toEqual(['2026-11-12', '2026-11-13']);
    expect(dates(['03/04/2026'], { dateOrder: 'mdy' })).toEqual(['2026-03-04']);
    expect(() => dates(['03/03/2026', '03/04/2026'])).toThrow(
      /^f\.csv, line 3, column 1 \(Day\): expected dates that tell day and month apart/u,
    );
    expect(() => dates(['25/04/2026', '04/25/2026'])).toThrow(/line 3.*day first/u);
    expect(() => dates(['25/04/2026'], { dateOrder: 'mdy' })).toThrow(/line 2.*month first/u);
  });

  it('takes a column of midnights for plain days', () => {
    expect(dates(['2026-03-01 00:00:00', '2026-03-02 00:00:00'])).toEqual([
      '2026-03-01',
      '2026-03-02',
    ]);
    expect(dates(['2026-03-01T00:00:00Z', '2026-03-02'])).toEqual(['2026-03-01', '2026-03-02']);
    expect(dates(['2026-03-02 00:00', '2026-03-02 09:00'])).toEqual([
      '2026-03-01',
      '2026-03-02 09:00',
    ]);
  });

  it('says how many stamps are in UTC without a zone of their own', () => {
    const stamps = ['2026-03-01T23:30:00Z', '2026-03-02T10:00:00+01:00'];
    expect(read(stamps).utc).toBe(1);
    expect(read(stamps, { utcOffset: 480 }).utc).toBe(0);
    expect(dates(stamps, { utcOffset: 480 })).toEqual(['2026-03-02 07:30', '2026-03-02 10:00']);
  });

  it.each(['', 'yesterday', '2026-02-30', '32/01/2026', '2026-03-01 25:00', '9'.repeat(1e6)])(
    'refuses %.20s',
    (text) => {
      expect(() => dates(['2026-01-01', text])).toThrow(/^f\.csv, line 3, column 1 \(Day\): exp/u);
    },
  );
});

describe('parseClock', () => {
  it('reads both clocks', () => {
    expect(['12:05 am', '12:05 pm', '1:00 p.m.', '23:59', '0:00'].map(parseClock)).toEqual([
      5, 725, 780, 1439, 0,
    ]);
    expect(['13:00 pm', '0:30 am', '24:00', 'noon', ''].map(parseClock)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});
