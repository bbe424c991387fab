import { apply, type Expression, number, type Operator, symbol } from './expression.ts';

const functions = new Map<string, { readonly operator: Operator; readonly operands: number }>([
  ['exp', { operator: 'exp', operands: 1 }],
  ['ln', { operator: 'ln', operands: 1 }],
  ['sqrt', { operator: 'root', operands: 1 }],
  ['abs', { operator: 'abs', operands: 1 }],
  ['floor', { operator: 'floor', operands: 1 }],
  ['tanh', { operator: 'tanh', operands: 1 }],
  ['min', { operator: 'min', operands: 2 }],
  ['max', { operator: 'max', operands: 2 }],
]);

const token =
  /\s*(?:(\d+(?:\.\d*)?(?:[eE][-+]?\d+)?|\.\d+(?:[eE][-+]?\d+)?)|([\p{L}_][\p{L}\p{N}_]*)|([-+*/^(),]))/uy;

/** A formula that cannot be read, with the place in it. */
export class UnreadableFormula extends Error {
  constructor(formula: string, place: number, expected: string) {
    super(`formula "${formula}", character ${place + 1}: expected ${expected}`);
    this.name = 'UnreadableFormula';
  }
}

interface Token {
  readonly text: string;
  readonly kind: 'number' | 'name' | 'sign' | 'end';
  readonly place: number;
}

const tokensOf = (formula: string): Token[] => {
  const tokens: Token[] = [];
  token.lastIndex = 0;
  const length = formula.trimEnd().length;
  while (token.lastIndex < length) {
    const place = token.lastIndex;
    const match = token.exec(formula);
    if (!match) throw new UnreadableFormula(formula, place, 'a number, a name or a sign');
    const kind = match[1] !== undefined ? 'number' : match[2] !== undefined ? 'name' : 'sign';
    const text = match[0].trimStart();
    tokens.push({ text, kind, place: token.lastIndex - text.length });
  }
  tokens.push({ text: '', kind: 'end', place: length });
  return tokens;
};

/**
 * Reads an infix formula: numbers, names, + - * / ^, parentheses and exp ln sqrt abs floor tanh min max.
 * ^ binds tightest and to the right, a sign before it loosest of all products: -x^2 is -(x^2).
 * Throws UnreadableFormula.
 */
export const parseFormula = (formula: string): Expression => {
  const tokens = tokensOf(formula);
  let next = 0;
  const fail = (expected: string): never => {
    throw new UnreadableFormula(formula, tokens[next]!.place, expected);
  };
  const take = (text: string): boolean => {
    const found = tokens[next]!.kind === 'sign' && tokens[next]!.text === text;
    if (found) next++;
    return found;
  };
  const need = (text: string): void => {
    if (!take(text)) fail(`"${text}"`);
  };

  const call = (name: string): Expression => {
    const known = functions.get(name);
    if (!known) return fail(`one of ${[...functions.keys()].join(' ')} before "("`);
    const operands = [terms()];
    while (take(',')) operands.push(terms());
    need(')');
    if (operands.length !== known.operands) fail(`${known.operands} operands of ${name}`);
    return apply(known.operator, ...operands);
  };
  const atom = (): Expression => {
    const { kind, text } = tokens[next]!;
    if (take('(')) {
      const inner = terms();
      need(')');
      return inner;
    }
    if (kind !== 'number' && kind !== 'name') return fail('a number, a name or "("');
    next++;
    if (kind === 'number') return number(Number(text));
    return take('(') ? call(text) : symbol(text);
  };
  const signed = (): Expression => {
    if (take('-')) return apply('minus', signed());
    const base = atom();
    return take('^') ? apply('power', base, signed()) : base;
  };
  const factors = (): Expression => {
    let left = signed();
    for (;;) {
      if (take('*')) left = apply('times', left, signed());
      else if (take('/')) left = apply('divide', left, signed());
      else return left;
    }
  };
  function terms(): Expression {
    let left = factors();
    for (;;) {
      if (take('+')) left = apply('plus', left, factors());
      else if (take('-')) left = apply('minus', left, factors());
      else return left;
    }
  }

  const whole = terms();
  if (tokens[next]!.kind !== 'end') fail('an operator or the end');
  return whole;
};
