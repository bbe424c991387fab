import { useSyncExternalStore } from 'react';
import { todayHere } from './browser.ts';

/** Calls `onChange` when another day may have begun: a while after midnight, and when the page is looked at again. Gives back how to stop. */
const followDays = (onChange: () => void): (() => void) => {
  let timer: ReturnType<typeof setTimeout>;
  const wait = (): void => {
    const midnight = new Date();
    midnight.setHours(24, 0, 1, 0);
    timer = setTimeout(turn, midnight.getTime() - Date.now());
  };
  const turn = (): void => {
    onChange();
    wait();
  };
  wait();
  document.addEventListener('visibilitychange', onChange);
  window.addEventListener('focus', onChange);
  return () => {
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', onChange);
    window.removeEventListener('focus', onChange);
  };
};

/** Today in the person's own time, `YYYY-MM-DD`; an app that stays open for days turns the page by itself. */
export const useToday = (): string => useSyncExternalStore(followDays, todayHere);
