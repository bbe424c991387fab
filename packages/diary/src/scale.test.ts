import { describe, expect, it } from 'vitest';
import type { Observation } from './diary.ts';
import { inferScale, scalesOf, stepOf } from './scale.ts';

describe('inferScale', () => {
  it.each([
    [[], 0, 3],
    [[0, 3], 0, 3],
    [[2, 3.5], 0, 4],
    [[5], 0, 10],
    [[10.5], 0, 100],
    [[240, 3], 0, 240],
    [[-2, 1], -2, 1],
    [[-2], -2, 0],
  ])('%j lies within %d to %d', (values, min, max) => {
    expect(inferScale(values)).toEqual({ min, max, inferred: true });
  });
});

describe('stepOf', () => {
  it('finds the grid of the values', () => {
    expect(stepOf([0, 3, 7])).toBe(1);
    expect(stepOf([0, 3.5])).toBe(0.5);
    expect(stepOf([0.1, 0.3, 0.7])).toBe(0.1);
    expect(stepOf([60, 70.66666666666667])).toBe(0.001);
    expect(stepOf([])).toBe(1);
  });

  it('takes a coarse grid only from many values', () => {
    const tens = Array.from({ length: 30 }, (_, i) => (i % 7) * 10);
    const scale = { min: 0, max: 100, inferred: false };
    expect(stepOf(tens, scale)).toBe(10);
    expect(stepOf(tens.slice(0, 10), scale)).toBe(1);
    expect(stepOf([...tens, 35], scale)).toBe(5);
    expect(
      stepOf(
        Array.from({ length: 30 }, () => 50),
        scale,
      ),
    ).toBe(1);
    expect(stepOf(tens, { min: 0, max: 10, inferred: true })).toBe(1);
  });
});

describe('scalesOf', () => {
  it('keeps what was declared, infers the rest and widens what does not hold', () => {
    const row = (category: Observation['category'], name: string, value: number) => ({
      date: '2026-01-01',
      category,
      name,
      value,
    });
    const scales = scalesOf({
      observations: [
        row('skin', 'Itch', 3),
        row('skin', 'itch ', 7),
        row('mood', '__proto__', 2),
        row('gut', 'pain', 6),
        row('food', 'rice', 1),
        row('sleep', 'quality', 4),
      ],
      scales: new Map([
        ['gut/pain', { min: 0, max: 5, inferred: false }],
        ['sleep/quality', { min: 1, max: 5, inferred: false }],
      ]),
    });
    expect([...scales].sort()).toEqual([
      ['gut/pain', { min: 0, max: 6, inferred: true }],
      ['mood/__proto__', { min: 0, max: 3, inferred: true }],
      ['skin/itch', { min: 0, max: 10, inferred: true }],
      ['sleep/quality', { min: 1, max: 5, inferred: false }],
    ]);
  });
});
