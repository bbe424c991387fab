import type { Finding } from '@zonula/discovery';
import { keepMedicine } from '../medicine.ts';
import { decimalsFor, figure, inHundred, short, signed, wholeDays } from '../numbers.ts';
import { type Html, html } from '../report/html.ts';
import { mark } from '../report/mark.ts';
import { plain, tidy } from '../sentence.ts';
import { english, type Wording } from '../wording/wording-of.ts';
import { type Appendix, appendixPages } from './appendix.ts';
import {
  type ClinicianPage,
  isAboutMedicine,
  type Listed,
  type Pointed,
  type Tested,
  type Total,
} from './clinician-page.ts';
import { phrase } from './phrase.ts';
import { range, spark } from './sheet-figures.ts';
import { sizeOf } from './sheet-size.ts';
import { sheetStyle } from './sheet-style.ts';
import type { Trend } from './trend.ts';
import { verdictSaid } from './verdict-said.ts';

const name = (text: string): Html => html`<bdi>${text}</bdi>`;

const more = ({ more: count }: Listed<unknown>, { say }: Wording): Html | false =>
  count > 0 &&
  html`<p class="note">${say('And {count} more that had no room on this page.', { count })}</p>`;

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

const trendRow = (trend: Trend, { say, figure: own }: Wording): Html => {
  const decimals = decimalsFor(trend.max - trend.min);
  const { last, before, change } = trend;
  const mean = (window: Trend['last']): Html | string =>
    window === null
      ? say('too few days')
      : html`${own(figure(window.mean, decimals))} <small>${say('{count} days', { count: window.days })}</small>`;
  const { word, look } = changeWord(change?.points ?? 0, lowerIsBetter(trend.id));
  return html`<tr><th scope="row">${name(tidy(say(trend.name), 26))}${trend.site !== null && html` <small>${name(tidy(trend.site, 16))}</small>`} <small>${say('{low} to {high}', { low: figure(trend.min, 0), high: figure(trend.max, 0) })}</small></th>
<td>${spark(trend)}</td><td class="n" data-of="${say('Before')}">${mean(before)}</td><td class="n" data-of="${say('Last 4 weeks')}">${mean(last)}</td>
<td data-of="${say('Change')}">${
    change === null
      ? say('cannot tell')
      : Number(change.points.toFixed(decimals)) === 0
        ? say('the same')
        : html`<span class="${look}">${own(signed(change.points, decimals))} ${say(word)}</span>, ${say(noticed(change.meaningful))}${change.needed !== null && html` <small>(${say('from {points}', { points: own(figure(change.needed, decimals)) })})</small>`}`
  }</td></tr>`;
};

const totalRow = ({ score, date, earlier }: Total, { say, day, figure: own }: Wording): Html => {
  const { total, max, band } = score;
  const word = earlier && changeWord(earlier.change.points, true);
  return html`<tr><th scope="row">${score.name} <small>${say('{low} to {high}', { low: 0, high: max })}</small></th><td><small>${day(date)}</small></td>
<td class="n" data-of="${say('Before')}">${earlier ? html`${own(short(earlier.total, 1))} <small>${day(earlier.date)}</small>` : ''}</td><td class="n" data-of="${say('Now')}">${own(short(total, 1))}${band !== null && html` <small>${say(band)}</small>`}</td>
<td data-of="${say('Change')}">${
    earlier === null
      ? ''
      : earlier.change.points === 0
        ? say('the same')
        : html`<span class="${word!.look}">${own(signed(earlier.change.points, 1).replace(/\.0$/u, ''))} ${say(word!.word)}</span>, ${say(
            earlier.change.meaningful === null
              ? 'no published change that matters'
              : earlier.change.meaningful
                ? 'matters to people'
                : 'less than people can feel',
          )}`
  }</td></tr>`;
};

const scoresSection = ({ trends, totals }: ClinicianPage, wording: Wording): Html | false => {
  if (trends.shown.length + totals.shown.length === 0) return false;
  const { say, day } = wording;
  const lastDay = trends.shown.find(({ last }) => last !== null)?.last?.to;
  const means =
    lastDay === undefined
      ? say('Daily scores as means.')
      : say('Daily scores as means up to {day}.', { day: day(lastDay) });
  return html`<section id="scores"><h2>${say('Scores')}</h2><table class="scores"><thead><tr><th scope="col">${say('Score')}</th><th scope="col">${say('12 weeks')}</th><th scope="col" class="n">${say('4 weeks before')}</th><th scope="col" class="n">${say('Last 4 weeks')}</th><th scope="col">${say('Change')}</th></tr></thead><tbody>
${trends.shown.map((trend) => trendRow(trend, wording))}${totals.shown.map((total) => totalRow(total, wording))}</tbody></table>${more({ shown: [], more: trends.more + totals.more }, wording)}
${trends.shown.length > 0 && html`<p class="note">${means} ${say('“Worth noticing”: at least half the standard deviation of my own days. Shaded: the last 4 weeks.')}</p>`}</section>`;
};

const lookOf = (change: string): 'worse' | 'better' | 'plain' =>
  change === 'worse' || change === 'better' ? change : 'plain';

/** Names of a set that fit on a line or two. */
const mostNames = 2;

/** "the same day", "the same day to day 3", "3 to 9 days". */
const delayWords = (low: number, high: number, { say }: Wording): string => {
  const [from, to] = [wholeDays(low), wholeDays(high)];
  if (to === 0) return say('the same day');
  const until = to === 1 ? say('1 day') : say('{count} days', { count: to });
  if (from === to) return until;
  return from === 0
    ? say('the same day to {until}', { until })
    : say('{from} to {until}', { from, until });
};

/** The interval only where it says more than the middle. */
const delayCell = (
  { mean, interval }: NonNullable<Finding['delayDays']>,
  wording: Wording,
): Html => {
  const [middle, between] = [delayWords(mean, mean, wording), delayWords(...interval, wording)];
  return html`${middle}${between !== middle && html` <small>${between}</small>`}`;
};

const pointedRow =
  (widest: number, decimals: number, wording: Wording) =>
  (pointed: Pointed): Html => {
    const { say, figure: own } = wording;
    const { suspect, finding, change } = pointed.spoken;
    const effect = finding?.effect ?? null;
    const delay = finding?.delayDays ?? null;
    return html`<tr><th scope="row">${pointed.names
      .slice(0, mostNames)
      .map(
        (one, k) => html`${k > 0 && ` ${say('or')} `}${name(tidy(one, 22))}`,
      )}${pointed.names.length > mostNames && ` ${say('or {count} more', { count: pointed.names.length - mostNames })}`}${isAboutMedicine(pointed) && html` <small>${say('medicine')}</small>`}</th>
<td data-of="${say('Verdict')}"><span class="tag">${suspect.verdict === 'likely' ? `● ${say('likely')}` : `○ ${say('possible')}`}</span> <small>${say('real in {share} of 100 such diaries', { share: say(inHundred(suspect.probability).replace(' in 100', '')) })}</small></td>
<td>${effect && range(effect.peak, effect.peakInterval, widest, lookOf(change))}</td>
<td class="n" data-of="${say('Strongest day')}">${effect ? html`<span class="${lookOf(change)}">${own(signed(effect.peak, decimals))}</span> <small>${say('{low} to {high}', { low: own(figure(effect.peakInterval[0], decimals)), high: own(figure(effect.peakInterval[1], decimals)) })}</small>` : say('not known')}</td>
<td class="n" data-of="${say('After')}">${delay ? delayCell(delay, wording) : say('not known')}</td></tr>`;
  };

const suspectsSection = ({ suspects, outcome }: ClinicianPage, wording: Wording): Html | false => {
  if (outcome === null) return false;
  const { say, day } = wording;
  const where = phrase(
    wording,
    '{score}, {min} to {max}; {from} to {to}, {count} days with entries',
    {
      score: name(tidy(say(outcome.name), 40)),
      min: outcome.min,
      max: outcome.max,
      from: day(outcome.from),
      to: day(outcome.to),
      count: outcome.loggedDays,
    },
  );
  const title = html`<h2>${say('What may move it')}</h2>`;
  if (suspects.shown.length === 0)
    return html`<section id="suspects">${title}<p class="note">${phrase(wording, 'Nothing that was chosen for this page ({where}).', { where })}</p></section>`;
  const decimals = decimalsFor(outcome.max - outcome.min);
  const widest = Math.max(
    ...suspects.shown.flatMap(({ spoken }) =>
      (spoken.finding?.effect?.peakInterval ?? [0]).map(Math.abs),
    ),
  );
  const level = suspects.shown.map(({ spoken }) => spoken.finding?.effect?.level)[0];
  return html`<section id="suspects">${title}<table class="suspects"><thead><tr><th scope="col">${say('Following')}</th><th scope="col">${say('How sure')}</th><th scope="col"></th><th scope="col" class="n">${say('Strongest day, points')}</th><th scope="col" class="n">${say('Delay')}</th></tr></thead><tbody>
${suspects.shown.map(pointedRow(widest, decimals, wording))}</tbody></table>${more(suspects, wording)}
<p class="note">${phrase(wording, 'Associations in my own diary, not proof: {where}.', { where })}${level !== undefined && ` ${say('Small figures: {percent} % intervals, if it acts at all.', { percent: Math.round(level * 100) })}`}${suspects.shown.some(isAboutMedicine) && ` ${say(plain(keepMedicine))}`}</p></section>`;
};

const testedRow = ({ name: what, score, trial }: Tested, wording: Wording): Html => {
  const { say, day, figure: own } = wording;
  const { from, to, verdict, effect, randomisationP } = trial;
  return html`<tr><th scope="row">${name(tidy(what, 26))} <small>${say('on')} ${name(tidy(say(score), 20))}</small></th><td data-of="${say('When')}">${say('{from} to {to}', { from: day(from), to: day(to) })}</td><td data-of="${say('Verdict')}">${verdictSaid(verdict, wording)}</td>
<td class="n" data-of="${say('With against without')}">${effect ? html`${own(signed(effect.mean, 2))} <small>${say('{low} to {high}', { low: own(figure(effect.interval[0], 2)), high: own(figure(effect.interval[1], 2)) })} (${Math.round(effect.level * 100)} %)</small>` : say('not known')}</td><td class="n" data-of="p">${randomisationP === null ? '' : own(randomisationP.toPrecision(2))}</td></tr>`;
};

const trialsSection = ({ trials }: ClinicianPage, wording: Wording): Html | false => {
  const { say } = wording;
  return (
    trials.shown.length > 0 &&
    html`<section id="trials"><h2>${say('Tested, with days drawn at random')}</h2><table class="trials"><thead><tr><th scope="col">${say('What')}</th><th scope="col">${say('When')}</th><th scope="col">${say('Verdict')}</th><th scope="col" class="n">${say('With against without, points')}</th><th scope="col" class="n">p</th></tr></thead><tbody>
${trials.shown.map((one) => testedRow(one, wording))}</tbody></table>${more(trials, wording)}</section>`
  );
};

const medicinesSection = ({ medicines }: ClinicianPage, wording: Wording): Html | false => {
  const { say } = wording;
  return (
    medicines !== null &&
    html`<section id="medicines"><h2>${say('Medicines')}</h2>${
      medicines.shown.length === 0
        ? html`<p>${say('None.')}</p>`
        : html`<ul>${medicines.shown.map(({ name: what, days }) => html`<li>${name(tidy(what, 44))}${days !== null && html` <small>${say('on {count} of the last 28 days', { count: days })}</small>`}</li>`)}</ul>`
    }${more(medicines, wording)}</section>`
  );
};

const allergiesSection = ({ allergies }: ClinicianPage, wording: Wording): Html | false =>
  allergies !== null &&
  html`<section id="allergies"><h2>${wording.say('Food allergies')}</h2><p>${allergies.shown.length === 0 ? wording.say('None.') : allergies.shown.map((one, k) => html`${k > 0 && ', '}${name(tidy(one, 28))}`)}</p>${more(allergies, wording)}</section>`;

const planSection = ({ plan }: ClinicianPage, wording: Wording): Html | false => {
  const { say, day } = wording;
  return (
    plan.shown.length > 0 &&
    html`<section id="plan"><h2>${say('Own plan')}</h2><ul>${plan.shown.map(({ title, from, lookOn }) => html`<li>${title} <small>${say('{from} to {to}', { from: day(from), to: day(lookOn) })}</small></li>`)}</ul>${more(plan, wording)}</section>`
  );
};

const questionsSection = ({ questions }: ClinicianPage, wording: Wording): Html | false =>
  questions.shown.length > 0 &&
  html`<section id="questions"><h2>${wording.say('My questions')}</h2><ol class="ask">${questions.shown.map((one) => html`<li>${name(one)}</li>`)}</ol>${more(questions, wording)}</section>`;

export interface SheetOptions {
  /** English by default. */
  readonly wording?: Wording;
  /** What goes on further pages; nothing by default. */
  readonly appendix?: Appendix;
}

/** One A4 page of HTML for a clinician: no network, no script, everything from outside escaped. Same input, same bytes. */
export const renderSheet = (
  page: ClinicianPage,
  { wording = english, appendix }: SheetOptions = {},
): string => {
  const { say, day, language } = wording;
  const { who, conditions, flags, today, version } = page;
  const size = sizeOf(page);
  const sayWho = (id: string, text: string): string => (id === 'name' ? text : say(text));
  const left = [medicinesSection(page, wording), allergiesSection(page, wording)].filter(Boolean);
  const right = [planSection(page, wording), questionsSection(page, wording)].filter(Boolean);
  return `<!doctype html>\n${
    html`<html lang="${language}"${size !== 'usual' && html` class="${size}"`}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline';${appendix?.photos.length ? ' img-src data:;' : ''} base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${say('For my clinician')}, ${day(today)}</title>
<style>${{ markup: sheetStyle }}</style>
</head>
<body>
<main>
<header>${mark}<div><h1>${say('For my clinician')}</h1>${who.length > 0 && html`<p class="who">${who.map(({ id, text }, k) => html`${k > 0 && ', '}${name(tidy(sayWho(id, text), 40))}`)}</p>`}${conditions.length > 0 && html`<p>${say('I have: {conditions}', { conditions: conditions.map((one) => say(one)).join(', ') })}</p>`}</div><p class="when">${day(today)}<br>Zonula ${version}</p></header>
${flags.shown.length > 0 && html`<section class="flags" id="flags"><h2>${say('Warning signs to which I said yes')}${page.flagsAsked !== null && html` <small>${day(page.flagsAsked)}</small>`}</h2>${flags.shown.map(({ text }) => html`<p>${say(text)}</p>`)}${more(flags, wording)}</section>`}
${scoresSection(page, wording)}
${suspectsSection(page, wording)}
${trialsSection(page, wording)}
${
  left.length + right.length > 0 &&
  html`<div class="${left.length > 0 && right.length > 0 ? 'two' : 'one'}">${left.length > 0 && html`<div>${left}</div>`}${right.length > 0 && html`<div>${right}</div>`}</div>`
}
<footer><p>${say('I chose what is on this page; what is not on it was not chosen or is not known. It comes from my own diary and answers, put together with Zonula. The program is no medical device; how often it is wrong is measured and published with it.')}</p></footer>${appendix !== undefined && appendixPages(appendix, wording)}
</main>
</body>
</html>
`.markup
  }`;
};
