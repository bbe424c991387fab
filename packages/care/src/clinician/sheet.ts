import type { Finding } from '@zonula/discovery';
import { keepMedicine } from '../medicine.ts';
import { day, decimalsFor, delayBetween, figure, inHundred, short, signed } from '../numbers.ts';
import { type Html, html } from '../report/html.ts';
import { mark } from '../report/mark.ts';
import { plain, tidy } from '../sentence.ts';
import {
  type ClinicianPage,
  isAboutMedicine,
  type Listed,
  type Pointed,
  type Tested,
  type Total,
} from './clinician-page.ts';
import { range, spark } from './sheet-figures.ts';
import { sizeOf } from './sheet-size.ts';
import { sheetStyle } from './sheet-style.ts';
import type { Trend } from './trend.ts';

const name = (text: string): Html => html`<bdi>${text}</bdi>`;

const more = ({ more: count }: Listed<unknown>): Html | false =>
  count > 0 && html`<p class="note">And ${count} more that had no room on this page.</p>`;

/** Where a lower score is better; of mood and sleep the diary does not say. */
const lowerIsBetter = (id: string): boolean => /^(?:skin|gut|symptom|stress)\//u.test(id);

const changeWord = (points: number, lower: boolean): { word: string; look: string } => {
  if (lower)
    return points < 0 ? { word: 'better', look: 'better' } : { word: 'worse', look: 'worse' };
  return { word: points < 0 ? 'lower' : 'higher', look: '' };
};

const noticed = (meaningful: boolean | null): string => {
  if (meaningful === null) return 'whether it matters is not known';
  return meaningful ? 'worth noticing' : 'too small to notice';
};

const trendRow = (trend: Trend): Html => {
  const decimals = decimalsFor(trend.max - trend.min);
  const { last, before, change } = trend;
  const mean = (window: Trend['last']): Html | string =>
    window === null
      ? 'too few days'
      : html`${figure(window.mean, decimals)} <small>${window.days} days</small>`;
  const { word, look } = changeWord(change?.points ?? 0, lowerIsBetter(trend.id));
  return html`<tr><th scope="row">${name(tidy(trend.name, 26))}${trend.site !== null && html` <small>${name(tidy(trend.site, 16))}</small>`} <small>${figure(trend.min, 0)} to ${figure(trend.max, 0)}</small></th>
<td>${spark(trend)}</td><td class="n" data-of="Before">${mean(before)}</td><td class="n" data-of="Last 4 weeks">${mean(last)}</td>
<td data-of="Change">${
    change === null
      ? 'cannot tell'
      : Number(change.points.toFixed(decimals)) === 0
        ? 'the same'
        : html`<span class="${look}">${signed(change.points, decimals)} ${word}</span>, ${noticed(change.meaningful)}${change.needed !== null && html` <small>(from ${figure(change.needed, decimals)})</small>`}`
  }</td></tr>`;
};

const totalRow = ({ score, date, earlier }: Total): Html => {
  const { total, max, band } = score;
  const word = earlier && changeWord(earlier.change.points, true);
  return html`<tr><th scope="row">${score.name} <small>0 to ${max}</small></th><td><small>${day(date)}</small></td>
<td class="n" data-of="Before">${earlier ? html`${short(earlier.total, 1)} <small>${day(earlier.date)}</small>` : ''}</td><td class="n" data-of="Now">${short(total, 1)}${band !== null && html` <small>${band}</small>`}</td>
<td data-of="Change">${
    earlier === null
      ? ''
      : earlier.change.points === 0
        ? 'the same'
        : html`<span class="${word!.look}">${signed(earlier.change.points, 1).replace(/\.0$/u, '')} ${word!.word}</span>, ${
            earlier.change.meaningful === null
              ? 'no published change that matters'
              : earlier.change.meaningful
                ? 'matters to people'
                : 'less than people can feel'
          }`
  }</td></tr>`;
};

const scoresSection = ({ trends, totals }: ClinicianPage): Html | false => {
  if (trends.shown.length + totals.shown.length === 0) return false;
  const lastDay = trends.shown.find(({ last }) => last !== null)?.last?.to;
  return html`<section id="scores"><h2>Scores</h2><table class="scores"><thead><tr><th scope="col">Score</th><th scope="col">12 weeks</th><th scope="col" class="n">4 weeks before</th><th scope="col" class="n">Last 4 weeks</th><th scope="col">Change</th></tr></thead><tbody>
${trends.shown.map(trendRow)}${totals.shown.map(totalRow)}</tbody></table>${more({ shown: [], more: trends.more + totals.more })}
${trends.shown.length > 0 && html`<p class="note">Daily scores as means${lastDay !== undefined && ` up to ${day(lastDay)}`}. “Worth noticing”: at least half the standard deviation of my own days. Shaded: the last 4 weeks.</p>`}</section>`;
};

const lookOf = (change: string): 'worse' | 'better' | 'plain' =>
  change === 'worse' || change === 'better' ? change : 'plain';

/** Names of a set that fit on a line or two. */
const mostNames = 2;

/** The interval only where it says more than the middle. */
const delayCell = ({ mean, interval }: NonNullable<Finding['delayDays']>): Html => {
  const [middle, between] = [delayBetween(mean, mean), delayBetween(...interval)];
  return html`${middle}${between !== middle && html` <small>${between}</small>`}`;
};

const pointedRow =
  (widest: number, decimals: number) =>
  (pointed: Pointed): Html => {
    const { suspect, finding, change } = pointed.spoken;
    const effect = finding?.effect ?? null;
    const delay = finding?.delayDays ?? null;
    return html`<tr><th scope="row">${pointed.names
      .slice(0, mostNames)
      .map(
        (one, k) => html`${k > 0 && ' or '}${name(tidy(one, 22))}`,
      )}${pointed.names.length > mostNames && html` or ${pointed.names.length - mostNames} more`}${isAboutMedicine(pointed) && html` <small>medicine</small>`}</th>
<td data-of="Verdict"><span class="tag">${suspect.verdict === 'likely' ? '● likely' : '○ possible'}</span> <small>real in ${inHundred(suspect.probability).replace(' in ', ' of ')} such diaries</small></td>
<td>${effect && range(effect.peak, effect.peakInterval, widest, lookOf(change))}</td>
<td class="n" data-of="Strongest day">${effect ? html`<span class="${lookOf(change)}">${signed(effect.peak, decimals)}</span> <small>${figure(effect.peakInterval[0], decimals)} to ${figure(effect.peakInterval[1], decimals)}</small>` : 'not known'}</td>
<td class="n" data-of="After">${delay ? delayCell(delay) : 'not known'}</td></tr>`;
  };

const suspectsSection = ({ suspects, outcome }: ClinicianPage): Html | false => {
  if (outcome === null) return false;
  const where = html`${name(tidy(outcome.name, 40))}, ${outcome.min} to ${outcome.max}; ${day(outcome.from)} to ${day(outcome.to)}, ${outcome.loggedDays} days with entries`;
  if (suspects.shown.length === 0)
    return html`<section id="suspects"><h2>What may move it</h2><p class="note">Nothing that was chosen for this page (${where}).</p></section>`;
  const decimals = decimalsFor(outcome.max - outcome.min);
  const widest = Math.max(
    ...suspects.shown.flatMap(({ spoken }) =>
      (spoken.finding?.effect?.peakInterval ?? [0]).map(Math.abs),
    ),
  );
  const level = suspects.shown.map(({ spoken }) => spoken.finding?.effect?.level)[0];
  return html`<section id="suspects"><h2>What may move it</h2><table class="suspects"><thead><tr><th scope="col">Following</th><th scope="col">How sure</th><th scope="col"></th><th scope="col" class="n">Strongest day, points</th><th scope="col" class="n">Delay</th></tr></thead><tbody>
${suspects.shown.map(pointedRow(widest, decimals))}</tbody></table>${more(suspects)}
<p class="note">Associations in my own diary, not proof: ${where}.${level !== undefined && ` Small figures: ${Math.round(level * 100)} % intervals, if it acts at all.`}${suspects.shown.some(isAboutMedicine) && ` ${plain(keepMedicine)}`}</p></section>`;
};

const verdictWords: ReadonlyMap<string, string> = new Map([
  ['worsens', 'makes it worse'],
  ['improves', 'makes it better'],
  ['inconclusive', 'cannot tell'],
]);

const testedRow = ({ name: what, score, trial }: Tested): Html => {
  const { from, to, verdict, effect, randomisationP } = trial;
  return html`<tr><th scope="row">${name(tidy(what, 26))} <small>on ${name(tidy(score, 20))}</small></th><td data-of="When">${day(from)} to ${day(to)}</td><td data-of="Verdict">${verdictWords.get(verdict) ?? tidy(verdict)}</td>
<td class="n" data-of="With against without">${effect ? html`${signed(effect.mean, 2)} <small>${figure(effect.interval[0], 2)} to ${figure(effect.interval[1], 2)} (${Math.round(effect.level * 100)} %)</small>` : 'not known'}</td><td class="n" data-of="p">${randomisationP === null ? '' : randomisationP.toPrecision(2)}</td></tr>`;
};

const trialsSection = ({ trials }: ClinicianPage): Html | false =>
  trials.shown.length > 0 &&
  html`<section id="trials"><h2>Tested, with days drawn at random</h2><table class="trials"><thead><tr><th scope="col">What</th><th scope="col">When</th><th scope="col">Verdict</th><th scope="col" class="n">With against without, points</th><th scope="col" class="n">p</th></tr></thead><tbody>
${trials.shown.map(testedRow)}</tbody></table>${more(trials)}</section>`;

const medicinesSection = ({ medicines }: ClinicianPage): Html | false =>
  medicines !== null &&
  html`<section id="medicines"><h2>Medicines</h2>${
    medicines.shown.length === 0
      ? html`<p>None.</p>`
      : html`<ul>${medicines.shown.map(({ name: what, days }) => html`<li>${name(tidy(what, 44))}${days !== null && html` <small>on ${days} of the last 28 days</small>`}</li>`)}</ul>`
  }${more(medicines)}</section>`;

const allergiesSection = ({ allergies }: ClinicianPage): Html | false =>
  allergies !== null &&
  html`<section id="allergies"><h2>Food allergies</h2><p>${allergies.shown.length === 0 ? 'None.' : allergies.shown.map((one, k) => html`${k > 0 && ', '}${name(tidy(one, 28))}`)}</p>${more(allergies)}</section>`;

const planSection = ({ plan }: ClinicianPage): Html | false =>
  plan.shown.length > 0 &&
  html`<section id="plan"><h2>Own plan</h2><ul>${plan.shown.map(({ title, from, lookOn }) => html`<li>${title} <small>${day(from)} to ${day(lookOn)}</small></li>`)}</ul>${more(plan)}</section>`;

const questionsSection = ({ questions }: ClinicianPage): Html | false =>
  questions.shown.length > 0 &&
  html`<section id="questions"><h2>My questions</h2><ol class="ask">${questions.shown.map((one) => html`<li>${name(one)}</li>`)}</ol>${more(questions)}</section>`;

/** One A4 page of HTML for a clinician: no network, no script, everything from outside escaped. Same input, same bytes. */
export const renderSheet = (page: ClinicianPage): string => {
  const { who, conditions, flags, today, version } = page;
  const size = sizeOf(page);
  const left = [medicinesSection(page), allergiesSection(page)].filter(Boolean);
  const right = [planSection(page), questionsSection(page)].filter(Boolean);
  return `<!doctype html>\n${
    html`<html lang="en"${size !== 'usual' && html` class="${size}"`}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>For my clinician, ${day(today)}</title>
<style>${{ markup: sheetStyle }}</style>
</head>
<body>
<main>
<header>${mark}<div><h1>For my clinician</h1>${who.length > 0 && html`<p class="who">${who.map(({ text }, k) => html`${k > 0 && ', '}${name(tidy(text, 40))}`)}</p>`}${conditions.length > 0 && html`<p>I have: ${conditions.join(', ')}</p>`}</div><p class="when">${day(today)}<br>Zonula ${version}</p></header>
${flags.shown.length > 0 && html`<section class="flags" id="flags"><h2>Warning signs to which I said yes${page.flagsAsked !== null && html` <small>${day(page.flagsAsked)}</small>`}</h2>${flags.shown.map(({ text }) => html`<p>${text}</p>`)}${more(flags)}</section>`}
${scoresSection(page)}
${suspectsSection(page)}
${trialsSection(page)}
${
  left.length + right.length > 0 &&
  html`<div class="${left.length > 0 && right.length > 0 ? 'two' : 'one'}">${left.length > 0 && html`<div>${left}</div>`}${right.length > 0 && html`<div>${right}</div>`}</div>`
}
<footer><p>I chose what is on this page; what is not on it was not chosen or is not known. It comes from my own diary and answers, put together with Zonula. The program is no medical device; how often it is wrong is measured and published with it.</p></footer>
</main>
</body>
</html>
`.markup
  }`;
};
