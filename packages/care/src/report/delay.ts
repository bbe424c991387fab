import { ticks } from 'd3-array';
import { area, curveMonotoneX, line } from 'd3-shape';
import { horizon, peakOf } from '../curve.ts';
import { count, delayBetween, timesIn } from '../numbers.ts';
import { plain, type Sentence } from '../sentence.ts';
import type { SuspectSentences } from '../wording/suspect-sentences.ts';
import type { Vocabulary } from '../wording/vocabulary.ts';
import { details, type Html, html, nothing, table, words } from './html.ts';
import { coordinate, linear, percent, picture, plane } from './plot.ts';

const height = 190;
const padding = 24;

const dayStep = (days: number): number => (days <= 9 ? 1 : days <= 18 ? 2 : days <= 42 ? 7 : 14);

const whenText = (t: number): string =>
  t === 0 ? 'on the same day' : t === 1 ? 'after 1 day' : `after ${t} days`;

/** The hill: response day by day after one usual portion, with its band and the corridor that is too small to matter. */
export const delayFigure = (
  spoken: SuspectSentences,
  worthwhile: number | null,
  vocabulary: Vocabulary,
  id: string,
): Html => {
  const { finding, change } = spoken;
  const curve = finding?.curve;
  if (!finding || !curve || curve.mean.length < 2) return nothing;
  const days = horizon(finding);
  const index = Array.from({ length: days + 1 }, (_, t) => t);
  const corridor = worthwhile ?? 0;
  const low = Math.min(-1.5 * corridor, ...index.map((t) => curve.lower[t]!));
  const high = Math.max(1.5 * corridor, ...index.map((t) => curve.upper[t]!));
  const y = linear([low, high], [height - padding, padding]);
  const at = (value: number): number => coordinate(y(value));
  const band = area<number>(
    (t) => t,
    (t) => at(curve.lower[t]!),
    (t) => at(curve.upper[t]!),
  ).curve(curveMonotoneX);
  const hill = line<number>(
    (t) => t,
    (t) => at(curve.mean[t]!),
  ).curve(curveMonotoneX);
  const look = change === 'worse' || change === 'better' ? change : 'plain';
  const peak = peakOf(curve.mean.slice(0, days + 1));
  const rises = curve.mean[peak]! >= 0;
  const share = peak / days;
  const anchor = share < 0.2 ? 'start' : share > 0.75 ? 'end' : 'middle';
  const { delayDays } = finding;
  const summary: Sentence = [
    `The largest change comes ${whenText(peak)}: ${vocabulary.signed(curve.mean[peak]!)} points` +
      ` (${timesIn(curve.level)} between ${vocabulary.signed(curve.lower[peak]!)} and ${vocabulary.signed(curve.upper[peak]!)}).`,
  ];
  const yTicks = ticks(low, high, 4);
  const base = height + 10;
  const drawing = html`<g aria-hidden="true">
${corridor > 0 && html`<rect class="corridor" x="0" width="100%" y="${at(corridor)}" height="${coordinate(y(-corridor) - y(corridor))}"/>`}
${plane(
  days,
  height,
  html`<path class="grid" d="${yTicks.map((v) => `M0 ${at(v)}H${days}`).join('')}"/>
<path class="zero" d="M0 ${at(0)}H${days}"/>
<path class="band ${look}" d="${band(index)}"/><path class="hill ${look}" d="${hill(index)}"/>`,
)}
${corridor > 0 && html`<text class="quiet-label" x="100%" dx="-4" y="${rises ? at(-corridor) + 14 : at(corridor) - 6}" text-anchor="end">too small to matter</text>`}
<text class="peak ${look}" x="${percent(share)}" y="${at(rises ? curve.upper[peak]! : curve.lower[peak]!) + (rises ? -7 : 16)}" text-anchor="${anchor}">${vocabulary.signed(curve.mean[peak]!)} ${whenText(peak)}</text>
<g class="tick end">${yTicks.map((v) => html`<text x="0" dx="-9" y="${at(v) + 4}">${v === 0 ? '0' : vocabulary.signed(v)}</text>`)}</g>
${
  delayDays &&
  html`<g class="delay ${look}"><line x1="${percent(Math.max(0, delayDays.interval[0]) / days)}" x2="${percent(Math.min(days, delayDays.interval[1]) / days)}" y1="${base}" y2="${base}"/><circle cx="${percent(Math.min(days, delayDays.mean) / days)}" cy="${base}" r="5"/></g>`
}
<g class="tick">${index
    .filter((t) => t % dayStep(days) === 0)
    .map(
      (t) =>
        html`<text x="${percent(t / days)}" y="${base + 22}" text-anchor="${t === 0 ? 'start' : t === days ? 'end' : 'middle'}">${t}</text>`,
    )}</g>
<text class="axis" x="100%" y="${base + 40}" text-anchor="end">days later</text></g>`;
  const name = plain(spoken.suspect.members.map(vocabulary.name).slice(0, 1));
  const only = spoken.suspect.members.length > 1;
  return html`<figure>
<div class="plot">${picture(id, base + 46, `Change of ${plain(vocabulary.outcome.subject)} after one usual portion or day of ${name}`, plain(summary), drawing)}</div>
<figcaption>${only && html`Drawn as if it were ${words([vocabulary.name(finding.id)])} alone. `}${words(summary)}${
    delayDays &&
    html` The bar under the hill is the delay, on average over the whole hill: ${delayBetween(...delayDays.interval)}, ${timesIn(delayDays.level)}.`
  }</figcaption>
${details(
  'The same in numbers, day by day',
  table({
    caption: `Change in points after one usual portion or day (${timesIn(curve.level)} between the two ends)`,
    head: ['Days later', 'Change', 'From', 'To'],
    rows: index.map((t) => [
      t === 0 ? 'same day' : count(t, 'day'),
      vocabulary.signed(curve.mean[t]!),
      vocabulary.signed(curve.lower[t]!),
      vocabulary.signed(curve.upper[t]!),
    ]),
  }),
)}
</figure>`;
};
