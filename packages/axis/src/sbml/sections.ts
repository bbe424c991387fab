import { UnsupportedSbml } from './unsupported.ts';
import type { Element } from './xml.ts';

/** The lists of an SBML model. */
export interface Sections {
  readonly model: Element;
  /** The elements of a list of the model. */
  readonly list: (name: string) => readonly Element[];
  /** The elements of a list of one element. */
  readonly sub: (element: Element, name: string) => readonly Element[];
}

const known = new Set([
  'listOfFunctionDefinitions',
  'listOfUnitDefinitions',
  'listOfCompartmentTypes',
  'listOfSpeciesTypes',
  'listOfCompartments',
  'listOfSpecies',
  'listOfParameters',
  'listOfInitialAssignments',
  'listOfRules',
  'listOfReactions',
  'listOfEvents',
  'notes',
  'annotation',
]);
const described = new Set(['notes', 'annotation']);

const sub = (element: Element, name: string): readonly Element[] =>
  (element.children.find((child) => child.name === name)?.children ?? []).filter(
    (child) => !described.has(child.name),
  );

/** Checks level and lists. Throws UnsupportedSbml. */
export const createSections = (root: Element): Sections => {
  const level = root.attributes.get('level');
  if (root.name !== 'sbml')
    throw new UnsupportedSbml(`expected <sbml> as the outermost element, not <${root.name}>`);
  if (level !== '2' && level !== '3')
    throw new UnsupportedSbml(`SBML level ${level ?? 'missing'} is not supported, only 2 and 3`);
  for (const [name, value] of root.attributes)
    if (name.endsWith(':required') && value === 'true')
      throw new UnsupportedSbml(`the required package "${name.split(':')[0]}" is not supported`);
  const model = root.children.find(({ name }) => name === 'model');
  if (!model) throw new UnsupportedSbml('the document holds no <model>');
  for (const { name } of model.children)
    if (!known.has(name)) throw new UnsupportedSbml(`<${name}> of the model is not supported`);
  return { model, list: (name) => sub(model, name), sub };
};
