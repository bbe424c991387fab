import { describe, expect, it } from 'vitest';
import { isHarmful, isWayOfEating } from './eating.ts';
import { askedProfile, person } from './fixtures/people.ts';
import { mayTry } from './gate.ts';

const asking = (exposure: string, classes: readonly string[] | null = []) => ({
  exposure,
  classes,
  days: 14,
  alsoOut: [],
});

describe('a way of eating', () => {
  const ways = [
    'habit/fasting',
    'habit/Intermittent fasting',
    'habit/keto',
    'habit/low-carb',
    'habit/vegan day',
    'habit/gluten free',
    'habit/gluten-free diet',
    'habit/dairy_free',
    'habit/skipped breakfast',
    'habit/no sugar',
    'habit/without dinner',
    'supplement/detox',
    'food/gluten free',
    'food/keto',
    'habit/Fasten',
    'habit/Intervallfasten',
    'habit/glutenfreie Ernährung',
    'habit/zuckerfrei',
    'habit/vegetarischer Tag',
    'habit/Frühstück ausgelassen',
    'habit/ohne Abendessen',
    'habit/keine Süßigkeiten',
    'supplement/Abführmittel',
    'food/glutenfrei',
    'food/Reisdiät',
  ];

  it.each(ways)('%s: is never tried on one’s own, whatever is said of its contents', (exposure) => {
    for (const classes of [[], null, ['citrus']])
      expect(mayTry(person(), asking(exposure, classes)).blockedBy).toContain('one-food-at-a-time');
    expect(mayTry(person({ pregnancy: 'pregnant' }), asking(exposure)).blockedBy).toContain(
      'pregnant-or-breastfeeding',
    );
  });

  it('is no single food, and no habit that is about something else', () => {
    for (const other of [
      'food/vegan burger',
      'food/gluten free bread',
      'class/gluten',
      'habit/fast walk',
      'habit/day off',
      'habit/no shaving',
      'skincare/detox mask',
      'food/glutenfreies Brot',
      'food/vegetarische Lasagne',
      'habit/kein Sport',
      'habit/ohne Schminke',
    ])
      expect(isWayOfEating(other), other).toBe(false);
  });
});

it('is told from other words whichever way a device writes umlauts', () => {
  for (const text of ['habit/Frühstück ausgelassen', 'habit/keine Süßigkeiten', 'food/Reisdiät'])
    expect(isWayOfEating(text.normalize('NFD')), text).toBe(true);
  expect(isHarmful('habit/Fressanfälle'.normalize('NFD'))).toBe(true);
});

describe('a habit about eating', () => {
  it('needs the gates of food, also where nobody says what it holds', () => {
    for (const exposure of [
      'habit/late dinner',
      'habit/eating out',
      'habit/no bread',
      'habit/spätes Essen',
    ]) {
      expect(mayTry(person(), asking(exposure)).allowed).toBe(true);
      expect(mayTry(person({ ageBand: 'under-18' }), asking(exposure)).blockedBy).toEqual([
        'under-18',
      ]);
      expect(mayTry(person({ weight: null }), asking(exposure)).blockedBy).toEqual([
        'not-asked:weight',
      ]);
    }
  });

  it('is told apart from others, which stay open to everybody', () => {
    const child = person({ ageBand: 'under-18', pregnancy: null });
    for (const exposure of [
      'habit/yoga',
      'habit/day off',
      'habit/wool',
      'habit/time outside',
      'habit/Spaziergang',
      'habit/Wolle',
    ])
      expect(mayTry(child, asking(exposure)).allowed, exposure).toBe(true);
  });
});

describe('what does harm by itself', () => {
  it.each([
    ...['habit/smoking', 'habit/vaping', 'habit/binge', 'habit/sunburn', 'habit/picking skin'],
    ...['habit/Rauchen', 'habit/Sonnenbrand', 'habit/Fressattacke', 'habit/Haut aufgekratzt'],
  ])('%s: is never planned', (exposure) => {
    expect(isHarmful(exposure)).toBe(true);
    expect(mayTry(person(), asking(exposure)).blockedBy).toEqual(['harmful']);
  });

  it('counts as a medicine where it says so', () => {
    for (const exposure of [
      'habit/missed meds',
      'habit/off meds',
      'supplement/water pills',
      'habit/Tabletten vergessen',
    ])
      expect(mayTry({ ...person(), profile: askedProfile }, asking(exposure)).blockedBy).toEqual([
        'medicine',
      ]);
  });
});

describe('a whole class of foods', () => {
  const eczema = person({ conditions: ['eczema'] });

  it('takes foods along that may come back only after a clinician has agreed', () => {
    const shut = (key: string) => mayTry(eczema, asking(`class/${key}`, [key])).blockedBy;
    expect(shut('omega-3')).toEqual([
      'clinician-agreement:egg',
      'clinician-agreement:fish',
      'clinician-agreement:shellfish',
    ]);
    expect(shut('gos')).toEqual(['clinician-agreement:nuts']);
    expect(shut('citrus')).toEqual([]);
  });

  it('takes gluten along, which needs the test first', () => {
    const untested = person({ coeliacTest: 'not-tested' });
    for (const key of [
      'fructan',
      'refined-grain',
      'high-glycaemic',
      'ultra-processed',
      'histamine',
    ])
      expect(mayTry(untested, asking(`class/${key}`, [key])).blockedBy, key).toEqual([
        'coeliac-test',
      ]);
  });
});
