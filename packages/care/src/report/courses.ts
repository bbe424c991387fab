import { ticks } from 'd3-array';
import { line } from 'd3-shape';
import { type Html, html, table } from './html.ts';
import { coordinate, linear, percent, picture, plane } from './plot.ts';

/** What one line of a chart shows. */
export interface Course {
  readonly name: string;
  /** One value at each time. */
  readonly values: ArrayLike<number>;
}

export interface CoursesChart {
  /** Unique on the page. */
  readonly id: string;
  readonly title: string;
  /** '' for a plain number. */
  readonly unit: string;
  readonly timeUnit: string;
  /** Rising. */
  readonly times: ArrayLike<number>;
  readonly courses: readonly Course[];
}

const height = 170;
const padding = 14;
const mostPoints = 600;
const rows = 8;

/** Lines differ by colour and by dash, so that colour is never alone; at most six. */
const look = (index: number): string => `course c${index % 6}`;

const number = (value: number): string =>
  value === 0
    ? '0'
    : Number(value.toPrecision(3)).toLocaleString('en-GB', { maximumFractionDigits: 12 });

/** A range with room; one that hardly changes is shown as a flat line and not as noise. */
const rangeOf = (courses: readonly Course[]): readonly [number, number] => {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { values } of courses)
    for (let i = 0; i < values.length; i++) {
      low = Math.min(low, values[i]!);
      high = Math.max(high, values[i]!);
    }
  const least = 0.02 * Math.max(Math.abs(low), Math.abs(high), 1e-9);
  if (high - low >= least) return [low, high];
  const middle = (low + high) / 2;
  return low >= 0
    ? [Math.max(0, middle - 5 * least), middle + 5 * least]
    : [low - 5 * least, high + 5 * least];
};

/** Rows to draw: first and last, and of every stretch between the lowest and the highest, so no peak is lost. */
const drawn = (values: ArrayLike<number>): readonly number[] => {
  const count = values.length;
  if (count <= mostPoints) return Array.from({ length: count }, (_, i) => i);
  const stretches = mostPoints / 2;
  const kept = new Set([0, count - 1]);
  for (let s = 0; s < stretches; s++) {
    const [from, to] = [
      Math.floor((s * count) / stretches),
      Math.floor(((s + 1) * count) / stretches),
    ];
    let [lowest, highest] = [from, from];
    for (let i = from; i < to; i++) {
      if (values[i]! < values[lowest]!) lowest = i;
      if (values[i]! > values[highest]!) highest = i;
    }
    kept.add(lowest).add(highest);
  }
  return [...kept].sort((a, b) => a - b);
};

/** Several courses of one thing over time, with a key and the numbers beneath. */
export const coursesFigure = ({
  id,
  title,
  unit,
  timeUnit,
  times,
  courses,
}: CoursesChart): Html => {
  const [low, high] = rangeOf(courses);
  const end = times[times.length - 1]!;
  const y = linear([low, high], [height - padding, padding]);
  const x = linear([0, end], [0, 1000]);
  const yTicks = ticks(low, high, 4);
  const xTicks = ticks(0, end, 5);
  const drawing = html`<g aria-hidden="true">
${plane(
  1000,
  height,
  html`<path class="grid" d="${yTicks.map((v) => `M0 ${coordinate(y(v))}H1000`).join('')}"/>
${courses.map(({ values }, index) => {
  const path = line<number>(
    (i) => coordinate(x(times[i]!)),
    (i) => coordinate(y(values[i]!)),
  );
  return html`<path class="${look(index)}" d="${path([...drawn(values)])}"/>`;
})}`,
)}
<g class="tick end">${yTicks.map((v) => html`<text x="0" dx="-7" y="${coordinate(y(v)) + 4}">${number(v)}</text>`)}</g>
<g class="tick">${xTicks.map(
    (t) =>
      html`<text x="${percent(t / end)}" y="${height + 18}" text-anchor="${t === 0 ? 'start' : t > 0.93 * end ? 'end' : 'middle'}">${number(t)}</text>`,
  )}</g>
<text class="axis" x="100%" y="${height + 36}" text-anchor="end">${timeUnit}s</text></g>`;
  const told = courses
    .map(({ name, values }) => {
      const all = Array.from(values);
      return `${name}: from ${number(all[0]!)} to ${number(all.at(-1)!)}, between ${number(Math.min(...all))} and ${number(Math.max(...all))}`;
    })
    .join('; ');
  const step = (times.length - 1) / (rows - 1);
  const shown = Array.from({ length: rows }, (_, i) => Math.round(i * step));
  return html`<figure class="courses">
<ul class="key">${courses.map(
    ({ name }, index) =>
      html`<li><svg width="34" height="10" aria-hidden="true" focusable="false"><path class="${look(index)}" d="M1 5H33"/></svg>${name}</li>`,
  )}</ul>
<div class="plot wide">${picture(id, height + 40, title, told, drawing)}</div>
<details><summary>The same in numbers</summary>${table({
    caption: unit === '' ? title : `${title} (${unit})`,
    head: [timeUnit, ...courses.map(({ name }) => name)],
    rows: shown.map((i) => [number(times[i]!), ...courses.map(({ values }) => number(values[i]!))]),
  })}</details>
</figure>`;
};
