import { existsSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { createFolder, zonula } from './zonula.ts';

const folder = createFolder();
afterAll(folder.remove);

interface Item {
  readonly phrase: string;
  readonly food: string;
  readonly code: number;
  readonly confidence: number;
  readonly grams: number;
  readonly ingredients: readonly { readonly name: string; readonly percent: number }[];
  readonly nutrients: Readonly<Record<string, number>>;
  readonly classes: Readonly<Record<string, { readonly percent: number; readonly grams: number }>>;
}
interface Answer {
  readonly text: string;
  readonly items: readonly Item[];
  readonly unknown: readonly string[];
  readonly notice: string;
}

const ask = async (...args: readonly string[]): Promise<Answer> => {
  const { status, stdout, stderr } = await zonula(['foods', ...args, '--json']);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return JSON.parse(stdout) as Answer;
};

describe('--json', () => {
  test('a latte and a croissant', async () => {
    const answer = await ask('latte and a croissant');
    expect(answer.text).toBe('latte and a croissant');
    expect(answer.unknown).toEqual([]);
    const [latte, croissant] = answer.items;
    expect(latte).toMatchObject({ phrase: 'latte', food: 'Coffee, Latte', code: 92101900 });
    expect(latte!.confidence).toBeGreaterThanOrEqual(0.8);
    expect(latte!.ingredients[0]!.name).toMatch(/^Milk/u);
    expect(latte!.classes.dairy!.percent).toBeCloseTo(83.1, 0);
    expect(latte!.classes.dairy!.grams).toBeCloseTo(
      (latte!.grams * latte!.classes.dairy!.percent) / 100,
      0,
    );
    expect(latte!.classes).toHaveProperty('caffeine');
    expect(latte!.nutrients.calcium_mg).toBeGreaterThan(150);
    expect(latte!.nutrients.calcium_mg).toBeLessThan(400);
    for (const key of ['gluten', 'wheat', 'dairy', 'added-sugar'])
      expect(croissant!.classes).toHaveProperty(key);
    expect(croissant!.classes).not.toHaveProperty('fish');
    expect(answer.notice).toMatch(/no allergy check/u);
  });

  test('what is not understood is unknown, and nothing is said of it', async () => {
    const answer = await ask('xyzzyplugh');
    expect(answer).toMatchObject({ items: [], unknown: ['xyzzyplugh'] });
  });

  test('what other recipes of the name hold is possible, and keeps the confidence at 0.8', async () => {
    const [salad] = (await ask('potato salad')).items as [
      Item & {
        readonly possible: readonly { readonly key: string; readonly probability: number }[];
      },
    ];
    expect(salad.confidence).toBe(0.8);
    for (const { key, probability } of salad.possible) {
      expect(probability, key).toBeGreaterThan(0);
      expect(probability, key).toBeLessThanOrEqual(0.5);
      expect(salad.classes).not.toHaveProperty(key);
    }
    expect(salad.possible.map(({ key }) => key)).toContain('celery');
    expect((await ask('banana')).items[0]!.confidence).toBeGreaterThan(0.9);
  });

  test('misleading names', async () => {
    const holding = async (name: string, ...phrases: readonly string[]) => {
      const { items, unknown } = await ask(phrases.join(', '));
      expect(unknown).toEqual([]);
      expect(items).toHaveLength(phrases.length);
      return items.filter(({ classes }) => name in classes).map(({ phrase }) => phrase);
    };
    expect(
      await holding(
        'dairy',
        ...['peanut butter', 'coconut milk', 'butternut squash', 'butter', 'oat milk latte'],
        ...['butter beans', 'dairy-free ice cream'],
      ),
    ).toEqual(['butter']);
    expect(await holding('gluten', 'buckwheat')).toEqual([]);
    expect(await holding('egg', 'eggplant', 'egg')).toEqual(['egg']);
  });

  test('an ingredient list', async () => {
    const answer = await ask(
      'Ingredients: WHEAT flour, sugar (23 %), palm oil, whey powder (MILK). May contain nuts.',
    );
    const [item] = answer.items as [
      Item & {
        readonly label: {
          readonly mayContain: readonly string[];
          readonly emphasised: readonly string[];
        };
      },
    ];
    for (const key of ['wheat', 'gluten', 'added-sugar', 'dairy', 'whey'])
      expect(item.classes).toHaveProperty(key);
    expect(item.classes).not.toHaveProperty('tree-nut');
    expect(item.label).toMatchObject({ mayContain: ['tree-nut'] });
    expect(item.label.emphasised).toContain('wheat');
  });

  test('same words and seed, same bytes', async () => {
    const once = await zonula(['foods', 'ramen and kombucha', '--json', '--seed', '3']);
    const twice = await zonula(['foods', 'ramen and kombucha', '--json', '--seed', '3']);
    expect(once.stdout).toBe(twice.stdout);
  });
});

test('in words', async () => {
  const { status, stdout } = await zonula(['foods', 'latte', 'and', 'qwertzuiop']);
  expect(status).toBe(0);
  expect(stdout).toContain('latte: Coffee, Latte');
  expect(stdout).toContain('dairy');
  expect(stdout).toContain('Not understood: qwertzuiop');
  expect(stdout).toContain('no allergy check');
  expect(stdout).toContain('FDA-FDD 3.1, FPED 2017-18, SR28 and FNDDS 2.0');
  expect(stdout).not.toMatch(/heal|treat|diagnos|avoid/iu);
});

describe('corrections', () => {
  test('are read from CSV and from JSON and win', async () => {
    const csv = folder.file('mine.csv', 'phrase,code\nlatte,92101000\n"my, usual",51166000\n');
    expect((await ask('latte', '--corrections', csv)).items[0]).toMatchObject({
      code: 92101000,
      confidence: 1,
    });
    const json = folder.file('mine.json', '{"latte": 92101000, "__proto__": 51166000}');
    expect((await ask('latte', '--corrections', json)).items[0]).toMatchObject({ code: 92101000 });
  });

  test('are remembered', async () => {
    const file = folder.file('new.csv');
    const { status, stderr } = await zonula([
      'foods',
      'brekkie',
      '--corrections',
      file,
      '--correct',
      'brekkie=51166000',
    ]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: `remembered in ${file}\n` });
    expect(existsSync(file)).toBe(true);
    expect(readFileSync(file, 'utf8')).toBe('phrase,code\nbrekkie,51166000\n');
    expect((await ask('brekkie', '--corrections', file)).items[0]).toMatchObject({
      code: 51166000,
    });
  });

  test.each([
    ['no such code', 'phrase,code\nlatte,5\n', ':2:2: '],
    ['no code', 'phrase,code\nlatte,milk\n', ':2:2: '],
    ['other columns', 'a,b\n1,2\n', ':1: '],
    ['broken JSON', '{"latte": ', ': '],
  ])('%s: exit code 2, one line', async (name, content, place) => {
    const file = folder.file(`${name}.csv`, content);
    const { status, stdout, stderr } = await zonula([
      'foods',
      'latte',
      '--json',
      '--corrections',
      file,
    ]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^zonula: [^\p{Cc}]+\n$/u);
    expect(stderr).toContain(`${file}${place}`);
  });
});

describe('whatever is typed', () => {
  test.each(['', '   ', '\u0007', '(((('])('%j: words are needed, exit code 2', async (text) => {
    const { status, stdout, stderr } = await zonula(['foods', text, '--json']);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^zonula: words are needed/u);
  });

  test.each(['__proto__', 'constructor, toString', 'ingredients:', 'no', '🍕 pizza 🍕'])(
    '%j: an answer',
    async (text) => {
      expect((await ask(text)).notice).not.toBe('');
    },
  );

  test('pictures alone', async () => {
    const { items } = await ask('🍕🍺🍺');
    expect(items.map(({ phrase }) => phrase)).toEqual(['pizza', '2 beer']);
    expect(await ask('😀')).toMatchObject({ items: [], unknown: [] });
  });

  test('1 MB on standard input', async () => {
    const { status, stdout } = await zonula(['foods', '-', '--json'], {
      input: 'latte, '.repeat(150_000),
    });
    expect(status).toBe(0);
    expect((JSON.parse(stdout) as { notes: string[] }).notes.length).toBeGreaterThan(0);
  });

  test('no words at all', async () => {
    expect((await zonula(['foods'])).status).toBe(2);
  });
});

test('energy is hidden from whom it may harm', async () => {
  const energyOf = async (profile: object): Promise<readonly string[]> => {
    const file = folder.file('hidden-profile.json', JSON.stringify(profile));
    const { items } = await ask('latte', '--profile', file);
    expect(Object.keys(items[0]!.nutrients)).toContain('calcium_mg');
    return Object.keys(items[0]!.nutrients).filter((name) => name.startsWith('energy'));
  };
  expect(await energyOf({ ageBand: '18-59', eatingDisorder: 'never' })).toEqual(['energy_kcal']);
  expect(await energyOf({ ageBand: 'under-18', eatingDisorder: 'never' })).toEqual([]);
  expect(await energyOf({ ageBand: '18-59', eatingDisorder: 'past' })).toEqual([]);
});
