import { tidy } from '../sentence.ts';
import { english, type Wording } from '../wording/wording-of.ts';
import type { Interval } from './adequacy.ts';
import type { EliminationLoss } from './eliminations.ts';
import type { NutrientStanding, NutrientsAtRisk } from './nutrients-at-risk.ts';
import type { Source } from './sources-of-nutrients.ts';
import { tooFewDays } from './too-few-days.ts';
import { amountWords, listed, nameOfNutrient } from './words.ts';

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const ofHundred = (probability: number): number =>
  Math.min(99, Math.max(1, Math.round(probability * 100)));

/** "about 40", "30 to 60": people of a hundred. */
const people = ({ low, high }: Interval, { say }: Wording): string =>
  ofHundred(low) === ofHundred(high)
    ? say('about {count}', { count: ofHundred(low) })
    : say('{low} to {high}', { low: ofHundred(low), high: ofHundred(high) });

const standingLine = ({ nutrient, below, intake }: NutrientStanding, wording: Wording): string => {
  const { say } = wording;
  const amount = (value: number): string => amountWords(value, nutrient, wording);
  const need =
    below === null
      ? ''
      : ` ${say('Of 100 people who eat so, {people} need more.', { people: people(below, wording) })}`;
  return `${say('{nutrient}: about {amount} a day ({low} to {high}, 8 times in 10).', {
    nutrient: capital(say(nameOfNutrient(nutrient))),
    amount: amount(intake!.median),
    low: amount(intake!.low),
    high: amount(intake!.high),
  })}${need}`;
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

const names = (standings: readonly NutrientStanding[], wording: Wording): string =>
  listed(
    standings.map(({ nutrient }) => wording.say(nameOfNutrient(nutrient))),
    wording,
  );

/** The nutrients of a list stand in the order of the reference table. */
const mostAmounts = 4;

/** Common foods have names of ours; those of the person stay as they wrote them. */
const sourceLine = ({ name, grams, eaten, amounts: brings }: Source, wording: Wording): string =>
  wording.say('“{name}” ({grams} g): {brings}.', {
    name: eaten === null ? wording.say(name) : tidy(name),
    grams: Math.round(grams),
    brings: listed(
      brings
        .slice(0, mostAmounts)
        .map(
          ({ nutrient, amount }) =>
            `${amountWords(amount, nutrient, wording)} ${wording.say(nameOfNutrient(nutrient))}`,
        ),
      wording,
    ),
  });

const sourceLines = (
  {
    own,
    common,
  }: {
    readonly own: readonly Source[];
    readonly common: readonly Source[];
  },
  wording: Wording,
): readonly string[] => {
  const lines = (title: string, sources: readonly Source[]): readonly string[] =>
    sources.length === 0
      ? []
      : [wording.say(title), ...sources.map((source) => sourceLine(source, wording))];
  return [
    ...lines('From your own foods, a usual portion:', own),
    ...lines('Common foods, a usual portion:', common),
  ];
};

const eliminationLines = (loss: EliminationLoss, wording: Wording): readonly string[] => {
  const { say } = wording;
  const name = say(loss.without.replaceAll('-', ' '));
  if (!loss.allowed)
    return [
      say(
        'Going without {name} is not for you to try on your own, so we do not work it out. “zonula triage” says why.',
        { name },
      ),
    ];
  if (loss.foods.length === 0)
    return [say('In these days nothing that we understood holds {name}.', { name })];
  return [
    say('{name} is in {foods}. Without these foods, and with nothing in their place:', {
      name: capital(name),
      foods: listed(
        loss.foods.map((food) => say('“{name}”', { name: tidy(food) })),
        wording,
      ),
    }),
    ...loss.loses.map(({ nutrient, share, amount, belowThen }) => {
      const then =
        belowThen === null
          ? ''
          : ` ${say('Then, of 100 people who eat so, {people} need more.', { people: people(belowThen, wording) })}`;
      return `${say('{nutrient}: {percent} % less ({amount} a day).', {
        nutrient: capital(say(nameOfNutrient(nutrient))),
        percent: ofHundred(share),
        amount: amountWords(amount, nutrient, wording),
      })}${then}`;
    }),
    ...sourceLines(loss, wording),
  ];
};

/** What is told of the nutrients, a paragraph each; empty where nothing may be shown. */
export const nutrientLines = (
  document: NutrientsAtRisk,
  wording: Wording = english,
): readonly string[] => {
  const { say, day } = wording;
  const { status, reasons, days, nutrients, source, eliminations } = document;
  if (status === 'hidden') return [];
  if (status === 'cannot-tell')
    return reasons.map(({ text, code }) =>
      code === 'too-few-whole-days' ? tooFewDays(days!.whole, say) : say(text),
    );
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
    return held.length === 0
      ? []
      : [
          `${say('{nutrients}: cannot tell.', { nutrients: capital(names(held, wording)) })} ${say(because[code])}`,
        ];
  });
  const plain = open.filter((one) => one.because.length === 0);
  return [
    say('From {days} full days between {from} and {to}. Other days count as unknown.', {
      days: days!.whole,
      from: day(days!.from),
      to: day(days!.to),
    }),
    ...(low.length > 0
      ? [
          say('May run short:'),
          ...low.map((one) => standingLine(one, wording)),
          ...sourceLines(document, wording),
        ]
      : [say('We see nothing that is likely to run short.')]),
    ...(plain.length > 0
      ? [say('Cannot tell:'), ...plain.map((one) => standingLine(one, wording))]
      : []),
    ...explained,
    ...(enough.length > 0
      ? [say('Likely enough: {nutrients}.', { nutrients: names(enough, wording) })]
      : []),
    ...(unknown.length > 0
      ? [
          `${say('Not judged: {nutrients}.', { nutrients: names(unknown, wording) })} ${say(because['too-few-known'])}`,
        ]
      : []),
    say('Iodine is in none of our tables. What supplements bring is not counted.'),
    say('Compared with: {system} ({edition}). Your country may have other values.', {
      system: say(source.system),
      edition: source.edition,
    }),
    ...eliminations.flatMap((loss) => eliminationLines(loss, wording)),
  ];
};
