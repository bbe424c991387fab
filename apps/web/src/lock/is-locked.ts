/** Asked before the first picture; everything else of the lock is loaded when there is one. */
export const hasLock = (): boolean => localStorage.getItem('zonula-lock') !== null;

const awayMs = 5 * 60_000;

/** Calls `onLock` when the page was out of sight for five minutes. Gives back how to stop. */
export const lockWhenAway = (onLock: () => void): (() => void) => {
  let hiddenAt: number | null = null;
  const follow = (): void => {
    if (document.visibilityState === 'hidden') hiddenAt = Date.now();
    else if (hiddenAt !== null && Date.now() - hiddenAt > awayMs && hasLock()) onLock();
  };
  document.addEventListener('visibilitychange', follow);
  return () => document.removeEventListener('visibilitychange', follow);
};
