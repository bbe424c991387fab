import type { Suspects } from '@zonula/discovery';
import { type CheckResult, checkResults } from '../wording/check-results.ts';
import type { Vocabulary } from '../wording/vocabulary.ts';
import { type Html, html, words } from './html.ts';

const labels: Readonly<Record<CheckResult['state'], string>> = {
  passed: '✓ Passed',
  failed: '✗ Not passed',
  'not-done': '– Not done',
  noted: '• Noted',
};

export const checksSection = (suspects: Suspects, vocabulary: Vocabulary): Html => html`
<section id="checks"><h2>How we checked ourselves</h2><ul class="checks">
${checkResults(suspects, vocabulary).map(
  ({ title, state, meaning, remark }) =>
    html`<li class="check ${state}"><p class="state">${labels[state]}</p><h3>${title}</h3><p>${words(meaning)}</p>${
      remark && html`<p class="aside">${remark}</p>`
    }</li>\n`,
)}</ul></section>`;
