import { evaluator } from '../expression/evaluate.ts';
import {
  difference,
  type Expression,
  number,
  product,
  quotient,
  substitute,
  sum,
  symbol,
  symbolsOf,
} from '../expression/expression.ts';
import { createModel, type Model, type Parameter, type State } from '../model.ts';
import { createMathReader, type FunctionDefinition } from './math.ts';
import { namesOf } from './names.ts';
import { createSections, type Sections } from './sections.ts';
import { UnsupportedSbml } from './unsupported.ts';
import { type Element, parseXml } from './xml.ts';

/** What happens when a condition becomes true. */
export interface SbmlEvent {
  readonly name: string;
  readonly trigger: Expression;
  /** Whether the condition counts as true before the run, so that it has to become false first. */
  readonly trueBefore: boolean | null;
  readonly assignments: readonly { readonly variable: string; readonly value: Expression }[];
}

export interface SbmlModel {
  readonly model: Model;
  readonly events: readonly SbmlEvent[];
}

const widest = [-Number.MAX_VALUE, Number.MAX_VALUE] as const;
const attribute = (element: Element, name: string): string | undefined =>
  element.attributes.get(name);
const isTrue = (element: Element, name: string, otherwise: boolean): boolean => {
  const value = attribute(element, name);
  return value === undefined ? otherwise : value === 'true' || value === '1';
};
const numberAt = (element: Element, name: string): number | undefined => {
  const text = attribute(element, name);
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text.trim() === '' || Number.isNaN(value))
    throw new UnsupportedSbml(`${name}="${text}" is not a number`);
  return value;
};

/** Reads a formula and gives its symbols their names; `local` comes first. */
type ReadMath = (
  element: Element,
  where: string,
  local?: ReadonlyMap<string, Expression>,
) => Expression;

interface Species {
  readonly id: string;
  readonly initial: number | undefined;
  /** What a change of amount is divided by. */
  readonly volume: number;
  readonly fixed: boolean;
  readonly constant: boolean;
}

const readCompartments = ({ list }: Sections): Map<string, number> =>
  new Map(
    list('listOfCompartments').map((element) => {
      if (!isTrue(element, 'constant', true))
        throw new UnsupportedSbml(`compartment ${attribute(element, 'id')} changes its size`);
      return [attribute(element, 'id')!, numberAt(element, 'size') ?? 1];
    }),
  );

const readSpecies = ({ list }: Sections, compartments: ReadonlyMap<string, number>): Species[] =>
  list('listOfSpecies').map((element) => {
    const id = attribute(element, 'id')!;
    if (element.attributes.has('conversionFactor'))
      throw new UnsupportedSbml(`species ${id}: conversionFactor is not supported`);
    const size = compartments.get(attribute(element, 'compartment') ?? '') ?? 1;
    const volume = isTrue(element, 'hasOnlySubstanceUnits', false) ? 1 : size;
    const amount = numberAt(element, 'initialAmount');
    const concentration = numberAt(element, 'initialConcentration');
    const asConcentration = amount === undefined ? concentration : amount / size;
    const initial = asConcentration === undefined ? undefined : (asConcentration * size) / volume;
    const constant = isTrue(element, 'constant', false);
    const fixed = constant || isTrue(element, 'boundaryCondition', false);
    return { id, initial, volume, fixed, constant };
  });

const readFunctions = ({ list }: Sections): Map<string, FunctionDefinition> => {
  const functions = new Map<string, FunctionDefinition>();
  for (const element of list('listOfFunctionDefinitions')) {
    const id = attribute(element, 'id')!;
    const lambda = element.children.find(({ name }) => name === 'math')?.children[0];
    if (lambda?.name !== 'lambda')
      throw new UnsupportedSbml(`function ${id}: expected <lambda> inside <math>`);
    const parameters = lambda.children
      .filter(({ name }) => name === 'bvar')
      .map(({ children }) => children[0]!.text);
    const body = createMathReader(functions)(lambda.children.at(-1)!, `function ${id}`);
    functions.set(id, { parameters, body });
  }
  return functions;
};

/** What the reactions do to each species, in amount per time. */
const readReactions = ({ list, sub }: Sections, math: ReadMath): Map<string, Expression> => {
  const changes = new Map<string, Expression>();
  for (const reaction of list('listOfReactions')) {
    const where = `reaction ${attribute(reaction, 'name') ?? attribute(reaction, 'id')}`;
    if (isTrue(reaction, 'fast', false))
      throw new UnsupportedSbml(`${where}: fast reactions are not supported`);
    const law = reaction.children.find(({ name }) => name === 'kineticLaw');
    const formula = law?.children.find(({ name }) => name === 'math');
    if (!law || !formula) throw new UnsupportedSbml(`${where}: has no kinetic law`);
    const local = new Map(
      [...sub(law, 'listOfParameters'), ...sub(law, 'listOfLocalParameters')].map((element) => [
        attribute(element, 'id')!,
        number(numberAt(element, 'value') ?? Number.NaN),
      ]),
    );
    const rate = math(formula, `${where}, kineticLaw`, local);
    const add = (side: string, sign: 1 | -1) => {
      for (const reference of sub(reaction, side)) {
        if (reference.children.some(({ name }) => name === 'stoichiometryMath'))
          throw new UnsupportedSbml(`${where}: stoichiometryMath is not supported`);
        const species = attribute(reference, 'species')!;
        const part = product(number(numberAt(reference, 'stoichiometry') ?? 1), rate);
        const before = changes.get(species) ?? number(0);
        changes.set(species, sign > 0 ? sum(before, part) : difference(before, part));
      }
    };
    add('listOfReactants', -1);
    add('listOfProducts', 1);
  }
  return changes;
};

const readEvents = (
  { list, sub }: Sections,
  math: ReadMath,
  nameOf: (id: string) => string,
): SbmlEvent[] =>
  list('listOfEvents').map((element) => {
    const name = attribute(element, 'name') ?? attribute(element, 'id') ?? 'without a name';
    const where = `event ${name}`;
    const part = (part: string) => element.children.find((child) => child.name === part);
    for (const unsupported of ['delay', 'priority'])
      if (part(unsupported))
        throw new UnsupportedSbml(`${where}: <${unsupported}> is not supported`);
    const trigger = part('trigger');
    if (!trigger) throw new UnsupportedSbml(`${where}: has no trigger`);
    const before = attribute(trigger, 'initialValue');
    return {
      name,
      trigger: math(trigger.children[0]!, `${where}, trigger`),
      trueBefore: before === undefined ? null : before === 'true',
      assignments: sub(element, 'listOfEventAssignments').map((assignment) => ({
        variable: nameOf(attribute(assignment, 'variable')!),
        value: math(assignment.children[0]!, `${where}, eventAssignment`),
      })),
    };
  });

/** Rules in an order in which each uses only those before it. */
const inOrder = (rules: ReadonlyMap<string, Expression>): [string, Expression][] => {
  const ordered: [string, Expression][] = [];
  const state = new Map<string, 'open' | 'done'>();
  const visit = (name: string): void => {
    const formula = rules.get(name);
    if (!formula || state.get(name) === 'done') return;
    if (state.get(name) === 'open')
      throw new UnsupportedSbml(`the assignment rule of ${name} depends on itself`);
    state.set(name, 'open');
    for (const used of symbolsOf(formula)) visit(used);
    state.set(name, 'done');
    ordered.push([name, formula]);
  };
  for (const name of rules.keys()) visit(name);
  return ordered;
};

/**
 * Reads a model of SBML Level 2 or 3 core: compartments of fixed size, species, parameters, reactions,
 * function definitions, initial assignments, assignment and rate rules, events. Names are taken where they
 * are unique, else ids. Assignment rules become observables. Throws UnsupportedSbml, which names what is
 * not supported and where.
 */
export const readSbml = (xml: string): SbmlModel => {
  const root = parseXml(xml);
  const sections = createSections(root);
  const { model: element, list } = sections;
  const nameOf = namesOf(sections);
  const functions = readFunctions(sections);
  const readById = createMathReader(functions);
  const math: ReadMath = (part, where, local = new Map()) => {
    const formula = substitute(readById(part, where), local);
    const known = new Map(
      [...symbolsOf(formula)].map((id) => [id, symbol(nameOf(id, where))] as const),
    );
    return substitute(formula, known);
  };

  const compartments = readCompartments(sections);
  const species = readSpecies(sections, compartments);
  const reactions = readReactions(sections, math);
  const assigned = new Map<string, Expression>();
  const ratesOf = new Map<string, Expression>();
  for (const rule of list('listOfRules')) {
    if (rule.name === 'algebraicRule')
      throw new UnsupportedSbml('listOfRules: <algebraicRule> is not supported');
    const name = nameOf(attribute(rule, 'variable')!);
    const formula = math(rule.children.find((child) => child.name === 'math')!, `rule of ${name}`);
    (rule.name === 'rateRule' ? ratesOf : assigned).set(name, formula);
  }

  const initials = new Map<string, number>();
  const constants = new Map<string, number>();
  for (const [id, size] of compartments) constants.set(nameOf(id), size);
  for (const { id, initial, volume, fixed, constant } of species) {
    const name = nameOf(id);
    if (assigned.has(name)) continue;
    const change = reactions.get(id);
    if (!fixed && !ratesOf.has(name) && change) ratesOf.set(name, quotient(change, number(volume)));
    const target = constant || !ratesOf.has(name) ? constants : initials;
    target.set(name, initial ?? Number.NaN);
  }
  for (const parameter of list('listOfParameters')) {
    const name = nameOf(attribute(parameter, 'id')!);
    if (assigned.has(name)) continue;
    const target = ratesOf.has(name) ? initials : constants;
    target.set(name, numberAt(parameter, 'value') ?? Number.NaN);
  }

  const shorthands = inOrder(assigned);
  for (const assignment of list('listOfInitialAssignments')) {
    const name = nameOf(attribute(assignment, 'symbol')!);
    const formula = math(assignment.children[0]!, `initialAssignment of ${name}`);
    const known = new Map<string, Expression>(
      [...constants, ...initials].map(([key, value]) => [key, number(value)]),
    );
    for (const [key, rule] of shorthands) known.set(key, substitute(rule, known));
    const value = evaluator(substitute(formula, known), new Map())(
      0,
      new Float64Array(0),
      new Float64Array(0),
    );
    (initials.has(name) ? initials : constants).set(name, value);
  }
  const used = new Set(
    [...ratesOf.values(), ...assigned.values()].flatMap((e) => [...symbolsOf(e)]),
  );
  for (const [name, value] of [...initials, ...constants])
    if (Number.isNaN(value) && (initials.has(name) || used.has(name)))
      throw new UnsupportedSbml(`${name} has no initial value`);

  const title = attribute(element, 'name') ?? attribute(element, 'id') ?? 'SBML model';
  const model = createModel({
    name: attribute(element, 'id') ?? 'model',
    title,
    source: `SBML: ${title}`,
    timeUnit: 'unit of the file',
    until: 1,
    states: Object.fromEntries(
      [...initials].map(([name, initial]): [string, State] => [
        name,
        { initial, unit: '', range: widest, rate: ratesOf.get(name)! },
      ]),
    ),
    parameters: Object.fromEntries(
      [...constants].map(([name, value]): [string, Parameter] => [
        name,
        { value, unit: '', range: widest, source: `SBML: ${title}`, tag: 'modelled' },
      ]),
    ),
    intermediates: Object.fromEntries(shorthands),
    observables: Object.fromEntries(
      shorthands.map(([name, formula]) => [name, { formula, unit: '' }]),
    ),
  });
  const toShorthand = new Map<string, Expression>();
  for (const [name, formula] of shorthands) toShorthand.set(name, substitute(formula, toShorthand));
  const events = readEvents(sections, math, nameOf).map((event) => ({
    ...event,
    trigger: substitute(event.trigger, toShorthand),
    assignments: event.assignments.map(({ variable, value }) => ({
      variable,
      value: substitute(value, toShorthand),
    })),
  }));
  return { model, events };
};
