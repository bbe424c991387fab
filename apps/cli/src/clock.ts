const localDayOf = (now: Date): string =>
  [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');

/** The local day of today, `YYYY-MM-DD`. */
export const today = (): string => localDayOf(new Date());
