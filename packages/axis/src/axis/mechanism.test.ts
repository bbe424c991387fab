import { createRandom } from '@zonula/numerics';
import { describe, expect, test } from 'vitest';
import type { Model } from '../model.ts';
import { settingsOf } from '../settings.ts';
import { arrowsOf, modulesOf } from './definitions.ts';
import { axisModel } from './models.ts';
import { compose } from './module.ts';
import { drawPerson } from './people.ts';
import { conditions } from './person.ts';
import { simulateAxis } from './simulate-axis.ts';

const gutStates = [
  'A',
  'Fb',
  'Bc',
  'Bp',
  'M',
  'N0',
  'N1',
  'N2',
  'J',
  'X',
  'Lg',
  'L',
  'TNFb',
  'N',
  'D',
  'C',
];
const cases = conditions.map((condition) => ({ condition }));

/** Somewhere in life: everything a little off its rest, every input half on. */
const somewhere = (model: Model, seed: number) => {
  const random = createRandom(seed);
  const { initial, parameters } = settingsOf(model, []);
  const state = initial.map((value) => (value === 0 ? 0.05 : value) * (1 + 0.1 * random.uniform()));
  state[model.stateNames.indexOf('N2')]! *= 0.8;
  model.parameterNames.forEach((name, i) => {
    const { value, range, source } = model.definition.parameters[name]!;
    if (value === 0 && source === 'our assumption') parameters[i] = 0.5 * Math.min(1, range[1]);
  });
  parameters[model.parameterNames.indexOf('gut_arrow')] = 1;
  parameters[model.parameterNames.indexOf('junction_clamp')] = 0;
  return { state, parameters };
};

const rateOf = (model: Model, state: Float64Array, parameters: Float64Array, name: string) => {
  const out = new Float64Array(state.length);
  model.system.derivative(0, state, parameters, out);
  return out[model.stateNames.indexOf(name)]!;
};

describe.each(cases)('$condition', ({ condition }) => {
  const model = axisModel(condition);

  test('every arrow has the sign that the formulas have, and names parameters that exist', () => {
    for (const { from, to, sign, parameters: names } of arrowsOf(condition)) {
      for (const name of names) expect(model.parameterNames, name).toContain(name);
      if (from.includes(':')) {
        expect([...model.stateNames, ...model.parameterNames], from).toContain(to);
        continue;
      }
      const { state, parameters } = somewhere(model, 1);
      const before = rateOf(model, state, parameters, to);
      const isState = model.stateNames.includes(from);
      const values = isState ? state : parameters;
      const i = (isState ? model.stateNames : model.parameterNames).indexOf(from);
      expect(i, `${from} -> ${to}`).toBeGreaterThanOrEqual(0);
      values[i] = values[i]! + 0.01 * Math.max(0.1, values[i]!);
      const change = rateOf(model, state, parameters, to) - before;
      expect(Math.sign(change), `${from} -> ${to}`).toBe(sign === 'more' ? 1 : -1);
    }
  });

  test('every gain on the way from gut to skin is assumed and may be zero', () => {
    const gains = ['lps_to_T17', 'uptake_to_T2', 'T17_to_skin', 'T2_to_skin', 'overgrowth_to_skin'];
    const own = gains.flatMap((name) => model.definition.parameters[name] ?? []);
    expect(own.length).toBeGreaterThanOrEqual(4);
    for (const { tag, prior, range } of own) {
      expect(tag).toBe('assumed');
      expect(prior).toMatchObject({ kind: 'zero-or-half-normal' });
      expect(range[0]).toBe(0);
    }
    expect(model.definition.parameters.gut_arrow!.value).toBe(0);
  });

  test('people are drawn within the ranges, as the priors say', () => {
    const people = Array.from({ length: 400 }, (_, seed) =>
      drawPerson(condition, createRandom(seed)),
    );
    const drawn = (name: string) => people.map(({ settings }) => new Map(settings).get(name)!);
    const share = drawn('lps_to_T17').filter((value) => value === 0).length / people.length;
    expect(Math.abs(share - 0.5)).toBeLessThan(0.08);
    const logs = drawn('lps_rest').map((value) => Math.log(value / 8.2));
    expect(Math.abs(logs.reduce((sum, value) => sum + value, 0) / logs.length)).toBeLessThan(0.06);
    for (const { settings } of people) expect(() => settingsOf(model, settings!)).not.toThrow();
  });

  test('every arrow from state to state is told', () => {
    const told = new Set(arrowsOf(condition).map(({ from, to }) => `${from} -> ${to}`));
    const skin = modulesOf(condition).at(-1)!;
    const untold = model.system
      .pattern!.map(([row, column]) => [model.stateNames[column]!, model.stateNames[row]!])
      .filter(([from, to]) => from !== to && !(from! in skin.states && to! in skin.states))
      .map(([from, to]) => `${from} -> ${to}`)
      .filter((arrow) => !told.has(arrow) && !indirect.has(arrow));
    expect(untold).toEqual([]);
  });

  test('with the gut arrow at 0 no path leads from the gut to the skin', () => {
    const n = model.stateNames.length;
    const reached = new Set(gutStates);
    const edges: (readonly [string, string])[] = [];
    for (let seed = 0; seed < 20; seed++) {
      const { state, parameters } = somewhere(model, seed);
      parameters[model.parameterNames.indexOf('gut_arrow')] = 0;
      const jacobian = new Float64Array(n * n);
      model.system.jacobian!(0, state, parameters, jacobian);
      jacobian.forEach((value, k) => {
        const [to, from] = [model.stateNames[Math.floor(k / n)]!, model.stateNames[k % n]!];
        if (value !== 0) edges.push([from, to]);
      });
    }
    for (let before = 0; before < reached.size; ) {
      before = reached.size;
      for (const [from, to] of edges) if (reached.has(from)) reached.add(to);
    }
    expect([...reached].sort()).toEqual([...gutStates, 'CRP'].sort());
  });

  test('with the gut arrow at 0 nothing done to the gut moves the skin; at 1 something does', () => {
    const skin = (arrow: number, disturbed: boolean) =>
      simulateAxis({
        condition,
        settings: [['gut_arrow', arrow], ...(disturbed ? disturbance : [])],
        triggers: [{ class: 'dairy', gut: 5, direct: 0 }],
        events: disturbed ? gutEvents : [],
        days: 60,
        relativeTolerance: 1e-6,
      }).course('severity');
    const [rest, cut, open] = [skin(0, false), skin(0, true), skin(1, true)];
    rest.forEach((value, day) => {
      expect(cut[day]).toBeCloseTo(value, 5);
    });
    expect(Math.max(...open.map((value, day) => Math.abs(value - rest[day]!)))) //
      .toBeGreaterThan(1e-3);
  });
});

/** What follows from arrows told with another name: reading two states at once. */
const indirect = new Set([
  'Fb -> M',
  'Fb -> J',
  'N1 -> N0',
  'N2 -> N0',
  'N0 -> N2',
  'N2 -> N1',
  'D -> C',
  'C -> D',
  'N2 -> T2',
  'N -> TNFb',
  'D -> TNFb',
  'C -> TNFb',
]);

const disturbance = [
  ['junction_rest', 0.15],
  ['fibre_intake', 5],
  ['lps_rest', 12],
  ['enterocyte_days', 3],
] as const;

const gutEvents = [
  { day: 1, kind: 'nsaid', days: 5 },
  { day: 2, kind: 'antibiotic' },
  { day: 3, kind: 'probiotic' },
  { day: 4, kind: 'fibre' },
  { day: 5, kind: 'glutamine' },
  { day: 6, kind: 'fatty-meal' },
  { day: 7, kind: 'endotoxin' },
  ...Array.from({ length: 30 }, (_, i) => ({
    day: i + 0.5,
    kind: 'meal',
    doses: [{ class: 'dairy', portions: 2 }],
  })),
];

test('two modules may not define the same name', () => {
  const [first] = modulesOf('acne');
  expect(() => compose('twice', 'twice', [first!, first!])).toThrow('"A" is defined twice');
});
