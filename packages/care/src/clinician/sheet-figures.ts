import { type Html, html, nothing } from '../report/html.ts';
import type { Trend } from './trend.ts';

const width = 96;
const height = 24;

/** Twelve weekly means on the range of the score; weeks without a score stay a gap. Decorative: the figures stand beside it. */
export const spark = ({ weeks, min, max }: Trend): Html => {
  const x = (k: number): number => (weeks.length < 2 ? 0 : (width * k) / (weeks.length - 1));
  const span = max - min || 1;
  const y = (value: number): number => height - (height * (value - min)) / span;
  const at = (value: number): string => value.toFixed(1);
  let path = '';
  let joined = false;
  for (const [k, value] of weeks.entries()) {
    if (value !== null) path += `${joined ? 'L' : 'M'}${at(x(k))} ${at(y(value))}`;
    joined = value !== null;
  }
  const lonely = weeks.flatMap((value, k) =>
    value !== null && (weeks[k - 1] ?? null) === null && (weeks[k + 1] ?? null) === null
      ? [html`<circle cx="${at(x(k))}" cy="${at(y(value))}" r="1.6"/>`]
      : [],
  );
  const last = weeks.at(-1) ?? null;
  return html`<svg class="spark" viewBox="0 0 ${width} ${height}" aria-hidden="true" focusable="false"><rect class="now" x="${at(x(weeks.length - 4))}" y="0" width="${at(width - x(weeks.length - 4))}" height="${height}"/><path class="base" d="M0 ${height}H${width}"/><path d="${path}"/>${lonely}${last !== null && html`<circle cx="${width}" cy="${at(y(last))}" r="2.2"/>`}</svg>`;
};

const rangeWidth = 110;
const middle = 9;

/** An effect and its interval about zero, on the scale of the widest of them. Decorative: the figures stand beside it. */
export const range = (
  mean: number,
  interval: readonly [number, number],
  widest: number,
  look: 'worse' | 'better' | 'plain',
): Html => {
  if (!(widest > 0)) return nothing;
  const x = (value: number): string =>
    (rangeWidth / 2 + (Math.max(-1, Math.min(1, value / widest)) * rangeWidth) / 2).toFixed(1);
  return html`<svg class="range" viewBox="0 0 ${rangeWidth} 18" aria-hidden="true" focusable="false"><path class="zero" d="M${rangeWidth / 2} 1V17"/><path class="bar ${look}" d="M${x(interval[0])} ${middle}H${x(interval[1])}"/><circle class="dot ${look}" cx="${x(mean)}" cy="${middle}" r="4"/></svg>`;
};
