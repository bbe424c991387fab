import {
  apply,
  difference,
  type Expression,
  negative,
  number,
  power,
  product,
  quotient,
  sum,
  symbolsOf,
} from './expression.ts';

const zero = number(0);

const powerRule = (base: Expression, exponent: Expression, name: string): Expression => {
  const inner = differentiate(base, name);
  const byBase =
    exponent.kind === 'number'
      ? product(product(exponent, power(base, number(exponent.value - 1))), inner)
      : product(product(exponent, power(base, difference(exponent, number(1)))), inner);
  const ofExponent = differentiate(exponent, name);
  if (ofExponent === zero) return byBase;
  return sum(byBase, product(product(power(base, exponent), apply('ln', base)), ofExponent));
};

/**
 * The derivative of a formula by one symbol. Steps (floor, comparisons) count as flat; min, max and
 * piecewise take the slope of the branch that holds.
 */
export const differentiate = (e: Expression, name: string): Expression => {
  if (e.kind === 'number') return zero;
  if (e.kind === 'symbol') return e.name === name ? number(1) : zero;
  if (!symbolsOf(e).has(name)) return zero;
  const [a = zero, b = zero] = e.operands;
  const inner = () => differentiate(a, name);
  switch (e.operator) {
    case 'plus':
      return e.operands.map((operand) => differentiate(operand, name)).reduce(sum, zero);
    case 'minus':
      return e.operands.length === 1
        ? negative(inner())
        : difference(inner(), differentiate(b, name));
    case 'times':
      return e.operands
        .map((operand, i) =>
          e.operands.reduce(
            (left, other, k) => (k === i ? left : product(left, other)),
            differentiate(operand, name),
          ),
        )
        .reduce(sum, zero);
    case 'divide': {
      const top = quotient(inner(), b);
      const bottom = differentiate(b, name);
      return difference(top, quotient(product(e, bottom), b));
    }
    case 'power':
      return powerRule(a, b, name);
    case 'exp':
      return product(e, inner());
    case 'ln':
      return quotient(inner(), a);
    case 'root':
      return quotient(inner(), product(number(2), e));
    case 'abs':
      return product(apply('piecewise', apply('lt', a, zero), number(-1), number(1)), inner());
    case 'tanh':
      return product(difference(number(1), product(e, e)), inner());
    case 'min':
    case 'max':
      return apply(
        'piecewise',
        apply(e.operator === 'min' ? 'leq' : 'geq', a, b),
        inner(),
        differentiate(b, name),
      );
    case 'piecewise':
      return apply('piecewise', a, differentiate(b, name), differentiate(e.operands[2]!, name));
    default:
      return zero;
  }
};
