// @ts-check
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Bytes as gzip sends them, which every host can. Nutrients are no part of the food data: only Plan and Report ask for them. */
export const budgets = { firstLoad: 220_000, foods: 400_000, nutrients: 560_000 };

/** @param {string} folder of the built app */
export const measureWeb = (folder) => {
  const assets = readdirSync(join(folder, 'assets'));
  const codeOf = (/** @type {string} */ name) => readFileSync(join(folder, 'assets', name), 'utf8');
  const packed = (/** @type {string} */ name) => gzipSync(codeOf(name), { level: 9 }).length;
  /** The scripts that a script imports before it runs, itself included. @param {string} name @param {Set<string>} seen */
  const withImports = (name, seen) => {
    if (seen.has(name)) return seen;
    seen.add(name);
    for (const [, next] of codeOf(name).matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+\.js)["'`]/gu))
      withImports(String(next), seen);
    return seen;
  };
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const entry = /src="\.\/assets\/([^"]+\.js)"/u.exec(page)?.[1];
  const foods = assets.find((name) => /^foods-.*\.json$/u.test(name));
  const nutrients = assets.find((name) => /^nutrients-.*\.json$/u.test(name));
  if (!entry || !foods || !nutrients)
    throw new Error(`${folder}: no first script, no foods or no nutrients`);
  const first = [...withImports(entry, new Set())];
  // One language is loaded with the first page: count the larger.
  const languages = assets.filter((name) => /^(?:en|de)-.*\.js$/u.test(name));
  if (languages.length !== 2) throw new Error(`${folder}: expected a script for each language`);
  const sizes = new Map([...first, ...languages].map((name) => [name, packed(name)]));
  const sum = first.reduce((all, name) => all + (sizes.get(name) ?? 0), 0);
  return {
    first,
    sizes,
    firstLoad: sum + Math.max(...languages.map((name) => sizes.get(name) ?? 0)),
    foods: packed(foods),
    nutrients: packed(nutrients),
  };
};

/**
 * Throws where the app outgrew a budget, with what is largest.
 * @param {Pick<ReturnType<typeof measureWeb>, 'sizes' | 'firstLoad' | 'foods' | 'nutrients'>} measured
 */
export const keepBudgets = ({ sizes, firstLoad, foods, nutrients }) => {
  const kilobytes = (/** @type {number} */ bytes) => `${(bytes / 1000).toFixed(1)} kB`;
  if (foods > budgets.foods)
    throw new Error(`food data are ${kilobytes(foods)} packed, over ${kilobytes(budgets.foods)}`);
  if (nutrients > budgets.nutrients)
    throw new Error(
      `nutrients are ${kilobytes(nutrients)} packed, over ${kilobytes(budgets.nutrients)}`,
    );
  if (firstLoad <= budgets.firstLoad) return;
  const largest = [...sizes].sort((a, b) => b[1] - a[1]).slice(0, 8);
  const list = largest.map(([name, size]) => `  ${kilobytes(size)} ${name}`).join('\n');
  throw new Error(
    `the first load is ${kilobytes(firstLoad)} packed, over ${kilobytes(budgets.firstLoad)}:\n${list}`,
  );
};
