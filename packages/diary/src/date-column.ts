// Dates of a whole column. One format is not asked for; what matters is that the column as a whole
// leaves no doubt: 03/04 alone could be either day, beside 25/04 it is the third of April.
import {
  dateOf,
  dayOf,
  instantOf,
  type LocalDay,
  type Moment,
  minutesOf,
  momentAt,
  parseMoment,
} from './day.ts';
import { quoted, unusable } from './place.ts';

export type DateOrder = 'dmy' | 'mdy';

export interface DateCell {
  readonly line: number;
  readonly text: string;
}

export interface DateColumnOptions {
  readonly file: string;
  /** 1-based. */
  readonly column: number;
  readonly columnName?: string;
  /** For dates such as 03/04/2026 that the column itself does not tell apart. */
  readonly dateOrder?: DateOrder | undefined;
  /** Minutes east of UTC, for stamps that end in `Z`. */
  readonly utcOffset?: number | undefined;
}

export interface DateColumn {
  /** One for each cell. */
  readonly days: readonly LocalDay[];
  /** Cells stamped in UTC whose own zone nobody told. */
  readonly utc: number;
}

type Parsed =
  | { readonly kind: 'day'; readonly date: string; readonly minutes: number | null }
  | { readonly kind: 'moment'; readonly moment: Moment; readonly utc: boolean }
  | {
      readonly kind: 'numeric';
      readonly first: number;
      readonly second: number;
      readonly year: number;
      readonly dotted: boolean;
      readonly minutes: number | null;
    };

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthPattern =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const weekday = '(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[,.]?\\s+)?';
const clock = '(?:(?:T|,?\\s+)(\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?:\\s*[ap]\\.?m\\.?)?))?';
const pattern = (body: string): RegExp => new RegExp(`^${weekday}${body}${clock}$`, 'iu');
const yearFirst = pattern('(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})');
const packed = /^(\d{4})(\d{2})(\d{2})$/u;
const numeric = pattern('(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})');
const dayMonth = pattern(
  `(\\d{1,2})(?:st|nd|rd|th)?\\.?[\\s-]+${monthPattern}\\.?,?[\\s-]+(\\d{4}|\\d{2})`,
);
const monthDay = pattern(`${monthPattern}\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4}|\\d{2})`);

/** `14:30`, `2:30 pm`, `14:30:59` as minutes after midnight; null for anything else. */
export const parseClock = (text: string): number | null => {
  const match = /^(.*?)\s*(?:([ap])\.?m\.?)?$/iu.exec(text.trim());
  const minutes = minutesOf(match?.[1] ?? '');
  const half = match?.[2]?.toLowerCase();
  if (minutes === null || half === undefined) return minutes;
  if (minutes < 60 || minutes >= 13 * 60) return null;
  return (minutes % 720) + (half === 'p' ? 720 : 0);
};

const fullYear = (text = ''): number =>
  text.length === 4 ? Number(text) : Number(text) + (Number(text) > 69 ? 1900 : 2000);

const parse = (text: string): Parsed | null => {
  if (text.length > 60) return null;
  const moment = parseMoment(text);
  if (moment !== null) return { kind: 'moment', moment, utc: /z$/iu.test(text) };

  const day = (year: number, month: number, dayOfMonth: number, time?: string): Parsed | null => {
    const date = dateOf(year, month, dayOfMonth);
    const minutes = time === undefined ? null : parseClock(time);
    if (date === null || (time !== undefined && minutes === null)) return null;
    return { kind: 'day', date, minutes };
  };
  const monthNumber = (name = ''): number => months.indexOf(name.slice(0, 3).toLowerCase()) + 1;

  let match = yearFirst.exec(text) ?? packed.exec(text);
  if (match !== null) return day(Number(match[1]), Number(match[2]), Number(match[3]), match[4]);
  match = dayMonth.exec(text);
  if (match !== null) {
    return day(fullYear(match[3]), monthNumber(match[2]), Number(match[1]), match[4]);
  }
  match = monthDay.exec(text);
  if (match !== null) {
    return day(fullYear(match[3]), monthNumber(match[1]), Number(match[2]), match[4]);
  }
  match = numeric.exec(text);
  if (match === null) return null;
  const minutes = match[5] === undefined ? null : parseClock(match[5]);
  if (match[5] !== undefined && minutes === null) return null;
  const [, first, separator, second, year] = match;
  return {
    kind: 'numeric',
    first: Number(first),
    second: Number(second),
    year: fullYear(year),
    dotted: separator === '.',
    minutes,
  };
};

const dateInOrder = (cell: Parsed & { kind: 'numeric' }, order: DateOrder): string | null =>
  order === 'dmy'
    ? dateOf(cell.year, cell.second, cell.first)
    : dateOf(cell.year, cell.first, cell.second);

/**
 * The day of every cell. Cells with a time are stamps and follow the rule in `day.ts`, unless every
 * time in the column is midnight: then they are plain days.
 * `UnusableInput` names the line of a cell that is no date, and the first cell whose day and month
 * nothing in the column tells apart (dates with dots count as day first).
 */
export const readDateColumn = (
  cells: readonly DateCell[],
  options: DateColumnOptions,
): DateColumn => {
  const { file, column, columnName, utcOffset } = options;
  const refuse = ({ line, text }: DateCell, expectation: string) =>
    unusable(
      { file, line, column, ...(columnName === undefined ? {} : { columnName }) },
      `expected ${expectation}, found ${quoted(text)}`,
    );
  const parsed = cells.map((cell) => {
    const result = parse(cell.text.trim());
    if (result === null) throw refuse(cell, 'a date such as 2026-03-01');
    return result;
  });

  const orderOf = (): DateOrder => {
    if (options.dateOrder !== undefined) return options.dateOrder;
    const numerics = parsed.filter((cell) => cell.kind === 'numeric');
    if (numerics.some(({ first }) => first > 12)) return 'dmy';
    if (numerics.some(({ second }) => second > 12)) return 'mdy';
    const doubtful = parsed.findIndex(
      (cell) => cell.kind === 'numeric' && !cell.dotted && cell.first !== cell.second,
    );
    if (doubtful < 0) return 'dmy';
    throw refuse(
      cells[doubtful]!,
      'dates that tell day and month apart (or "dateOrder": "dmy" or "mdy" in the map)',
    );
  };
  const order = orderOf();
  const minutesIn = (cell: Parsed): number | null =>
    cell.kind === 'moment' ? cell.moment.minutes : cell.minutes;
  const onlyDays = parsed.every((cell) => (minutesIn(cell) ?? 0) === 0);

  let utc = 0;
  const days = parsed.map((cell, index): LocalDay => {
    if (cell.kind === 'moment') {
      if (onlyDays) return { date: cell.moment.date, shifted: false };
      const instant = cell.utc ? instantOf(cell.moment) : null;
      if (instant !== null && utcOffset === undefined) utc++;
      return dayOf(
        instant !== null && utcOffset !== undefined ? momentAt(instant, utcOffset) : cell.moment,
      );
    }
    const date = cell.kind === 'day' ? cell.date : dateInOrder(cell, order);
    if (date === null) {
      throw refuse(cells[index]!, order === 'dmy' ? 'a date, day first' : 'a date, month first');
    }
    if (onlyDays || cell.minutes === null) return { date, shifted: false };
    return dayOf({ date, minutes: cell.minutes });
  });
  return { days, utc };
};
