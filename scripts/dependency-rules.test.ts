import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  arrows,
  dependencyDifferences,
  forbiddenArrows,
  generatorsThatKnowTheJudge,
  hiddenEffects,
  importCircles,
  importsOf,
  impureImports,
  type Room,
} from './dependency-rules.ts';

const shared = Object.keys(JSON.parse(readFileSync('package.json', 'utf8')).devDependencies);

const readRoom = (folder: string): Room => {
  const manifest = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter((path) => /(?<!\.d)\.tsx?$/u.test(path) && !path.includes('/node_modules/'))
    .sort()
    .map((path) => ({ path, code: readFileSync(path, 'utf8') }));
  return {
    name: folder.split('/').at(-1)!,
    folder,
    dependencies: Object.keys(manifest.dependencies ?? {}),
    devDependencies: Object.keys(manifest.devDependencies ?? {}),
    files,
  };
};

const rooms = ['packages', 'apps']
  .flatMap((parent) => readdirSync(parent).map((name) => `${parent}/${name}`))
  .concat('validation', 'benchmarks')
  .filter((folder) => existsSync(`${folder}/package.json`))
  .map(readRoom);
const engines = rooms.filter(({ folder }) => folder.startsWith('packages/'));

describe('the rooms of this repository', () => {
  test('were found with their files and imports', () => {
    expect(engines.map(({ name }) => name)).toContain('discovery');
    expect(engines.flatMap(({ files }) => files).length).toBeGreaterThan(20);
    expect(engines.flatMap(({ files }) => files.flatMap(({ code }) => importsOf(code))).length) //
      .toBeGreaterThan(20);
  });

  test.each(rooms)('$folder has a row in the table of arrows', ({ name }) => {
    expect(Object.keys(arrows)).toContain(name);
  });

  test.each(rooms)('$folder imports only what its arrows allow', (room) => {
    expect(forbiddenArrows(room)).toEqual([]);
  });

  test.each(rooms)('$folder declares what it uses and uses what it declares', (room) => {
    expect(dependencyDifferences(room, shared)).toEqual([]);
  });

  test.each(engines)('$folder imports neither Node nor the DOM nor a database', (room) => {
    expect(impureImports(room)).toEqual([]);
  });

  test.each(engines)('$folder has no hidden clock, randomness or output', (room) => {
    expect(hiddenEffects(room)).toEqual([]);
  });

  test('generate people without knowing the judge', () => {
    const files = rooms.flatMap(({ files }) => files);
    expect(files.filter(({ path }) => path.includes('/simulate/'))).not.toEqual([]);
    expect(generatorsThatKnowTheJudge(files)).toEqual([]);
  });

  test('has no circles of imports', () => {
    expect(importCircles(rooms.flatMap(({ files }) => files))).toEqual([]);
  });

  test('the table of arrows has no circle', () => {
    const reach = (name: string, seen: ReadonlySet<string>): boolean =>
      (arrows[name] ?? []).some((next) => seen.has(next) || reach(next, new Set([...seen, next])));
    expect(Object.keys(arrows).filter((name) => reach(name, new Set([name])))).toEqual([]);
  });
});

describe('the rules find what they forbid', () => {
  const room = (name: string, code: string, more: Partial<Room> = {}): Room => ({
    name,
    folder: `packages/${name}`,
    dependencies: [],
    devDependencies: [],
    files: [{ path: `packages/${name}/src/a.ts`, code }],
    ...more,
  });

  test('every form of import is seen, comments are not', () => {
    const code = `import { a,
  type B } from 'one';
import type { C } from 'two';
import 'three';
export * from './four.ts';
export { x } from 'five';
// import y from 'not';
/* import z from 'neither'; */
const lazy = await import('six');
const url = 'https://example.org'; import * as all from 'seven';`;
    expect(importsOf(code)).toEqual([
      { specifier: 'one', typeOnly: false },
      { specifier: 'two', typeOnly: true },
      { specifier: 'three', typeOnly: false },
      { specifier: './four.ts', typeOnly: false },
      { specifier: 'five', typeOnly: false },
      { specifier: 'six', typeOnly: false },
      { specifier: 'seven', typeOnly: false },
    ]);
  });

  test.each([
    ['axis', "import { a } from '@zonula/discovery';"],
    ['axis', "import type { A } from '@zonula/trial';"],
    ['numerics', "import { a } from '@zonula/diary';"],
    ['timeline', "import { a } from '@zonula/discovery';"],
    ['discovery', "import { a } from '@zonula/timeline/src/exposures.ts';"],
    ['discovery', "import { a } from '../../timeline/src/exposures.ts';"],
    ['nobody-knows', "import { a } from '@zonula/numerics';"],
  ])('a forbidden arrow out of %s: %s', (name, code) => {
    expect(forbiddenArrows(room(name, code))).toHaveLength(1);
  });

  test.each([
    ['numerics', "import { z } from 'zod';"],
    ['diary', "import { readFileSync } from 'node:fs';"],
    ['discovery', "import fs from 'fs';"],
    ['care', "import { createRoot } from 'react-dom/client';"],
    ['timeline', "import { Kysely } from 'kysely';"],
  ])('an impure import in %s: %s', (name, code) => {
    expect(impureImports(room(name, code))).toHaveLength(1);
  });

  test.each([
    'const seed = Math.random();',
    'const now = Date.now();',
    'const now = new Date();',
    'const now = new Date;',
    'const now = Date();',
    'const start = performance.now();',
    'if (process.env.DEBUG) f();',
    "console.log('found');",
  ])('a hidden effect: %s', (code) => {
    expect(hiddenEffects(room('discovery', code))).toHaveLength(1);
  });

  test('a date with an argument, words in comments and own properties are no effects', () => {
    const code = `// Math.random() and console.log
      const day = new Date('2024-01-01');
      const text = 'process.exit and Date.now()';
      const model = own.process.noise;`;
    expect(hiddenEffects(room('discovery', code))).toEqual([]);
  });

  test('a generator that knows the judge', () => {
    const code = "import { discover } from '@zonula/discovery';";
    const simulate = { path: 'validation/src/simulate/a.ts', code };
    const study = { path: 'validation/src/studies/a.ts', code };
    expect(generatorsThatKnowTheJudge([simulate, study])).toHaveLength(1);
  });

  test('dependencies that are missing or unused', () => {
    const files = [
      { path: 'packages/care/src/a.ts', code: "import { z } from 'zod/mini';\nimport 'd3-shape';" },
      { path: 'packages/care/src/a.test.ts', code: "import { test } from 'vitest';\nimport 'fc';" },
    ];
    const care = room('care', '', { files, dependencies: ['zod', '@zonula/diary'] });
    expect(dependencyDifferences(care, ['vitest'])).toEqual([
      'packages/care/package.json: misses d3-shape',
      'packages/care/package.json: never uses @zonula/diary',
      'packages/care/package.json: misses fc in tests',
    ]);
  });

  test('a circle of imports', () => {
    const files = [
      { path: 'packages/care/src/a.ts', code: "import { b } from './b.ts';" },
      { path: 'packages/care/src/b.ts', code: "import { c } from './deep/c.ts';" },
      { path: 'packages/care/src/deep/c.ts', code: "import { a } from '../a.ts';" },
      { path: 'packages/care/src/d.ts', code: "import type { A } from './a.ts';" },
    ];
    expect(importCircles(files)).toHaveLength(1);
    expect(importCircles(files.slice(1))).toEqual([]);
  });
});
