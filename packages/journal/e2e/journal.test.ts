import { readdirSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { NativeDatabase } from '../fixtures/native-database.ts';
import type { Entry } from '../src/index.ts';
import { type Browser, createProfile, startBrowser } from './browser.ts';
import { openTab, type Site, serveJournal } from './site.ts';

const older: NativeDatabase = JSON.parse(
  readFileSync(new URL('../fixtures/journal-v1.json', import.meta.url), 'utf8'),
);
const itch: Entry = { day: '2026-03-01', category: 'skin', name: 'itch', value: 4 };

/** For what comes by itself, on a machine that others use too. */
const soon = { timeout: 60_000 } as const;

let site: Site;
beforeAll(async () => {
  site = await serveJournal();
}, soon.timeout);
afterAll(() => site.close());

test('what was told to be kept survives a killed browser, again and again', async () => {
  const profile = createProfile();
  const kept: string[] = [];
  try {
    for (const patience of [0, 30, 90, 200]) {
      const browser = await startBrowser(profile.folder);
      const { page, call } = await openTab(browser.context, site);
      await page.exposeFunction('told', (id: string) => kept.push(id));
      await call('open');
      const before = kept.length;
      const running = call('addForEver').catch(() => null);
      await expect.poll(() => kept.length, soon).toBeGreaterThan(before);
      await new Promise((resolve) => setTimeout(resolve, patience));
      await browser.kill();
      await running;
    }
    const browser = await startBrowser(profile.folder);
    const { call } = await openTab(browser.context, site);
    await call('open');
    const all = await call('all');
    const ids = new Set(all.map(({ id }) => id));
    expect(kept.filter((id) => !ids.has(id))).toEqual([]);
    // Each addition was of two entries: never one without the other, never counted wrongly.
    const count = (category: string) =>
      all.filter(({ entry }) => entry.category === category).length;
    expect(count('food')).toBe(count('skin'));
    const items = await call('items');
    expect(items.reduce((sum, item) => sum + item.count, 0)).toBe(all.length);
    expect(kept.length).toBeGreaterThan(4);
    await browser.close();
  } finally {
    profile.remove();
  }
});

/** Cuts the browser's newest log of what it wrote, as a browser does that is killed in the middle of a record. */
const tear = (profile: string): void => {
  const folder = join(profile, 'Default', 'IndexedDB');
  const logs = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.log'))
    .sort();
  const file = join(folder, logs.at(-1)!);
  truncateSync(file, statSync(file).size - 5);
};

test('a record that was torn by a kill costs nothing that was written before nor after it', async () => {
  const profile = createProfile();
  try {
    const run = async (before: number, last: 'kill' | 'close' = 'kill'): Promise<string> => {
      const browser = await startBrowser(profile.folder);
      const { call } = await openTab(browser.context, site);
      const device = await call('open');
      expect(await call('day', itch.day)).toHaveLength(before);
      await call('add', [itch]);
      await browser[last]();
      return device;
    };
    const device = await run(0);
    // What was kept last is whole; the torn record stands for one that nobody was told of.
    const torn = await startBrowser(profile.folder);
    const { call } = await openTab(torn.context, site);
    await call('open', 'another');
    await torn.kill();
    tear(profile.folder);
    expect([await run(1), await run(2), await run(3, 'close')]).toEqual([device, device, device]);
  } finally {
    profile.remove();
  }
});

describe('in one browser', () => {
  const profile = createProfile();
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser(profile.folder);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    profile.remove();
  }, soon.timeout);

  test('two tabs write at once and see each other', async () => {
    const [one, two] = [await openTab(browser.context, site), await openTab(browser.context, site)];
    const devices = await Promise.all([one.call('open', 'tabs'), two.call('open', 'tabs')]);
    expect(devices[0]).toBe(devices[1]);
    await one.call('watch', itch.day);
    await expect.poll(() => one.call('seen'), soon).toEqual([0]);
    const added = await Promise.all(
      Array.from({ length: 40 }, (_, k) =>
        (k % 2 === 0 ? one : two).call('add', [{ ...itch, value: k % 11 }]),
      ),
    );
    expect(new Set(added.flat()).size).toBe(40);
    await expect.poll(async () => (await one.call('seen')).at(-1), soon).toBe(40);
    await two.call('undo');
    await expect.poll(async () => (await one.call('seen')).at(-1), soon).toBe(39);
    expect(await one.call('items')).toMatchObject([{ item: 'skin/itch', count: 39 }]);
    await two.call('deleteEverything');
    await expect.poll(() => one.call('closed'), soon).toEqual(['deleted']);
    await one.page.close();
    await two.page.close();
  });

  test.each([
    ['image/jpeg', ['EXIF'], [20, 40]],
    ['image/png', [], [40, 20]],
    ['image/webp', [], [40, 20]],
  ])('a real picture as %s looks the same once it is clean', async (type, removed, size) => {
    const { page, call } = await openTab(browser.context, site);
    const drawn = await call('drawn', type);
    expect(drawn.removed).toEqual(removed);
    expect(drawn.after).toEqual(drawn.before);
    expect(drawn.after.size).toEqual(size);
    await page.close();
  });

  test('a database of version 1 is upgraded with all that is in it', async () => {
    const { page, call } = await openTab(browser.context, site);
    await page.evaluate(
      (dump) =>
        // biome-ignore lint/suspicious/noExplicitAny: the page is not typed.
        (globalThis as any).program.makeDatabase((globalThis as any).indexedDB, 'older', dump),
      older as never,
    );
    expect(await call('open', 'older')).toBe('a1a1a1a1a1a1a1a1');
    expect(await call('all')).toHaveLength(56);
    expect((await call('search', 'wool blanket')).map(({ entry }) => entry.day)).toEqual([
      '2026-02-09',
    ]);
    expect(await call('document')).toEqual({ language: 'de' });
    await call('add', [itch]);
    expect(await call('day', itch.day)).toHaveLength(1);
    await page.close();
  });
});

test('a full device loses nothing, says so in one line, and goes on once there is room', async () => {
  const profile = createProfile();
  try {
    const full = await startBrowser(profile.folder);
    const tab = await openTab(full.context, site);
    const session = await full.context.newCDPSession(tab.page);
    const { origin } = new URL(site.url);
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 300_000 });
    await tab.call('open');
    const [id] = await tab.call('add', [itch]);
    const answers: string[] = [];
    while (answers.length < 20 && !answers.at(-1)?.startsWith('full'))
      answers.push(await tab.call('photo', 60_000));
    expect(answers.at(-1)).toBe(
      'full: There is no room left on this device. Nothing was lost; this last change was not kept.',
    );
    expect(answers.length).toBeGreaterThan(1);
    expect((await tab.call('day', itch.day)).map((entry) => entry.id)).toEqual([id]);
    await full.close();

    const roomy = await startBrowser(profile.folder);
    const { call } = await openTab(roomy.context, site);
    await call('open');
    expect((await call('day', itch.day)).map((entry) => entry.id)).toEqual([id]);
    expect(await call('photoLength', answers[0]!)).toBe(60_008);
    expect(await call('photo', 60_000)).toMatch(/^[0-9a-f]{32}$/u);
    await roomy.close();
  } finally {
    profile.remove();
  }
});
