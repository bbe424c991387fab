import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { startServer } from './start-server.ts';
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

test('without --out the app is served, on this computer only, under a strict policy', async () => {
  const { url, examples, stop } = await startServer([]);
  try {
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/u);
    const page = await fetch(url);
    const policy = page.headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'; script-src 'self';");
    expect(await page.text()).toContain('<div id="app">');
    const report = await fetch(examples[0]!.url);
    expect(report.status).toBe(200);
    expect(await report.text()).toContain('</html>');
    for (const wrong of ['../package.json', '%2e%2e/package.json', 'nothing'])
      expect((await fetch(`${url}${wrong}`)).status, wrong).toBe(404);
    expect((await fetch(url, { method: 'POST' })).status).toBe(405);
    const port = new URL(url).port;
    const second = await zonula(['serve', '--port', port]);
    expect(second.status).toBe(2);
    expect(second.stderr).toContain('--port 0 takes a free one');
  } finally {
    await stop();
  }
});
