import { readFileSync, statSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { createFolder, zonula } from './zonula.ts';

const folder = createFolder();
afterAll(folder.remove);
const axis = (...args: string[]) => zonula(['axis', ...args]);
const json = async (...args: string[]) => {
  const { status, stdout, stderr } = await axis(...args, '--json');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return JSON.parse(stdout);
};

describe('studies', () => {
  test('a sweep and a threshold find the published switch', async () => {
    const base = ['--model', 'psoriasis', '--of', 'PASI01'];
    const { sweep, timeUnit } = await json(...base, '--sweep', 'dc_stim=500:1500:3');
    expect(timeUnit).toBe('day');
    expect(sweep.points.map(({ value }: { value: number }) => value)).toEqual([500, 1000, 1500]);
    expect(sweep.points[0].result).toBeLessThan(0.01);
    expect(sweep.points[1].result).toBeGreaterThan(0.99);
    const found = await json(...base, '--threshold', 'dc_stim=100:2000', '--crosses', '0.5');
    expect(found.threshold.value).toBeCloseTo(959.27, 1);
  });

  test('sensitivity is the same for the same seed, and another for another', async () => {
    const ask = (...args: string[]) =>
      axis('--model', 'crypt', '--sensitivity', 'morris', '--of', 'totalCells', '--csv', ...args);
    const [one, again, other] = await Promise.all([ask(), ask(), ask('--seed', '2')]);
    expect(one.stdout).toBe(again.stdout);
    expect(one.stdout).not.toBe(other.stdout);
    expect(one.stdout.split('\r\n')[0]).toBe('name,size,error,mean,deviation,low,high');
    expect(one.stdout.split('\r\n')[1]).toMatch(/^K,/u);
  });

  test('shares of the variance, of chosen numbers of the coupled axis', async () => {
    const { sensitivity, condition } = await json(
      ...['--model', 'axis', '--set', 'condition=acne', '--until', '60', '--of', 'inflamedLesions'],
      ...['--sensitivity', 'sobol', '--samples', '32'],
      ...['--vary', 'comedone_formation=1:4', '--vary', 'junction_rest=0.02:0.1'],
    );
    expect(condition).toBe('acne');
    const [first, second] = sensitivity.factors;
    expect(first.name).toBe('comedone_formation');
    // The gut arrow is 0, so the gut explains nothing.
    expect(second.name).toBe('junction_rest');
    expect(second.total).toBeLessThan(1e-9);
  });
});

describe('scenarios', () => {
  test('the list, a story as JSON, and a file that was printed and run again', async () => {
    const { scenarios } = await json('--scenarios');
    expect(scenarios.length).toBeGreaterThanOrEqual(10);
    const told = await json('--scenario', 'nsaid-weekend');
    expect(told.arms.map(({ name }: { name: string }) => name)).toEqual([
      'with the arrow',
      'without the arrow',
    ]);
    const { stdout } = await axis('--scenario', 'nsaid-weekend', '--yaml');
    const file = folder.file('mine.yaml', stdout);
    expect(await json('--scenario', file)).toEqual(told);
  });

  test('one page that loads nothing', async () => {
    const file = folder.file('page.html');
    const { status, stderr } = await axis('--scenario', 'psoriasis-uvb', '--html', file);
    expect({ status, stderr }).toEqual({ status: 0, stderr: `written to ${file}\n` });
    const page = readFileSync(file, 'utf8');
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)|NaN|undefined/u);
    expect(page.match(/<svg class="chart"/gu)!.length).toBe(3);
    expect(statSync(file).size).toBeLessThan(300_000);
  });
});

describe('unusable arguments end with 2 and one line', () => {
  const file = (name: string, text: string) => folder.file(name, text);
  const start = 'name: a\ntitle: A\ncondition: acne\nuntil: 5\noutputs: [severity]\n';
  test.each([
    [['--model', 'crypt', '--sweep', 'K=1:2:5', '--of', 'N0'], 'within 60 and 240, not from 1'],
    [['--model', 'crypt', '--sweep', 'K=1:2', '--of', 'N0'], 'NAME=LOW:HIGH:COUNT'],
    [['--model', 'crypt', '--sweep', 'K=70:80:5'], '--sweep needs --of'],
    [
      ['--model', 'crypt', '--sweep', 'K=70:80:5', '--of', 'Q'],
      'shows no "Q"; it shows totalCells',
    ],
    [['--model', 'crypt', '--of', 'N0'], '--of needs --sweep'],
    [['--model', 'crypt', '--threshold', 'K=70:80', '--of', 'N0'], 'needs --crosses'],
    [
      ['--model', 'crypt', '--threshold', 'K=70:80', '--of', 'N0', '--crosses', '999'],
      'N0 is at most 999 at both K=70 and K=80',
    ],
    [['--model', 'crypt', '--sensitivity', 'fast', '--of', 'N0'], 'morris, sobol'],
    [['--model', 'crypt', '--vary', 'K=70:80'], '--vary needs --sensitivity'],
    [['--model', 'crypt', '--html', 'x.html'], '--html needs --scenario'],
    [['--scenario', 'no-such'], 'there is no scenario "no-such"; name a file'],
    [['--scenario', 'leaky-gut', '--model', 'crypt'], '--model and --scenario'],
    [['--scenario', 'leaky-gut', '--until', '3'], '--until is for --model'],
    [['--scenario', file('gone.txt', '').replace('gone', 'never')], 'there is no such file'],
    [['--scenario', file('bad.yaml', 'a: [1\nb: 2')], 'neither YAML nor JSON'],
    [['--scenario', file('c.yaml', `${start}settings: {gut_arrow: 3}`)], 'within 0 and 1, not 3'],
    [
      ['--scenario', file('d.yaml', `${start}events: [{day: 1, kind: nsaid, amount: 9}]`)],
      'events[0].amount must be within 0 and 4 doses, not 9',
    ],
    [['--scenario', file('e.json', '{"name": "e"}')], 'title must be a text'],
    [['--scenario', file('f.yaml', `${start}__proto__: {a: 1}`)], '"__proto__"'],
  ])('%j', async (args, words) => {
    const { status, stdout, stderr } = await axis(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(words);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});
