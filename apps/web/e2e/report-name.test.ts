import { expect, test } from 'vitest';
import { firstRun, goTo, step, useApp } from './app.ts';

const app = useApp();

test('a name that is typed is one question, not one a letter', async () => {
  const { page, context } = await app.open();
  await firstRun(page);
  await step(page, 'Worst itch', '7').click();
  await page.getByText('Worst itch: 7').waitFor();
  await goTo(page, 'report', 'For your doctor');
  await page.locator('label.choice', { hasText: 'Age and sex' }).first().click();
  const paper = page.locator('.paper');
  await paper.waitFor();
  await page.evaluate(() => {
    // biome-ignore lint/suspicious/noExplicitAny: Node's types have no page.
    const here = globalThis as any;
    here.reports = 0;
    const post = here.Worker.prototype.postMessage;
    here.Worker.prototype.postMessage = function (...sent: { question?: { kind: string } }[]) {
      if (sent[0]?.question?.kind === 'report') here.reports++;
      return post.apply(this, sent);
    };
  });
  const name = 'Ada Maria Beispiel';
  await page.getByLabel('Your name on the page').pressSequentially(name);
  await paper.getByText(name).first().waitFor();
  const asked = await page.evaluate(() => (globalThis as unknown as { reports: number }).reports);
  expect(asked).toBeGreaterThan(0);
  // A slow machine may take a breath between letters.
  expect(asked).toBeLessThan(name.length / 2);
  await context.close();
});
