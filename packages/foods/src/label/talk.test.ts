import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createFoods, readFoodTables } from '../index.ts';
import { isTalk } from './talk.ts';

const foods = createFoods(
  readFoodTables(readFileSync(new URL('../../assets/foods.json', import.meta.url), 'utf8')),
);

describe('what is printed beside a list', () => {
  it.each([
    'Cook from frozen',
    '200\u00b0C 25 minutes',
    'Microwave 3 1/2 minutes on high',
    'Once opened store in an airtight container',
    'Suitable for home freezing',
    'in varying proportions',
    'Vor dem Verzehr vollst\u00e4ndig durcherhitzen',
    'mindestens haltbar bis',
    '\u00c0 conserver dans un endroit sec',
    'R\u00e9chauffer 5 min au micro-ondes',
    'Conservar entre 0 y 5\u00baC',
    'Una vez abierto consumir en 3 d\u00edas',
  ])('no ingredient: %s', (printed) => {
    expect(isTalk(printed, '')).toBe(true);
  });
  it.each([
    'cooked pasta',
    'baked beans',
    'microwave popcorn',
    'freezer jam',
    'product contains milk',
    'keep in the fridge with egg',
    'Store in a cool place. Contains WHEAT',
    'fried onion',
    'K\u00fchlmilch',
  ])('an ingredient: %s', (printed) => {
    expect(isTalk(printed, '')).toBe(false);
  });
  it('stays where an allergen stands in its brackets', () => {
    expect(isTalk('Vegetables in varying proportions', 'carrot, onion')).toBe(false);
    expect(isTalk('Serve with sauce', 'soya')).toBe(false);
    expect(isTalk('Cook from frozen', '200\u00b0C')).toBe(true);
  });
});

const allergens =
  'dairy egg wheat gluten soy peanut tree-nut fish shellfish sesame celery mustard sulphite'.split(
    ' ',
  );

describe('lists as they are pasted from packets', () => {
  it.each([
    [
      'advice in a sentence, a claim, a recipe of brackets',
      'Chicken Tikka Masala with Pilau Rice. Ingredients: Cooked Pilau Rice (38%) (Water, Basmati Rice, Onion, Rapeseed Oil, Butter (Milk), Salt, Cumin Seed, Bay Leaf, Turmeric), Marinated Cooked Chicken (24%) (Chicken Breast, Yogurt (Milk), Ginger Pur\u00e9e, Cornflour, Paprika, Salt), Water, Tomato, Double Cream (Milk) (4%), Ground Almonds (Nuts), Sugar, Coriander. For allergens, including cereals containing gluten, see ingredients in bold. May also contain peanuts.',
      'dairy tree-nut',
    ],
    [
      'how to cook it',
      'INGREDIENTS: Wheat Flour (with Calcium, Iron, Niacin, Thiamin), Water, Cheddar Cheese (Milk) (14%), Palm Oil, Salt, Emulsifier: Mono- and Diglycerides of Fatty Acids, Pasteurised Egg. Cook from frozen: 200\u00b0C 25 minutes. Suitable for home freezing.',
      'dairy egg wheat gluten',
    ],
    [
      'the name in capitals in front',
      'BEEF JERKY beef, water, sugar, less than 2% salt, corn syrup solids, dried soy sauce (soybeans, salt, wheat), maltodextrin, smoke flavoring, sodium nitrite. Contains Soy, Wheat. 10g protein per serving',
      'wheat gluten soy',
    ],
    [
      'the heading within the line, no colon',
      'Gem\u00fcsebr\u00fche Zutaten jodiertes Speisesalz, Geschmacksverst\u00e4rker (Mononatriumglutamat), St\u00e4rke, Zucker, Palmfett, Gem\u00fcse 4% (Zwiebeln, Karotten, SELLERIE), Aroma. Kann Gluten, Milch, Ei und Soja enthalten',
      'celery',
    ],
    [
      'commas lost',
      'Ingredients Mackerel Fillets (Fish) (60%) Tomato Sauce (40%) (Water Tomato Paste Sugar Spirit Vinegar Modified Maize Starch Salt Paprika) drained weight 80g',
      'fish',
    ],
    [
      'German, without a heading',
      'Fruchtjoghurt Erdbeere: Joghurt aus entrahmter Milch, 15 % Erdbeeren, Zucker, modifizierte St\u00e4rke, Rote-Bete-Saftkonzentrat, Aroma, S\u00e4uerungsmittel Citronens\u00e4ure. Gek\u00fchlt bei max. +8 \u00b0C mindestens haltbar bis: siehe Deckel',
      'dairy',
    ],
    [
      'an alternative is not what it stands for',
      'Zutaten: Pflanzliche Alternative zu Milch: Wasser, Sojabohnen 8,7%, Zucker, Calciumcarbonat, Meersalz, Aroma, Stabilisator Gellan. Von Natur aus laktosefrei, glutenfrei',
      'soy',
    ],
    [
      'French',
      "Ingr\u00e9dients : farine de bl\u00e9 58%, sucre, huile de palme, \u0153ufs frais 8%, beurre concentr\u00e9 3%, poudre \u00e0 lever (carbonates d'ammonium), sel, lait \u00e9cr\u00e9m\u00e9 en poudre, ar\u00f4mes. Peut contenir des traces de fruits \u00e0 coque. \u00c0 conserver dans un endroit sec.",
      'dairy egg wheat gluten',
    ],
    [
      'Spanish',
      'At\u00fan claro en aceite de oliva: at\u00fan claro (pescado) 70%, aceite de oliva 29%, sal. Peso escurrido 52 g',
      'fish',
    ],
    [
      'a word of making that is a food elsewhere',
      'Ingredientes: almendras (60%), az\u00facar, miel, clara de huevo en polvo. Puede contener cacahuetes.',
      'egg tree-nut',
    ],
    [
      'broth of which the brackets tell all',
      'Jambon cuit sup\u00e9rieur. Jambon de porc origine France, sel, bouillon (eau, sel, os de porc, carotte, oignon, plantes aromatiques), dextrose, conservateur: nitrite de sodium',
      '',
    ],
  ])('%s', (_what, text, keys) => {
    const { items, unknown } = foods.read(text);
    expect(items.map(({ how }) => how)).toEqual(['label']);
    expect(unknown).toEqual([]);
    const held = allergens.filter((key) =>
      [...items[0]!.classes].some(([one, { probability }]) => one === key && probability > 0.5),
    );
    expect(held).toEqual(keys.split(' ').filter(Boolean));
  });
});
