import { builtinModules } from 'node:module';

/** One folder with a package.json: a room of the house. */
export interface Room {
  /** Folder name under `packages/` or `apps/`, or the folder itself. */
  readonly name: string;
  readonly folder: string;
  readonly dependencies: readonly string[];
  readonly devDependencies: readonly string[];
  readonly files: readonly SourceFile[];
}

export interface SourceFile {
  /** Path from the root. */
  readonly path: string;
  readonly code: string;
}

/**
 * Arrows go left to right: what each room may import of the others. A room that is not in the
 * table may import nothing, so whoever adds one adds its row.
 */
export const arrows: Readonly<Record<string, readonly string[]>> = {
  numerics: [],
  diary: [],
  foods: [],
  evidence: [],
  safety: ['diary'],
  clinic: [],
  sharing: [],
  journal: ['diary', 'safety'],
  timeline: ['numerics', 'diary'],
  // The generator must not know the judge: axis never sees discovery or trial.
  axis: ['numerics', 'diary'],
  discovery: ['numerics', 'diary', 'timeline'],
  // Trial is told what discovery found as a plain value.
  trial: ['numerics', 'diary', 'timeline', 'safety'],
  cohort: ['numerics', 'diary', 'timeline', 'discovery', 'trial'],
  care: ['numerics', 'diary', 'foods', 'evidence', 'safety', 'timeline', 'discovery'],
  cli: [
    'numerics',
    'diary',
    'axis',
    'foods',
    'evidence',
    'safety',
    'timeline',
    'discovery',
    'trial',
    'care',
    'cohort',
    'clinic',
    'server',
  ],
  server: ['clinic', 'cohort', 'journal'],
  web: [
    'diary',
    'clinic',
    'axis',
    'foods',
    'evidence',
    'safety',
    'sharing',
    'journal',
    'timeline',
    'discovery',
    'trial',
    'care',
    'cohort',
  ],
  validation: ['numerics', 'diary', 'axis', 'foods', 'timeline', 'discovery', 'trial', 'cohort'],
  benchmarks: [
    'numerics',
    'diary',
    'axis',
    'foods',
    'journal',
    'timeline',
    'discovery',
    'trial',
    'cohort',
    'validation',
    'server',
  ],
};

/** Tests, and programs that only make what the product ships: they may use Node. */
export const isTest = (path: string): boolean =>
  /\.test\.tsx?$/u.test(path) || /\/(fixtures|golden|e2e|compile)\//u.test(path);

/** The code with comments and the content of strings blanked; import specifiers are read before. */
export const withoutCommentsAndStrings = (code: string): string =>
  code.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/gu, (match) =>
    match.startsWith('/') ? ' ' : "''",
  );

export interface Import {
  readonly specifier: string;
  readonly typeOnly: boolean;
}

const importPattern =
  /(?:^|[;\n}])\s*(?:import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\s+from\s*)?'([^']+)'|\bimport\s*\(\s*'([^']+)'/gu;

export const importsOf = (code: string): Import[] => {
  const bare = code.replace(/\/\*[\s\S]*?\*\/|(^|[^:'"])\/\/[^\n]*/gu, '$1');
  return [...bare.matchAll(importPattern)].map((match) => ({
    specifier: (match[2] ?? match[3])!,
    typeOnly: match[1] !== undefined,
  }));
};

const isRelative = (specifier: string): boolean => /^\.{1,2}\//u.test(specifier);
const isNode = (specifier: string): boolean =>
  specifier.startsWith('node:') || builtinModules.includes(specifier.split('/')[0]!);

const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

const resolve = (from: string, specifier: string): string => {
  const parts = from.split('/').slice(0, -1);
  for (const part of specifier.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
};

const scope = '@zonula/';

/** Second doors, for what is too heavy for the first: published numbers to compare with, servers to fight over. */
const sideDoors: ReadonlySet<string> = new Set([
  'numerics/golden',
  'journal/new-log',
  'journal/sync',
  'journal/testing',
  'server/testing',
  'server/testing/server',
]);

/** What lies outside of every room and is for all of them; the second for tests alone. */
const common = 'package.json';
const commonInTests = 'scripts/lock.mjs';

/** Rooms import only what the table of arrows allows, and only through their front door. */
export const forbiddenArrows = (room: Room): string[] =>
  room.files.flatMap(({ path, code }) =>
    importsOf(code).flatMap(({ specifier }) => {
      if (isRelative(specifier)) {
        const target = resolve(path, specifier);
        const inside =
          target.startsWith(`${room.folder}/`) ||
          target === common ||
          (isTest(path) && target === commonInTests);
        return inside ? [] : [`${path}: reaches out of its room: ${specifier}`];
      }
      if (!specifier.startsWith(scope)) return [];
      const target = specifier.slice(scope.length);
      if (target.includes('/') && !sideDoors.has(target))
        return [`${path}: goes past the front door: ${specifier}`];
      const [entered = ''] = target.split('/');
      if (isTest(path) || arrows[room.name]?.includes(entered)) return [];
      return [`${path}: ${room.name} may not import ${target}`];
    }),
  );

/** The generator of simulated people must not know the judge. */
export const generatorsThatKnowTheJudge = (files: readonly SourceFile[]): string[] =>
  files
    .filter(({ path }) => /(?:^|\/)simulate\//u.test(path) && !isTest(path))
    .flatMap(({ path, code }) =>
      importsOf(code)
        .filter(({ specifier }) => /^@zonula\/(?:discovery|trial)$/u.test(specifier))
        .map(({ specifier }) => `${path}: a generator may not import ${specifier}`),
    );

/** Outside code that an engine may import: none of it touches Node, the DOM or a database. */
export const pureLibraries = [
  'zod',
  'saxes',
  'minisearch',
  'd3-array',
  'd3-scale',
  'd3-shape',
  '@noble/hashes',
  'ical-generator',
];

/** The device's own store: its database is handed in, these reach nothing else. */
export const journalLibraries = [
  ...pureLibraries,
  'dexie',
  '@noble/ciphers',
  '@noble/curves',
  '@scure/bip39',
];

/** Hours by the clinic's clock need a calendar that knows the zones. */
const clinicLibraries = [...pureLibraries, 'temporal-polyfill'];

const librariesOf: ReadonlyMap<string, readonly string[]> = new Map([
  ['numerics', []],
  ['journal', journalLibraries],
  ['clinic', clinicLibraries],
]);

/** Numerics imports nothing; engines import no Node module and only pure libraries. */
export const impureImports = (room: Room): string[] => {
  const allowed = librariesOf.get(room.name) ?? pureLibraries;
  return room.files
    .filter(({ path }) => !isTest(path))
    .flatMap(({ path, code }) =>
      importsOf(code)
        .filter(({ specifier }) => !isRelative(specifier) && !specifier.startsWith(scope))
        .filter(({ specifier }) => !allowed.includes(packageOf(specifier)))
        .map(({ specifier }) => `${path}: an engine may not import ${specifier}`),
    );
};

const effects: readonly (readonly [string, RegExp])[] = [
  ['Math.random', /\bMath\s*\.\s*random\b/u],
  ['Date.now', /\bDate\s*\.\s*now\b/u],
  ['the clock', /\bnew\s+Date\s*(?:\(\s*\)|[;,)\]])|(?<!new\s+)\bDate\s*\(\s*\)/u],
  ['the clock', /\bperformance\s*\.\s*now\b/u],
  ['process', /(?<![.\w$])process\s*\./u],
  ['console', /(?<![.\w$])console\s*\./u],
];

/** Clock, randomness and output are handed in by the apps. */
export const hiddenEffects = (room: Room): string[] =>
  room.files
    .filter(({ path }) => !isTest(path))
    .flatMap(({ path, code }) => {
      const text = withoutCommentsAndStrings(code);
      return effects
        .filter(([, pattern]) => pattern.test(text))
        .map(([what]) => `${path}: uses ${what}; take it as a parameter`);
    });

/** Declared dependencies equal the used ones; tests may also use what the root declares. */
export const dependencyDifferences = (room: Room, shared: readonly string[]): string[] => {
  const own = scope + room.name;
  const used = (files: readonly SourceFile[]) =>
    new Set(
      files
        .flatMap(({ code }) => importsOf(code))
        .map(({ specifier }) => specifier)
        .filter((specifier) => !isRelative(specifier) && !isNode(specifier))
        .map(packageOf)
        .filter((name) => name !== own),
    );
  const inProduct = used(room.files.filter(({ path }) => !isTest(path)));
  const inTests = used(room.files.filter(({ path }) => isTest(path)));
  const declared = new Set(room.dependencies);
  const available = new Set([...room.dependencies, ...room.devDependencies, ...shared]);
  return [
    ...[...inProduct].filter((name) => !declared.has(name)).map((name) => `misses ${name}`),
    ...[...declared].filter((name) => !inProduct.has(name)).map((name) => `never uses ${name}`),
    ...[...inTests].filter((name) => !available.has(name)).map((name) => `misses ${name} in tests`),
    ...room.devDependencies
      .filter((name) => !inTests.has(name) && !name.startsWith('@types/'))
      .map((name) => `never uses ${name} in tests`),
  ].map((difference) => `${room.folder}/package.json: ${difference}`);
};

/** Circles of imports between files, each as the path that closes it. Imports of types are free. */
export const importCircles = (files: readonly SourceFile[]): string[] => {
  const known = new Set(files.map(({ path }) => path));
  const next = new Map(
    files.map(({ path, code }) => [
      path,
      importsOf(code)
        .filter(({ specifier, typeOnly }) => isRelative(specifier) && !typeOnly)
        .map(({ specifier }) => resolve(path, specifier))
        .filter((target) => known.has(target)),
    ]),
  );
  const circles: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]) => {
    const start = trail.indexOf(path);
    if (start >= 0) circles.push([...trail.slice(start), path].join(' -> '));
    if (start >= 0 || done.has(path)) return;
    for (const target of next.get(path) ?? []) visit(target, [...trail, path]);
    done.add(path);
  };
  for (const { path } of files) visit(path, []);
  return circles;
};
