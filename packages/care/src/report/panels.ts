import { monthOf } from '../numbers.ts';
import { type Html, html } from './html.ts';
import { percent } from './plot.ts';

/** A stretch of days drawn in one row: half-open range of day indices on an axis of `span` days. */
export interface Panel {
  readonly from: number;
  readonly to: number;
  readonly span: number;
}

const longestPanel = 190;

/** Cuts a diary into rows of at most half a year, all drawn to the same scale. */
export const panelsOf = (days: number): readonly Panel[] => {
  const rows = Math.max(1, Math.ceil(days / longestPanel));
  const span = Math.max(14, Math.ceil(days / rows));
  return Array.from({ length: rows }, (_, row) => ({
    from: row * span,
    to: Math.min(days, (row + 1) * span),
    span,
  }));
};

/** Day indices of a panel on which a month begins. */
export const monthStarts = ({ from, to }: Panel, dates: readonly string[]): readonly number[] =>
  dates.slice(from, to).flatMap((date, index) => (date.endsWith('-01') ? [from + index] : []));

/** Day indices worth a date beneath the chart: months, or every few days of a short diary. */
const marks = (panel: Panel, dates: readonly string[]): readonly number[] => {
  const starts = monthStarts(panel, dates);
  if (panel.to - panel.from > 45) return starts;
  const step = panel.span > 30 ? 10 : panel.span > 20 ? 7 : 4;
  return Array.from(
    { length: Math.ceil((panel.to - panel.from) / step) },
    (_, k) => panel.from + k * step,
  );
};

export const gridLines = (panel: Panel, dates: readonly string[], height: number): Html => {
  const starts = monthStarts(panel, dates);
  return starts.length === 0
    ? html``
    : html`<path class="grid" d="${starts.map((t) => `M${t - panel.from} 0V${height}`).join('')}"/>`;
};

/** Dates beneath a panel; the year stands under its first date and under each January. */
export const dateLabels = (panel: Panel, dates: readonly string[], y: number): Html => {
  const withDay = panel.to - panel.from <= 45;
  return html`<g class="tick" aria-hidden="true">${marks(panel, dates)
    .filter((t) => (t - panel.from) / panel.span < 0.92)
    .map((t, index) => {
      const x = percent((t - panel.from) / panel.span);
      const date = dates[t] ?? '';
      const text = withDay ? `${Number(date.slice(8))} ${monthOf(date)}` : monthOf(date);
      const newYear = index === 0 || date.slice(5, 7) === '01';
      return html`<text x="${x}" y="${y}">${text}</text>${
        newYear &&
        !(withDay && index > 0) &&
        html`<text x="${x}" y="${y + 14}">${date.slice(0, 4)}</text>`
      }`;
    })}</g>`;
};
