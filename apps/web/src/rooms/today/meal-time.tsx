import { useCallback, useEffect, useId, useRef, useState } from 'react';
import { zoneOffsetAt } from '../../browser.ts';
import { useText } from '../../i18n/i18n.ts';
import type { Moment } from './entries.ts';

const halfHours = Array.from(
  { length: 48 },
  (_, k) => `${`${k >> 1}`.padStart(2, '0')}:${k % 2 === 0 ? '00' : '30'}`,
);

/** A time that was chosen is let go after this long, so that dinner is not written down for breakfast. */
const keptMs = 5 * 60_000;

export interface MealTime {
  /** `HH:MM`; null: not known; undefined: now. */
  readonly at: string | null | undefined;
  readonly setAt: (at: string | null | undefined) => void;
  readonly mealMoment: () => Moment;
}

/** When what is written down was eaten: now, unless a time is chosen. */
export const useMealTime = (moment: () => Moment): MealTime => {
  const [at, setAt] = useState<string | null | undefined>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const letGo = useCallback(() => setAt(undefined), []);
  const keep = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(letGo, keptMs);
  }, [letGo]);
  // Another day is another meal.
  useEffect(() => {
    letGo();
    return () => clearTimeout(timer.current);
  }, [moment, letGo]);
  const mealMoment = useCallback((): Moment => {
    const now = moment();
    if (at === undefined) return now;
    keep();
    return {
      ...now,
      at,
      ...(at === null ? {} : { zoneOffset: zoneOffsetAt(now.day, at) }),
    };
  }, [moment, at, keep]);
  return {
    at,
    setAt: (next) => {
      keep();
      setAt(next);
    },
    mealMoment,
  };
};

/** Half hours to choose from, those to come left out. */
export const MealTimeChoice = ({
  at,
  onChange,
  moment,
}: {
  readonly at: string | null | undefined;
  readonly onChange: (at: string | null | undefined) => void;
  readonly moment: () => Moment;
}) => {
  const text = useText();
  const id = useId();
  const { day, today, time } = moment();
  const isToday = day === today;
  const times = isToday ? halfHours.filter((one) => one <= time).reverse() : halfHours;
  return (
    <p className="meal-time">
      <label htmlFor={id}>{text('today.when')}</label>
      <select
        id={id}
        className="select"
        value={at === undefined ? (isToday ? 'now' : '') : (at ?? '')}
        onChange={({ target: { value } }) =>
          onChange(value === 'now' ? undefined : value === '' ? null : value)
        }
      >
        {isToday && <option value="now">{text('today.when.now')}</option>}
        {!isToday && <option value="">{text('today.when.none')}</option>}
        {times.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
        {isToday && <option value="">{text('today.when.none')}</option>}
      </select>
    </p>
  );
};
