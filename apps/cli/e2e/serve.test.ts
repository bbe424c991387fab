import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { createFolder, zonula } from './zonula.ts';

const folder = createFolder();
afterAll(folder.remove);

test('the examples are analysed, said and written', async () => {
  const { status, stdout } = await zonula(['serve', '--out', '.'], { cwd: folder.path });
  expect(status).toBe(0);
  expect(stdout).toContain('invented person');
  expect(stdout).toContain('Miura Meng');
  expect(stdout).toContain('studies, about people in general and not about you:');
  for (const name of ['simulated-person', 'melatonin']) {
    const report = folder.file(`zonula-report-${name}.html`);
    expect(stdout).toContain(report);
    expect(readFileSync(report, 'utf8')).toContain('</html>');
  }
  const first = readFileSync(folder.file('zonula-report-simulated-person.html'), 'utf8');
  expect(first).toContain('What studies say');
});

test('--json prints one document, --out says where', async () => {
  const { status, stdout } = await zonula(['serve', '--json', '--out', folder.path]);
  expect(status).toBe(0);
  const { examples } = JSON.parse(stdout);
  expect(examples.map(({ name }: { name: string }) => name)).toEqual([
    'simulated-person',
    'melatonin',
  ]);
  expect(readdirSync(folder.path)).toHaveLength(2);
});
