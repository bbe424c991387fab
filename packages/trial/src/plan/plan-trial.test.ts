import { type AllowedTrial, mayTry, unaskedProfile } from '@zonula/safety';
import { describe, expect, it } from 'vitest';
import type { RandomisedPairs } from '../design.ts';
import { exampleLeave, examplePerson, exampleRequest } from '../fixtures/example.ts';
import { isoDays } from '../schedule/dates.ts';
import { planTrial } from './plan-trial.ts';
import { readPlan } from './read-plan.ts';

// biome-ignore lint/suspicious/noExplicitAny: what a stranger may have done to a file
type Loose = any;

const plan = planTrial(exampleLeave(), exampleRequest);
const text = JSON.stringify(plan);

describe('a plan', () => {
  it('covers every day from the first to the last once', () => {
    expect(plan.design.days).toBe(84);
    expect(plan.schedule[0]!.from).toBe('2026-03-01');
    expect(plan.schedule.at(-1)!.to).toBe('2026-05-23');
    const days = plan.schedule.flatMap(({ from, to }) => isoDays(from, to));
    expect(days).toEqual(isoDays('2026-03-01', '2026-05-23'));
  });

  it('is the same for the same seed, and its order another for another', () => {
    expect(JSON.stringify(planTrial(exampleLeave(), exampleRequest))).toBe(text);
    const orders = Array.from({ length: 40 }, (_, seed) =>
      planTrial(exampleLeave(), { ...exampleRequest, seed })
        .schedule.map(({ arm }) => arm)
        .join(),
    );
    expect(new Set(orders).size).toBeGreaterThan(25);
  });

  it('says how weak it is', () => {
    const weak = { ...exampleRequest.power, probability: 0.5 };
    expect(plan.status).toBe('ready');
    expect(planTrial(exampleLeave(), { ...exampleRequest, power: weak }).status).toBe('too-weak');
  });

  it('asks after weight and mood every two weeks while a food is out', () => {
    expect(plan.checks.map(({ on }) => on)).toEqual([
      '2026-03-15',
      '2026-03-29',
      '2026-04-12',
      '2026-04-26',
      '2026-05-10',
    ]);
  });
});

describe('leave', () => {
  const { value: shut, blockedBy } = mayTry(
    { profile: unaskedProfile, diary: null, today: '2026-02-28' },
    { exposure: 'class/dairy', classes: ['dairy'], days: 56, alsoOut: [] },
  );

  it('comes from a gate only', () => {
    expect(shut).toBeNull();
    expect(blockedBy).toContain('not-asked:ageBand');
    expect(() => planTrial(shut as unknown as AllowedTrial, exampleRequest)).toThrow('no leave');
    const forged = JSON.parse(JSON.stringify(exampleLeave())) as AllowedTrial;
    expect(() => planTrial(forged, exampleRequest)).toThrow('was not given by a gate');
    // @ts-expect-error leave cannot be written as a literal
    const literal: AllowedTrial = {
      exposure: 'class/dairy',
      elimination: null,
      reintroduction: null,
    };
    expect(() => planTrial(literal, exampleRequest)).toThrow('no leave');
  });

  it('is for one exposure', () => {
    expect(() => planTrial(exampleLeave(), { ...exampleRequest, exposure: 'class/egg' })).toThrow(
      'not for class/egg',
    );
  });

  it('is for so many days', () => {
    const days = mayTry(examplePerson, {
      exposure: 'class/dairy',
      classes: ['dairy'],
      days: 7,
      alsoOut: [],
    });
    expect(() => planTrial(days.value!, exampleRequest)).toThrow('for 7 days without, not for 14');
  });
});

describe('reading a plan', () => {
  const changed = (change: (document: Loose) => void): string => {
    const document: Loose = structuredClone(plan);
    change(document);
    return JSON.stringify(document);
  };
  const message = (json: string): string => {
    try {
      readPlan(json, 'TRIAL.json');
    } catch (error) {
      return (error as Error).message;
    }
    return 'was read';
  };

  it('gives back what was written', () => {
    expect(readPlan(text, 'TRIAL.json')).toEqual({ plan, events: [] });
    expect(readPlan(JSON.stringify(plan, null, 2), 'TRIAL.json').plan).toEqual(plan);
    const events = [{ kind: 'postponed', on: '2026-03-09', days: 4, reason: 'ill' }] as const;
    expect(readPlan(JSON.stringify({ ...plan, events }), 'TRIAL.json').events).toEqual(events);
  });

  it.each([
    ['not JSON', 'expected JSON'],
    ['[]', 'expected a JSON object with the fields of a trial plan'],
    ['{"allowed": false}', 'allowed: this trial was blocked'],
    ['{"allowed": true, "status": "no-bearable-design"}', 'status: no bearable design'],
  ])('refuses %s', (json, expected) => {
    expect(message(json)).toContain(`TRIAL.json: ${expected}`);
  });

  it.each<[string, (document: Loose) => void]>([
    ['schedule[2].from: 2026-03-06 overlaps', (d) => (d.schedule[1].from = '2026-03-06')],
    ['schedule[2].from: 2026-03-09 leaves a gap', (d) => (d.schedule[1].from = '2026-03-09')],
    ['schedule[1]: 2025-03-01 lies outside', (d) => (d.schedule[0].from = '2025-03-01')],
    ['schedule[12]: 2027-05-23 lies outside', (d) => (d.schedule[11].to = '2027-05-23')],
    ['schedule[1].from: Invalid', (d) => (d.schedule[0].from = '2026-02-30')],
    [
      'schedule[1]: is not what seed 1 draws',
      (d) => {
        const [first, second] = d.schedule;
        [first.arm, second.arm] = [second.arm, first.arm];
      },
    ],
    ['seed: it was changed', (d) => (d.seed = 2)],
    ['schedule[12]: is not what', (d) => d.schedule.pop()],
    ['design.pairs: even the clearest', (d) => (d.design.pairs = 4)],
    ['design.smallestPossibleP: expected 0.03125', (d) => (d.design.smallestPossibleP = 0.01)],
    ['exposure: it was changed', (d) => (d.exposure = 'class/egg')],
    ['worthwhile: it was changed', (d) => (d.worthwhile = 0.1)],
    ['analysis: it was changed', (d) => (d.analysis = 'as I like it')],
    ['outcome: it was changed', (d) => (d.outcome.name = 'mood')],
    ['hash: it does not belong', (d) => (d.hash = '0'.repeat(64))],
    ['hash:', (d) => (d.hash = 'x')],
    ['digests', (d) => delete d.digests],
    [
      'events[1].on: 2027-01-01 is no day',
      (d) => (d.events = [{ kind: 'stopped', on: '2027-01-01', reason: 'own-wish' }]),
    ],
    ['extra: there is no such field', (d) => (d.extra = 1)],
    ['__proto__', (d) => Object.defineProperty(d, '__proto__', { value: 1, enumerable: true })],
  ])('names the field: %s', (expected, change) => {
    expect(message(changed(change))).toContain(`TRIAL.json: ${expected}`);
  });

  it('notices any change of any field', () => {
    for (const key of Object.keys(plan)) {
      const json = changed((document) => {
        document[key] = key === 'seed' ? 77 : null;
      });
      expect(message(json), key).not.toBe('was read');
    }
  });
});

it('tells what is left out and what the smallest p is before the start', () => {
  const { analysis } = planTrial(exampleLeave(), exampleRequest);
  expect(analysis).toContain('The first 2 days of each period are left out');
  expect(analysis).toContain('smallest p possible is 0.031');
  const odd: RandomisedPairs = { ...(exampleRequest.design as RandomisedPairs), pairs: 4 };
  expect(() => planTrial(exampleLeave(), { ...exampleRequest, design: odd })).toThrow(
    'pairs: even',
  );
});
