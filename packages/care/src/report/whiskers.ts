import type { Effect } from '@zonula/discovery';
import { timesIn } from '../numbers.ts';
import { plain, type Sentence } from '../sentence.ts';
import type { Vocabulary } from '../wording/vocabulary.ts';
import { type Html, html, words } from './html.ts';
import { linear, percent, picture } from './plot.ts';

export interface Whisker {
  readonly label: Sentence;
  readonly effect: Effect;
}

const height = 22;

const furthest = ({ effect }: Whisker): number => Math.max(...effect.peakInterval.map(Math.abs));

/** Intervals side by side on one axis around zero, with the corridor of what is too small to matter. */
export const whiskers = (
  rows: readonly Whisker[],
  worthwhile: number | null,
  { signed, outcome }: Vocabulary,
  id: string,
): Html => {
  const corridor = worthwhile ?? 0;
  const reach = Math.max(1.5 * corridor, ...rows.map(furthest)) || 1;
  const x = linear([-reach, reach], [0.02, 0.98]);
  const row = ({ label, effect }: Whisker, index: number): Html => {
    const { peak, peakInterval, level } = effect;
    const [low, high] = peakInterval;
    const look =
      outcome.higherIsWorse === null || low * high <= 0 ? 'plain' : peak > 0 ? 'worse' : 'better';
    return html`<div class="whisker-row"><p><span>${words(label)}</span> <span class="figures">${signed(peak)} (${signed(low)} to ${signed(high)})</span></p>
${picture(
  `${id}-${index}`,
  height,
  plain(label),
  `${signed(peak)} points, ${timesIn(level)} between ${signed(low)} and ${signed(high)}`,
  html`<g aria-hidden="true">${corridor > 0 && html`<rect class="corridor" x="${percent(x(-corridor))}" width="${percent(x(corridor) - x(-corridor))}" y="0" height="${height}"/>`}
<line class="zero" x1="50%" x2="50%" y1="0" y2="${height}"/><line class="whisker ${look}" x1="${percent(x(low))}" x2="${percent(x(high))}" y1="11" y2="11"/><circle class="whisker ${look}" cx="${percent(x(peak))}" cy="11" r="5"/></g>`,
)}</div>`;
  };
  return html`<figure>${rows.map(row)}</figure>`;
};
