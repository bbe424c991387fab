import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { holdNotices, narrow, soon, useApp } from './app.ts';
import { englishOn, overflow, violationsInBothThemes } from './checks.ts';
import { serveOwnApp } from './host.ts';
import { enter, everyRoom, settled } from './walk.ts';

const app = useApp();
const phone = { width: 390, height: 844 } as const;

/** What the keyboard is on, and whether that can be seen. */
const focus = (page: Page): Promise<{ readonly name: string; readonly visible: boolean }> =>
  page.evaluate(() => {
    // biome-ignore lint/suspicious/noExplicitAny: Node's types have no page.
    const { document, getComputedStyle } = globalThis as any;
    const on = document.activeElement;
    const shown = on.matches('input[type=radio], input[type=checkbox]')
      ? on.closest('label')
      : on.matches('input[type=date]')
        ? on.parentElement
        : on;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(shown ?? on);
    const ring = (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
    const label = on.closest('[role=radiogroup]')?.querySelector('.label')?.textContent;
    const name = on.getAttribute('aria-label') ?? label ?? on.textContent;
    return { name: `${name}`.trim(), visible: ring };
  });

/** Opens all that is folded in a room. */
const unfold = async (page: Page): Promise<void> => {
  await page.evaluate(() => {
    // biome-ignore lint/suspicious/noExplicitAny: Node's types have no page.
    for (const one of (globalThis as any).document.querySelectorAll('main details'))
      one.open = true;
  });
  await settled(page);
};

const mostTabs = 120;

/** Presses Tab until the keyboard is on this. */
const reach = async (page: Page, name: string | RegExp): Promise<void> => {
  const seen: string[] = [];
  for (let k = 0; k < mostTabs; k++) {
    await page.keyboard.press('Tab');
    const now = await focus(page);
    seen.push(now.name.slice(0, 30));
    if (typeof name === 'string' ? now.name !== name : !name.test(now.name)) continue;
    expect(now.visible, `the keyboard can be seen on ${now.name}`).toBe(true);
    return;
  }
  throw new Error(`no way to ${name} by keyboard, only to ${seen.join(' | ')}`);
};

test('the first run, a day and every room by keyboard alone', async () => {
  const { page, context } = await app.open({ width: 1280, height: 800 });
  await page.getByRole('button', { name: 'Begin my diary' }).waitFor();
  await reach(page, 'Begin my diary');
  await page.keyboard.press('Enter');
  await page.getByText('Eczema').waitFor();
  await reach(page, /Something else/u);
  await page.keyboard.press('Enter');
  await page.getByText('18 to 59').waitFor();
  await reach(page, /^Rather not/u);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'None of these is true' }).waitFor();
  await reach(page, 'None of these is true');
  await page.keyboard.press('Enter');
  const box = page.getByRole('textbox', { name: 'What did you have?' });
  await box.waitFor();
  await holdNotices(page);
  while (!(await box.evaluate((one) => one === one.ownerDocument.activeElement)))
    await page.keyboard.press('Tab');
  await page.keyboard.type('latte');
  await page.getByRole('button', { name: /Change latte/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('Written down: latte').waitFor();
  await reach(page, 'Worst itch');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.getByText('Worst itch: 2').waitFor();
  await reach(page, 'Undo');
  await page.keyboard.press('Enter');
  const first = page.getByRole('radiogroup', { name: 'Worst itch' }).locator('.score-value');
  await expect.poll(() => first.textContent(), soon).toBe('1');
  for (const room of [
    'Timeline',
    'Discover',
    'Trials',
    'Axis',
    'Learn',
    'Plan',
    'Report',
    'Settings',
  ]) {
    await reach(page, room);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url(), soon).toMatch(new RegExp(`#/${room.toLowerCase()}`, 'u'));
    await settled(page);
  }
  await context.close();
});

/** Buttons and fields of which a part lies beside the screen. */
const cutOff = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    // biome-ignore lint/suspicious/noExplicitAny: Node's types have no page.
    const { document, innerWidth } = globalThis as any;
    const found: string[] = [];
    for (const one of document.querySelectorAll('main :is(button, input, a, h1, h2)')) {
      const { left, right, width } = one.getBoundingClientRect();
      const hidden = one.matches('.visually-hidden, .visually-hidden *');
      const scrolls = one.closest('figure, .scroll, table, pre') !== null;
      if (width > 1 && !hidden && !scrolls && (left < -1 || right > innerWidth + 1))
        found.push(`${one.tagName} ${one.textContent.slice(0, 40)}`);
    }
    return found;
  });

test('the mechanism is played by keyboard alone', async () => {
  const { page, context } = await app.open({ width: 1280, height: 800, begun: 'own' });
  await enter(page, 'axis');
  await reach(page, 'Play');
  await reach(page, /^(?:Let the gut move the skin|Go to a day)/u);
  const stress = page.getByRole('slider', { name: 'Stress' });
  for (let tabs = 0; tabs < mostTabs; tabs++) {
    if (await stress.evaluate((one) => one === one.ownerDocument.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => Number(await stress.inputValue()), soon).toBeGreaterThan(0);
  await reach(page, 'All back to rest');
  await page.keyboard.press('Enter');
  await expect.poll(async () => Number(await stress.inputValue()), soon).toBe(0);
  await context.close();
});

const turn = (page: Page, direction: 'ltr' | 'rtl'): Promise<void> =>
  page.evaluate((dir) => {
    // biome-ignore lint/suspicious/noExplicitAny: Node's types have no page.
    (globalThis as any).document.documentElement.dir = dir;
  }, direction);

test('every room, with a full diary and all unfolded, passes axe-core in both themes, and fits at 200 %, on a small phone and read from right to left', async () => {
  const { page, context, errors } = await app.open({ ...phone, begun: 'example' });
  const wrong: string[] = [];
  for (const room of everyRoom) {
    await enter(page, room);
    await unfold(page);
    wrong.push(...(await violationsInBothThemes(page)).map((one) => `${room} ${one}`));
    for (const [how, size, direction] of [
      ['at 200 %', { width: 640, height: 400 }, 'ltr'],
      ['at 320 pixels', narrow, 'ltr'],
      ['from right to left', phone, 'rtl'],
    ] as const) {
      await page.setViewportSize(size);
      await turn(page, direction);
      await page.waitForTimeout(300);
      const wider = await overflow(page);
      if (wider > 0) wrong.push(`${room} ${how}: ${wider} pixels wider than the screen`);
      wrong.push(...(await cutOff(page)).map((one) => `${room} ${how}: ${one}`));
    }
    await turn(page, 'ltr');
  }
  expect(wrong).toEqual([]);
  expect(errors).toEqual([]);
  await context.close();
}, 240_000);

test('every room opens without a network once the app was open', async () => {
  const own = await serveOwnApp();
  const { page, context } = await app.open({ url: own.url, serviceWorkers: 'allow', begun: 'own' });
  await page.evaluate(async () => {
    const { navigator } = globalThis as unknown as {
      navigator: { serviceWorker: { ready: Promise<unknown> } };
    };
    await navigator.serviceWorker.ready;
  });
  await own.stop();
  const failed: string[] = [];
  // What a room that was left was still loading does not count, nor the icon of the tab, for which the browser asks past the app, nor
  // what only the host can say.
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? '';
    if (why !== 'net::ERR_ABORTED' && !/(?:icon\.svg|offers\.json)$/u.test(request.url()))
      failed.push(`${request.url()} ${why}`);
  });
  for (const room of everyRoom) {
    await page.goto('about:blank');
    await page.goto(`${own.url}#/${room}`);
    await settled(page);
    expect(await page.getByRole('alert').count(), room).toBe(0);
    expect(failed, room).toEqual([]);
  }
  await page.goto('about:blank');
  await page.goto(`${own.url}#/`);
  await page.getByRole('textbox', { name: 'What did you have?' }).fill('latte');
  await page.getByRole('button', { name: /Change latte .*dairy/ }).waitFor();
  await context.close();
}, 240_000);

test('in German nothing is English; nothing leaves the page; its policy is kept', async () => {
  const { page, context, requests, errors } = await app.open({
    width: 1280,
    height: 800,
  });
  await page.addInitScript(() => {
    // biome-ignore lint/suspicious/noExplicitAny: Node's types have no page.
    const here = globalThis as any;
    here.broken = [];
    here.addEventListener('securitypolicyviolation', (event: { blockedURI: string }) =>
      here.broken.push(event.blockedURI),
    );
    here.localStorage.setItem('zonula-language', 'de');
  });
  await page.reload();
  await page.getByRole('button', { name: /Beispiel/u }).click();
  await page.getByText('Eine erfundene Person').waitFor({ timeout: 60_000 });
  const english: string[] = [];
  for (const room of everyRoom) {
    await enter(page, room);
    // The example person writes German too.
    if (room === 'discover')
      await page
        .getByText(/Milchschokolade/u)
        .first()
        .waitFor();
    if (room === 'trials')
      await page.getByRole('heading', { name: 'Dein Versuch mit Erdnüsse' }).waitFor();
    await unfold(page);
    english.push(...(await englishOn(page)).map((text) => `${room}: ${text}`));
  }
  expect(english).toEqual([]);
  const broken = await page.evaluate(() => (globalThis as unknown as { broken: string[] }).broken);
  expect(broken).toEqual([]);
  expect(requests.filter((url) => !url.startsWith(app.url))).toEqual([]);
  expect(errors).toEqual([]);
  await context.close();
}, 240_000);
