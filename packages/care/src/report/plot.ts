import { type Html, html } from './html.ts';

/**
 * Charts keep their heights and text sizes at any width: x is in percent of the width, y in pixels.
 * Curves and dots lie in an inner plane that stretches sideways while its strokes keep their width.
 */
export const coordinate = (value: number): number => Math.round(value * 10) / 10;

export const percent = (share: number): string => `${Math.round(share * 10000) / 100}%`;

/** The stretched plane: x from 0 to `span`, y from 0 to `height` pixels. */
export const plane = (span: number, height: number, content: Html): Html =>
  html`<svg width="100%" height="${height}" viewBox="0 0 ${span} ${height}" preserveAspectRatio="none" class="plane">${content}</svg>`;

/** Round dots as strokes without length, which stay round in a stretched plane. */
export const dots = (points: readonly (readonly [number, number])[], name: string): Html =>
  points.length === 0
    ? html``
    : html`<path class="${name}" d="${points.map(([x, y]) => `M${coordinate(x)} ${coordinate(y)}h.01`).join('')}"/>`;

/** A vertical or horizontal position on a chart, from values to pixels. */
export const linear =
  ([from, to]: readonly [number, number], [start, end]: readonly [number, number]) =>
  (value: number): number =>
    start + ((value - from) / (to - from || 1)) * (end - start);

/** Runs of equal truth: half-open index ranges where `test` holds. */
export const runs = (
  from: number,
  to: number,
  test: (index: number) => boolean,
): readonly (readonly [number, number])[] => {
  const found: [number, number][] = [];
  for (let t = from; t < to; t++) {
    if (!test(t)) continue;
    const last = found.at(-1);
    if (last && last[1] === t) last[1] = t + 1;
    else found.push([t, t + 1]);
  }
  return found;
};

/** An accessible picture: a title, a sentence that says what it shows, then the drawing. */
export const picture = (
  id: string,
  height: number,
  title: string,
  description: string,
  content: Html,
): Html => html`<svg class="chart" width="100%" height="${height}" role="img" aria-labelledby="${id}-t ${id}-d" xmlns="http://www.w3.org/2000/svg">
<title id="${id}-t">${title}</title><desc id="${id}-d">${description}</desc>
${content}</svg>`;
