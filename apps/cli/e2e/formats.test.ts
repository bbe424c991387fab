import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createFolder, zonula } from './zonula.ts';

const folder = createFolder();
afterAll(folder.remove);

const fixtures = 'packages/diary/fixtures';
const people: Readonly<Record<string, string>> = { 'flaredown-long.csv': 'personA==' };
const files = readdirSync(fixtures).filter((name) => /\.(?:csv|xml)$/u.test(name));

describe('exports of other apps', () => {
  test('every format has one', () => {
    const formats = new Set(files.map((name) => name.replace(/[-.](?!health).*$/u, '')));
    for (const format of ['flaredown', 'bearable', 'daylio', 'mysymptoms', 'cronometer'])
      expect(formats).toContain(format);
    for (const format of ['nomie', 'apple-health', 'studyu']) expect(formats).toContain(format);
  });

  test.each(files)('%s: recognised, imported, and imported again without loss', async (name) => {
    const file = join(fixtures, name);
    const person = people[name] ? ['--person', people[name]] : [];
    const first = folder.file(`${name}.1`);
    const second = folder.file(`${name}.2`);
    const { status, stdout } = await zonula(['import', file, '--json', '--out', first, ...person]);
    expect(status).toBe(0);
    expect(JSON.parse(stdout).rows).toBeGreaterThan(0);
    expect((await zonula(['import', first, '--format', 'zonula', '--out', second])).status).toBe(0);
    expect(readFileSync(second)).toEqual(readFileSync(first));
  });

  test('a file of several people needs --person, and says which there are', async () => {
    const { status, stderr } = await zonula(['import', join(fixtures, 'flaredown-long.csv')]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^zonula: [^\n]*--person[^\n]*personA==[^\n]*\n$/u);
  });
});
