import type { Suspects } from '@zonula/discovery';
import type { Timeline } from '@zonula/timeline';
import { nameOf, note } from '../sentence.ts';
import type { Vocabulary } from '../wording/vocabulary.ts';
import { details, type Html, html, nothing, table } from './html.ts';
import { whiskers } from './whiskers.ts';

type Covariate = Suspects['covariates'][number];

/** In the table only: one column of these says nothing alone. */
const quietGroups: ReadonlySet<string> = new Set(['weekday', 'season', 'cycle', 'logging']);
const most = 8;

/** Sleep, stress, cycle and the like: always in the model, never accused, shown with their intervals. */
export const covariatesSection = (
  { covariates, worthwhile }: Suspects,
  timeline: Timeline,
  vocabulary: Vocabulary,
): Html => {
  if (covariates.length === 0) return nothing;
  const { signed, name } = vocabulary;
  const columns = new Map(timeline.covariates.map((column) => [column.id, column]));
  const label = ({ id }: Covariate): string => note(columns.get(id)?.label ?? name(id).name);
  const drawn = covariates
    .filter(({ id }) => !quietGroups.has(columns.get(id)?.group ?? ''))
    .slice(0, most)
    .map((covariate) => ({
      label: [nameOf(label(covariate)), `: ${note(covariate.unit)}`],
      effect: covariate.effect,
    }));
  return html`<section id="kept-apart"><h2>Kept apart: sleep, stress and the calendar</h2>
<p>These were taken into account in everything above, so that they are not mistaken for something else.${
    drawn.length > 0 &&
    ' Right of the line is a higher score, left is lower; the quiet corridor is too small to matter.'
  }</p>
${drawn.length > 0 && whiskers(drawn, worthwhile, vocabulary, 'covariate')}
${details(
  'All of them in numbers',
  table({
    caption: 'Change in points on the strongest day',
    head: ['What', 'One unit is', 'Change', 'From', 'To'],
    rows: covariates.map((covariate) => [
      label(covariate),
      note(covariate.unit),
      signed(covariate.effect.peak),
      signed(covariate.effect.peakInterval[0]),
      signed(covariate.effect.peakInterval[1]),
    ]),
  }),
)}</section>`;
};
