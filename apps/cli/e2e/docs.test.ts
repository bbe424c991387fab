import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { zonula } from './zonula.ts';

const pages = ['.', 'docs', 'examples', 'packages', 'apps', 'validation', 'benchmarks']
  .flatMap((folder) =>
    readdirSync(folder, { recursive: folder !== '.', encoding: 'utf8' }).map((name) =>
      join(folder, name),
    ),
  )
  .filter((path) => path.endsWith('.md') && !path.includes('node_modules'));

describe('documentation', () => {
  test.each(pages)('%s: its links lead somewhere', (page) => {
    const text = readFileSync(page, 'utf8').replace(/```[\s\S]*?```/gu, '');
    const targets = [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/gu)].map(
      ([, to]) => to!,
    );
    expect(targets.filter((to) => !existsSync(join(dirname(page), to)))).toEqual([]);
  });

  test('README tells the false accusations as the last validation measured them', () => {
    const [, hits, of, rate, low, high] =
      /\*\*(\d+)\/(\d+) got any claim: ([\d.]+) % \[([\d.]+), ([\d.]+)\]/u.exec(
        readFileSync('docs/validation.md', 'utf8'),
      )!;
    expect(readFileSync('README.md', 'utf8')).toContain(
      `Of ${Number(of).toLocaleString('en-GB')} simulated diaries in which nothing acts it accused something in ${hits} (${rate} %, 95 % interval ${low} to ${high} %)`,
    );
  });

  test('the commands it shows exist, with their options', async () => {
    const shown = pages.flatMap((page) => [
      ...readFileSync(page, 'utf8').matchAll(/(?:^|`)\s*\.\/zonula ([a-z]+)([^\n`]*)/gmu),
    ]);
    expect(shown.length).toBeGreaterThan(3);
    const help = new Map<string, string>();
    for (const [line, first, rest] of shown) {
      // `trial plan`: a command of a command has options of its own.
      const second = ['trial', 'cohort', 'account'].includes(first!)
        ? /^ ([a-z]+)/u.exec(rest!)?.[1]
        : undefined;
      const command = second === undefined ? first : `${first} ${second}`;
      if (!help.has(command!))
        help.set(command!, (await zonula([...command!.split(' '), '--help'])).stdout);
      expect(help.get(command!), line).toContain(`Usage: zonula ${command}`);
      for (const [option] of rest!.matchAll(/--[a-z][a-z-]*/gu))
        expect(help.get(command!), line).toContain(option);
    }
  });
});
