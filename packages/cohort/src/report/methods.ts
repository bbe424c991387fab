import { coarse } from '../privacy.ts';
import type { Release } from './release.ts';
import { type Study, unrecordedWording } from './study.ts';

/** Measured, see docs/validation.md. */
export const smallEffects =
  'Where effects are small, about a twelfth of the scale or less, the share of people who respond comes out too low: each diary pays on its own for the search over delays. In one simulated cohort 48 % responded and the pooling said 26 % (18 to 36 %). Read a share as \u201cat least about\u201d there.';

/** How effects were found and pooled. */
const pooling = ({ level, rate, priors }: Release, { version }: Study): string[] => [
  `Each person's diary was analysed on its own (Zonula ${version}, discovery): a latent score with a slow level, circumstances, and a severity that fades at its own pace; each exposure acts or does not, after one of a dictionary of delays. A diary that could not be judged, or whose chains disagreed, was left out, whatever it found.`,
  'From each analysis the likelihood of the effect was recovered by taking the prior of the effect out of its posterior, both taken for normal, with the Bayes factor kept. An effect of next to nothing is never better than none.',
  `For each exposure these likelihoods were pooled by a mixture: nobody responds, or each person responds with a common probability, the effect being normal among those who do. Share, mean and spread were integrated over a grid; intervals hold ${Math.round(100 * level)} % of the posterior. Three priors stand side by side: ${priors
    .map(
      ({ name, some, share, meanSd, spreadScale }) =>
        `${name} (somebody responds ${some}, share Beta(${share.join(', ')}), mean Normal(0, ${meanSd}), spread half-normal(${spreadScale}), in shares of the scale)`,
    )
    .join('; ')}.`,
  `It is said that somebody responds where this holds under all three priors, with at most ${Math.round(100 * rate)} % of such statements expected to be wrong over all exposures together.`,
  'Effects and shares were drawn back to each person: own data, with what the others lend. Those figures are for the person alone.',
  smallEffects,
];

/** Who agreed to what. Counts that are too small, or leave out too few, are not told. */
const consenting = ({ people, minimumCell }: Release, { purpose, consents }: Study): string => {
  const told = consents.filter(({ agreed }) => agreed >= minimumCell);
  const [recorded, stated] = [
    told.filter(({ wording }) => wording !== unrecordedWording),
    told.some(({ wording }) => wording === unrecordedWording),
  ];
  return [
    `Purpose: ${purpose}. Only people whose consent to this purpose stood on the day of the analysis are in it.`,
    ...(recorded.length === 0
      ? []
      : [
          `Wordings that were agreed to: ${recorded.map(({ wording, agreed }) => `${wording} (${coarse(Math.min(agreed, people + 4))} people or more)`).join(', ')}.`,
        ]),
    ...(stated
      ? ['Of people whose consent was not recorded one by one, whoever ran the analysis stated it.']
      : []),
    'Whoever takes the consent back is in no later analysis, nor are results of theirs kept.',
  ].join(' ');
};

const grainWords = {
  dish: 'dishes as they were written down',
  ingredient: 'ingredients',
  class: 'classes such as dairy or wheat',
} as const;

/** The methods as a paper would tell them, in plain sentences; of pooling only where effects were looked for. */
export const methodsText = (release: Release, study: Study): string[] => [
  consenting(release, study),
  `Foods were looked at as ${study.grains.map((grain) => grainWords[grain]).join(', as ')}${study.grains.length > 1 ? ', each on its own' : ''}.`,
  ...(release.exposures.length + release.heldBack.exposures === 0 ? [] : pooling(release, study)),
  "What changes on a person's own days was kept apart from how people differ by a linear mixed model with the deviation from the person's mean exposure, that mean itself, and a level and slope for each person (REML). Beside it stands the mean of people's own differences, with Wilcoxon's signed-rank test, at least three days with and three without, p values corrected over all exposures (Benjamini and Hochberg). The difference of all days thrown together is shown because it is often published; it mixes who people are with what an exposure does.",
  `No figure stands on fewer than ${release.minimumCell} people, nor leaves out fewer; counts are rounded down to fives. Delays are given where at least ${release.minimumCell} people are expected to respond.`,
  'These are associations in what people wrote down. People chose what they ate, and days were taken as independent given the person in the model of differences. A fair test, in which chance decides the days, says more.',
];
