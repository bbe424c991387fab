/** A formula as a tree. */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'symbol'; readonly name: string }
  | {
      readonly kind: 'apply';
      readonly operator: Operator;
      readonly operands: readonly Expression[];
    };

/** Operators by their MathML names. Truth is 1, falsehood 0. */
export const operators = [
  'plus',
  'minus',
  'times',
  'divide',
  'power',
  'exp',
  'ln',
  'root',
  'abs',
  'floor',
  'tanh',
  'min',
  'max',
  'lt',
  'leq',
  'gt',
  'geq',
  'eq',
  'neq',
  'and',
  'or',
  'not',
  // Condition, value where true, value where false.
  'piecewise',
] as const;
export type Operator = (typeof operators)[number];

/** The independent variable. */
export const timeName = 'time';

export const number = (value: number): Expression => ({ kind: 'number', value });
export const symbol = (name: string): Expression => ({ kind: 'symbol', name });
export const apply = (operator: Operator, ...operands: readonly Expression[]): Expression => ({
  kind: 'apply',
  operator,
  operands,
});

const zero = number(0);
const one = number(1);
const isValue = (e: Expression, value: number): boolean => e.kind === 'number' && e.value === value;

/** a + b, without what is 0. */
export const sum = (a: Expression, b: Expression): Expression => {
  if (isValue(a, 0)) return b;
  if (isValue(b, 0)) return a;
  if (a.kind === 'number' && b.kind === 'number') return number(a.value + b.value);
  if (b.kind === 'apply' && b.operator === 'minus' && b.operands.length === 1)
    return difference(a, b.operands[0]!);
  return apply('plus', a, b);
};

export const negative = (a: Expression): Expression => {
  if (a.kind === 'number') return number(-a.value);
  if (a.kind === 'apply' && a.operator === 'minus' && a.operands.length === 1)
    return a.operands[0]!;
  return apply('minus', a);
};

export const difference = (a: Expression, b: Expression): Expression => {
  if (isValue(b, 0)) return a;
  if (isValue(a, 0)) return negative(b);
  if (a.kind === 'number' && b.kind === 'number') return number(a.value - b.value);
  return apply('minus', a, b);
};

export const product = (a: Expression, b: Expression): Expression => {
  if (isValue(a, 0) || isValue(b, 0)) return zero;
  if (isValue(a, 1)) return b;
  if (isValue(b, 1)) return a;
  if (isValue(a, -1)) return negative(b);
  if (isValue(b, -1)) return negative(a);
  if (a.kind === 'number' && b.kind === 'number') return number(a.value * b.value);
  return apply('times', a, b);
};

export const quotient = (a: Expression, b: Expression): Expression => {
  if (isValue(a, 0)) return zero;
  if (isValue(b, 1)) return a;
  return apply('divide', a, b);
};

export const power = (a: Expression, b: Expression): Expression => {
  if (isValue(b, 0)) return one;
  if (isValue(b, 1)) return a;
  return apply('power', a, b);
};

/** The same formula with symbols replaced; replacements are taken as they are. */
export const substitute = (
  e: Expression,
  replacements: ReadonlyMap<string, Expression>,
): Expression => {
  if (e.kind === 'number') return e;
  if (e.kind === 'symbol') return replacements.get(e.name) ?? e;
  return apply(e.operator, ...e.operands.map((operand) => substitute(operand, replacements)));
};

/** Adds the names of all symbols in it. */
export const symbolsOf = (e: Expression, names = new Set<string>()): Set<string> => {
  if (e.kind === 'symbol') names.add(e.name);
  if (e.kind === 'apply') for (const operand of e.operands) symbolsOf(operand, names);
  return names;
};
