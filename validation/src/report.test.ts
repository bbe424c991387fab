import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keptRows } from './kept-rows.ts';
import { published, type Run, reportOf, type StudyResult } from './report.ts';
import { rateOf } from './statistics.ts';
import type { FalseAccusations } from './studies/false-accusations.ts';

const run: Run = {
  version: '1.2.3',
  pool: 'tuning',
  quick: false,
  tasks: 100,
  firstSeed: 1,
  lastSeed: 100,
  machine: 'two cores',
};
const result = (hits: number, more: Partial<Run> = {}): StudyResult => ({
  run: { ...run, ...more },
  result: {
    accused: rateOf(hits, 100),
    declined: 1,
    byFeature: [{ name: 'weekend menus', accused: rateOf(0, 0) }],
    comparators: [{ label: 'a rule with |r|', accused: rateOf(90, 100), accusationsPerDiary: 3 }],
    accusationsPerDiary: 0.02,
    hiddenConfounding: rateOf(5, 20),
  } satisfies FalseAccusations,
});

describe('the published figures', () => {
  it('quote the nulls on top', () => {
    const { document } = published(null, { 'false-accusations': result(2) });
    expect(document).toMatchObject({ nulls: 100, accused: 2, rate: 0.02, version: '1.2.3' });
    expect(document.interval![0]).toBeLessThan(0.02);
    expect(document.comparators).toEqual([{ name: 'a rule with |r|', rate: 0.9 }]);
  });

  it('never give way to a quicker run or to tuning seeds', () => {
    const first = published(null, {
      'false-accusations': result(2, { pool: 'held-back' }),
    }).document;
    const quick = published(first, { 'false-accusations': result(50, { quick: true }) });
    expect(quick.keptBetter).toEqual(['false-accusations']);
    expect(quick.document.accused).toBe(2);
    const again = published(first, { 'false-accusations': result(3, { pool: 'held-back' }) });
    expect(again.document.accused).toBe(3);
  });

  it('make the same page after a round trip through JSON', () => {
    const { document } = published(null, { 'false-accusations': result(2) });
    const page = reportOf(document);
    expect(page).toContain('2/100 got any claim');
    expect(page).toContain('a rule with \\|r\\|');
    expect(page).toContain('Version 1.2.3, 100 tasks on tuning seeds');
    expect(reportOf(JSON.parse(JSON.stringify(document)))).toBe(page);
  });
});

describe('kept rows', () => {
  it('survive, except for a line that was cut off', () => {
    const folder = mkdtempSync(join(tmpdir(), 'rows-'));
    try {
      const rows = keptRows(folder, 'study');
      rows.keep({ seed: 1 }, { a: 1 });
      rows.keep({ seed: 2 }, { a: 2 });
      const file = join(folder, 'study.jsonl');
      writeFileSync(file, readFileSync(file, 'utf8').slice(0, -4));
      const again = keptRows(folder, 'study');
      expect(again.find({ seed: 1 })).toEqual({ a: 1 });
      expect(again.find({ seed: 2 })).toBeUndefined();
      again.keep({ seed: 2 }, { a: 3 });
      expect(keptRows(folder, 'study').find({ seed: 2 })).toEqual({ a: 3 });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
