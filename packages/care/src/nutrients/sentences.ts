import { day } from '../numbers.ts';
import { tidy } from '../sentence.ts';
import type { Interval } from './adequacy.ts';
import type { EliminationLoss } from './eliminations.ts';
import type { NutrientStanding, NutrientsAtRisk } from './nutrients-at-risk.ts';
import type { Source } from './sources-of-nutrients.ts';
import { amountWords, listed, nameOfNutrient } from './words.ts';

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const ofHundred = (probability: number): number =>
  Math.min(99, Math.max(1, Math.round(probability * 100)));

/** "about 40", "30 to 60": people of a hundred. */
const people = ({ low, high }: Interval): string =>
  ofHundred(low) === ofHundred(high)
    ? `about ${ofHundred(low)}`
    : `${ofHundred(low)} to ${ofHundred(high)}`;

const amounts = ({ nutrient, intake }: NutrientStanding): string =>
  `about ${amountWords(intake!.median, nutrient)} a day (${amountWords(intake!.low, nutrient)} to ${amountWords(intake!.high, nutrient)}, 8 times in 10)`;

const standingLine = (standing: NutrientStanding): string => {
  const { nutrient, below } = standing;
  const need = below === null ? '' : ` Of 100 people who eat so, ${people(below)} need more.`;
  return `${capital(nameOfNutrient(nutrient))}: ${amounts(standing)}.${need}`;
};

const because = {
  supplement: 'You also take something that may bring it. How much is not known.',
  sun: 'Skin makes it in the sun, so food alone does not tell.',
  'enriched-in-america':
    'Our tables hold American foods, to which it is often added. Yours may have less.',
  'no-requirement-known':
    'How much a person needs at least is not known, so less is no proof of too little.',
  'too-few-known': 'Too many of your foods have no known amount.',
} as const;

const names = (standings: readonly NutrientStanding[]): string =>
  listed(standings.map(({ nutrient }) => nameOfNutrient(nutrient)));

/** The nutrients of a list stand in the order of the reference table. */
const mostAmounts = 4;

const sourceLine = ({ name, grams, amounts: brings }: Source): string =>
  `“${tidy(name)}” (${Math.round(grams)} g): ${listed(brings.slice(0, mostAmounts).map(({ nutrient, amount }) => `${amountWords(amount, nutrient)} ${nameOfNutrient(nutrient)}`))}.`;

const sourceLines = ({
  own,
  common,
}: {
  readonly own: readonly Source[];
  readonly common: readonly Source[];
}): readonly string[] => [
  ...(own.length > 0 ? ['From your own foods, a usual portion:', ...own.map(sourceLine)] : []),
  ...(common.length > 0 ? ['Common foods, a usual portion:', ...common.map(sourceLine)] : []),
];

const eliminationLines = (loss: EliminationLoss): readonly string[] => {
  const name = loss.without.replaceAll('-', ' ');
  if (!loss.allowed)
    return [
      `Going without ${name} is not for you to try on your own, so we do not work it out. “zonula triage” says why.`,
    ];
  if (loss.foods.length === 0) return [`In these days nothing that we understood holds ${name}.`];
  return [
    `${capital(name)} is in ${listed(loss.foods.map((food) => `“${tidy(food)}”`))}. Without these foods, and with nothing in their place:`,
    ...loss.loses.map(({ nutrient, share, amount, belowThen }) => {
      const then =
        belowThen === null
          ? ''
          : ` Then, of 100 people who eat so, ${people(belowThen)} need more.`;
      return `${capital(nameOfNutrient(nutrient))}: ${ofHundred(share)} % less (${amountWords(amount, nutrient)} a day).${then}`;
    }),
    ...sourceLines(loss),
  ];
};

/** What is told of the nutrients, a paragraph each; empty where nothing may be shown. */
export const nutrientLines = (document: NutrientsAtRisk): readonly string[] => {
  const { status, reasons, days, nutrients, source, eliminations } = document;
  if (status === 'hidden') return [];
  if (status === 'cannot-tell') return reasons.map(({ text }) => text);
  const those = (wanted: NutrientStanding['standing']) =>
    nutrients.filter(({ standing }) => standing === wanted);
  const [low, open, enough, unknown] = [
    those('low'),
    those('open'),
    those('enough'),
    those('not-judged'),
  ];
  const explained = (Object.keys(because) as (keyof typeof because)[]).flatMap((code) => {
    const held = open.filter((one) => one.because.includes(code));
    return held.length === 0 ? [] : [`${capital(names(held))}: cannot tell. ${because[code]}`];
  });
  const plain = open.filter((one) => one.because.length === 0);
  return [
    `From ${days!.whole} full days between ${day(days!.from)} and ${day(days!.to)}. Other days count as unknown.`,
    ...(low.length > 0
      ? ['May run short:', ...low.map(standingLine), ...sourceLines(document)]
      : ['We see nothing that is likely to run short.']),
    ...(plain.length > 0 ? ['Cannot tell:', ...plain.map(standingLine)] : []),
    ...explained,
    ...(enough.length > 0 ? [`Likely enough: ${names(enough)}.`] : []),
    ...(unknown.length > 0 ? [`Not judged: ${names(unknown)}. ${because['too-few-known']}`] : []),
    'Iodine is in none of our tables. What supplements bring is not counted.',
    `Compared with: ${source.system} (${source.edition}). Your country may have other values.`,
    ...eliminations.flatMap(eliminationLines),
  ];
};
