import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { findBrowser, pagesOf } from '../src/clinician/pdf.ts';
import { createFolder, zonula } from './zonula.ts';

const folder = createFolder();
afterAll(folder.remove);

const diary = folder.file(
  'diary.csv',
  `#scale skin/itch 0 10\ndate,category,name,value\n${Array.from(
    { length: 28 },
    (_, k) => `2024-03-${String(k + 1).padStart(2, '0')},skin,itch,${k % 5}`,
  ).join('\n')}\n2024-03-20,food,secret cake,1\n`,
);
const profile = folder.file(
  'profile.json',
  JSON.stringify({ country: 'GB', conditions: ['eczema'], medicines: ['secret tablet'] }),
);
const run = (...args: readonly string[]) =>
  zonula(['clinician', '--diary', diary, '--profile', profile, ...args]);

test('writes what was chosen as a page and as a document, and nothing else', async () => {
  const out = folder.file('page.html');
  const chosen = ['--share', 'conditions,scores:skin/itch,questions', '--question', 'Why & when?'];
  const page = await run(...chosen, '--out', out);
  expect(page).toMatchObject({ status: 0, stdout: '' });
  const html = readFileSync(out, 'utf8');
  for (const there of ['eczema', 'itch', 'Why &amp; when?']) expect(html).toContain(there);
  expect(html).not.toContain('secret');
  const document = await run(...chosen, '--json');
  const bundle = JSON.parse(document.stdout);
  expect(bundle).toMatchObject({ resourceType: 'Bundle', type: 'document' });
  expect(document.stdout).not.toContain('secret');
  const again = await run(...chosen, '--json');
  expect(again.stdout).toBe(document.stdout);
});

test('prints one sheet of PDF where a browser is there, or says what it needs', async () => {
  const out = folder.file('page.pdf');
  const { status, stderr } = await run('--share', 'who,scores,medicines', '--out', out);
  if (findBrowser() === null) {
    expect(status).toBe(2);
    expect(stderr).toContain('a PDF needs Chromium');
    return;
  }
  expect(status).toBe(0);
  expect(pagesOf(readFileSync(out))).toBe(1);
});

test('asks for a choice and names what is wrong with it', async () => {
  const line = async (...args: readonly string[]): Promise<string> => {
    const { status, stdout, stderr } = await run(...args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr.trim().split('\n')).toHaveLength(1);
    return stderr;
  };
  expect(await line('--out', folder.file('a.html'))).toContain('--share LIST is needed');
  expect(await line('--share', 'all', '--json')).toContain('expected who, conditions');
  expect(await line('--share', 'who', '--out', folder.file('a.doc'))).toContain(
    '.html, .pdf or .json',
  );
  expect(await line('--share', 'who', '--json', '--total', 'poem=29@2024-03-01')).toContain(
    '0 to 28',
  );
  const { stderr } = await run('--share', 'medicines:nothing', '--json');
  expect(stderr).toContain('there is no medicines:nothing');
});
