import type { Suspects } from '@zonula/discovery';
import { inHundred } from '../numbers.ts';
import { list } from '../sentence.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { type Html, html, note, words } from './html.ts';

type State = 'passed' | 'failed' | 'not-done' | 'noted';

const labels: Readonly<Record<State, string>> = {
  passed: '✓ Passed',
  failed: '✗ Not passed',
  'not-done': '– Not done',
  noted: '• Noted',
};

const check = (title: string, state: State, body: Html, text: string): Html =>
  html`<li class="check ${state}"><p class="state">${labels[state]}</p><h3>${title}</h3><p>${body}</p>${
    text && html`<p class="aside">${note(text)}</p>`
  }</li>`;

/** What the engine asked of itself before it said anything. */
export const checksSection = (
  { checks, claims }: Suspects,
  { name, outcome }: Vocabulary,
): Html => {
  const { leadTest, shiftTest, convergence, confounders } = checks;
  const failed = leadTest.failed.map(name);
  return html`<section id="checks"><h2>How we checked ourselves</h2><ul class="checks">
${check(
  'Does tomorrow explain today?',
  !leadTest.performed ? 'not-done' : failed.length > 0 ? 'noted' : 'passed',
  failed.length > 0
    ? html`With ${words(list(failed, 'and', 6))}, ${words(outcome.subject)} changes before and not after. Perhaps you have it because of how you feel. Nothing is claimed about that.`
    : html`What you do tomorrow cannot change today. If it seemed to, we would be fooled by something else.`,
  leadTest.text,
)}
${check(
  'Would a shifted diary look the same?',
  !shiftTest.performed || shiftTest.p === null
    ? 'not-done'
    : claims.length === 0
      ? 'noted'
      : shiftTest.p <= 0.05
        ? 'passed'
        : 'failed',
  shiftTest.p === null
    ? html`We would slide your scores against your days, so that nothing can be true, and look again.`
    : html`We slid your scores against your days ${shiftTest.shifts} times, so that nothing can be true. A pattern as strong as yours came up ${inHundred(shiftTest.p)} times.`,
  shiftTest.text,
)}
${check(
  'Did the calculation settle?',
  convergence.passed ? 'passed' : 'failed',
  html`Several separate runs must reach the same answer.`,
  convergence.text,
)}
${confounders.map(({ id, text }) => check(`Something else that may matter: ${name(id).name}`, 'noted', html`It changes over the same days, so it could stand behind a pattern.`, text))}
</ul></section>`;
};
