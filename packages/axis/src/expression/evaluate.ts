import { type Expression, type Operator, timeName } from './expression.ts';

/** A formula ready to be computed. */
export type Evaluate = (t: number, y: Float64Array, parameters: Float64Array) => number;

/** Where the value of a name stands. */
export interface Place {
  readonly from: 'state' | 'parameter';
  readonly index: number;
}

/** A name that nothing defines. */
export class UnknownName extends Error {
  constructor(readonly unknown: string) {
    super(`nothing is called "${unknown}"`);
    this.name = 'UnknownName';
  }
}

type Binary = (a: number, b: number) => number;
const truth = (value: boolean): number => (value ? 1 : 0);

/** Whole powers by multiplication: exact signs, and much faster. */
export const wholePower = (base: number, exponent: number): number => {
  let result = 1;
  let square = base;
  for (let rest = exponent; rest > 0; rest >>= 1) {
    if (rest & 1) result *= square;
    square *= square;
  }
  return result;
};

const isWhole = (value: number): boolean => Number.isInteger(value) && value >= 0 && value <= 64;

const binary: ReadonlyMap<Operator, Binary> = new Map<Operator, Binary>([
  ['plus', (a, b) => a + b],
  ['times', (a, b) => a * b],
  ['divide', (a, b) => a / b],
  ['power', (a, b) => (isWhole(b) ? wholePower(a, b) : a ** b)],
  ['min', (a, b) => Math.min(a, b)],
  ['max', (a, b) => Math.max(a, b)],
  ['lt', (a, b) => truth(a < b)],
  ['leq', (a, b) => truth(a <= b)],
  ['gt', (a, b) => truth(a > b)],
  ['geq', (a, b) => truth(a >= b)],
  ['eq', (a, b) => truth(a === b)],
  ['neq', (a, b) => truth(a !== b)],
  ['and', (a, b) => truth(a !== 0 && b !== 0)],
  ['or', (a, b) => truth(a !== 0 || b !== 0)],
]);

const unary: ReadonlyMap<Operator, (a: number) => number> = new Map<
  Operator,
  (a: number) => number
>([
  ['minus', (a) => -a],
  ['exp', Math.exp],
  ['ln', Math.log],
  ['root', Math.sqrt],
  ['abs', Math.abs],
  ['floor', Math.floor],
  ['tanh', Math.tanh],
  ['not', (a) => truth(a === 0)],
]);

/** With no operands at all. */
const empty = new Map<Operator, number>([
  ['plus', 0],
  ['times', 1],
  ['and', 1],
  ['or', 0],
]);

/**
 * Turns a formula into nested functions; nothing is ever run as text. Throws UnknownName for a name
 * without a place.
 */
export const evaluator = (e: Expression, places: ReadonlyMap<string, Place>): Evaluate => {
  if (e.kind === 'number') {
    const { value } = e;
    return () => value;
  }
  if (e.kind === 'symbol') {
    const place = places.get(e.name);
    if (!place) {
      if (e.name === timeName) return (t) => t;
      throw new UnknownName(e.name);
    }
    const { from, index } = place;
    return from === 'state' ? (_t, y) => y[index]! : (_t, _y, parameters) => parameters[index]!;
  }
  const parts = e.operands.map((operand) => evaluator(operand, places));
  const [a, b, c] = parts;
  if (!a) {
    const value = empty.get(e.operator) ?? Number.NaN;
    return () => value;
  }
  if (e.operator === 'piecewise')
    return (t, y, p) => (a(t, y, p) !== 0 ? b!(t, y, p) : c!(t, y, p));
  if (e.operator === 'minus' && b) return (t, y, p) => a(t, y, p) - b(t, y, p);
  const one = unary.get(e.operator);
  if (one) return (t, y, p) => one(a(t, y, p));
  const two = binary.get(e.operator)!;
  if (!b) return a;
  return parts.slice(2).reduce<Evaluate>(
    (left, right) => (t, y, p) => two(left(t, y, p), right(t, y, p)),
    (t, y, p) => two(a(t, y, p), b(t, y, p)),
  );
};
