import { useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { timeHere, todayHere, zoneOffsetHere } from '../../browser.ts';
import { isDay } from '../../days.ts';
import { useToday } from '../../use-today.ts';
import type { Moment } from './entries.ts';

/** The day that is written about: today, or the one that was chosen; never one to come. */
export const useDay = (): string => {
  const { day } = useSearch({ from: '/' });
  const today = useToday();
  return day !== undefined && isDay(day) && day <= today ? day : today;
};

/** The moment of writing, taken when something is written. */
export const useMoment = (): (() => Moment) => {
  const day = useDay();
  return useCallback(
    () => ({ day, today: todayHere(), time: timeHere(), zoneOffset: zoneOffsetHere() }),
    [day],
  );
};
