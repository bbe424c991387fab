import type { Suspect } from '@zonula/discovery';
import { aboutOthers, type Literature, nothingHeld, quotesFor } from '../wording/literature.ts';
import { type Html, html } from './html.ts';

/** What studies say beside one suspect, set apart from the person's own result. */
export const literatureSection = (
  suspect: Pick<Suspect, 'members'>,
  literature: Literature,
): Html => {
  const { shown, more } = quotesFor(suspect, literature);
  return html`<div class="literature"><h4>What studies say</h4>
<p class="aside">${shown.length > 0 ? aboutOthers : nothingHeld}</p>
${
  shown.length > 0 &&
  html`<ul>${shown.map(
    ({ id, claim, verdict, summary, safety, source }) =>
      html`<li><p>People say: ${claim} <b>${verdict}.</b></p><p>${summary}</p>${safety && html`<p>Safety: ${safety}</p>`}<p class="source">${id}: ${source}</p></li>`,
  )}</ul>`
}${more.length > 0 && html`<p class="source">More in the evidence: ${more.join(', ')}</p>`}</div>`;
};
