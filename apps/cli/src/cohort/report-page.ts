import { details, type Html, html, page, signed as withSign } from '@zonula/care';
import {
  methodsText,
  type Release,
  type ReleasedExposure,
  type Study,
  smallEffects,
} from '@zonula/cohort';
import { normalQuantile } from '@zonula/numerics';
import { contrastsFigure, sharesFigure } from './report-figures.ts';

interface Interval {
  readonly mean: number;
  readonly interval: readonly [number, number];
}

const percent = (share: number, digits = 0): string => `${(100 * share).toFixed(digits)} %`;
/** No probability from data is a certainty. */
const chance = (probability: number): string =>
  probability > 0.995 ? 'over 99 %' : probability < 0.005 ? 'under 1 %' : percent(probability);
const signed = (share: number): string => withSign(100 * share, 1);
/** The interval as half its width, for tables that would not fit otherwise. */
const plusMinus = ({ mean, interval: [low, high] }: Interval): string =>
  `${signed(mean)} ± ${(50 * (high - low)).toFixed(1)}`;
const between = ({ interval: [low, high] }: Interval, say: (x: number) => string): string =>
  `${say(low)} to ${say(high)}`;

const tableOf = (
  caption: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): Html => html`
<div class="scroll" role="region" tabindex="0" aria-label="${caption}"><table class="figures">
<caption>${caption}</caption>
<thead><tr>${head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
<tbody>${rows.map(
  ([first, ...rest]) =>
    html`<tr><th scope="row"><bdi>${first}</bdi></th>${rest.map((cell) => html`<td>${cell}</td>`)}</tr>\n`,
)}</tbody></table></div>`;

const sentenceOf = ({
  exposure,
  claimed,
  some,
  share,
  mean,
  level,
}: ReleasedExposure & { level: number }): Html =>
  html`<li><bdi class="name">${exposure}</bdi>: ${
    claimed
      ? `for some people the score moves with it (probability ${chance(some)}). About ${percent(share.mean)} of people respond (${between(share, percent)}), by ${signed(mean.mean)} points of a hundred on average (${between(mean, signed)}). Intervals hold ${percent(level)}.`
      : some < 0.1
        ? `we looked and found nobody who responds (probability that somebody does: ${chance(some)}).`
        : `we cannot tell whether anybody responds (probability ${chance(some)}).`
  }</li>`;

/** So many exposures are drawn and told in words; the tables have all. */
const mostShown = 12;

/** The report of a cohort: figures over enough people only, self-contained, no script. */
export const reportPage = (release: Release, study: Study): string => {
  const { exposures, contrasts, level, minimumCell, heldBack } = release;
  const claims = exposures.filter(({ claimed }) => claimed);
  const hidden = heldBack.exposures + heldBack.contrasts;
  const reach = normalQuantile((1 + level) / 2);
  const ordered = [...exposures].sort((a, b) => b.some - a.some);
  const ranked = [...contrasts].sort((a, b) => a.adjustedP - b.adjustedP || b.people - a.people);
  return page({
    title: 'Many people, each against themselves',
    when: `Zonula ${study.version}`,
    main: html`
<h1>Many people, each against themselves</h1>
<p>At least ${release.people} people. ${
      exposures.length + heldBack.exposures === 0
        ? 'Their days with and without something were compared; nobody was searched for causes.'
        : html`${release.judged !== null && `At least ${release.judged} of them had a diary that could be judged. `}${
            claims.length === 0
              ? 'Nothing can be said aloud of any exposure.'
              : `Of ${exposures.length} exposures, ${claims.length} can be said aloud to move the score in some people.`
          }`
    } Counts are rounded down to fives. Effects are in points of a scale of a hundred; above 0 the score is higher with it.</p>
${
  ordered.length > 0 &&
  html`<section><h2>Who responds</h2>
${sharesFigure(
  ordered.slice(0, mostShown),
  ({ some, share }) =>
    `somebody responds: ${chance(some)}; share ${percent(share.mean)} (${between(share, percent)})`,
)}
${details(
  'In words',
  html`<ul>${ordered.slice(0, mostShown).map((one) => sentenceOf({ ...one, level }))}</ul>`,
)}
${tableOf(
  'Share of people who respond, effect in them, delay',
  [
    'Exposure',
    'People',
    'Somebody responds',
    'Share',
    'Effect',
    'Differs by',
    'Days',
    'Said aloud',
  ],
  ordered.map((one) => [
    one.exposure,
    `${one.people}+`,
    chance(one.some),
    `${percent(one.share.mean)} (${between(one.share, percent)})`,
    `${signed(one.mean.mean)} (${between(one.mean, signed)})`,
    (100 * one.spread.mean).toFixed(1),
    one.delay === null
      ? ''
      : `${one.delay.mean.toFixed(1)} (${between(one.delay, (x) => x.toFixed(1))})`,
    one.claimed ? 'yes' : 'no',
  ]),
)}
<p class="aside">${smallEffects}</p>
</section><section><h2>Back to each person</h2>
<p>What a person's own data say is uncertain. Once the others are known too, each person's effect is drawn towards theirs: unlikely ones to nothing, likely ones to the common size. Those figures are for each person alone; here is what the drawing does to all of them together.</p>
${tableOf(
  'How far people lie apart, points of a hundred',
  ['Exposure', 'Own estimates', 'Drawn together', 'Likely responders'],
  ordered.map((one) => [
    one.exposure,
    (100 * one.ownSpread).toFixed(1),
    (100 * one.drawnSpread).toFixed(1),
    one.likelyResponders === null ? 'too few to tell' : `${one.likelyResponders}+`,
  ]),
)}
</section><section><h2>What the priors do</h2>
<p>The same data under three beliefs. Where the columns differ, the data alone do not settle it.</p>
${tableOf(
  'Probability that somebody responds, and share who do, under three priors',
  [
    'Exposure',
    ...ordered[0]!.priors.flatMap(({ name }) => [`${name}: somebody`, `${name}: share`]),
  ],
  ordered.map(({ exposure, priors }) => [
    exposure,
    ...priors.flatMap(({ some, share }) => [chance(some), percent(share.mean)]),
  ]),
)}</section>`
}
${
  contrasts.length > 0 &&
  html`<section><h2>Own days, and other people</h2>
<p>“Own days” is how a person's days with it differ from their own days without. “Other people” is how people who have it often differ from people who have it seldom, which says nothing about what it does.
“All days thrown together” mixes the two. It is often published as if it were the first. It stands here so that you can see how far off it is.</p>
${contrastsFigure(
  ranked.slice(0, mostShown),
  reach,
  (one) =>
    `own days ${signed(one.withinPerson)} ± ${(100 * reach * one.standardError).toFixed(1)}; all thrown together ${signed(one.pooled)}`,
)}
${tableOf(
  'Days with against days without, points of a hundred',
  [
    'Exposure',
    'People',
    'Own days, mean',
    'p, corrected',
    'Own days, model',
    'Other people',
    'All days together (not an effect)',
  ],
  ranked.map((one) => [
    one.exposure,
    `${one.people}+`,
    `${signed(one.withinPerson)} ± ${(100 * reach * one.standardError).toFixed(1)}`,
    one.adjustedP < 0.001 ? 'below 0.001' : one.adjustedP.toFixed(3),
    one.within === null ? 'cannot tell' : plusMinus(one.within),
    one.between === null ? 'cannot tell' : plusMinus(one.between),
    signed(one.pooled),
  ]),
)}<p class="aside">After ± stands half of the interval that holds ${percent(level)}. The p values come from Wilcoxon's test of people's own differences and are corrected for the number of comparisons
(false discovery rate, Benjamini and Hochberg).</p></section>`
}
<section><h2>What is not shown</h2>
<p>${
      hidden === 0
        ? html`Every line stands on at least ${minimumCell} people.`
        : html`${hidden} lines stand on fewer than ${minimumCell} people, or leave out so few, and are not shown.`
    } No line is about one person.</p></section>
<section><h2>How it was made</h2>${methodsText(release, study).map((paragraph) => html`<p>${paragraph}</p>`)}</section>`,
    footer: html`<p>Not medical advice. Associations in diaries; only a fair test says more.</p>`,
  });
};
