import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { differentiate } from './differentiate.ts';
import { emitBody } from './emit.ts';
import { evaluator, type Place } from './evaluate.ts';
import { apply, type Expression, number, symbol } from './expression.ts';
import { parseFormula } from './parse.ts';

const places = new Map<string, Place>([
  ['x', { from: 'state', index: 0 }],
  ['z', { from: 'state', index: 1 }],
  ['k', { from: 'parameter', index: 0 }],
]);
const computed = (e: Expression, x = 2, z = 3, k = 5, t = 7): number =>
  evaluator(e, places)(t, Float64Array.of(x, z), Float64Array.of(k));

describe('formulas', () => {
  test.each([
    ['1 + 2*x - z/3', 4],
    ['-x^2', -4],
    ['(-x)^2', 4],
    ['2^x^z', 256],
    ['x^-1', 0.5],
    ['k - z - x', 0],
    ['12/z/x', 2],
    ['max(x, z) - min(x, z) + abs(-k)', 6],
    ['exp(ln(k)) + sqrt(4) + floor(2.9) + tanh(0)', 9],
    ['1.5e1 + .5 + time', 22.5],
    ['- x - -z', 1],
  ])('%s is %s', (formula, value) => {
    expect(computed(parseFormula(formula))).toBeCloseTo(value, 12);
  });

  test.each([
    ['1 +', 'character 4: expected a number, a name or "("'],
    ['x y', 'character 3: expected an operator or the end'],
    ['(x', 'expected ")"'],
    ['sin(x)', 'expected one of exp ln'],
    ['min(x)', 'expected 2 operands of min'],
    ['x $ y', 'character 2: expected a number, a name or a sign'],
    ['', 'expected a number'],
  ])('"%s" is refused with its place', (formula, message) => {
    expect(() => parseFormula(formula)).toThrow(message);
  });

  test('a name that nothing defines is named', () => {
    expect(() => evaluator(parseFormula('x + nobody'), places)).toThrow(/"nobody"/u);
    expect(() => emitBody([{ slot: 0, value: symbol('nobody') }], places)).toThrow(/"nobody"/u);
  });
});

const leaf = fc.oneof(
  fc.constantFrom('x', 'z', 'k').map(symbol),
  fc.integer({ min: -3, max: 3 }).map(number),
);
const { tree } = fc.letrec<{ tree: Expression }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    leaf,
    fc
      .tuple(fc.constantFrom('plus', 'minus', 'times', 'divide', 'max'), tie('tree'), tie('tree'))
      .map(([operator, a, b]) => apply(operator as 'plus', a, b)),
    fc
      .tuple(tie('tree'), fc.integer({ min: 0, max: 3 }))
      .map(([a, n]) => apply('power', a, number(n))),
    tie('tree').map((a) => apply('exp', apply('tanh', a))),
  ),
}));

test('property: derivatives are the slopes', () => {
  fc.assert(
    fc.property(tree, (e) => {
      const at = (x: number) => computed(e, x);
      const h = 1e-5;
      const x = 1.2345;
      const [low, middle, high] = [at(x - h), at(x), at(x + h)];
      const slope = (high - low) / (2 * h);
      const bend = Math.abs(high - 2 * middle + low) / h;
      fc.pre(Number.isFinite(slope) && Math.abs(middle) < 1e4 && Math.abs(slope) < 1e4);
      fc.pre(bend < 0.1 * (1 + Math.abs(slope)));
      const derivative = computed(differentiate(e, 'x'), x);
      expect(Math.abs(derivative - slope)).toBeLessThan(1e-3 * (1 + Math.abs(slope)) + bend);
    }),
    { seed: 1, numRuns: 1000 },
  );
});

test('piecewise, comparisons and logic', () => {
  const step = apply('piecewise', apply('gt', symbol('x'), number(1)), symbol('z'), number(0));
  expect([computed(step, 2), computed(step, 1)]).toEqual([3, 0]);
  expect(computed(differentiate(step, 'z'))).toBe(1);
  const both = apply('and', apply('lt', symbol('x'), symbol('z')), apply('not', number(0)));
  expect(computed(both)).toBe(1);
});
