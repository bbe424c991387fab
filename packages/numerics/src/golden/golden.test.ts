import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import laughter from '../../fixtures/laughter.json' with { type: 'json' };
import { causalImpactGolden } from './causal-impact.ts';
import { type ArmSummary, laughterArms, laughterGolden } from './laughter.ts';
import { melatoninGolden } from './melatonin.ts';
import type { GoldenRow } from './row.ts';
import { parseTable } from './table.ts';

const readFile = (name: string) =>
  readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), 'utf8');

function expectAgreement(rows: readonly GoldenRow[], count: number): void {
  expect(rows.length).toBe(count);
  expect(rows.filter((row) => !row.passed)).toEqual([]);
  expect(rows.every((row) => Number.isFinite(row.got) && Number.isFinite(row.expected))).toBe(true);
}

const arms: ArmSummary = {
  counts: [laughter.arms.counts[0]!, laughter.arms.counts[1]!],
  means: [laughter.arms.means[0]!, laughter.arms.means[1]!],
  sumOfSquares: laughter.arms.sumOfSquares,
};

describe('published numbers', () => {
  test('melatonin study: Kalman, AR(1) regressions, Welch', () => {
    const rows = melatoninGolden(readFile);
    expectAgreement(rows, 89);
    const find = (quantity: string) => rows.find((row) => row.quantity === quantity)!.got;
    expect(find('log-likelihood, own maximum')).toBeCloseTo(-205.53101, 4);
    expect(find('AIC')).toBeCloseTo(415.0621, 3);
  });

  test('nof1 laughter: the posterior that JAGS finds', () => {
    expectAgreement(laughterGolden(arms), 6);
  });

  test('CausalImpact: google and arma', () => {
    expectAgreement(causalImpactGolden(readFile), 26);
  });
});

describe('what the comparison rests on', () => {
  test('a number outside its tolerance does not pass', () => {
    const shifted = { ...arms, means: [arms.means[0], arms.means[1] + 0.2] as const };
    expect(laughterGolden(shifted).some((row) => !row.passed)).toBe(true);
  });

  test('arm summaries come from rows', () => {
    const csv = '"Y","Treat"\n1,"Usual Routine"\n3,"Usual Routine"\n6,"Laughter"\n';
    expect(laughterArms(() => `${csv}8,"Laughter"`)).toEqual({
      counts: [2, 2],
      means: [2, 7],
      sumOfSquares: 4,
    });
  });

  test('tables keep commas in quotes and missing values', () => {
    const table = parseTable('a,b,c\r\n1,"x, y",\r\nNA,z,3\r\n');
    expect([...table.numbers('a')]).toEqual([1, Number.NaN]);
    expect(table.text('b')).toEqual(['x, y', 'z']);
    expect([...table.numbers('c')]).toEqual([Number.NaN, 3]);
    expect(() => table.text('d')).toThrow();
  });
});
