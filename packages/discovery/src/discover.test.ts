import type { Category, Observation } from '@zonula/diary';
import { createRandom, type Random } from '@zonula/numerics';
import { type Timeline, toTimeline } from '@zonula/timeline';
import { describe, expect, it } from 'vitest';
import { type DiscoverOptions, discover } from './discover.ts';
import { type Suspects, suspectSchema, suspectsSchema } from './suspects.ts';
import { testOf } from './words.ts';

const options: DiscoverOptions = { version: 'test', seed: 1 };

const dateOf = (day: number): string =>
  new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10);

type Rows = Readonly<Record<string, (day: number) => number | null>>;

/** Rows per `category/name` and day; null writes none. Scores go from 0 to 10. */
const timelineOf = (days: number, rows: Rows): Timeline => {
  const observations: Observation[] = [];
  for (let day = 0; day < days; day++)
    for (const [id, valueOn] of Object.entries(rows)) {
      const value = valueOn(day);
      const [category, name] = id.split('/') as [Category, string];
      if (value !== null) observations.push({ date: dateOf(day), category, name, value });
    }
  const scales = new Map([['skin/itch', { min: 0, max: 10, inferred: false }]]);
  return toTimeline({ observations, scales, warnings: [] });
};

const sometimes = (random: Random, days: number, share: number): number[] =>
  Array.from({ length: days }, () => (random.uniform() < share ? 1 : 0));

const eatenOn =
  (taken: readonly number[], portions = (_: number): number => 1) =>
  (day: number): number | null =>
    taken[day] === 1 ? portions(day) : null;

/** An itch that persists and rises by `push` points the day after `taken`. */
const itchAfter = (random: Random, taken: readonly number[], push: number): number[] => {
  let x = 0;
  return taken.map((_, day) => {
    x = 0.5 * x + 0.7 * random.normal() + (day > 0 ? push * taken[day - 1] : 0);
    return Math.min(10, Math.max(0, Math.round(3 + x)));
  });
};

const days = 120;

/** The cause acts the next day; oats and tea do nothing; jam is rare and bread daily. */
const causal = (cause: string, push = 2.5): Timeline => {
  const random = createRandom(11);
  const taken = sometimes(random, days, 0.3);
  const itch = itchAfter(random, taken, push);
  return timelineOf(days, {
    'skin/itch': (day) => itch[day],
    [cause]: (day) => taken[day],
    'food/oats': eatenOn(sometimes(random, days, 0.4)),
    'food/tea': eatenOn(sometimes(random, days, 0.3)),
    'food/bread': () => 1,
    'food/jam': (day) => (day === 40 ? 1 : null),
  });
};

const findingOf = ({ exposures }: Suspects, id: string) =>
  exposures.find((exposure) => exposure.id === id)!;

describe('a diary that cannot answer', () => {
  const wobble = (day: number): number => (day * 7) % 5;
  const milk = (day: number): number | null => (day % 3 === 0 ? 1 : null);
  const rice = (): number => 1;
  const cases: readonly (readonly [string, string, Timeline])[] = [
    ['no outcome', 'no-outcome', timelineOf(60, { 'food/milk': milk, 'food/rice': rice })],
    [
      'ten days',
      'too-few-days',
      timelineOf(10, { 'skin/itch': wobble, 'food/milk': milk, 'food/rice': rice }),
    ],
    [
      'a score that never changes',
      'constant-outcome',
      timelineOf(60, { 'skin/itch': () => 3, 'food/milk': milk, 'food/rice': rice }),
    ],
    ['no foods', 'no-exposures', timelineOf(60, { 'skin/itch': wobble })],
    [
      'foods that are each eaten once',
      'all-one-off-foods',
      timelineOf(60, {
        'skin/itch': wobble,
        ...Object.fromEntries(
          Array.from({ length: 60 }, (_, k) => [
            `food/dish ${k}`,
            (day: number) => (day === k ? 1 : null),
          ]),
        ),
      }),
    ],
    ['nothing at all', 'empty-diary', timelineOf(0, {})],
  ];

  it.each(cases)('says why: %s', (_, code, timeline) => {
    const answer = suspectsSchema.parse(discover(timeline, options));
    expect(answer.status).toBe('cannot-tell');
    expect(answer.reasons.map((reason) => reason.code)).toEqual([code]);
    expect(answer.reasons[0].text).toMatch(/^[A-Z].+\.$/u);
    expect([answer.suspects, answer.claims, answer.covariates]).toEqual([[], [], []]);
    expect(answer.checks.convergence.passed).toBe(false);
    expect(answer.exposures.map(({ id }) => id)).toEqual(timeline.exposures.map(({ id }) => id));
    for (const { identifiable, probability, effect, reason } of answer.exposures) {
      expect([identifiable, probability, effect]).toEqual([false, null, null]);
      expect(reason).not.toBeNull();
    }
    expect(discover(timeline, { ...options, research: true })).not.toHaveProperty('forecast');
  });

  it('is told so of an outcome that it does not hold', () => {
    const timeline = causal('food/milk');
    const answer = discover(timeline, { ...options, outcome: 'skin/redness' });
    expect(answer).toMatchObject({ status: 'cannot-tell', outcome: null, worthwhile: null });
    expect(answer.reasons.map(({ code }) => code)).toEqual(['no-outcome']);
    expect(answer.reasons[0].text).toContain('skin/redness');
  });
});

/** What must hold of every answer. */
const expectConsistent = (answer: Suspects, timeline: Timeline): void => {
  expect(suspectsSchema.parse(answer)).toEqual(answer);
  expect(answer.exposures.map(({ id }) => id)).toEqual(timeline.exposures.map(({ id }) => id));
  const likely = answer.suspects.filter(({ verdict }) => verdict === 'likely');
  expect(answer.claims).toEqual(likely.map(({ members }) => members));
  const wrong = likely.reduce((sum, { probability }) => sum + 1 - probability, 0);
  expect(wrong).toBeLessThanOrEqual(0.1 * likely.length + 1e-12);
  for (const { verdict, why } of answer.suspects) expect(why === null).toBe(verdict === 'likely');
  const members = answer.suspects.flatMap((suspect) => suspect.members);
  expect(new Set(members).size).toBe(members.length);
  for (const { identifiable, reason, probability } of answer.exposures) {
    expect(reason === null).toBe(identifiable);
    expect(probability === null).toBe(!identifiable);
  }
};

describe('a diary with one cause', () => {
  const timeline = causal('food/milk');
  const answer = discover(timeline, options);

  it('is consistent and lists every exposure, judged or not', () => {
    expectConsistent(answer, timeline);
    expect(answer.exposures.map(({ id }) => id)).toEqual([
      'food/bread',
      'food/jam',
      'food/milk',
      'food/oats',
      'food/tea',
    ]);
    expect(findingOf(answer, 'food/bread').reason).not.toBeNull();
    expect(findingOf(answer, 'food/jam').reason!.code).toBe('too-few-days-with');
  });

  it('finds it, its direction and that it acts on the next day', () => {
    expect(answer.status).toBe('ok');
    expect(answer.claims).toEqual([['food/milk']]);
    const { probability, direction, effect, curve } = findingOf(answer, 'food/milk');
    expect(probability).toBeGreaterThan(0.95);
    expect(direction).toBe('worsens');
    expect(effect!.peak).toBeGreaterThan(1.5);
    expect(effect!.peak).toBeLessThan(3.5);
    expect(curve!.mean.indexOf(Math.max(...curve!.mean))).toBe(1);
    for (const id of ['food/oats', 'food/tea'])
      expect(findingOf(answer, id).probability).toBeLessThan(0.3);
  });

  it('is the same text for the same seed', () => {
    expect(JSON.stringify(discover(timeline, options))).toBe(JSON.stringify(answer));
    expect(JSON.stringify(discover(timeline, { ...options, seed: 2 }))).not.toBe(
      JSON.stringify({ ...answer, seed: 2 }),
    );
  });

  it('has a forecast for research only, and nothing else then differs', () => {
    expect(answer).not.toHaveProperty('forecast');
    const { forecast, ...rest } = discover(timeline, { ...options, research: true });
    expect(forecast).toHaveLength(7);
    expect(rest).toEqual(answer);
  });

  it('claims nothing of an effect that is too small to be worthwhile', () => {
    const picky = discover(timeline, { ...options, worthwhile: 5 });
    expectConsistent(picky, timeline);
    expect(picky.claims).toEqual([]);
    expect(picky.suspects.find(({ members }) => members.includes('food/milk'))).toMatchObject({
      verdict: 'possible',
      why: 'too-small',
    });
  });
});

describe('foods of the same days', () => {
  const random = createRandom(12);
  const taken = sometimes(random, days, 0.3);
  const itch = itchAfter(random, taken, 2.5);
  const oats = sometimes(random, days, 0.4);
  const timeline = timelineOf(days, {
    'skin/itch': (day) => itch[day],
    'food/milk': eatenOn(taken),
    'food/honey': eatenOn(taken, (day) => 1 + (day % 3)),
    'food/oats': eatenOn(oats),
    'food/rice': () => 1,
  });
  const answer = discover(timeline, options);

  it('are claimed together or not at all, whatever the portions', () => {
    expectConsistent(answer, timeline);
    expect(answer.claims.map((members) => [...members].sort())).toEqual([
      ['food/honey', 'food/milk'],
    ]);
    expect(answer.suspects[0].test).toContain('tell them apart');
  });

  it('have no probability of their own and say with what they go along', () => {
    for (const [id, other] of [
      ['food/milk', 'honey'],
      ['food/honey', 'milk'],
    ]) {
      const finding = findingOf(answer, id);
      expect(finding).toMatchObject({ identifiable: false, probability: null });
      expect(finding.reason!.code).toBe('identical-to');
      expect(finding.reason!.text).toContain(other);
    }
  });

  it('are still looked at when there is nothing else', () => {
    const only = timelineOf(days, {
      'skin/itch': (day) => itch[day],
      'food/milk': eatenOn(taken),
      'food/honey': eatenOn(taken),
      'food/rice': () => 1,
    });
    const found = discover(only, options);
    expectConsistent(found, only);
    expect(found.claims.map((members) => [...members].sort())).toEqual([
      ['food/honey', 'food/milk'],
    ]);
  });
});

describe('a medicine that goes along with the skin', () => {
  const expectNoTest = (text: string): void => {
    expect(text).not.toMatch(/\b(?:test|chance|stop|without|leave)/iu);
    expect(text).toContain('prescribed');
  };

  it('is named, and no test of it is suggested', () => {
    const timeline = causal('medication/ibuprofen');
    const answer = discover(timeline, options);
    expectConsistent(answer, timeline);
    expect(answer.claims).toEqual([['medication/ibuprofen']]);
    expectNoTest(answer.suspects[0].test);
  });

  it('is not tested for whatever reason, nor beside a food', () => {
    for (const why of suspectSchema.shape.why.unwrap().options)
      for (const members of [['medication/a'], ['food/b', 'medication/a']])
        expectNoTest(testOf(members, why));
    expectNoTest(testOf(['food/b', 'medication/a'], null));
    expect(testOf(['food/b'], null)).toContain('fair test of b');
  });
});

describe('a diary without a cause', () => {
  it('holds no claim', () => {
    const claims = [21, 22, 23].flatMap((seed) => {
      const random = createRandom(seed);
      const itch = itchAfter(random, sometimes(random, 60, 0.3), 0);
      const timeline = timelineOf(60, {
        'skin/itch': (day) => itch[day],
        'food/milk': eatenOn(sometimes(random, 60, 0.3)),
        'food/oats': eatenOn(sometimes(random, 60, 0.4)),
        'food/rice': () => 1,
      });
      const answer = discover(timeline, options);
      expectConsistent(answer, timeline);
      return answer.claims;
    });
    expect(claims).toEqual([]);
  });
});
