import { ticks } from 'd3-array';
import { area, line } from 'd3-shape';
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
const bands = 150;
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

/** A stretch of a course: its mean and its ends, in the middle of the stretch. */
interface Stretch {
  readonly time: number;
  readonly low: number;
  readonly mean: number;
  readonly high: number;
}

/** Cuts a course into equal lengths of time; each row counts for the time until the next. */
const stretchesOf = (values: ArrayLike<number>, times: ArrayLike<number>): readonly Stretch[] => {
  const end = times[times.length - 1]!;
  const length = end / bands;
  const sums = Array.from({ length: bands }, (_, k) => ({
    time: (k + 0.5) * length,
    low: Number.POSITIVE_INFINITY,
    high: Number.NEGATIVE_INFINITY,
    area: 0,
    span: 0,
  }));
  for (let i = 0; i < values.length; i++) {
    const stretch = sums[Math.min(bands - 1, Math.floor(times[i]! / length))]!;
    const span = i + 1 < values.length ? times[i + 1]! - times[i]! : 1e-9;
    stretch.low = Math.min(stretch.low, values[i]!);
    stretch.high = Math.max(stretch.high, values[i]!);
    stretch.area += values[i]! * span;
    stretch.span += span;
  }
  return sums
    .filter(({ span }) => span > 0)
    .map(({ time, low, high, area, span }) => ({ time, low, high, mean: area / span }));
};

/** Whether the course turns so often that a line of it would be a solid block. */
const flutters = (values: ArrayLike<number>, range: number): boolean => {
  let [turns, direction, from] = [0, 0, values[0]!];
  for (const value of Array.from(values)) {
    const step = value - from;
    if (Math.abs(step) <= 0.02 * range) continue;
    if (direction !== 0 && Math.sign(step) !== direction) turns++;
    direction = Math.sign(step);
    from = value;
  }
  return turns > 60;
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
  const fluttering = courses.some(({ values }) => flutters(values, high - low));
  const drawing = html`<g aria-hidden="true">
${plane(
  1000,
  height,
  html`<path class="grid" d="${yTicks.map((v) => `M0 ${coordinate(y(v))}H1000`).join('')}"/>
${courses.map(({ values }, index) => {
  if (fluttering) {
    const stretches = [...stretchesOf(values, times)];
    const at = ({ time }: Stretch): number => coordinate(x(time));
    const swings = area<Stretch>(
      at,
      ({ low: v }) => coordinate(y(v)),
      ({ high: v }) => coordinate(y(v)),
    );
    const middle = line<Stretch>(at, ({ mean }) => coordinate(y(mean)));
    return html`<path class="swings f${index % 6}" d="${swings(stretches)}"/><path class="${look(index)}" d="${middle(stretches)}"/>`;
  }
  const path = line<number>(
    (i) => coordinate(x(times[i]!)),
    (i) => coordinate(y(values[i]!)),
  );
  return html`<path class="${look(index)}" d="${path(Array.from(values, (_, i) => i))}"/>`;
})}`,
)}
<g class="tick end">${yTicks.map((v) => html`<text x="0" dx="-7" y="${coordinate(y(v)) + 4}">${number(v)}</text>`)}</g>
<g class="tick">${xTicks.map(
    (t) =>
      html`<text x="${percent(t / end)}" y="${height + 18}" text-anchor="${t === 0 ? 'start' : t > 0.97 * end ? 'end' : 'middle'}">${number(t)}</text>`,
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
${fluttering && html`<figcaption>The line is the mean. The band holds the ups and downs from hour to hour.</figcaption>`}
<details><summary>The same in numbers</summary>${table({
    caption: unit === '' ? title : `${title} (${unit})`,
    head: [timeUnit, ...courses.map(({ name }) => name)],
    rows: shown.map((i) => [number(times[i]!), ...courses.map(({ values }) => number(values[i]!))]),
  })}</details>
</figure>`;
};
