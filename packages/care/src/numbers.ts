/** "about 93", "more than 99", "fewer than 1": a probability out of one hundred, never 0 or 100. */
const ofHundred = (probability: number): string => {
  const whole = Math.round(probability * 100);
  if (whole >= 100) return 'more than 99';
  return whole <= 0 ? 'fewer than 1' : `about ${whole}`;
};

/**
 * A probability as a natural frequency, always out of the same hundred so that two can be compared:
 * "in about 93 of 100 diaries like yours".
 */
export const diariesLikeYours = (probability: number): string =>
  `in ${ofHundred(probability)} of 100 diaries like yours`;

/** "93 in 100", for tables. */
export const inHundred = (probability: number): string =>
  `${ofHundred(probability).replace('about ', '')} in 100`;

/** Decimals worth showing on a scale with this range, in points. */
export const decimalsFor = (range: number): number => (range > 50 ? 0 : range > 5 ? 1 : 2);

/** A fixed number of decimals and a true minus sign; −0 becomes 0. */
export const figure = (value: number, decimals: number): string => {
  const text = Math.abs(value).toFixed(decimals);
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
};

export const signed = (value: number, decimals: number): string => {
  const text = figure(value, decimals);
  return text.startsWith('−') || Number(text) === 0 ? text : `+${text}`;
};

/** Without needless zeros, for running text. */
export const short = (value: number, decimals: number): string => {
  const text = figure(value, decimals);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
};

export const count = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`;

/** A delay as whole days, not before the same day. */
export const wholeDays = (days: number): number => Math.max(0, Math.round(days));

/** "on the same day", "after 1 day", "after 6 days". */
export const after = (days: number): string => {
  const whole = wholeDays(days);
  return whole === 0 ? 'on the same day' : `after ${count(whole, 'day')}`;
};

/** "the same day", "the same day to day 3", "3 to 9 days". */
export const delayBetween = (low: number, high: number): string => {
  const [from, to] = [wholeDays(low), wholeDays(high)];
  if (to === 0) return 'the same day';
  if (from === to) return count(to, 'day');
  return from === 0 ? `the same day to ${count(to, 'day')}` : `${from} to ${count(to, 'day')}`;
};

/** A credible level as a natural frequency: 0.8 becomes "8 times in 10". */
export const timesIn = (level: number): string => {
  const of10 = level * 10;
  return Math.abs(of10 - Math.round(of10)) < 1e-9
    ? `${Math.round(of10)} times in 10`
    : `${Math.round(level * 100)} times in 100`;
};

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export const monthOf = (iso: string): string => months[Number(iso.slice(5, 7)) - 1] ?? iso;

/** `2024-01-18` as "18 Jan 2024". */
export const day = (iso: string): string =>
  /^\d{4}-\d{2}-\d{2}/.test(iso)
    ? `${Number(iso.slice(8, 10))} ${monthOf(iso)} ${iso.slice(0, 4)}`
    : 'an unknown day';
