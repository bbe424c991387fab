import { createRandom } from '@zonula/numerics';
import { describe, expect, test } from 'vitest';
import { symbolsOf } from '../expression/expression.ts';
import { type EventKind, eventKinds } from './event-kinds.ts';
import { type AxisEvent, checkEvents } from './events.ts';
import { axisModels } from './models.ts';
import { noiseOf } from './people.ts';
import { conditions } from './person.ts';
import { type AxisRequest, simulateAxis } from './simulate-axis.ts';
import { settingsOfSite, sites } from './sites.ts';

const parameterOf = (name: string) =>
  axisModels.map(({ definition }) => definition.parameters[name]).find((known) => known);
const cases = eventKinds.map((kind) => ({ name: kind.name, kind }));

describe.each(cases)('$name', ({ kind }) => {
  test('has an effect whose uncertainty is known', () => {
    const { targets, uncertain } = {
      targets: [...kind.impulses, ...kind.pulses].map(({ target }) => target),
      uncertain: kind.parameters.filter((name) => parameterOf(name)?.prior),
    };
    for (const name of kind.parameters) expect(parameterOf(name), name).toBeDefined();
    for (const target of targets)
      expect(
        axisModels.some((m) => [...m.stateNames, ...m.parameterNames].includes(target)),
        target,
      ).toBe(true);
    expect(kind.name === 'cromoglycate' || uncertain.length > 0).toBe(true);
    expect(kind.known.length > 20 && kind.source.length > 5).toBe(true);
  });

  test('moves something in some skin', () => {
    const moved = conditions.some((condition) => {
      const run = (events: readonly AxisEvent[]) =>
        simulateAxis({ ...life(condition), events: [...others(kind), ...events] }).states;
      const [without, withIt] = [run([]), run([happening(kind)])];
      return withIt.some((value, i) => Math.abs(value - without[i]!) > 1e-4 * Math.abs(value));
    });
    expect(moved).toBe(true);
  });
});

const life = (condition: AxisRequest['condition']): AxisRequest => ({
  condition,
  settings: [['gut_arrow', 1]],
  triggers: [{ class: 'dairy', gut: 2, direct: 0 }],
  days: 5,
  relativeTolerance: 1e-6,
});
const happening = ({ name }: EventKind): AxisEvent => ({
  day: 1,
  kind: name,
  ...(name === 'meal' ? { doses: [{ class: 'dairy', portions: 1 }] } : {}),
});
/** Cromoglycate does nothing where nothing is to be held. */
const others = ({ name }: EventKind): readonly AxisEvent[] =>
  name === 'cromoglycate' ? [{ day: 2, kind: 'stress' }] : [];

test.each(conditions.map((condition) => ({ condition })))(
  'in $condition a treatment and a placebo both make the skin better',
  ({ condition }) => {
    const last = (...kinds: string[]) =>
      simulateAxis({
        condition,
        events: kinds.map((kind) => ({ day: 0, kind, days: 60 })),
        days: 60,
      })
        .course('severity')
        .at(-1)!;
    expect(last('topical')).toBeLessThan(0.97 * last());
    expect(last('placebo')).toBeLessThan(0.99 * last());
  },
);

test('what is seen depends on no input but through the states', () => {
  const inputs = new Set(eventKinds.flatMap(({ pulses }) => pulses.map(({ target }) => target)));
  for (const { observed } of axisModels)
    for (const formula of observed)
      expect(
        [...symbolsOf(formula)].filter((name) => inputs.has(name) || name === 'flare'),
      ).toEqual([]);
});

test('the order in which events are told does not matter, nor does splitting a dose', () => {
  const events: AxisEvent[] = [
    { day: 2.5, kind: 'nsaid' },
    { day: 1.25, kind: 'meal', doses: [{ class: 'dairy', portions: 2 }] },
    { day: 0.75, kind: 'stress', days: 2 },
  ];
  const split: AxisEvent[] = [
    events[2]!,
    { day: 1.25, kind: 'meal', doses: [{ class: 'dairy', portions: 1 }] },
    { day: 1.25, kind: 'meal', doses: [{ class: 'dairy', portions: 1 }] },
    events[0]!,
  ];
  const run = (list: readonly AxisEvent[]) =>
    simulateAxis({ ...life('eczema'), events: list }).states;
  expect(run(split)).toEqual(run(events));
});

test('what ends is over: nothing is left of overlapping pulses', () => {
  const events = [
    { day: 0.1, kind: 'stress', amount: 0.1, days: 0.3 },
    { day: 0.2, kind: 'stress', amount: 0.2, days: 0.1 },
    { day: 0.25, kind: 'stress', amount: 0.7, days: 0.5 },
  ];
  const x = simulateAxis({ ...life('acne'), days: 30, events }).course('X');
  expect(x[1]).toBeGreaterThan(1e-3);
  expect(x[30]).toBe(0);
});

test('every event that cannot happen is refused with its place', () => {
  const refused = (event: object) => () => checkEvents([{ day: 0, kind: 'nsaid', ...event }]);
  expect(refused({ day: -1 })).toThrow('event 1 (nsaid): day must be within 0 and 1000000, not -1');
  expect(refused({ day: Number.NaN })).toThrow('not NaN');
  expect(refused({ days: 100 })).toThrow('days must be within 0.01 and 60, not 100');
  expect(refused({ doses: [] })).toThrow('only a meal has doses');
  expect(refused({ kind: 'meal', doses: [{ class: 'egg', portions: 21 }] })).toThrow(
    'portions of egg must be within 0 and 20, not 21',
  );
});

test('the skin goes up and down by itself, around its mean, with the memory asked for', () => {
  const values = noiseOf(20_000, { spread: 0.4, memoryDays: 5 }, createRandom(1)).map(
    ({ value }) => value,
  );
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const logs = values.map((value) => Math.log(value) + 0.08);
  const product = (lag: number) =>
    logs.slice(lag).reduce((sum, value, i) => sum + value * logs[i]!, 0) / (logs.length - lag);
  expect(mean).toBeCloseTo(1, 1);
  expect(Math.sqrt(product(0))).toBeCloseTo(0.4, 1);
  expect(product(5) / product(0)).toBeCloseTo(Math.exp(-1), 1);
});

test('people who enter when their skin is bad get better by themselves', () => {
  const changes: number[] = [];
  for (let seed = 0; seed < 30; seed++) {
    const steps = noiseOf(120, { spread: 0.5, memoryDays: 14 }, createRandom(seed));
    const counts = simulateAxis({ condition: 'acne', days: 120, steps }).course('lesionCount');
    const entry = counts.findIndex((count, day) => day < 60 && count > 48);
    if (entry >= 0) changes.push(counts[entry + 60]! - counts[entry]!);
  }
  expect(changes.length).toBeGreaterThan(5);
  expect(changes.reduce((sum, change) => sum + change, 0) / changes.length).toBeLessThan(-2);
});

describe('places of the body', () => {
  test('scale what is counted there', () => {
    const at = (name: string) =>
      simulateAxis({
        condition: 'acne',
        settings: settingsOfSite('acne', name),
        days: 1,
      }).course('lesionCount')[0]!;
    expect(at('back') / at('face')).toBeCloseTo(0.8, 2);
  });

  test('set only what exists, and an unknown place is refused with those there are', () => {
    for (const { condition, name } of sites)
      expect(() =>
        simulateAxis({ condition, settings: settingsOfSite(condition, name), days: 1 }),
      ).not.toThrow();
    expect(() => settingsOfSite('acne', 'knee')).toThrow('face, shoulders, chest, back, buttocks');
  });
});
