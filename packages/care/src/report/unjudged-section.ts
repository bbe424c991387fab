import type { Suspects } from '@zonula/discovery';
import { count } from '../numbers.ts';
import { note } from '../sentence.ts';
import { unjudged } from '../wording/reasons.ts';
import type { Vocabulary } from '../wording/vocabulary.ts';
import { details, type Html, html, nothing, table, words } from './html.ts';

/** Everything that could not be judged, grouped by why; each group opens without a script. */
export const unjudgedSection = (suspects: Suspects, { name }: Vocabulary): Html => {
  const groups = unjudged(suspects);
  if (groups.length === 0) return nothing;
  const total = groups.reduce((sum, { findings }) => sum + findings.length, 0);
  return html`<section id="not-judged"><h2>What could not be judged, and why</h2>
<p>${count(total, 'thing')} of ${suspects.exposures.length}. That does not mean they do nothing: it means that your diary cannot say.</p>
<ul class="reasons">${groups.map(
    ({ heading, findings }) =>
      html`<li>${details(
        html`<span class="count">${findings.length}</span> ${note(heading)}`,
        table({
          wordy: true,
          caption: `${count(findings.length, 'thing')} with this reason`,
          head: ['What', 'Days with', 'Days without', 'Why'],
          rows: findings.map(({ id, daysWith, daysWithout, reason }) => [
            words([name(id)]),
            String(daysWith),
            String(daysWithout),
            note(reason?.text ?? ''),
          ]),
        }),
      )}</li>`,
  )}</ul></section>`;
};
