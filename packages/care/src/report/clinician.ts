import type { Finding, Suspects } from '@zonula/discovery';
import { count } from '../numbers.ts';
import { note } from '../sentence.ts';
import type { Vocabulary } from '../wording/vocabulary.ts';
import { details, type Html, html, table, words } from './html.ts';

const judgedRow =
  ({ name, signed }: Vocabulary) =>
  ({
    id,
    daysWith,
    daysWithout,
    probability,
    effect,
    delayDays,
  }: Finding): readonly (string | Html)[] => [
    words([name(id)]),
    `${daysWith} / ${daysWithout}`,
    (probability ?? 0).toFixed(2),
    effect
      ? `${signed(effect.peak)} [${signed(effect.peakInterval[0])}, ${signed(effect.peakInterval[1])}]`
      : '',
    effect
      ? `${signed(effect.total)} [${signed(effect.totalInterval[0])}, ${signed(effect.totalInterval[1])}]`
      : '',
    delayDays
      ? `${delayDays.mean.toFixed(1)} [${delayDays.interval.map((d) => d.toFixed(1)).join(', ')}]`
      : '',
  ];

/** Model, prior, checks in figures, seed and version, and every judged exposure. */
export const clinicianSection = (suspects: Suspects, vocabulary: Vocabulary): Html => {
  const { checks, outcome, worthwhile, seed, version, warnings } = suspects;
  const { convergence, shiftTest } = checks;
  const judged = suspects.exposures
    .filter(({ probability }) => probability !== null)
    .sort((a, b) => (b.probability ?? 0) - (a.probability ?? 0));
  const level = judged[0]?.effect?.level;
  return html`<section id="method"><h2>For the clinician: method</h2>
<p>One person, observational. A Bayesian structural time-series model of one score: interval-censored Gaussian observation on the recorded scale, first-order autoregressive severity around a slow level, heavy-tailed shocks, gaps in the score by Kalman filtering, gaps in exposures kept unknown. Sleep, stress, cycle, weekday, season, weather and changes of medication or skincare enter as covariates where they were recorded.</p>
<p>Each exposure has no effect or exactly one lag kernel; the prior is sparse and the same for every exposure. Exposures that cannot be told apart form one set. A finding is called likely only if the expected false discovery rate over all of them is at most 10 % and the probability that its peak exceeds the smallest worthwhile effect is at least 0.8. Effects, delays and bands are conditional on inclusion. Peak, total and delay are those of the response after propagation by the dynamics.</p>
${table({
  caption: 'Settings and convergence',
  head: ['What', 'Value'],
  rows: [
    [
      'Outcome',
      outcome
        ? note(
            `${outcome.category}/${outcome.name}, ${outcome.scale.min} to ${outcome.scale.max}${outcome.scale.inferred ? ' (scale inferred)' : ''}`,
          )
        : 'none',
    ],
    ['Smallest worthwhile effect', worthwhile === null ? 'not set' : vocabulary.points(worthwhile)],
    [
      'Chains and draws',
      `${convergence.chains} chains, ${convergence.draws.toLocaleString('en-GB')} draws`,
    ],
    ['R-hat', convergence.rHat === null ? 'not computed' : convergence.rHat.toFixed(3)],
    [
      'Effective sample size',
      convergence.effectiveSampleSize === null
        ? 'not computed'
        : Math.round(convergence.effectiveSampleSize).toLocaleString('en-GB'),
    ],
    [
      'Shifted-diary p',
      shiftTest.p === null
        ? 'not computed'
        : `${shiftTest.p.toFixed(3)} (${shiftTest.shifts} shifts)`,
    ],
    ['Seed and version', `${seed}, ${note(version)}`],
  ],
})}
${
  judged.length > 0 &&
  details(
    `Everything that was judged (${judged.length})`,
    table({
      caption: `Posterior probability of any effect; peak and total in points, delay in days${level === undefined ? '' : `, ${Math.round(level * 100)} % intervals`}`,
      head: ['What', 'Days with / without', 'Probability', 'Peak', 'Total', 'Delay'],
      rows: judged.map(judgedRow(vocabulary)),
    }),
  )
}
${
  warnings.length > 0 &&
  details(
    `Notes on the diary file (${count(warnings.length, 'note')})`,
    html`<ul>${warnings.map(({ text, count: n }) => html`<li>${note(text)}${n > 1 && ` (${n} times)`}</li>`)}</ul>`,
  )
}</section>`;
};
