import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

type Rules = 'all' | 'of colour';

/** What axe-core finds wrong on the page, a line each. */
export const violations = async (page: Page, rules: Rules = 'all'): Promise<readonly string[]> => {
  if (!(await page.evaluate('typeof axe === "object"'))) await page.evaluate(axe.source);
  return page.evaluate(async (which) => {
    const { axe: here } = globalThis as unknown as { axe: typeof axe };
    const found = await here.run({
      resultTypes: ['violations'],
      ...(which === 'of colour' ? { runOnly: ['color-contrast', 'link-in-text-block'] } : {}),
    });
    return found.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
    );
  }, rules);
};

/** The same in both themes, which differ in colours alone; the page is light after it. */
export const violationsInBothThemes = async (page: Page): Promise<readonly string[]> => {
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await violations(page);
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await violations(page, 'of colour');
  return [...dark.map((one) => `dark: ${one}`), ...light.map((one) => `light: ${one}`)];
};

/** Pixels that the page is wider than the screen. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { document } = globalThis as unknown as {
      document: { documentElement: { scrollWidth: number; clientWidth: number } };
    };
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });

/** Nothing that axe-core finds wrong, and nothing wider than the screen. */
export const expectReadable = async (
  page: Page,
  where = '',
  rules: Rules = 'all',
): Promise<void> => {
  expect(await violations(page, rules), where).toEqual([]);
  expect(await overflow(page), where).toBeLessThanOrEqual(0);
};

/** The same in both themes; the page is light after it. */
export const expectReadableInBothThemes = async (page: Page, where = ''): Promise<void> => {
  expect(await violationsInBothThemes(page), where).toEqual([]);
  expect(await overflow(page), where).toBeLessThanOrEqual(0);
};

/** The same on a phone, on a desk and, in both themes, on a small phone; the page stays light and small. */
export const expectReadableInThreeWidths = async (page: Page, where: string): Promise<void> => {
  for (const [colorScheme, width, rules] of [
    ['light', 390, 'all'],
    ['dark', 1280, 'all'],
    ['dark', 320, 'all'],
    ['light', 320, 'of colour'],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    await expectReadable(page, `${where}, ${colorScheme}, ${width} pixels`, rules);
  }
};

/** Texts on the page that are English, but for titles and names of studies (`cite`) and what the person wrote. */
export const englishOn = (page: Page) =>
  page.evaluate(() => {
    // biome-ignore lint/suspicious/noExplicitAny: Node's types have no page.
    const { document, NodeFilter } = globalThis as any;
    const words = /\b(?:the|and|you|your|with|of|are|that|this|from|what|which|it)\b/giu;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const english: string[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.textContent.trim();
      const parent = node.parentElement;
      const own = 'script, style, noscript, .diary-name, cite, .step [lang="en"]';
      if (text === '' || parent.closest(own) !== null) continue;
      const found = new Set((text.match(words) ?? []).map((word: string) => word.toLowerCase()));
      if (found.size >= 2 || parent.closest('[lang]').lang === 'en') english.push(text);
    }
    return english;
  });
