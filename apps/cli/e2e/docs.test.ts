import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pages } from './pages.ts';

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
});
