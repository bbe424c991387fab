import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { categories, identityOf } from './category.ts';
import { createCollector } from './collect.ts';
import type { Diary } from './diary.ts';
import { UnusableInput } from './importer.ts';
import { readDiary } from './read-diary.ts';
import { chunksOf } from './source.ts';
import { tidyImporter, writeTidy } from './tidy.ts';

const options = {
  file: 'diary.csv',
  format: 'auto',
  importers: [tidyImporter],
  today: '2100-01-01',
} as const;
const read = (content: string | Uint8Array, size?: number): Promise<Diary> =>
  readDiary(chunksOf(content, size), options);

const character = fc.constantFrom(
  ...'aZ09 .,;:/\\|\'"`=+-@#%&<>{}[]()*_~^!?$\t\n\r\v\f\0\u0007\u0085\u00a0\u2028\u202e\ufeff',
  ...['é', 'e\u0301', 'ß', 'İ', 'ſ', '中', 'ع', '😀', '👩‍🔬', '\ud800', '\udc00'],
);
const hostile = fc.oneof(
  fc.string({ unit: character, maxLength: 12 }),
  fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '=HYPERLINK("http://x","y")',
    "'=1",
    "''-1",
    '#scale skin/itch 0 10',
    'a 0 10',
    'date,category,name,value',
    'NaN',
    '-5',
    '\r\n=cmd',
  ),
);
const hostileName = hostile.filter(
  (name) => name.replace(/[\0\p{Surrogate}]/gu, 'x').trim() !== '',
);
const value = fc.oneof(
  fc.integer({ min: -100, max: 100 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0, -0, 0.1, 1e21, 5e-324, Number.MAX_VALUE),
);
const day = fc
  .integer({ min: 0, max: 30_000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
const time = fc
  .integer({ min: 0, max: 1439 })
  .map((m) => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`);

const observation = fc
  .record(
    {
      date: day,
      category: fc.constantFrom(...categories),
      name: hostileName,
      number: value,
      silent: fc.boolean(),
      time,
      unit: hostile,
      site: hostile,
      note: hostile,
    },
    { requiredKeys: ['date', 'category', 'name', 'number', 'silent'] },
  )
  .map(({ number, silent, ...row }) => ({
    ...row,
    value: row.category === 'note' && silent ? null : number,
  }));
const scale = fc
  .tuple(fc.constantFrom(...categories), hostileName, value, value)
  .filter(([, , a, b]) => a !== b);

const anyDiary = fc
  .tuple(fc.array(observation, { maxLength: 12 }), fc.array(scale, { maxLength: 3 }))
  .map(([rows, scales]) => {
    const collector = createCollector();
    for (const row of rows) collector.observe(row);
    for (const [category, name, a, b] of scales) {
      const range = { min: Math.min(a, b), max: Math.max(a, b), inferred: false };
      collector.scale(identityOf(category, name), range);
    }
    return collector.diary();
  });

const contentOf = ({ observations, scales }: Diary) => ({ observations, scales });
const notDamaged = new Set(['duplicate-row', 'future-date', 'outside-scale', 'empty']);

describe('the tidy diary', () => {
  it('loses nothing on the way out and back', async () => {
    await fc.assert(
      fc.asyncProperty(anyDiary, fc.integer({ min: 1, max: 40 }), async (diary, size) => {
        const text = writeTidy(diary);
        const back = await read(text, size);
        expect(contentOf(back)).toEqual(contentOf(diary));
        expect(back.warnings.map(({ code }) => code).filter((c) => !notDamaged.has(c))).toEqual([]);
        expect(writeTidy(back)).toBe(text);
      }),
      { seed: 1, numRuns: 1000 },
    );
  });

  it('reads the same diary from rows in any order', async () => {
    await fc.assert(
      fc.asyncProperty(anyDiary, async (diary) => {
        const turned = { ...diary, observations: [...diary.observations].reverse() };
        expect(contentOf(await read(writeTidy(turned)))).toEqual(contentOf(diary));
      }),
      { seed: 2, numRuns: 100 },
    );
  });

  it('never begins a text cell with a formula character', async () => {
    fc.assert(
      fc.property(anyDiary, (diary) => {
        const cells = writeTidy({ ...diary, scales: new Map() }).matchAll(
          /(?:^|[,\n])(?:"((?:[^"]|"")*)"|([^",\n]*))/gu,
        );
        for (const [, quotedCell, plainCell] of cells) {
          const cell = quotedCell ?? plainCell ?? '';
          if (!/^-?[\d.e+-]+$/u.test(cell)) expect(cell).not.toMatch(/^[=+\-@\t\r\n]/u);
        }
      }),
      { seed: 3, numRuns: 300 },
    );
  });

  it('is refused in one line, or read, whatever was done to the file', async () => {
    const damage = fc.oneof(
      fc.record({
        kind: fc.constant('cut' as const),
        at: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
      fc.record({
        kind: fc.constant('overwrite' as const),
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        bytes: fc.uint8Array({ minLength: 1, maxLength: 6 }),
      }),
      fc.record({
        kind: fc.constant('replace' as const),
        from: fc.constantFrom(',', '\n', '"', '-', '.'),
        to: fc.constantFrom(';', '\t', '|', '', '\r', '"', ',,', '\0'),
      }),
    );
    const began = performance.now();
    await fc.assert(
      fc.asyncProperty(anyDiary, damage, async (diary, harm) => {
        const text = writeTidy(diary);
        let bytes = new TextEncoder().encode(text);
        if (harm.kind === 'cut') bytes = bytes.slice(0, Math.floor(harm.at * bytes.length));
        else if (harm.kind === 'overwrite') {
          bytes.set(harm.bytes, Math.floor(harm.at * Math.max(0, bytes.length - 6)));
        } else bytes = new TextEncoder().encode(text.replaceAll(harm.from, harm.to));
        try {
          const { observations } = await read(bytes);
          expect(Array.isArray(observations)).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(UnusableInput);
          expect((error as Error).message).toMatch(/^diary\.csv, line \d+.*: expected [^\r\n]*$/u);
        }
      }),
      { seed: 4, numRuns: 1000 },
    );
    expect(performance.now() - began).toBeLessThan(20_000);
  });

  it('refuses lines of 10 MB and noise quickly', async () => {
    const head = 'date,category,name,value\n2026-01-01,skin,itch,1\n';
    const began = performance.now();
    const noise = Uint8Array.from({ length: 1_000_000 }, (_, i) => (i * i * 31 + i * 7) % 251);
    for (const content of [
      `${head}2026-01-01,skin,${'x'.repeat(10_000_000)},1\n`,
      `${head}2026-01-01,skin,"${'""'.repeat(5_000_000)}",1\n`,
      `${head}${'2026-01-01,skin,itch,1,'.repeat(450_000)}\n`,
      `#scale skin/${'a '.repeat(5_000_000)}\n${head}`,
      'x'.repeat(10_000_000),
      noise,
    ]) {
      await expect(read(content)).rejects.toThrow(/^diary\.csv, line \d+.*: expected [^\r\n]*$/u);
    }
    expect(performance.now() - began).toBeLessThan(20_000);
  });
});
