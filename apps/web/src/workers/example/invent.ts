import { simulatePerson } from '@zonula/axis';
import { identityOf } from '@zonula/diary';
import type { Entry } from '@zonula/journal';
import { drawnAssignment, periodsOf, type RandomisedPairs } from '@zonula/trial';
import { daysFrom, plusDays } from '../../days.ts';
import type { Language } from '../../i18n/i18n.ts';
import { germanNames } from './names.de.ts';
import type { Invented } from './questions.ts';

/** Somebody whose skin reacts to cocoa; nothing else of their life is set. */
const person = {
  seed: 3,
  index: 2,
  days: 365,
  scenario: {
    condition: 'rosacea',
    triggers: [{ class: 'cocoa', gut: 8, direct: 10 }],
    settings: { gut_arrow: 1 },
    noise: { spread: 0.2, memoryDays: 2 },
    events: [],
  },
} as const;

/** The test that this person went through, from day 160 of their diary on: of something that many suspect and that does nothing to them. */
const trialDay = 160;
const tested = 'peanuts';
const design: RandomisedPairs = {
  kind: 'randomised-pairs',
  baselineDays: 0,
  washoutDays: 2,
  periodDays: 5,
  pairs: 9,
  looks: [],
};
/** 1: with. One order, so that this life is the same on whatever day it is invented. */
const order = '101010011001011010';
const mostSeeds = 50_000;

/** A plan draws its order from seed and start, so the seed has to be sought that draws this one. */
const seedFor = (exposure: string, start: string): number => {
  for (let seed = 0; seed < mostSeeds; seed++) {
    const drawn = drawnAssignment({ seed, exposure, start, design });
    if (drawn.every((arm, k) => (order[k] === '1') === (arm === 'with'))) return seed;
  }
  throw new RangeError('no seed draws the order of the invented trial');
};

/** Per day of the diary: had, not had, or as they like. */
const had = (): readonly (boolean | null)[] => {
  const days: (boolean | null)[] = Array.from({ length: person.days }, () => null);
  const arms = [...order].map((one) => (one === '1' ? 'with' : 'without'));
  for (const { start, days: length, arm } of periodsOf(design, arms))
    days.fill(arm === 'with', trialDay + start, trialDay + start + length);
  return days;
};

/** An invented person's diary that ends on this day, in the words of a language. The same life on every day and in every language. */
export const invent = (today: string, language: Language): Invented => {
  const { diary } = simulatePerson({
    ...person,
    scenario: {
      ...person.scenario,
      triggers: [...person.scenario.triggers],
      events: [...person.scenario.events],
    },
    imposed: { name: tested, had: had() },
  });
  const written = (name: string): string =>
    language === 'de' ? (germanNames.get(name) ?? name) : name;
  const first = diary.observations[0]?.date ?? today;
  const last = diary.observations.at(-1)?.date ?? today;
  const shift = daysFrom(last, today);
  const start = plusDays(first, shift + trialDay);
  const entries = diary.observations.map(({ date, category, name, ...rest }): Entry => {
    const scale = diary.scales.get(`${category}/${name}`);
    return {
      ...rest,
      day: plusDays(date, shift),
      category,
      name: written(name),
      source: 'example',
      ...(scale === undefined ? {} : { scale: { min: scale.min, max: scale.max } }),
    };
  });
  const exposure = identityOf('food', written(tested));
  return {
    entries,
    condition: person.scenario.condition,
    trial: { exposure, start, seed: seedFor(exposure, start), design },
  };
};
