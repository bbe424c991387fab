import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { createFolder, zonula } from './zonula.ts';

const folder = createFolder();
afterAll(folder.remove);

describe('evidence', () => {
  test('finds dairy and acne, with verdict, summary and sources', async () => {
    const { status, stdout, stderr } = await zonula(['evidence', 'dairy', 'acne', '--json']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const { query, claims } = JSON.parse(stdout);
    expect(query).toBe('dairy acne');
    expect(claims.map(({ id }: { id: string }) => id)).toContain('A23');
    const [found] = claims.filter(({ id }: { id: string }) => id === 'A23');
    expect(found).toMatchObject({
      verdict: 'weak or mixed',
      certainty: 'low',
      claim: expect.stringContaining('Dairy'),
      summary: expect.stringContaining('milk'),
      citations: expect.arrayContaining([expect.objectContaining({ doi: '10.3390/nu10081049' })]),
    });
    expect(stdout).not.toMatch(/"seed"|2451680308ac9e96/u);
  });

  test('on the terminal: several in short, one in full', async () => {
    const several = await zonula(['evidence', 'dairy', 'acne']);
    expect(several.stdout).toContain('A23  “Dairy');
    expect(several.stdout).toContain('One in full: ./zonula evidence');
    const one = await zonula(['evidence', 'b48']);
    expect(one.stdout).toContain('# B48');
    for (const part of ['## Safety', 'IARC group 2B', '## Sources', 'https://doi.org/'])
      expect(one.stdout).toContain(part);
    for (const line of one.stdout.split('\n'))
      if (!line.includes('http')) expect([...line].length).toBeLessThanOrEqual(80);
  });

  test('lists every claim without a query', async () => {
    const { claims } = JSON.parse((await zonula(['evidence', '--json'])).stdout);
    expect(claims).toHaveLength(111);
    const { stdout } = await zonula(['evidence']);
    for (const { id } of claims) expect(stdout).toContain(`${id}  “`);
  });

  test('writes a page on which every claim stands under its id', async () => {
    const all = folder.path.concat('/all.html');
    const { status, stderr } = await zonula(['evidence', '--html', all]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: `page written to ${all}\n` });
    const html = readFileSync(all, 'utf8');
    const { claims } = JSON.parse((await zonula(['evidence', '--json'])).stdout);
    expect(html.match(/<article class="claim" id="claim-[A-Z]\d{2}">/gu)).toHaveLength(111);
    for (const { id } of claims) {
      expect(html).toContain(`id="claim-${id}"`);
      expect(html).toContain(`href="#claim-${id}"`);
    }
    expect(html).toContain("default-src 'none'");
    expect(html).not.toMatch(/<script|<link|src="http/u);
    const odd = await zonula(['evidence', '<img', 'src=x>', '--html', all]);
    expect(odd.status).toBe(0);
    expect(readFileSync(all, 'utf8')).not.toContain('<img');
  });

  test('finding nothing is an answer, and the query stays text', async () => {
    const { status, stdout } = await zonula(['evidence', 'xyzzy\u001b[31m']);
    expect(status).toBe(0);
    expect(stdout).toContain('No claim speaks of');
    expect(stdout).not.toContain('\u001b');
    const none = await zonula(['evidence', 'hasOwnProperty', '--json']);
    expect(JSON.parse(none.stdout)).toEqual({ query: 'hasOwnProperty', claims: [] });
  });
});

/** Sixty days in which wine moves rosacea on the next day. */
const diary = (score: string): string => {
  const rows = ['#scale skin/redness 0 10', 'date,category,name,value'];
  let state = 12345;
  const uniform = () => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648;
  let wine = false;
  for (let day = 0; day < 90; day++) {
    const date = new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10);
    const base = 3 + uniform() + uniform() - 1 + (wine ? 3 : 0);
    rows.push(`${date},skin,${score},${Math.round(base)}`);
    wine = uniform() < 0.3;
    if (wine) rows.push(`${date},food,wine,1`);
    if (uniform() < 0.4) rows.push(`${date},food,rice,1`);
    rows.push(`${date},day,complete,1`);
  }
  return `${rows.join('\n')}\n`;
};

describe('discover with studies beside it', () => {
  const file = folder.file('diary.csv', diary('redness'));
  const page = folder.file('page.html');

  test('quotes them apart from the result, for the condition that was named', async () => {
    const args = ['discover', file, '--grain', 'dish', '--condition', 'rosacea', '--report', page];
    const { status, stdout } = await zonula(args);
    expect(status).toBe(0);
    expect(stdout).toContain('studies, about people in general and not about you:');
    expect(stdout).toContain('X02 people say:');
    const html = readFileSync(page, 'utf8');
    expect(html).toContain('What studies say');
    expect(html).toContain('About people in studies, not about you.');
    const json = JSON.parse((await zonula([...args.slice(0, -2), '--json'])).stdout);
    expect(json.claims).toEqual([['food/wine']]);
    expect(json).not.toHaveProperty('priorOdds');
    expect(json.literature).toContainEqual({
      id: 'food/wine',
      claims: expect.arrayContaining([expect.objectContaining({ id: 'X02', verdict: 'partly' })]),
    });
  });

  test('starts from them only when asked, and says so', async () => {
    const args = ['discover', file, '--grain', 'dish', '--evidence-prior'];
    const asked = await zonula([...args, '--condition', 'rosacea']);
    expect(asked.stdout.replace(/\s+/gu, ' ')).toContain('at the start: “wine” times 1.19');
    const json = await zonula([...args, '--condition', 'rosacea', '--json']);
    expect(JSON.parse(json.stdout).priorOdds).toEqual([
      { id: 'food/wine', odds: expect.closeTo(2 ** 0.25, 12) },
    ]);
  });

  test('needs one skin score and its condition', async () => {
    const without = await zonula(['discover', file, '--evidence-prior']);
    expect(without).toMatchObject({ status: 2, stdout: '' });
    expect(without.stderr).toContain('--evidence-prior needs --condition');
    const two = ['--outcome', 'skin/redness', '--outcome', 'skin/acne'];
    const several = await zonula(['discover', file, '--evidence-prior', ...two]);
    expect(several).toMatchObject({ status: 2, stdout: '' });
    expect(several.stderr).toContain('give --outcome once');
  });
});
