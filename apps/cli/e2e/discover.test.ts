import { existsSync, readFileSync } from 'node:fs';
import { suspectsSchema } from '@zonula/discovery';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFolder, type Outcome, smallDiary, zonula } from './zonula.ts';

const folder = createFolder();
afterAll(folder.remove);
const example = 'examples/simulated-person.csv';
/** The first weeks of that diary: enough for a model, and soon analysed. */
const weeks = folder.file(
  'weeks.csv',
  readFileSync(example, 'utf8').split('\n').slice(0, 400).join('\n'),
);

describe('the simulated person', () => {
  const report = (name: string) => folder.file(`${name}.html`);
  const run = (name: string, ...more: string[]) =>
    zonula(['discover', example, '--report', report(name), ...more]);
  let asked: Outcome;
  beforeAll(async () => {
    asked = await run('asked', '--json');
    expect(asked.status).toBe(0);
  });

  test('the verdict names what truly acts, and nothing that does not', () => {
    const suspects = suspectsSchema.parse(JSON.parse(asked.stdout));
    expect(suspects).toMatchObject({ seed: 1, status: 'ok', outcome: { name: 'itch' } });
    const claims = suspects.claims.map((members) => [...members].sort());
    expect(claims).toContainEqual(['food/ice cream']);
    const guilty = ['food/ice cream', 'food/pizza'];
    for (const members of claims)
      expect(members.some((member) => guilty.includes(member))).toBe(true);
    expect(suspects.exposures.map(({ id }) => id)).toContain('food/coffee');
  });

  test('same file and seed, same bytes, on the terminal and in the report', async () => {
    const again = await run('again', '--json', '--seed', '1');
    expect(again.stdout).toBe(asked.stdout);
    expect(readFileSync(report('again'))).toEqual(readFileSync(report('asked')));
    expect(again.stderr).toBe(`report written to ${report('again')}\n`);
    const [first, second] = await Promise.all(
      [1, 2].map(() => zonula(['discover', weeks, '--seed', '7'])),
    );
    expect(first!.status).toBe(0);
    expect(first!.stdout).not.toBe('');
    expect(second!.stdout).toBe(first!.stdout);
  });

  test('the report is one page without network', () => {
    const html = readFileSync(report('asked'), 'utf8');
    expect(html).toMatch(/^<!doctype html>/iu);
    expect(html).toContain('ice cream');
    expect(html).not.toMatch(/<(?:script|link|iframe|img)\b|(?:src|href)="(?:https?:)?\/\//u);
  });

  test('standard input, another score, another smallest change', async () => {
    const input = readFileSync(weeks);
    const args = ['discover', '-', '--json', '--outcome', 'Gut/Bloating', '--worthwhile', '0.7'];
    const { status, stdout } = await zonula(args, { input });
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      outcome: { category: 'gut', name: 'bloating' },
      worthwhile: 0.7,
    });
  });

  test('several scores at once', async () => {
    const both = ['--outcome', 'skin/itch', '--outcome', 'gut/bloating'];
    const { status, stdout } = await zonula(['discover', weeks, '--json', ...both]);
    expect(status).toBe(0);
    const suspects = suspectsSchema.parse(JSON.parse(stdout));
    expect(suspects.outcome).toMatchObject({ category: 'skin', name: 'itch' });
    expect(suspects.others!.map(({ outcome }) => outcome?.name)).toEqual(['bloating']);
    const text = (await zonula(['discover', example, ...both])).stdout;
    expect(text).toMatch(/^Probably yes: .+ moves your skin\.$/mu);
    expect(text.indexOf('bloating')).toBeGreaterThan(text.indexOf('moves your skin'));
  });

  test('a forecast of seven days for research, and only then', async () => {
    const research = suspectsSchema.parse(
      JSON.parse((await zonula(['discover', weeks, '--json', '--research'])).stdout),
    );
    expect(research.forecast?.map(({ date }) => date)).toEqual(
      [23, 24, 25, 26, 27, 28, 29].map((day) => `2024-02-${day}`),
    );
    for (const { probabilities } of research.forecast!)
      expect(probabilities.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 6);
    expect(JSON.parse(asked.stdout)).not.toHaveProperty('forecast');
  });
});

describe('a diary that cannot answer is no failure', () => {
  test.each([
    ['five entries', smallDiary, []],
    ['no such score', smallDiary, ['--outcome', 'skin/redness']],
    ['no score at all', 'date,category,name,value\n2024-03-01,food,cheese,1\n', []],
    ['no rows', 'date,category,name,value\n', []],
  ])('%s', async (name, content, args) => {
    const file = folder.file(`${name}.csv`, content);
    const json = await zonula(['discover', file, '--json', ...args]);
    expect({ status: json.status, stderr: json.stderr }).toEqual({ status: 0, stderr: '' });
    const suspects = suspectsSchema.parse(JSON.parse(json.stdout));
    expect(suspects).toMatchObject({ status: 'cannot-tell', claims: [] });
    expect(suspects.reasons.length).toBeGreaterThan(0);

    const report = folder.file(`${name}.html`);
    const text = await zonula(['discover', file, '--report', report, ...args]);
    expect(text.status).toBe(0);
    expect(text.stdout.length).toBeGreaterThan(0);
    expect(existsSync(report)).toBe(true);
  });
});
