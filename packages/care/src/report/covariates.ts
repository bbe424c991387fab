import type { Suspects } from '@zonula/discovery';
import { timesIn } from '../numbers.ts';
import { note } from '../sentence.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { details, type Html, html, nothing, table } from './html.ts';
import { coordinate, linear, percent, picture } from './plot.ts';

type Covariate = Suspects['covariates'][number];

const quietGroups = /^(weekday|season|break|logging)\b/;
const most = 8;

const size = ({ effect }: Covariate): number => Math.max(...effect.peakInterval.map(Math.abs));

/** Sleep, stress, cycle and the like: always in the model, never accused, shown with their intervals. */
export const covariatesSection = (
  { covariates, worthwhile }: Suspects,
  { signed, name, outcome }: Vocabulary,
): Html => {
  if (covariates.length === 0) return nothing;
  const drawn = covariates.filter(({ id }) => !quietGroups.test(id)).slice(0, most);
  const reach = Math.max(1.5 * (worthwhile ?? 0), ...drawn.map(size)) || 1;
  const x = linear([-reach, reach], [0.02, 0.98]);
  const corridor = worthwhile ?? 0;
  const label = ({ id, unit }: Covariate): string => note(unit) || name(id).name;
  const row = (covariate: Covariate, index: number): Html => {
    const { peak, peakInterval, level } = covariate.effect;
    const [low, high] = peakInterval;
    const look =
      outcome.higherIsWorse === null || low * high <= 0 ? 'plain' : peak > 0 ? 'worse' : 'better';
    const text = `${signed(peak)} points, ${timesIn(level)} between ${signed(low)} and ${signed(high)}`;
    return html`<div class="whisker-row"><p><strong>${label(covariate)}</strong> <span class="figures">${signed(peak)} (${signed(low)} to ${signed(high)})</span></p>
${picture(
  `covariate-${index}`,
  22,
  label(covariate),
  text,
  html`<g aria-hidden="true">${corridor > 0 && html`<rect class="corridor" x="${percent(x(-corridor))}" width="${percent(x(corridor) - x(-corridor))}" y="0" height="22"/>`}
<line class="zero" x1="50%" x2="50%" y1="0" y2="22"/><line class="whisker ${look}" x1="${percent(x(low))}" x2="${percent(x(high))}" y1="11" y2="11"/><circle class="whisker ${look}" cx="${percent(x(peak))}" cy="11" r="${coordinate(5)}"/></g>`,
)}</div>`;
  };
  return html`<section id="kept-apart"><h2>Kept apart: sleep, stress and the calendar</h2>
<p>These were taken into account in everything above, so that they are not mistaken for food. Right of the line is a higher score, left is lower; the quiet corridor is too small to matter.</p>
${drawn.length > 0 && html`<figure>${drawn.map(row)}</figure>`}
${details(
  'All of them in numbers',
  table({
    caption: 'Change in points on the strongest day',
    head: ['What', 'One unit is', 'Change', 'From', 'To'],
    rows: covariates.map(({ id, unit, effect }) => [
      name(id).name,
      note(unit),
      signed(effect.peak),
      signed(effect.peakInterval[0]),
      signed(effect.peakInterval[1]),
    ]),
  }),
)}</section>`;
};
