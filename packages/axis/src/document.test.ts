import { describe, expect, test } from 'vitest';
import { evenTimes, toCsv, toDocument } from './document.ts';
import { cryptModel, inflammationModel } from './models/models.ts';
import { runModel } from './run.ts';

describe('even times', () => {
  test.each([
    [735, 736, 1],
    [1000, 1001, 1],
    [24, 481, 0.05],
    [30, 601, 0.05],
    [1e-3, 1001, 1e-6],
    [2500, 501, 5],
  ])('until %s are %s, a step of %s apart', (until, count, step) => {
    const times = evenTimes(until);
    expect(times).toHaveLength(count);
    expect(times[1]).toBeCloseTo(step, 12);
    expect(times.at(-1)).toBe(until);
  });

  test('end with what was asked for', () => {
    expect(evenTimes(0)).toEqual(Float64Array.of(0));
    const times = evenTimes(1234.567);
    expect(times.at(-1)).toBe(1234.567);
    expect([...times]).toEqual([...times].sort((a, b) => a - b));
  });
});

test('the document holds units, parameters with tags, courses and the end', () => {
  const run = runModel(inflammationModel, { set: [['P', 1.5]], until: 10, times: evenTimes(10) });
  const document = toDocument(run);
  expect(document.units).toMatchObject({ time: 'hour', P: '1e6/cc', kpg: '1/hour' });
  expect(document.parameters.kpg).toBe(0.3);
  expect(document.tags.kpg).toBe('modelled');
  expect(document.states.P![0]).toBe(1.5);
  expect(document.time).toHaveLength(1001);
  expect(document.final.states.P).toBe(document.states.P!.at(-1));
  expect(Object.keys(document.final.observables)).toEqual(['inhibited']);
});

test('the table has a column for each course', () => {
  const csv = toCsv(toDocument(runModel(cryptModel, { until: 1, times: [0, 1] })));
  const [head, first] = csv.split('\r\n');
  expect(head).toBe('time,N0,N1,N2,totalCells');
  expect(first!.split(',').map(Number)[3]).toBeCloseTo(45.6191494, 6);
});
