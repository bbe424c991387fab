import { expect, test } from 'vitest';
import { goTo, step, useApp } from './app.ts';

const app = useApp();
/** Whoever stops typing for so long has typed a name; a little less than the app takes. */
const settleMs = 250;

test('a name that is typed is one question, not one a letter', async () => {
  const { page, context } = await app.open({ begun: 'own' });
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
    here.letters = [];
    here.addEventListener('input', () => here.letters.push(performance.now()));
    const post = here.Worker.prototype.postMessage;
    here.Worker.prototype.postMessage = function (...sent: { question?: { kind: string } }[]) {
      if (sent[0]?.question?.kind === 'report') here.reports++;
      return post.apply(this, sent);
    };
  });
  const name = 'Ada Maria Beispiel';
  await page.getByLabel('Your name on the page').pressSequentially(name);
  await paper.getByText(name).first().waitFor();
  const { reports, letters } = await page.evaluate(() => {
    const here = globalThis as unknown as { reports: number; letters: number[] };
    return { reports: here.reports, letters: here.letters };
  });
  expect(letters).toHaveLength(name.length);
  expect(reports).toBeGreaterThan(0);
  // A slow machine may take a breath between letters, and each breath is a question.
  const breaths = letters.filter((at, k) => k > 0 && at - letters[k - 1]! > settleMs).length;
  expect(reports).toBeLessThanOrEqual(1 + breaths);
  await context.close();
});
