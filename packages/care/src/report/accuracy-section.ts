import type { Accuracy } from '../accuracy.ts';
import { inHundred } from '../numbers.ts';
import { note } from '../sentence.ts';
import { type Html, html } from './html.ts';
import { dots } from './plot.ts';

const columns = 25;

/** One hundred diaries in which nothing is true; the accused ones are filled squares. */
const hundred = (name: string, rate: number): Html => {
  const accused = rate > 0 ? Math.max(1, Math.round(rate * 100)) : 0;
  const at = (index: number): readonly [number, number] => [
    6 + (index % columns) * 12,
    6 + Math.floor(index / columns) * 12,
  ];
  const innocent = Array.from({ length: 100 - accused }, (_, k) => at(k + accused));
  return html`<svg class="hundred" viewBox="0 0 ${columns * 12} 48" role="img" aria-label="${name}: ${inHundred(rate)} accused wrongly">
${dots(innocent, 'innocent')}<path class="accused" d="${Array.from({ length: accused }, (_, k) => {
    const [x, y] = at(k);
    return `M${x - 4} ${y - 4}h8v8h-8z`;
  }).join('')}"/></svg>`;
};

/** How often a method accuses something in diaries in which nothing is true. */
export const accuracySection = (accuracy: Accuracy | null, version: string): Html => {
  if (!accuracy) {
    return html`<section id="accuracy"><h2>How often this method accuses wrongly</h2>
<p>Not measured yet for this version (${note(version)}). Read every finding with that in mind.</p></section>`;
  }
  const { nulls, accused, rate, interval, comparators, link } = accuracy;
  const rows = [
    { name: 'This method', rate },
    ...comparators.map((c) => ({ ...c, name: note(c.name) })),
  ];
  return html`<section id="accuracy"><h2>How often this method accuses wrongly</h2>
<p>We gave it ${nulls.toLocaleString('en-GB')} diaries in which nothing moves the skin. It accused something in ${accused.toLocaleString('en-GB')} of them: ${inHundred(rate)} (95 times in 100 the true figure lies between ${(interval[0] * 100).toFixed(1)} and ${(interval[1] * 100).toFixed(1)} in 100).</p>
<figure class="comparison">
${rows.map(
  ({ name, rate: r }) =>
    html`<div class="method"><p><strong>${name}</strong> accuses ${inHundred(r)}</p>${hundred(name, r)}</div>`,
)}
<figcaption>Each mark is one diary in which nothing is true. A filled square was accused all the same. All methods read the very same diaries.</figcaption>
</figure>
<p class="aside">The whole measurement: ${note(link)}</p></section>`;
};
