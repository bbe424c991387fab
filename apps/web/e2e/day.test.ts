import { expect, test } from 'vitest';
import { goTo, isTold, step, turnTo, useApp } from './app.ts';

const app = useApp();

test('breakfast and three scores take at most 12 interactions, and are still there after a restart', async () => {
  const { page, context, requests, errors } = await app.open({ begun: 'own' });
  let interactions = 0;
  const count = async (action: Promise<unknown>): Promise<void> => {
    interactions++;
    await action;
  };
  const box = page.getByRole('textbox', { name: 'What did you have?' });
  await count(box.click());
  await count(box.pressSequentially('latte and a croissant'));
  await page.getByRole('button', { name: /Change latte .*dairy/ }).waitFor();
  await count(page.getByRole('button', { name: 'Write it down' }).click());
  await count(step(page, 'Worst itch', '4').click());
  await count(step(page, 'Redness or colour change', 'some').click());
  await count(step(page, 'Bloating', '2').click());
  expect(interactions).toBeLessThanOrEqual(12);
  await page.getByText('Bloating: 2').waitFor();
  await page.reload();
  await page.getByRole('button', { name: /Change croissant .*dairy · wheat/ }).waitFor();
  await page
    .getByRole('radio', { name: '4', checked: true })
    .first()
    .waitFor({ state: 'attached' });
  expect(requests.filter((url) => !url.startsWith(app.url))).toEqual([]);
  expect(errors).toEqual([]);
  await context.close();
});

test('none is not the same as not written down, and undo takes the last thing back', async () => {
  const { page, context } = await app.open({ begun: 'own' });
  const itch = page.getByRole('radiogroup', { name: 'Worst itch' });
  expect(await itch.textContent()).toContain('not written down');
  await step(page, 'Worst itch', '0').click();
  await itch.getByText('0, none').waitFor();
  await isTold(page, 'Worst itch: 0, none');
  await page.getByRole('button', { name: 'Clear Worst itch' }).click();
  await itch.getByText('not written down').waitFor();
  // Shown at once; what undo takes back is what the line says.
  await isTold(page, 'Worst itch: not written down');
  await page.getByRole('button', { name: 'Undo' }).click();
  await itch.getByText('0, none').waitFor();
  await context.close();
});

test('a day before today is marked as remembered later', async () => {
  const { page, context } = await app.open({ begun: 'own' });
  await turnTo(page, 'The day before');
  await page.getByText('Remembered later').waitFor();
  await step(page, 'Worst itch', '6').click();
  await page.getByText('Worst itch: 6').waitFor();
  await goTo(page, 'timeline', 'Your days');
  await page.getByText('remembered later').waitFor();
  await context.close();
});

test('a correction takes one tap and is remembered', async () => {
  const { page, context } = await app.open({ begun: 'own' });
  const box = page.getByRole('textbox', { name: 'What did you have?' });
  await box.fill('latte');
  await page.getByRole('button', { name: /Change latte .*dairy/ }).click();
  const other = page.getByRole('textbox', { name: 'Something else' });
  await other.fill('black coffee');
  await page.getByRole('button', { name: 'black coffee', exact: true }).click();
  await page.getByRole('button', { name: /Change latte .*caffeine/ }).waitFor();
  await page.reload();
  await box.fill('latte');
  await page.getByRole('button', { name: /Change latte .*caffeine/ }).waitFor();
  await context.close();
});

test('what is not understood is kept as it was written, and nothing is stored unasked', async () => {
  const { page, context } = await app.open({ begun: 'own' });
  const box = page.getByRole('textbox', { name: 'What did you have?' });
  await box.fill('xqzzt');
  await page.getByText('“xqzzt” we do not know').waitFor();
  await page.getByRole('button', { name: 'Write it down' }).click();
  await page.getByText('Written down: xqzzt').waitFor();
  await turnTo(page, 'The day before');
  await turnTo(page, 'The day before');
  expect(await page.getByRole('heading', { name: 'Written down' }).count()).toBe(0);
  await context.close();
});

test('under 18, foods are neither asked for nor shown', async () => {
  const { page, context } = await app.open();
  await page.getByRole('button', { name: 'Begin my diary' }).click();
  await page.getByRole('button', { name: 'Something else' }).click();
  await page.getByText('Under 18').click();
  await page.getByRole('button', { name: 'Rather not' }).click();
  await page.getByRole('button', { name: 'Ask me later' }).click();
  await page.getByText('Foods are not shown here').waitFor();
  expect(await page.getByRole('textbox', { name: 'What did you have?' }).count()).toBe(0);
  await step(page, 'Worst itch', '3').click();
  await isTold(page, 'Worst itch: 3');
  await goTo(page, 'settings', 'Settings');
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await (await choosing).setFiles('examples/simulated-person.csv');
  await page.getByText('It holds').waitFor();
  expect(await page.getByText('pizza').count()).toBe(0);
  await page.getByRole('button', { name: 'Take them in' }).click();
  await page.getByText(/entries taken in/u).waitFor();
  await goTo(page, 'timeline', 'Your days');
  await page.getByRole('searchbox').fill('pizza');
  await page.getByText('Nothing found').waitFor();
  await page.getByRole('searchbox').fill('itch');
  await page
    .getByText(/\d+ entries/u)
    .first()
    .waitFor();
  await context.close();
});

test('a warning sign is answered before anything else', async () => {
  const { page, context } = await app.open();
  await page.getByRole('button', { name: 'Begin my diary' }).click();
  await page.getByRole('button', { name: 'Something else' }).click();
  await page.getByRole('button', { name: 'Rather not' }).click();
  await page.getByText('have you had swelling of your lips').click();
  await page.getByRole('button', { name: 'This is true, not the rest' }).click();
  await page.getByText('999').first().waitFor();
  await context.close();
});
