import type { ScheduleEntry } from '@zonula/trial';
import { useId } from 'react';
import { dayInWords, daysFrom, plusDays } from '../../days.ts';
import { i18n } from '../../i18n/i18n.ts';
import { useTrialsWords } from './words.ts';

const cell = 30;
const labels = 58;
const headline = 26;
const weekdays = 7;

interface Day {
  readonly date: string;
  readonly arm: 'with' | 'without' | 'usual' | 'off';
  readonly counts: boolean;
  /** Index of the period; null on days off. */
  readonly period: number | null;
}

const daysOf = (schedule: readonly ScheduleEntry[]): readonly Day[] => {
  const first = schedule[0];
  const last = schedule.at(-1);
  if (first === undefined || last === undefined) return [];
  return Array.from({ length: daysFrom(first.from, last.to) + 1 }, (_, k): Day => {
    const date = plusDays(first.from, k);
    const period = schedule.findIndex(({ from, to }) => from <= date && date <= to);
    const entry = schedule[period];
    if (entry === undefined) return { date, arm: 'off', counts: false, period: null };
    return {
      date,
      arm: entry.arm,
      counts: entry.countsFrom !== null && date >= entry.countsFrom,
      period,
    };
  });
};

const mondayOf = (date: string): string =>
  plusDays(date, -((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7));

/** The days week by week: beads on a string for each period, filled with, open without; small where they do not count yet. */
export const SchedulePicture = ({
  schedule,
  today = null,
  hidden = false,
}: {
  readonly schedule: readonly ScheduleEntry[];
  readonly today?: string | null;
  /** Boxes instead of arms: the person may not know the order. */
  readonly hidden?: boolean;
}) => {
  const text = useTrialsWords();
  const id = useId();
  const days = daysOf(schedule);
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return null;
  const monday = mondayOf(first.date);
  const weeks = Math.floor(daysFrom(monday, last.date) / weekdays) + 1;
  const place = (date: string): readonly [number, number] => {
    const k = daysFrom(monday, date);
    return [
      labels + (k % weekdays) * cell + cell / 2,
      headline + Math.floor(k / weekdays) * cell + cell / 2,
    ];
  };
  const count = (arm: Day['arm']): number => days.filter((day) => day.arm === arm).length;
  const short = (date: string): string =>
    dayInWords(date, i18n.locale, { day: 'numeric', month: 'short' });
  const range = {
    from: dayInWords(first.date, i18n.locale),
    to: dayInWords(last.date, i18n.locale),
  };
  const boxes = schedule.filter(({ block }) => block !== null);
  const threads = days.slice(1).flatMap((day, k) => {
    const before = days[k]!;
    const [x0, y0] = place(before.date);
    const [x1, y1] = place(day.date);
    return day.period !== null && day.period === before.period && y0 === y1
      ? [`M${x0} ${y0}H${x1}`]
      : [];
  });
  return (
    <figure className="schedule-figure">
      <svg
        viewBox={`0 0 ${labels + weekdays * cell + 6} ${headline + weeks * cell + 4}`}
        className="schedule-picture"
        role="img"
        aria-labelledby={`${id}-title`}
      >
        <title id={`${id}-title`}>
          {hidden
            ? text('schedule.picture.hidden', { ...range, boxes: boxes.length })
            : text('schedule.picture', {
                ...range,
                periods: schedule.length,
                with: count('with'),
                without: count('without'),
              })}
        </title>
        {Array.from({ length: weekdays }, (_, k) => (
          <text
            key={k}
            className="tick"
            x={labels + k * cell + cell / 2}
            y={16}
            textAnchor="middle"
          >
            {dayInWords(plusDays(monday, k), i18n.locale, { weekday: 'narrow' })}
          </text>
        ))}
        {Array.from({ length: weeks }, (_, week) => {
          const date = plusDays(monday, week * weekdays);
          return (
            <text
              key={date}
              className="tick"
              x={labels - 10}
              y={headline + week * cell + cell / 2 + 4}
              textAnchor="end"
            >
              {short(date)}
            </text>
          );
        })}
        <path className="thread" d={threads.join('')} />
        {days.map(({ date, arm, counts }) => {
          const [x, y] = place(date);
          if (arm === 'usual' || arm === 'off')
            return (
              <path
                key={date}
                className={`bead ${arm}`}
                d={arm === 'usual' ? `M${x - 4} ${y}h8` : `M${x - 4} ${y - 4}l8 8m0 -8l-8 8`}
              />
            );
          const shown = hidden ? 'box' : arm;
          return (
            <circle key={date} className={`bead ${shown}`} cx={x} cy={y} r={counts ? 8.5 : 4.5} />
          );
        })}
        {today !== null && today >= first.date && today <= last.date && (
          <circle className="today-ring" cx={place(today)[0]} cy={place(today)[1]} r="13" />
        )}
      </svg>
      <figcaption className="soft small">
        {text(hidden ? 'schedule.caption.hidden' : 'schedule.caption')}
      </figcaption>
      <details>
        <summary>{text('schedule.list')}</summary>
        <ol className="periods">
          {schedule.map((entry) => {
            const { from, to, arm, block, countsFrom } = entry;
            const days = { from: short(from), to: short(to) };
            return (
              <li key={from}>
                {hidden && block !== null
                  ? text('schedule.box', { ...days, box: boxes.indexOf(entry) + 1 })
                  : text('schedule.period', { ...days, arm: text(`arm.${arm}`) })}
                {countsFrom !== null && countsFrom !== from && (
                  <span className="soft">
                    {` ${text('schedule.counts', { day: short(countsFrom) })}`}
                  </span>
                )}
              </li>
            );
          })}
        </ol>
      </details>
    </figure>
  );
};
