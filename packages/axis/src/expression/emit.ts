import { type Place, UnknownName } from './evaluate.ts';
import { type Expression, timeName } from './expression.ts';

/** One assignment of the program: what is computed goes to `out[slot]`. */
export interface Assignment {
  readonly slot: number;
  readonly value: Expression;
}

const signs: ReadonlyMap<string, string> = new Map([
  ['plus', '+'],
  ['minus', '-'],
  ['times', '*'],
  ['divide', '/'],
  ['lt', '<'],
  ['leq', '<='],
  ['gt', '>'],
  ['geq', '>='],
]);

const calls: ReadonlyMap<string, string> = new Map([
  ['exp', 'Math.exp'],
  ['ln', 'Math.log'],
  ['root', 'Math.sqrt'],
  ['abs', 'Math.abs'],
  ['floor', 'Math.floor'],
  ['tanh', 'Math.tanh'],
  ['min', 'Math.min'],
  ['max', 'Math.max'],
]);

/** Names of the function's arguments. */
const taken: ReadonlySet<string> = new Set(['t', 'y', 'p', 'out']);

/**
 * Writes the body of a TypeScript function (t, y, p, out) in which what occurs twice is computed once.
 * Throws UnknownName, and RangeError for an operator that has no such form.
 */
export const emitBody = (
  assignments: readonly Assignment[],
  places: ReadonlyMap<string, Place>,
): string => {
  const uses = new Map<string, number>();
  const texts = new Map<string, string>();
  const lines: string[] = [];
  let temporaries = 0;

  const keyOf = (e: Expression): string => {
    if (e.kind === 'number') return String(e.value);
    if (e.kind === 'symbol') return e.name;
    return `${e.operator}(${e.operands.map(keyOf).join(',')})`;
  };

  /** Whole powers as products of squares, so that parts are shared. */
  const expand = (e: Expression): Expression => {
    if (e.kind !== 'apply') return e;
    const operands = e.operands.map(expand);
    const [base, exponent] = operands;
    if (e.operator === 'power' && exponent!.kind === 'number') {
      const n = exponent!.value;
      if (Number.isInteger(n) && n >= 1 && n <= 16) {
        if (n === 1) return base!;
        const half = expand({ ...e, operands: [base!, { kind: 'number', value: n >> 1 }] });
        const square: Expression = { kind: 'apply', operator: 'times', operands: [half, half] };
        return n % 2 === 0
          ? square
          : { kind: 'apply', operator: 'times', operands: [square, base!] };
      }
    }
    if (operands.length > 2 && (e.operator === 'plus' || e.operator === 'times')) {
      const { operator } = e;
      return operands.reduce((left, right) => ({
        kind: 'apply',
        operator,
        operands: [left, right],
      }));
    }
    return { ...e, operands };
  };

  const count = (e: Expression): void => {
    const key = keyOf(e);
    const before = uses.get(key) ?? 0;
    uses.set(key, before + 1);
    if (e.kind === 'apply' && before === 0) for (const operand of e.operands) count(operand);
  };

  const variable = (text: string, name = `_${temporaries++}`): string => {
    lines.push(`const ${name} = ${text};`);
    return name;
  };

  const symbolText = (name: string): string => {
    const place = places.get(name);
    if (!place) {
      if (name === timeName) return 't';
      throw new UnknownName(name);
    }
    return variable(
      `${place.from === 'state' ? 'y' : 'p'}[${place.index}]!`,
      taken.has(name) ? `${name}_` : name,
    );
  };

  const compose = (e: Expression & { kind: 'apply' }): string => {
    const parts = e.operands.map(text);
    const [a = '0', b] = parts;
    if (e.operator === 'piecewise') return `(${a} ? ${b} : ${parts[2]})`;
    if (e.operator === 'minus' && b === undefined) return `(-${a})`;
    const sign = signs.get(e.operator);
    if (sign && b !== undefined) return `(${a} ${sign} ${b})`;
    if (sign) return a;
    if (e.operator === 'power') return `(${a} ** ${b})`;
    const name = calls.get(e.operator);
    if (name) return `${name}(${parts.join(', ')})`;
    throw new RangeError(`no code for the operator ${e.operator}`);
  };

  function text(e: Expression): string {
    if (e.kind === 'number') return e.value < 0 ? `(${e.value})` : String(e.value);
    const key = keyOf(e);
    const known = texts.get(key);
    if (known !== undefined) return known;
    const written = e.kind === 'symbol' ? symbolText(e.name) : compose(e);
    const shared =
      e.kind === 'apply' && uses.get(key)! > 1 ? variable(withoutParentheses(written)) : written;
    texts.set(key, shared);
    return shared;
  }

  const expanded = assignments.map(({ slot, value }) => ({ slot, value: expand(value) }));
  for (const { value } of expanded) count(value);
  for (const { slot, value } of expanded) {
    lines.push(`out[${slot}] = ${withoutParentheses(text(value))};`);
  }
  return lines.join('\n');
};

/** Whether no parenthesis closes before it was opened. */
const isBalanced = (text: string): boolean => {
  let depth = 0;
  for (const character of text) {
    if (character === '(') depth++;
    if (character === ')' && --depth < 0) return false;
  }
  return true;
};

const withoutParentheses = (text: string): string =>
  text.replace(/^\((.*)\)$/su, (whole, inner: string) => (isBalanced(inner) ? inner : whole));
