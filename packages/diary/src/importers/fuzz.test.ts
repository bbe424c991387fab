import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixtureBytes, importContent } from '../../fixtures/read-fixture.ts';
import { diarySchema, UnusableInput } from '../index.ts';
import { importers } from './index.ts';

const folder = new URL('../../fixtures/', import.meta.url);
const fixtures = readdirSync(folder).filter((name) => /\.(?:csv|xml)$/u.test(name));
const formatOf = (name: string) => importers.find(({ format }) => name.startsWith(format))!.format;
/** Far above what it takes (a tenth of a second), far below a hang. */
const latest = 8000;

/** Either a diary that keeps the schema, or one clear line; in bounded time. */
const survives = async (
  name: string,
  content: string | Uint8Array,
): Promise<'diary' | 'refused'> => {
  const began = performance.now();
  try {
    const person = name === 'flaredown-long.csv' ? { person: 'personA==' } : {};
    const diary = await importContent(content, { format: formatOf(name), ...person });
    expect(() => diarySchema.parse(diary)).not.toThrow();
    return 'diary';
  } catch (error) {
    if (!(error instanceof UnusableInput)) throw error;
    expect(error.message).toMatch(/^export[,:] ?.*expected /u);
    expect(error.message).not.toMatch(/[\n\r]/u);
    expect(error.message.length).toBeLessThan(500);
    return 'refused';
  } finally {
    expect(performance.now() - began).toBeLessThan(latest);
  }
};

describe.each(fixtures)('%s', (name) => {
  const bytes = fixtureBytes(name);

  it('survives being cut off anywhere', async () => {
    const step = Math.max(1, Math.floor(bytes.length / 60));
    const seen = new Set<string>();
    for (let length = 0; length < bytes.length; length += step) {
      seen.add(await survives(name, bytes.subarray(0, length)));
    }
    expect(seen).toContain('refused');
  });

  it('survives flipped, doubled and lost bytes', async () => {
    const change = fc.record({
      at: fc.nat({ max: bytes.length - 1 }),
      kind: fc.constantFrom('flip', 'set', 'drop', 'double'),
      value: fc.integer({ min: 0, max: 255 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
        const damaged = [...bytes];
        for (const { at, kind, value } of changes) {
          if (kind === 'flip') damaged[at]! ^= 1 << (value % 8);
          else if (kind === 'set') damaged[at] = value;
          else if (kind === 'drop') damaged.splice(at, 1 + (value % 40));
          else damaged.splice(at, 0, ...damaged.slice(at, at + (value % 40)));
        }
        await survives(name, new Uint8Array(damaged.map((byte) => byte ?? 0)));
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  it('survives other separators and hostile cells', async () => {
    const text = new TextDecoder().decode(bytes);
    const hostile = [
      '__proto__',
      'constructor',
      '=cmd|calc',
      "'=1",
      '1e999',
      '-9e99',
      'NaN',
      '9'.repeat(400),
      '🤮'.repeat(50),
      '\u202eevil',
      '\ud800',
      '0001-01-01',
      '9999-12-31',
      '01/01/0001',
      '253402300800000',
      ' ',
      '""',
    ];
    for (const separator of [';', '\t', '|', ',,']) {
      await survives(name, text.replaceAll(',', separator));
    }
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...hostile),
        fc.nat({ max: text.length - 1 }),
        fc.constantFrom(',', ';', '"', '|', ' ', '\n'),
        async (word, from, edge) => {
          const start = text.indexOf(edge, from);
          const end = text.indexOf(edge, start + 1);
          if (start < 0 || end < 0) return;
          await survives(name, text.slice(0, start + 1) + word + text.slice(end));
        },
      ),
      { seed: 2, numRuns: 80 },
    );
  });
});

it.each(['bearable.csv', 'mysymptoms.csv', 'flaredown-wide.csv', 'apple-health.xml'])(
  '%s survives a line of 10 MB and a million separators or quotes',
  async (name) => {
    const text = new TextDecoder().decode(fixtureBytes(name));
    const cut = text.lastIndexOf('\n', text.length - 2) + 1;
    for (const long of ['x'.repeat(10_000_000), ','.repeat(1_000_000), '"'.repeat(1_000_001)]) {
      await survives(name, text.slice(0, cut) + long + text.slice(cut));
    }
  },
);

it('reads noise as no format at all', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (noise) => {
      for (const { format } of importers) {
        await importContent(noise, { format }).catch((error: unknown) => {
          expect(error).toBeInstanceOf(UnusableInput);
        });
      }
    }),
    { seed: 3, numRuns: 100 },
  );
});
