import type { Suspects } from '@zonula/discovery';
import { hasMedicine } from '../medicine.ts';
import type { Vocabulary } from '../wording/vocabulary.ts';
import { type Html, html } from './html.ts';

/** How to read the page, in words for everyone. */
export const reading = ({ worthwhile, suspects }: Suspects, { points }: Vocabulary): Html => {
  const medicine = suspects.some(hasMedicine);
  return html`
<section id="reading"><h2>How to read this page</h2><dl>
<dt>Likely and possible</dt><dd>“Likely” is what we would say aloud: expect at most 1 in 10 of such findings to be wrong. “Possible” is a hint${medicine ? ', not more' : ' that a fair test could settle'}.</dd>
<dt>“In about 93 of 100 diaries like yours”</dt><dd>Think of 100 people whose diaries look just like yours. For about 93 of them the thing really is linked to the score.</dd>
<dt>“8 times in 10”</dt><dd>The true value lies between the two numbers 8 times in 10, if the thing acts at all.</dd>
<dt>Unknown</dt><dd>A day without an entry is unknown. It is never counted as a day without.</dd>
${
  worthwhile !== null &&
  html`<dt>Too small to matter</dt><dd>A change of less than ${points(worthwhile)} on its strongest day.</dd>`
}
<dt>What no diary can show</dt><dd>Things that you did not write down, and things that always change together.${!medicine && ' Only a fair test, with and without in random order, can show a cause.'}</dd>
</dl></section>`;
};
