import type { Sections } from './sections.ts';
import { UnsupportedSbml } from './unsupported.ts';

const usable = /^[A-Za-z]\w*$/u;

/**
 * The name of each id: what people call it, where that is unique and can stand in a formula, else the id.
 * Throws UnsupportedSbml for an id that nothing declares.
 */
export const namesOf = ({ list }: Sections) => {
  const elements = ['listOfCompartments', 'listOfSpecies', 'listOfParameters'].flatMap(list);
  const counts = new Map<string, number>();
  for (const { attributes } of elements)
    for (const name of new Set([attributes.get('name') ?? '', attributes.get('id') ?? '']))
      counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = new Map(
    elements.map(({ attributes }) => {
      const id = attributes.get('id') ?? '';
      if (!usable.test(id)) throw new UnsupportedSbml(`the id "${id}" is not supported`);
      const name = attributes.get('name') ?? '';
      const isName = usable.test(name) && counts.get(name) === 1 && name !== 'time';
      return [id, isName ? name : id] as const;
    }),
  );
  return (id: string, where = 'the model'): string => {
    const name = names.get(id);
    if (name !== undefined) return name;
    if (id === 'time') return id;
    throw new UnsupportedSbml(`${where}: nothing is called "${id}"`);
  };
};
