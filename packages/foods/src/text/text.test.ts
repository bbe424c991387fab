import { describe, expect, it } from 'vitest';
import { maxCharacters, normalise } from './normalise.ts';
import { createSpeller, editDistance } from './spelling.ts';
import { splitText } from './split.ts';
import { bagOf, keyOf, stemOf, stemsOf, wordsOf } from './words.ts';

describe('normalise', () => {
  it.each([
    ['Crème Brûlée', 'creme brulee'],
    ['ＬＡＴＴＥ', 'latte'],
    ['Weißwurst', 'weisswurst'],
    ['œuf', 'oeuf'],
    ['a\u0000b\u0007c', 'a b c'],
    ['🍕 pizza 👍🏽', 'pizza'],
    ['shepherd’s pie', "shepherd's pie"],
    ['1½ pizza', '1 1/2 pizza'],
    ['a\u200bb', 'ab'],
    ['toast\r\nmilk', 'toast\nmilk'],
  ])('%s', (typed, text) => {
    expect(normalise(typed)).toEqual({ text, cut: false });
  });

  it('cuts what is too long', () => {
    expect(normalise('a'.repeat(maxCharacters + 1)).cut).toBe(true);
  });
});

describe('splitText', () => {
  it.each([
    ['latte and a croissant', [['latte', 'a croissant']]],
    ['latte, croissant; tea\njam', [['latte'], ['croissant'], ['tea'], ['jam']]],
    ['0,5 l beer, 1.5 l water', [['0,5 l beer'], ['1.5 l water']]],
    ['bread w/ butter', [['bread', 'butter']]],
    ['burger w/o cheese', [['burger without cheese']]],
    ['brot mit kase und ei', [['brot', 'kase', 'ei']]],
    ['salt & vinegar crisps', [['salt-and-vinegar crisps']]],
    ['eggs + ham', [['eggs'], ['ham']]],
    [' , ; ', []],
  ])('%s', (text, units) => {
    expect(splitText(text).map((chunk) => chunk.units)).toEqual(units);
  });
});

describe('words', () => {
  it('singular and plural meet', () => {
    for (const [one, many] of [
      ['berry', 'berries'],
      ['cookie', 'cookies'],
      ['sandwich', 'sandwiches'],
      ['tomato', 'tomatoes'],
      ['loaf', 'loaves'],
      ['grape', 'grapes'],
      ['quiche', 'quiches'],
      ['cheese', 'cheeses'],
      ['bean', 'beans'],
    ] as const)
      expect(stemOf(many)).toBe(stemOf(one));
  });

  it('keeps apart what differs', () => {
    expect(stemOf('swiss')).toBe('swiss');
    expect(keyOf(stemsOf(wordsOf('ice cream')))).toBe(keyOf(stemsOf(wordsOf('icecream'))));
    expect(bagOf(stemsOf(wordsOf('sandwich with ham')))).toBe(
      bagOf(stemsOf(wordsOf('ham sandwich'))),
    );
    expect(keyOf(stemsOf(wordsOf('milk chocolate')))).not.toBe(
      keyOf(stemsOf(wordsOf('chocolate milk'))),
    );
  });
});

describe('spelling', () => {
  it('counts edits, swapped neighbours as one', () => {
    expect(editDistance('latte', 'latte', 2)).toBe(0);
    expect(editDistance('latet', 'latte', 2)).toBe(1);
    expect(editDistance('spagetti', 'spaghetti', 2)).toBe(1);
    expect(editDistance('abc', 'xyz', 2)).toBeGreaterThan(2);
  });

  it('mends long words and leaves short ones', () => {
    const suggest = createSpeller(
      new Map([
        ['spaghetti', 2],
        ['tuna', 9],
        ['banana', 1],
        ['constructor', 1],
        ['bolognais', 9],
      ]),
      9,
    );
    expect(suggest('bolanais')).toEqual({ word: 'bolognais', distance: 2 });
    expect(suggest('spagetti')).toEqual({ word: 'spaghetti', distance: 1 });
    expect(suggest('bananna')).toEqual({ word: 'banana', distance: 1 });
    expect(suggest('tub')).toBeNull();
    expect(suggest('__proto__')).toBeNull();
  });
});
