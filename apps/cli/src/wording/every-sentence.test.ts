import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { forbiddenWord } from '@zonula/evidence';
import { describe, expect, it } from 'vitest';
import { root } from '../root.ts';
import { type FoundText, textsOfCode, textsOfJson } from './fixtures/sentences-of.ts';

/** Where a forbidden word may stand, and why. Everything else that a person can read is held to the rule. */
const exceptions: readonly (readonly [RegExp, string])[] = [
  [
    /^packages\/evidence\/claims\/\w+\.json\.claim$/u,
    'a claim of others, always shown in quotation marks',
  ],
  [/^packages\/evidence\/claims\/\w+\.json\.citations\./u, 'the title of a publication'],
  [/^packages\/evidence\/claims\/\w+\.json\.words$/u, 'words to search by, never shown'],
  [
    /^packages\/foods\/src\/(?:label\/label|text\/vocabulary)\.ts:/u,
    'words that are read, never said',
  ],
  [/^packages\/care\/src\/(?:report\/style|clinician\/sheet-style)\.ts:/u, 'a style sheet'],
  [/^packages\/numerics\/src\/diagnostics\.ts:/u, 'the field’s name for checks of a sampler'],
  [
    /^packages\/trial\/src\/interop\/studyu-study\.ts:/u,
    'a note on a file format, for researchers',
  ],
  [
    /^apps\/cli\/src\/commands\/axis\.ts:/u,
    'the name of a story that tells a claim beside its counterpart',
  ],
  [/^packages\/diary\/src\/importers\/vocabulary\//u, 'words that are read, never said'],
  [
    /^packages\/axis\/src\/models\/eczema\.ts:/u,
    'a number of the published model, for researchers',
  ],
  [
    /^packages\/axis\/src\/scenario\/stories\.ts:/u,
    'the name of a story that tells a claim beside its counterpart',
  ],
];

const skipped =
  /\.test\.ts$|\/(?:fixtures|golden|e2e|compile|assets|node_modules)(?:\/|$)|package\.json$/u;

const filesIn = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (skipped.test(path)) return [];
    return entry.isDirectory() ? filesIn(path) : /\.(?:ts|json)$/u.test(path) ? [path] : [];
  });

const textsIn = (path: string): readonly FoundText[] => {
  const content = readFileSync(join(root, path), 'utf8');
  return path.endsWith('.ts') ? textsOfCode(path, content) : textsOfJson(path, JSON.parse(content));
};

const texts = [...filesIn('packages'), ...filesIn('apps')].flatMap(textsIn);
const wrong = texts.flatMap(({ place, text }) => {
  const word = forbiddenWord(text);
  return word === null ? [] : [{ place, line: `${place}: ${word}: ${text.slice(0, 160)}` }];
});

describe('every sentence that the product holds', () => {
  it('promises nothing, names no illness of the reader and tells nobody to leave a food out', () => {
    expect(texts.length).toBeGreaterThan(2500);
    const unexcused = wrong.filter(
      ({ place }) => !exceptions.some(([pattern]) => pattern.test(place)),
    );
    expect(unexcused.map(({ line }) => line)).toEqual([]);
  });

  it('has no exception that nothing needs', () => {
    for (const [pattern, why] of exceptions)
      expect(
        wrong.some(({ place }) => pattern.test(place)),
        why,
      ).toBe(true);
  });

  it('is found: help, report, plan, warning signs, evidence', () => {
    const has = (place: RegExp, text: RegExp): boolean =>
      texts.some((one) => place.test(one.place) && text.test(one.text));
    expect(has(/commands\/clinician\.ts/u, /one page for a doctor/u)).toBe(true);
    expect(has(/report\/render-report\.ts/u, /What this page is not/u)).toBe(true);
    expect(has(/plan\/catalogue\/skin\.json/u, /skin/u)).toBe(true);
    expect(has(/safety\/src\/red-flags\.ts/u, /swell/u)).toBe(true);
    expect(has(/evidence\/claims\/A23\.json\.summary/u, /milk|dairy/iu)).toBe(true);
  });
});

it('finds strings and templates, and neither types nor imports nor markup', () => {
  const code = `import { x } from 'not a sentence';
type Kind = 'a type of ours';
const a = 'We heal you.';
const b = html\`<p class="no text here">Avoid \${x} at <b>all</b> times</p>\`;
const c = { key: 'Leave it and cure it.' };
// this comment says: we heal you`;
  expect(textsOfCode('a.ts', code)).toEqual([
    { place: 'a.ts:3', text: 'We heal you.' },
    { place: 'a.ts:4', text: 'Avoid – at all times' },
    { place: 'a.ts:5', text: 'Leave it and cure it.' },
  ]);
  expect(() => textsOfCode('a.ts', 'const = ;')).toThrow('a.ts');
});
