import { describe, expect, it } from 'vitest';
import { readFoodTables } from '../src/assets.ts';
import { packDigits } from '../src/packed.ts';
import { compileTables, type TableTexts } from './compile-tables.ts';

const good: TableTexts = {
  foods:
    'code,desc,survey\n11111000,"Milk, whole",2021-2023\n51101000,"Bread, white",2017-2018\n91105000,Odd tea,2001-2002\n',
  ingredientNames: 'ing_id,ingredient\n0,"Milk, whole"\n1,"Flour, wheat"\n2,Tea leaves\n',
  composition:
    'code,ing_id,pct\n11111000,0,100.0\n51101000,1,80.0\n51101000,0,19.0\n51101000,1,0.8\n91105000,2,100\n',
  patterns:
    'FOODCODE,PF_CUREDMEAT (oz. eq.),D_YOGURT (cup eq.),A_DRINKS (no. of drinks)\n11111000,0.0,0.0,0.0\n51101000,0.5,0.0,0.01\n',
  ingredients:
    'code,name,classes,note\n0,"Milk, whole",dairy milk lactose=0.048,\n1,"Flour, wheat",gluten wheat refined-grain,\n2,Tea leaves,caffeine=0.03,\n',
  ownIngredients: 'code,name,classes,note\n9001,Psyllium husk,fibre=0.8 prebiotic~0.5,\n',
  families:
    'code,name,family,note\n0,"Milk, whole",milk,\n1,"Flour, wheat",wheat,\n2,Tea leaves,tea,\n9001,Psyllium husk,-,\n',
  ownFoods:
    'code,name,parts,note\n100001,Bread and milk,51101000:60 11111000:40,\n100002,Husk drink,i9001:5 100001:95,\n',
  leftOut: 'code,name,reason\n91105000,Odd tea,leaves for water\n',
  preparations:
    'code,food,preparations,note\n100001,Bread and milk,ultra-processed~0.6:fair,\n100002,Husk drink,-,\n11111000,"Milk, whole",-,\n51101000,"Bread, white",ultra-processed~0.6:fair raw:low,\n',
  foodClasses:
    'code,food,classes,note\n51101000,"Bread, white",alcohol=0.02~0.5 sulphite~0.1,\n100002,Husk drink,probiotic,\n',
  variations: 'words,unless,classes,note\ncurry,powder paste,dairy=0.1~0.4 mustard~0.3,\n',
  commonNames:
    'name,language,code,grams,note\nmilk,en,11111000,200,\ntoast,en-GB,51101000,30,unit=slice\nhusk,en,100002,100,\n',
  portions: 'unit,food,grams,note\nglass,,200,\nslice,51101000,30,\n',
  labelWords: 'name,language,classes,note\nwhole milk,en,dairy milk,\n',
  synonyms: 'foodCode^seqNum^startDate^endDate^text\n51101000^1^x^x^~Wonder Bread~^\n',
};

const tables = readFoodTables(JSON.stringify(compileTables(good, 'test 1')));
const at = (code: number): number => tables.codes.indexOf(code);

describe('compiled tables', () => {
  it('hold foods by ascending code, without those left out', () => {
    expect([...tables.codes]).toEqual([100_001, 100_002, 11_111_000, 51_101_000]);
    expect(tables.names[at(51_101_000)]).toBe('Bread, white');
    expect([...tables.surveys]).toEqual([0, 0, 2023, 2018]);
    expect(tables.version).toBe('test 1');
  });

  it('hold the parts of a food, largest first and the rest of the others, and what an ingredient is', () => {
    expect(tables.partsAt(at(51_101_000))).toEqual([
      { ingredient: 1, percent: 81 },
      { ingredient: 0, percent: 19 },
    ]);
    expect(tables.ingredients.get(0)?.family).toBe('milk');
    expect(tables.ingredients.get(9001)?.family).toBeNull();
    expect(tables.ingredients.get(0)?.classes).toEqual([
      { key: 'dairy', share: 1, probability: 1 },
      { key: 'milk', share: 1, probability: 1 },
      { key: 'lactose', share: 0.048, probability: 1 },
    ]);
  });

  it('take own foods apart into basic ingredients', () => {
    expect(tables.partsAt(at(100_001))).toEqual([
      { ingredient: 0, percent: 51.5 },
      { ingredient: 1, percent: 48.5 },
    ]);
    expect(tables.partsAt(at(100_002)).map(({ ingredient }) => ingredient)).toEqual([0, 1, 9001]);
  });

  it('say of every food what was done to it', () => {
    const processed = { tag: 'ultra-processed', probability: 0.6, grade: 'fair' };
    expect(tables.preparationsAt(at(51_101_000))).toEqual([
      processed,
      { tag: 'raw', probability: 1, grade: 'low' },
    ]);
    expect(tables.preparationsAt(at(100_001))).toEqual([processed]);
    expect(tables.preparationsAt(at(11_111_000))).toEqual([]);
  });

  it('hold how recipes of one name differ', () => {
    expect(tables.variations).toEqual([
      {
        words: ['curry'],
        unless: ['powder', 'paste'],
        classes: [
          { key: 'dairy', share: 0.1, probability: 0.4 },
          { key: 'mustard', share: 1, probability: 0.3 },
        ],
      },
    ]);
  });

  it('hold classes of whole foods: the hand-kept before FPED, sums by weight', () => {
    expect(tables.classesAt(at(51_101_000))).toEqual([
      { key: 'alcohol', share: 0.02, probability: 0.5 },
      { key: 'sulphite', share: 1, probability: 0.1 },
      { key: 'processed-meat', share: 0.1418, probability: 1 },
    ]);
    expect(tables.classesAt(at(100_001))).toEqual([
      { key: 'alcohol', share: 0.012, probability: 0.5 },
      { key: 'sulphite', share: 0.6, probability: 0.1 },
      { key: 'processed-meat', share: 0.0851, probability: 1 },
    ]);
    expect(tables.classesAt(at(100_002)).at(-1)).toEqual({
      key: 'probiotic',
      share: 1,
      probability: 1,
    });
    expect(tables.classesAt(at(11_111_000))).toEqual([]);
  });

  it('hold one name of those that are read alike, and its plural where that is a larger portion', () => {
    const commonNames = `${good.commonNames}the milk,en,11111000,200,\nmilks,en,11111000,400,\n`;
    const more = readFoodTables(JSON.stringify(compileTables({ ...good, commonNames }, 'test 1')));
    const portions = more.commonNames.map(({ name, grams }) => `${name} ${grams}`);
    expect(portions).toContain('milk 200');
    expect(portions).toContain('milks 400');
    expect(portions).not.toContain('the milk 200');
  });

  it('hold names with their portions and units', () => {
    expect(tables.commonNames.find(({ name }) => name === 'toast')).toEqual({
      name: 'toast',
      language: 'en-GB',
      code: 51_101_000,
      grams: 30,
      unit: 'slice',
    });
    expect(tables.synonyms).toEqual([{ name: 'wonder bread', code: 51_101_000 }]);
    expect(tables.portions).toEqual([
      { unit: 'glass', code: null, grams: 200 },
      { unit: 'slice', code: 51_101_000, grams: 30 },
    ]);
    expect(tables.labelWords[0]?.classes.map(({ key }) => key)).toEqual(['dairy', 'milk']);
  });

  it('are refused when the parts do not fit together', () => {
    const damaged = { ...compileTables(good, 'x'), counts: packDigits([1, 1, 1, 1]) };
    expect(() => readFoodTables(JSON.stringify(damaged))).toThrow(/damaged/u);
  });
});

const edit = (table: keyof TableTexts, from: string, to: string): TableTexts => {
  expect(good[table]).toContain(from);
  return { ...good, [table]: good[table].replace(from, to) };
};

describe('a table that cannot be', () => {
  const cases: readonly (readonly [string, TableTexts, RegExp])[] = [
    ['a sum far from 100 %', edit('composition', '80.0', '60.0'), /line 3: .*79.80 %/u],
    ['an unknown ingredient', edit('composition', '51101000,0', '51101000,7'), /ingredient 7/u],
    ['an unused ingredient', edit('composition', '91105000,2,', '91105000,1,'), /ingredient 2/u],
    ['a part of no food', edit('composition', '91105000', '91105009'), /91105000 has no compo/u],
    [
      'an ingredient without a row',
      edit('ingredients', '2,Tea leaves,caffeine=0.03,\n', ''),
      /ingredient 2/u,
    ],
    [
      'another name',
      edit('ingredients', 'Flour, wheat', 'Flour, rye'),
      /line 3: .*"Flour, wheat"/u,
    ],
    [
      'an ingredient without a family',
      edit('families', '2,Tea leaves,tea,\n', ''),
      /no row for ingredient 2/u,
    ],
    ['an unknown class', edit('ingredients', 'refined-grain', 'grain'), /line 3: "grain"/u],
    ['a share above one', edit('ingredients', '=0.03', '=3'), /line 4: "caffeine=3"/u],
    ['a class named twice', edit('ingredients', 'gluten wheat', 'gluten gluten'), /named twice/u],
    ['an own food of a later one', edit('ownFoods', '51101000:60', '100002:60'), /100002 above/u],
    [
      'a food to leave out that is not there',
      edit('leftOut', '91105000', '91105001'),
      /no such food/u,
    ],
    ['a preparation of nothing', edit('preparations', '51101000', '51101001'), /food 51101001/u],
    [
      'a food without a row',
      edit('preparations', '100002,Husk drink,-,\n', ''),
      /no row for food 100002/u,
    ],
    ['an unknown grade', edit('preparations', ':fair', ':sure'), /"ultra-processed~0.6:sure"/u],
    [
      'a variation of no allergen',
      edit('variations', 'mustard', 'cocoa'),
      /"cocoa" is no allergen/u,
    ],
    ['a variation that is usual', edit('variations', '0.4', '0.8'), /probability of 0.25 to 0.5/u],
    ['classes of nothing', edit('foodClasses', '51101000', '51101001'), /food 51101001/u],
    ['a pattern out of range', edit('patterns', '0.5,', 'x,'), /FPED, line 3: PF_CUREDMEAT/u],
    ['a name of nothing', edit('commonNames', '51101000', '51101001'), /line 3: there is no such/u],
    ['a name in capitals', edit('commonNames', 'toast', 'Toast'), /lower case/u],
    ['a portion beyond reason', edit('portions', ',,200', ',,20000'), /line 2: grams/u],
    ['an unknown language', edit('labelWords', ',en,', ',xx,'), /"xx" is no language/u],
    ['a row of too many cells', edit('foods', 'Odd tea', 'Odd,tea'), /FDD foods/u],
    ['an empty table', { ...good, portions: '' }, /portions.csv: empty/u],
  ];
  it.each(cases)('is refused: %s', (_, texts, complaint) => {
    expect(() => compileTables(texts, 'x')).toThrow(complaint);
  });
});
