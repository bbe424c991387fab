import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { forbiddenWord } from '@zonula/evidence';
import { describe, expect, it } from 'vitest';
import { root } from '../root.ts';
import { forbiddenInGerman, isGerman } from './fixtures/german.ts';
import { type FoundText, textsOfCode, textsOfHtml, textsOfJson } from './fixtures/sentences-of.ts';

/** Where which forbidden words may stand, and why. Everything else that a person can read is held to the rule. */
const exceptions: readonly (readonly [place: RegExp, words: RegExp, why: string])[] = [
  [
    /^packages\/evidence\/claims\/\w+\.json\.claim$/u,
    /./u,
    'a claim of others, always shown in quotation marks',
  ],
  [
    /^apps\/web\/src\/engine-words\/claims\.de\.json\.\w+\.claim$/u,
    /./u,
    'the same in German, always shown in quotation marks',
  ],
  [/^packages\/evidence\/claims\/\w+\.json\.citations\./u, /./u, 'the title of a publication'],
  [/^packages\/evidence\/claims\/\w+\.json\.words$/u, /./u, 'words to search by, never shown'],
  [
    /^packages\/foods\/src\/(?:label\/(?:label|talk)|text\/(?:vocabulary|occasion|context|adjectives|asides))\.ts:/u,
    /^(?:cured|treat|cheat|remove|guilty|quite)$/u,
    'words that are read, never said',
  ],
  [
    /^(?:packages\/clinic|apps\/server)\/src\//u,
    /^[Tt]reatments?$/u,
    'what a clinic offers: the name of it in its catalogue and its API',
  ],
  [/^apps\/server\/src\/(?:clinic|cohort|db|newsletter)\//u, /^(?:excluded|removed)$/u, 'SQL'],
  [
    /^apps\/web\/src\/engine-words\/import\.de\.ts:/u,
    /^Behandlungen$/u,
    'what a row of another app is called',
  ],
  [
    /^packages\/diary\/src\/importers\/vocabulary\//u,
    /^(?:cleanser|elimination|leaky|guilt)$/u,
    'words that are read, never said',
  ],
  [
    /^packages\/care\/src\/(?:report\/style|clinician\/sheet-style)\.ts:/u,
    /^avoid$/u,
    'a style sheet',
  ],
  [
    /^packages\/diary\/src\/importers\/flaredown-long\.ts:/u,
    /^Treatment$/u,
    'what a row of another app is called',
  ],
  [
    /^packages\/numerics\/src\/diagnostics\.ts:/u,
    /^diagnostics$/u,
    'the field’s name for checks of a sampler',
  ],
  [
    /^packages\/trial\/src\/interop\/studyu-study\.ts:/u,
    /^elimination$/u,
    'a note on a file format, for researchers',
  ],
  [
    /^(?:packages\/axis\/src\/scenario\/stories|apps\/cli\/src\/commands\/axis)\.ts:/u,
    /^leaky$/u,
    'the name of a story that tells a claim beside its counterpart',
  ],
  [
    /^packages\/axis\/src\/models\/eczema\.ts:/u,
    /^treatment$/u,
    'a number of the published model, for researchers',
  ],
];

const skipped =
  /\.test\.tsx?$|\/(?:fixtures|golden|e2e|compile|assets|node_modules)(?:\/|$)|package\.json$/u;

const filesIn = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (skipped.test(path)) return [];
    return entry.isDirectory() ? filesIn(path) : /\.(?:tsx?|json|html)$/u.test(path) ? [path] : [];
  });

const textsIn = (path: string): readonly FoundText[] => {
  const content = readFileSync(join(root, path), 'utf8');
  if (path.endsWith('.json')) return textsOfJson(path, JSON.parse(content));
  return path.endsWith('.html') ? textsOfHtml(path, content) : textsOfCode(path, content);
};

const texts = [...filesIn('packages'), ...filesIn('apps')].flatMap(textsIn);
const wrong = texts.flatMap(({ place, text }) => {
  const word = forbiddenWord(text) ?? (isGerman(place) ? forbiddenInGerman(text) : null);
  return word === null ? [] : [{ place, word, line: `${place}: ${word}: ${text.slice(0, 160)}` }];
});

describe('every sentence that the product holds', () => {
  it('promises nothing, names no illness of the reader and tells nobody to leave a food out', () => {
    expect(texts.length).toBeGreaterThan(4000);
    const unexcused = wrong.filter(
      ({ place, word }) =>
        !exceptions.some(([where, words]) => where.test(place) && words.test(word)),
    );
    expect(unexcused.map(({ line }) => line)).toEqual([]);
  });

  it('has no exception that nothing needs', () => {
    for (const [where, words, why] of exceptions)
      expect(
        wrong.some(({ place, word }) => where.test(place) && words.test(word)),
        why,
      ).toBe(true);
  });

  it('is found: help, report, plan, trial, story, form, warning signs, evidence', () => {
    const has = (place: RegExp, text: RegExp): boolean =>
      texts.some((one) => place.test(one.place) && text.test(one.text));
    expect(has(/commands\/clinician\.ts/u, /one page for a doctor/u)).toBe(true);
    expect(has(/report\/render-report\.ts/u, /What this page is not/u)).toBe(true);
    expect(has(/plan\/catalogue\/skin\.json/u, /skin/u)).toBe(true);
    expect(has(/apps\/cli\/src\/trial\/today-text\.ts/u, /\w/u)).toBe(true);
    expect(has(/apps\/cli\/src\/trial\/result-text\.ts/u, /\w/u)).toBe(true);
    expect(has(/apps\/cli\/src\/foods\/text\.ts/u, /\w/u)).toBe(true);
    expect(has(/axis\/src\/scenario\/stories\.ts/u, /story/u)).toBe(true);
    expect(has(/care\/src\/clinician\/sheet\.ts/u, /For my clinician/u)).toBe(true);
    expect(has(/care\/src\/instruments\/easi\.ts/u, /\w/u)).toBe(true);
    expect(has(/care\/questionnaires\/poem\.json/u, /\w/u)).toBe(true);
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

it('finds the words between the tags of a screen and of a page', () => {
  const code = `const A = () => <p title="Heal it soon">We cure <b>your skin now</b> {x} today then</p>;`;
  expect(textsOfCode('a.tsx', code).map(({ text }) => text)).toEqual([
    'Heal it soon',
    'We cure',
    'your skin now',
    'today then',
  ]);
  const page =
    '<html><head><meta name="description" content="We heal you"><style>a{avoid: all of it}</style></head><body><p>A page of words</p></body></html>';
  expect(textsOfHtml('a.html', page).map(({ text }) => text)).toEqual([
    'We heal you',
    'A page of words',
  ]);
});

it('knows German promises', () => {
  for (const text of ['Das heilt die Haut.', 'Behandle dich selbst.', 'Verzichte auf Milch.'])
    expect(forbiddenInGerman(text), text).not.toBeNull();
  expect(forbiddenInGerman('Ein heiler Tag, ein heikler Fall, im Heilbad.')).toBeNull();
});
