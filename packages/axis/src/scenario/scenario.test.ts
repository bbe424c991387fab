import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { scenarioNamed, scenarios } from './named.ts';
import { readScenario, UnusableScenario } from './read.ts';
import { runScenario, scenarioCsv, scenarioDocument } from './run.ts';
import { scenarioJsonSchema } from './schema.ts';

const base = {
  name: 'mine',
  title: 'Mine',
  condition: 'acne',
  until: 10,
  outputs: ['inflamedLesions'],
};
const run = (name: string) => {
  const { arms } = runScenario(scenarioNamed(name)!, 1);
  return new Map(arms.map(({ arm, values }) => [arm, values]));
};
const end = (course: Float64Array | undefined): number => course!.at(-1)!;
const highest = (course: Float64Array | undefined): number => Math.max(...course!);
const lowest = (course: Float64Array | undefined): number => Math.min(...course!);

describe('the stories', () => {
  test('at least ten, each with its counterpart', () => {
    expect(scenarios().length).toBeGreaterThanOrEqual(10);
    expect(new Set(scenarios().map(({ name }) => name)).size).toBe(scenarios().length);
    for (const { arms, about } of scenarios()) {
      expect(arms!.length).toBeGreaterThanOrEqual(2);
      expect(about).toBeTruthy();
    }
  });

  test('leaky gut: without the arrow the leak is the same and the skin is still', () => {
    const arms = run('leaky-gut');
    const [withArrow, without] = [arms.get('with the arrow')!, arms.get('without the arrow')!];
    expect(highest(without[1])).toBeCloseTo(highest(withArrow[1]), 3);
    expect(highest(withArrow[0])).toBeGreaterThan(8.4);
    expect(highest(without[0])).toBeLessThan(lowest(without[0]) * 1.001);
  });

  test('wine flushes at once, and past the gut arrow', () => {
    const arms = run('alcohol-rosacea');
    const [[flush, , papules], [still, , fewer]] = [
      arms.get('with the arrow')!,
      arms.get('without the arrow')!,
    ];
    expect(highest(flush)).toBeGreaterThan(0.4);
    for (const [t, value] of flush!.entries()) expect(value).toBeCloseTo(still![t]!, 6);
    for (const [t, value] of papules!.entries())
      expect(Math.abs(value / fewer![t]! - 1)).toBeLessThan(0.005);
  });

  test('most of what the plan does, belief does alone', () => {
    const arms = run('placebo');
    const best = (name: string) => lowest(arms.get(name)![0]);
    const [plan, belief, nothing] = ['plan and belief', 'belief alone', 'nothing'].map(best);
    expect(nothing! - belief!).toBeGreaterThan(0.3 * nothing!);
    expect(Math.abs(belief! - plan!)).toBeLessThan(0.2 * (nothing! - belief!));
  });

  test('begun on the worst day, doing nothing looks like a success', () => {
    const nothing = run('regression-to-the-mean').get('nothing done')![0]!;
    expect(nothing.at(-1)!).toBeLessThan(0.8 * nothing[0]!);
  });

  test('UVB clears or does not, as published; a stimulus below the threshold passes', () => {
    const uvb = run('psoriasis-uvb');
    expect(end(uvb.get('strong response')![0])).toBeLessThan(0.1);
    expect(end(uvb.get('weak response')![0])).toBeGreaterThan(0.5);
    const onset = run('psoriasis-onset');
    expect(end(onset.get('stimulus 6000')![0])).toBeGreaterThan(0.99);
    expect(end(onset.get('stimulus 950')![0])).toBeLessThan(0.5);
  });
});

describe('a scenario file', () => {
  test.each([
    [{ ...base, colour: 1 }, 'there is no field "colour"'],
    [{ ...base, until: -1 }, 'until must be a number within 0.01 and 36500, not -1'],
    [{ ...base, until: 'long' }, 'until must be a number within 0.01 and 36500, not "long"'],
    [{ ...base, until: undefined }, 'until must be a number within 0.01'],
    [{ ...base, condition: 'warts' }, 'condition must be one of acne, eczema'],
    [{ ...base, condition: undefined }, 'condition is missing'],
    [{ ...base, settings: { gut_arrow: 2 } }, 'settings: gut_arrow must be within 0 and 1, not 2'],
    [{ ...base, settings: { gut_arow: 1 } }, 'settings: the model axis_acne has no "gut_arow"'],
    [
      { ...base, events: [{ day: 1, kind: 'nsaid', amount: 9 }] },
      'events[0].amount must be within 0 and 4 doses, not 9',
    ],
    [
      { ...base, events: [{ day: 1, kind: 'nsaid', amount: -1 }] },
      'events[0].amount must be a number within 0 and 4, not -1',
    ],
    [
      { ...base, events: [{ day: 1, kind: 'nsaid', amount: 'two' }] },
      'events[0].amount must be a number within 0 and 4, not "two"',
    ],
    [
      { ...base, events: [{ day: 1, kind: 'nsaid', days: 1e9 }] },
      'events[0].days must be a number within 0.01 and 60, not 1000000000',
    ],
    [
      { ...base, settings: { gut_arrow: 'on' } },
      'settings.gut_arrow must be a number within 0 and 1, not "on"',
    ],
    [{ ...base, events: [{ day: 1, kind: 'feast' }] }, 'events[0].kind must be one of meal, '],
    [
      { ...base, events: [{ day: 1, kind: 'meal', days: 3 }] },
      'events[0]: (meal): happens at once',
    ],
    [
      { ...base, events: [{ day: 1, kind: 'meal', doses: [{ class: 'cake', portions: 1 }] }] },
      'events[0].doses[0].class must be one of dairy',
    ],
    [{ ...base, events: [{ day: 1, kind: 'meal', until: 3 }] }, 'events[0].until needs every'],
    [{ ...base, outputs: ['PASI'] }, 'outputs[0]: the model axis_acne shows no "PASI"'],
    [{ ...base, begin: 'worst-day' }, 'begin: worst-day needs noise'],
    [{ ...base, model: 'crypt' }, 'condition is for the model axis only, not for crypt'],
    [{ ...base, arms: [{ name: 'a', settings: { gut_arrow: 7 } }] }, 'arms[0].settings: gut_arrow'],
    [{ ...base, name: 'My Story' }, 'name must be small letters, digits and hyphens'],
    ['text', 'Invalid input'],
  ])('%j is refused with its place', (value, words) => {
    expect(() => readScenario(value)).toThrow(UnusableScenario);
    expect(() => readScenario(value)).toThrow(words);
  });

  test('the schema in the documentation is that of the program', () => {
    const file = new URL('../../../../docs/scenario.schema.json', import.meta.url);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(
      JSON.parse(JSON.stringify(scenarioJsonSchema())),
    );
  });

  test('becomes a document and a table', () => {
    const course = runScenario(readScenario({ ...base, arms: [{ name: 'one, two' }] }), 3);
    const document = scenarioDocument(course);
    expect(document.arms[0]!.outputs.inflamedLesions).toHaveLength(document.time.length);
    const rows = scenarioCsv(course).split('\r\n');
    expect(rows[0]).toBe('arm,time,inflamedLesions');
    expect(rows[1]).toMatch(/^"one, two",0,(7\.9999|8)/u);
    expect(rows).toHaveLength(document.time.length + 2);
  });
});
