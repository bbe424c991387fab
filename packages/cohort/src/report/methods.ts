import { threePriors } from '../mixture/prior.ts';
import type { Release } from './release.ts';

/** How effects were found and pooled. */
const pooling = ({ level, rate }: Release, version: string): string[] => [
  `Each person's diary was analysed on its own (Zonula ${version}, discovery): a latent score with a slow level, circumstances, and a severity that fades at its own pace; each exposure acts or does not, after one of a dictionary of delays. A diary that could not be judged, or whose chains disagreed, was left out, whatever it found.`,
  'From each analysis the likelihood of the effect was recovered by taking the prior of the effect out of its posterior, both taken for normal, with the Bayes factor kept. An effect of next to nothing is never better than none.',
  `For each exposure these likelihoods were pooled by a mixture: nobody responds, or each person responds with a common probability, the effect being normal among those who do. Share, mean and spread were integrated over a grid; intervals hold ${Math.round(100 * level)} % of the posterior. Three priors stand side by side: ${threePriors
    .map(
      ({ name, some, share, meanSd, spreadScale }) =>
        `${name} (somebody responds ${some}, share Beta(${share.join(', ')}), mean Normal(0, ${meanSd}), spread half-normal(${spreadScale}), in shares of the scale)`,
    )
    .join('; ')}.`,
  `It is said that somebody responds where this holds under all three priors, with at most ${Math.round(100 * rate)} % of such statements expected to be wrong over all exposures together.`,
];

/** The methods as a paper would tell them, in plain sentences; of pooling only where effects were looked for. */
export const methodsText = (release: Release, version: string): string[] => [
  ...(release.exposures.length + release.heldBack.exposures === 0 ? [] : pooling(release, version)),
  "What changes on a person's own days was kept apart from how people differ by a linear mixed model with the deviation from the person's mean exposure, that mean itself, and a level and slope for each person (REML). Beside it stands the mean of people's own differences, with Wilcoxon's signed-rank test, at least three days with and three without, p values corrected over all exposures (Benjamini and Hochberg). The difference of all days thrown together is shown because it is often published; it mixes who people are with what an exposure does.",
  `No figure stands on fewer than ${release.minimumCell} people, nor leaves out fewer; counts are rounded down to fives. Delays are given where at least ${release.minimumCell} people are expected to respond.`,
  'These are associations in what people wrote down. People chose what they ate, and days were taken as independent given the person in the model of differences. A fair test, in which chance decides the days, says more.',
];
