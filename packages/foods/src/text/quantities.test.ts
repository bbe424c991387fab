import { describe, expect, it } from 'vitest';
import { normalise } from './normalise.ts';
import { takeAmount } from './quantities.ts';
import { gramsPerUnit } from './units.ts';

describe('takeAmount', () => {
  it.each([
    ['2 slices of toast', 2, 'slice', 'toast'],
    ['half a pizza', 0.5, null, 'pizza'],
    ['a splash of milk', 1, 'splash', 'milk'],
    ['200 ml milk', 200, 'ml', 'milk'],
    ['1/2 cup oats', 0.5, 'cup', 'oats'],
    ['½ avocado', 0.5, null, 'avocado'],
    ['1½ cups of rice', 1.5, 'cup', 'rice'],
    ['two and a half cups of rice', 2.5, 'cup', 'rice'],
    ['eggs x2', 2, null, 'eggs'],
    ['2x eggs', 2, null, 'eggs'],
    ['x2 eggs', 2, null, 'eggs'],
    ['0,5 l Bier', 0.5, 'l', 'bier'],
    ['zwei Scheiben Brot', 2, 'slice', 'brot'],
    ['eine halbe Pizza', 0.5, null, 'pizza'],
    ['un verre de vin', 1, 'glass', 'vin'],
    ['une tranche de pain', 1, 'slice', 'pain'],
    ['una taza de café', 1, 'cupful', 'cafe'],
    ['dos rebanadas de pan', 2, 'slice', 'pan'],
    ['a large latte', 1.4, null, 'latte'],
    ['large bowl of porridge', 1.4, 'bowl', 'porridge'],
    ['chicken breast 150g', 150, 'g', 'chicken breast'],
    ['milk (200 ml)', 200, 'ml', 'milk'],
    ['a couple of eggs', 2, null, 'eggs'],
    ['2-3 apples', 2.5, null, 'apples'],
    ['half a pint of lager', 0.5, 'pint', 'lager'],
    ['3 deviled eggs', 3, null, 'deviled eggs'],
    ['2 dumplings', 2, null, 'dumplings'],
    ["2 cups d'eau", 2, 'cup', 'eau'],
    ['wine gums half a bag', 0.5, 'bag', 'wine gums'],
    ['quiche lorraine une part', 1, 'piece', 'quiche lorraine'],
    ['hot cheetos lil bag', 0.7, 'bag', 'hot cheetos'],
    ['pint bottle of cider', 1, 'pint', 'cider'],
    ['10 inch margherita pizza', 330, 'g', 'margherita pizza'],
    ['margherita pizza 10"', 330, 'g', 'margherita pizza'],
    ['half a 10 inch pizza', 165, 'g', 'pizza'],
    ['2 slices of 12 inch pizza', 2, 'slice', 'pizza'],
  ])('%s', (text, count, unit, rest) => {
    expect(takeAmount(normalise(text).text)).toEqual({ amount: { count, unit }, rest });
  });

  it.each([
    'toast',
    '7up',
    '2% milk',
    '0% fat yoghurt',
    'cup cake',
    'a',
    'constructor',
    '__proto__',
  ])('leaves %s as it is', (text) => {
    expect(takeAmount(text)).toEqual({ amount: null, rest: text });
  });

  it('knows units of weight and volume, not of the kitchen', () => {
    expect(gramsPerUnit('kg')).toBe(1000);
    expect(gramsPerUnit('pint')).toBe(568);
    expect(gramsPerUnit('slice')).toBeUndefined();
  });
});

it.each(['big ', '5g ', '10 inch ', 'x2 ', '2 slices '])('a row of "%s" ends', (amount) => {
  expect(() => takeAmount(amount.repeat(5000))).not.toThrow();
});
