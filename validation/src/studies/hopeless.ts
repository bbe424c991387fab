import type { Category, Diary, Observation } from '@zonula/diary';
import { createRandom, type Random } from '@zonula/numerics';
import { toTimeline } from '@zonula/timeline';
import type { Answer } from '../engine.ts';
import { seedsOf } from '../seeds.ts';
import { dateAfter } from '../simulate/logging.ts';
import { table } from './markdown.ts';
import type { Study } from './study.ts';

interface Task {
  readonly seed: number;
  readonly name: string;
}

interface Row extends Task {
  readonly status: Answer['status'];
  /** Codes of the reasons, of the diary and of the exposures that could not be judged. */
  readonly codes: readonly string[];
  readonly claims: readonly (readonly string[])[];
  readonly passed: boolean;
}

export interface Hopeless {
  readonly rows: readonly Row[];
  readonly passed: boolean;
}

interface Case {
  readonly name: string;
  readonly expected: string;
  readonly diary: (random: Random) => Diary;
  readonly passes: (answer: Answer) => boolean;
}

type Put = (day: number, category: Category, name: string, value: number) => void;

function diaryOf(fill: (put: Put) => void): Diary {
  const observations: Observation[] = [];
  fill((day, category, name, value) => {
    observations.push({ date: dateAfter('2023-01-02', day), category, name, value });
  });
  const scale = { min: 0, max: 10, inferred: false };
  return { observations, scales: new Map([['skin/severity', scale]]), warnings: [] };
}

/** A whole-number score around 4 with a memory of half a day. */
function scores(random: Random, days: number): number[] {
  let state = 0;
  return Array.from({ length: days }, () => {
    state = 0.5 * state + 1.3 * random.normal();
    return Math.min(Math.max(Math.round(4 + state), 0), 10);
  });
}

const declined = ({ status, reasons, claims }: Answer): boolean =>
  status === 'cannot-tell' && reasons.length > 0 && claims.length === 0;

/** The exposure is listed, not judged, and says why. */
const unjudged = ({ exposures }: Answer, id: string): boolean => {
  const finding = exposures.find((exposure) => exposure.id === id);
  return (
    finding !== undefined &&
    !finding.identifiable &&
    finding.reason !== null &&
    finding.probability === null
  );
};

const foods = ['bread', 'milk', 'rice', 'eggs', 'fish', 'apple'];

const someFoods = (random: Random, put: Put, days: number): void => {
  for (let day = 0; day < days; day++) {
    for (const food of foods) if (random.uniform() < 0.4) put(day, 'food', food, 1);
    put(day, 'day', 'complete', 1);
  }
};

const withScores = (random: Random, days: number, more: (put: Put) => void): Diary =>
  diaryOf((put) => {
    scores(random.fork(1), days).forEach((value, day) => {
      put(day, 'skin', 'severity', value);
    });
    more(put);
  });

const cases: readonly Case[] = [
  {
    name: 'an empty diary',
    expected: 'cannot tell',
    diary: () => diaryOf(() => {}),
    passes: declined,
  },
  {
    name: 'five days',
    expected: 'cannot tell',
    diary: (random) => withScores(random, 5, (put) => someFoods(random.fork(2), put, 5)),
    passes: declined,
  },
  {
    name: 'one food, every day the same',
    expected: 'cannot tell',
    diary: (random) =>
      withScores(random, 150, (put) => {
        for (let day = 0; day < 150; day++) put(day, 'food', 'bread', 1);
      }),
    passes: (answer) => declined(answer) && unjudged(answer, 'food/bread'),
  },
  {
    name: 'a daily food among others',
    expected: 'that food is not judged',
    diary: (random) =>
      withScores(random, 150, (put) => {
        someFoods(random.fork(2), put, 150);
        for (let day = 0; day < 150; day++) put(day, 'food', 'olive oil', 1);
      }),
    passes: (answer) => answer.claims.length === 0 && unjudged(answer, 'food/olive oil'),
  },
  {
    name: 'two foods always together, one of them acts strongly',
    expected: 'never one without the other',
    diary: (random) =>
      diaryOf((put) => {
        const menu = random.fork(3);
        let eaten = 0;
        scores(random.fork(1), 200).forEach((value, day) => {
          put(day, 'skin', 'severity', Math.min(value + 4 * eaten, 10));
          eaten = menu.uniform() < 0.35 ? 1 : 0;
          if (eaten === 0) return;
          put(day, 'food', 'cheddar', 1);
          put(day, 'food', 'pizza', 1);
        });
        someFoods(random.fork(2), put, 200);
      }),
    passes: (answer) =>
      unjudged(answer, 'food/cheddar') &&
      unjudged(answer, 'food/pizza') &&
      answer.claims.every(
        (claim) => claim.includes('food/cheddar') === claim.includes('food/pizza'),
      ),
  },
  {
    name: 'one score level on 581 days',
    expected: 'cannot tell',
    diary: (random) =>
      diaryOf((put) => {
        for (let day = 0; day < 581; day++) put(day, 'skin', 'severity', 4);
        someFoods(random.fork(2), put, 581);
      }),
    passes: declined,
  },
  {
    name: 'a habit written down as never done',
    expected: 'that habit is not judged',
    diary: (random) =>
      withScores(random, 150, (put) => {
        someFoods(random.fork(2), put, 150);
        for (let day = 0; day < 150; day++) put(day, 'habit', 'swimming', 0);
      }),
    passes: (answer) => answer.claims.length === 0 && unjudged(answer, 'habit/swimming'),
  },
  {
    name: 'no outcome',
    expected: 'cannot tell',
    diary: (random) => diaryOf((put) => someFoods(random.fork(2), put, 150)),
    passes: declined,
  },
  {
    name: 'outcome only, nothing eaten',
    expected: 'cannot tell',
    diary: (random) => withScores(random, 150, () => {}),
    passes: declined,
  },
  {
    name: '10,000 foods, each eaten once',
    expected: 'cannot tell',
    diary: (random) =>
      withScores(random, 365, (put) => {
        for (let i = 0; i < 10_000; i++) put(i % 365, 'food', `dish ${i}`, 1);
      }),
    passes: declined,
  },
];

/** Diaries that cannot answer: the answer must be that, with the reason. */
export const hopeless: Study<Task, Row, Hopeless> = {
  name: 'hopeless',
  tasks: ({ pool }) =>
    seedsOf(pool, 'hopeless', cases.length).map((seed, i) => ({ seed, name: cases[i]!.name })),
  run: (task, engine) => {
    const { diary, passes } = cases.find(({ name }) => name === task.name)!;
    const answer = engine(toTimeline(diary(createRandom(task.seed))), task.seed);
    const unidentified = answer.exposures.flatMap(({ reason }) => reason?.code ?? []);
    return {
      ...task,
      status: answer.status,
      codes: [...new Set([...answer.reasons.map(({ code }) => code), ...unidentified])],
      claims: answer.claims,
      passed: passes(answer),
    };
  },
  summarise: (rows) => ({ rows, passed: rows.every(({ passed }) => passed) }),
  chapter: ({ rows }) =>
    [
      '## Diaries that cannot answer',
      '',
      table(
        ['diary', 'expected', 'answer', 'reasons', 'as expected'],
        rows.map(({ name, status, codes, claims, passed }) => [
          name,
          cases.find((c) => c.name === name)!.expected,
          [status, ...claims.map((claim) => claim.join(' + '))].join('; '),
          codes.join(', '),
          passed ? 'yes' : '**no**',
        ]),
      ),
    ].join('\n'),
};
