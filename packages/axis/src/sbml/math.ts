import {
  apply,
  type Expression,
  number,
  type Operator,
  operators,
  symbol,
  timeName,
} from '../expression/expression.ts';
import { UnsupportedSbml } from './unsupported.ts';
import type { Element } from './xml.ts';

export const mathNamespace = 'http://www.w3.org/1998/Math/MathML';
const timeUrl = 'http://www.sbml.org/sbml/symbols/time';

const named = new Set<string>(operators);
const constants = new Map([
  ['pi', Math.PI],
  ['exponentiale', Math.E],
  ['true', 1],
  ['false', 0],
  ['infinity', Number.POSITIVE_INFINITY],
]);

/** A user's function: its arguments and what it is. */
export interface FunctionDefinition {
  readonly parameters: readonly string[];
  readonly body: Expression;
}

const readNumber = ({ attributes, text, children }: Element, where: string): Expression => {
  const type = attributes.get('type') ?? 'real';
  const parts = text.split(/\s+/u).map(Number);
  const value =
    type === 'e-notation' && children.length === 1
      ? parts[0]! * 10 ** (parts[1] ?? Number.NaN)
      : type === 'rational' && children.length === 1
        ? parts[0]! / (parts[1] ?? Number.NaN)
        : type === 'real' || type === 'integer'
          ? Number(text)
          : Number.NaN;
  if (text === '' || Number.isNaN(value))
    throw new UnsupportedSbml(`${where}: cannot read the number "${text}" of type ${type}`);
  return number(value);
};

const pairwise = (operator: Operator, operands: readonly Expression[]): Expression =>
  operands
    .slice(1)
    .map((right, i) => apply(operator, operands[i]!, right))
    .reduce((left, right) => apply('and', left, right));

const comparisons = new Set<string>(['lt', 'leq', 'gt', 'geq', 'eq']);

/** Turns a MathML element into a formula. Throws UnsupportedSbml for what is not supported. */
export const createMathReader = (functions: ReadonlyMap<string, FunctionDefinition>) => {
  const readApply = (element: Element, where: string): Expression => {
    const [head, ...rest] = element.children;
    if (!head) throw new UnsupportedSbml(`${where}: an empty <apply>`);
    const qualified = new Map(
      rest
        .filter(({ name }) => name === 'degree' || name === 'logbase')
        .map(({ name, children }) => [name, children[0]!]),
    );
    const operands = rest
      .filter(({ name }) => name !== 'degree' && name !== 'logbase')
      .map((child) => read(child, where));
    if (head.name === 'ci') {
      const definition = functions.get(head.text);
      if (!definition)
        throw new UnsupportedSbml(`${where}: calls the unknown function "${head.text}"`);
      const { parameters, body } = definition;
      if (parameters.length !== operands.length)
        throw new UnsupportedSbml(`${where}: "${head.text}" takes ${parameters.length} arguments`);
      const given = new Map(parameters.map((parameter, i) => [parameter, operands[i]!]));
      return replace(body, given);
    }
    const { name } = head;
    if (name === 'root' && qualified.has('degree')) {
      const degree = read(qualified.get('degree')!, where);
      return apply('power', operands[0]!, apply('divide', number(1), degree));
    }
    if (name === 'log') {
      const base = qualified.has('logbase') ? read(qualified.get('logbase')!, where) : number(10);
      return apply('divide', apply('ln', operands[0]!), apply('ln', base));
    }
    if (name === 'ceiling') return apply('minus', apply('floor', apply('minus', operands[0]!)));
    if (!named.has(name) || name === 'piecewise')
      throw new UnsupportedSbml(`${where}: the MathML element <${name}> is not supported`);
    const operator = name as Operator;
    if (comparisons.has(name)) {
      if (operands.length < 2)
        throw new UnsupportedSbml(`${where}: <${name}> needs two things to compare`);
      return pairwise(operator, operands);
    }
    const most = fixedOperands.get(operator);
    if (most !== undefined && (operands.length < most[0] || operands.length > most[1]))
      throw new UnsupportedSbml(`${where}: <${name}> with ${operands.length} operands`);
    return apply(operator, ...operands);
  };

  const readPiecewise = (element: Element, where: string): Expression => {
    const otherwise = element.children.find(({ name }) => name === 'otherwise');
    const last = otherwise ? read(otherwise.children[0]!, where) : number(Number.NaN);
    return element.children
      .filter(({ name }) => name === 'piece')
      .reduceRight(
        (rest, { children: [value, condition] }) =>
          apply('piecewise', read(condition!, where), read(value!, where), rest),
        last,
      );
  };

  function read(element: Element, where: string): Expression {
    const { name, text, attributes, children } = element;
    if (name === 'math' && children.length === 1) return read(children[0]!, where);
    if (name === 'cn') return readNumber(element, where);
    if (name === 'ci') return symbol(text);
    if (name === 'csymbol' && attributes.get('definitionURL') === timeUrl) return symbol(timeName);
    if (name === 'apply') return readApply(element, where);
    if (name === 'piecewise') return readPiecewise(element, where);
    const constant = constants.get(name);
    if (constant !== undefined) return number(constant);
    const what = name === 'csymbol' ? `csymbol ${attributes.get('definitionURL') ?? ''}` : name;
    throw new UnsupportedSbml(`${where}: the MathML element <${what}> is not supported`);
  }
  return read;
};

const fixedOperands = new Map<Operator, readonly [number, number]>([
  ['minus', [1, 2]],
  ['divide', [2, 2]],
  ['power', [2, 2]],
  ['exp', [1, 1]],
  ['ln', [1, 1]],
  ['root', [1, 1]],
  ['abs', [1, 1]],
  ['floor', [1, 1]],
  ['tanh', [1, 1]],
  ['not', [1, 1]],
  ['neq', [2, 2]],
  ['min', [1, 64]],
  ['max', [1, 64]],
]);

const replace = (e: Expression, given: ReadonlyMap<string, Expression>): Expression => {
  if (e.kind === 'number') return e;
  if (e.kind === 'symbol') return given.get(e.name) ?? e;
  return apply(e.operator, ...e.operands.map((operand) => replace(operand, given)));
};

const writeNumber = (value: number): string => {
  const [mantissa, exponent] = String(value).split('e');
  return exponent === undefined
    ? `<cn>${mantissa}</cn>`
    : `<cn type="e-notation">${mantissa}<sep/>${Number(exponent)}</cn>`;
};

const writeInner = (e: Expression): string => {
  if (e.kind === 'number') return writeNumber(e.value);
  if (e.kind === 'symbol')
    return e.name === timeName
      ? `<csymbol encoding="text" definitionURL="${timeUrl}">t</csymbol>`
      : `<ci>${e.name}</ci>`;
  const parts = e.operands.map(writeInner);
  const [a, b, c] = parts;
  if (e.operator === 'piecewise')
    return `<piecewise><piece>${b}${a}</piece><otherwise>${c}</otherwise></piecewise>`;
  // MathML of SBML level 3 version 1 has no min and max.
  if (e.operator === 'min' || e.operator === 'max') {
    const sign = e.operator === 'min' ? 'leq' : 'geq';
    return `<piecewise><piece>${a}<apply><${sign}/>${a}${b}</apply></piece><otherwise>${b}</otherwise></piecewise>`;
  }
  return `<apply><${e.operator}/>${parts.join('')}</apply>`;
};

/** A formula as a MathML element. */
export const writeMath = (e: Expression): string =>
  `<math xmlns="${mathNamespace}">${writeInner(e)}</math>`;
