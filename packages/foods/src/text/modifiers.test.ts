import { describe, expect, it } from 'vitest';
import { takeModifiers } from './modifiers.ts';
import { normalise } from './normalise.ts';

const take = (text: string) => takeModifiers(normalise(text).text);
const dairy = ['dairy', 'milk', 'skim-milk', 'whey', 'cheese', 'yogurt', 'lactose'];

describe('takeModifiers', () => {
  it.each([
    ['dairy-free ice cream', 'ice cream', dairy],
    ['non dairy creamer', 'creamer', dairy],
    ['gluten free toast', 'toast', ['gluten', 'wheat']],
    ['glutenfreies Brot', 'brot', ['gluten', 'wheat']],
    ['pasta sans gluten', 'pasta', ['gluten', 'wheat']],
    ['pan sin gluten', 'pan', ['gluten', 'wheat']],
    ['lactose-free milk', 'milk', ['lactose']],
    ['laktosefreie Milch', 'milch', ['lactose']],
    ['omelette no cheese', 'omelette', ['cheese']],
    ['omelette ohne Käse', 'omelette', ['cheese']],
    ['decaf coffee', 'coffee', ['caffeine']],
    ['café descafeinado', 'cafe', ['caffeine']],
    ['non-alcoholic beer', 'beer', ['alcohol']],
    ['alkoholfreies Bier', 'bier', ['alcohol']],
    ['sugar free cola', 'cola', ['added-sugar']],
    ['unsweetened tea', 'tea', ['added-sugar']],
    ['egg-free mayo', 'mayo', ['egg']],
    ['cake without eggs', 'cake', ['egg']],
    ['nut free muffin', 'muffin', ['tree-nut', 'peanut']],
  ])('%s', (text, rest, keys) => {
    const modified = take(text);
    expect(modified.rest).toBe(rest);
    expect(modified.removals.flatMap((removal) => removal.keys)).toEqual(keys);
  });

  it('vegan and vegetarian take what comes from animals', () => {
    const [vegan] = take('vegan pizza').removals;
    for (const key of ['dairy', 'egg', 'fish', 'red-meat'] as const)
      expect(vegan!.keys).toContain(key);
    const [veggie] = take('veggie burger').removals;
    expect(veggie!.keys).toContain('red-meat');
    expect(veggie!.keys).not.toContain('dairy');
  });

  it('names what is no class', () => {
    expect(take('burger without onions').removals).toEqual([
      { words: 'without onions', keys: [], name: 'onions' },
    ]);
  });

  it('several at once; "and" after a "no" brings something back', () => {
    expect(take('pizza without cheese or ham').removals.map(({ name }) => name)).toEqual([
      'cheese',
      'ham',
    ]);
    expect(take('salad no dressing and bread')).toMatchObject({
      rest: 'salad and bread',
      removals: [{ name: 'dressing' }],
    });
  });

  it.each(['free range eggs', 'noodles', 'nut roast', 'sinful cake', 'gluten'])(
    'leaves %s alone',
    (text) => {
      expect(take(text)).toEqual({ rest: text, removals: [] });
    },
  );
});
