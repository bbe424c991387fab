import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { goTo, isTold, soon, turnTo, useApp } from './app.ts';
import { expectReadableInBothThemes } from './checks.ts';

const app = useApp();

const openMap = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Mark where on the body' }).click();
  await page.getByRole('group', { name: 'Your body from the front' }).waitFor();
};

const zone = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

const brush = (page: Page, level: string) =>
  page.getByRole('group', { name: 'How much?' }).getByText(level, { exact: true });

test('places are marked with one tap each, kept by place, and undone', async () => {
  const { page, context, errors } = await app.open({ begun: 'own' });
  await openMap(page);
  await zone(page, 'chest: not written down').click();
  await zone(page, 'chest: some').waitFor();
  expect(await zone(page, 'chest: some').getAttribute('aria-pressed')).toBe('true');
  await brush(page, 'much').click();
  await zone(page, 'bend of the left elbow: not written down').click();
  await page.getByText('chest: some · bend of the left elbow: much').waitFor();
  // The line at the bottom comes after what is seen on the map.
  await isTold(page, /bend of the left elbow: much/u);
  await page.getByRole('button', { name: 'Undo' }).click();
  await zone(page, 'bend of the left elbow: not written down').waitFor();
  expect(
    await page.getByRole('radiogroup', { name: 'Redness or colour change' }).textContent(),
  ).toContain('not written down');
  await page.reload();
  await openMap(page);
  await zone(page, 'chest: some').waitFor();
  await zone(page, 'bend of the left elbow: not written down').waitFor();
  await goTo(page, 'timeline', 'Your days');
  await page.getByRole('searchbox').fill('chest');
  await page.getByRole('button', { name: 'Change Redness or colour change, chest some' }).waitFor();
  expect(errors).toEqual([]);
  await context.close();
});

test('every place of the drawings is in the list too, and "none" is not "not written down"', async () => {
  const { page, context } = await app.open({ begun: 'own' });
  await openMap(page);
  for (const part of ['Face', 'Head and neck', 'Trunk', 'Arms and hands', 'Legs and feet'])
    await page.locator('summary', { hasText: part }).click();
  const drawn = new Set<string>();
  for (const view of ['Front', 'Back', 'Face']) {
    await page.getByRole('group', { name: 'Side of the body' }).getByText(view).click();
    for (const label of await page
      .locator('.body-side.here .body-zone')
      .evaluateAll((zones) =>
        zones.map((one) =>
          (one as unknown as { getAttribute: (name: string) => string }).getAttribute('aria-label'),
        ),
      ))
      drawn.add(label.replace(': not written down', ''));
  }
  drawn.delete('Zoom in on the face');
  const listed = await page.locator('.place-list legend').allTextContents();
  const names = listed.map((text) => text.replace(/, Redness.*$/u, ''));
  expect(drawn.size).toBeGreaterThan(40);
  expect([...drawn].filter((name) => !names.includes(name))).toEqual([]);
  const chin = page.locator('.place-list fieldset', { hasText: 'chin and mouth' });
  await chin.getByText('none', { exact: true }).click();
  await zone(page, 'chin and mouth: none').waitFor();
  expect(await zone(page, 'chin and mouth: none').getAttribute('aria-pressed')).toBe('false');
  await page.getByRole('button', { name: 'Clear chin and mouth' }).click();
  await zone(page, 'chin and mouth: not written down').waitFor();
  await context.close();
});

test('the map needs no pointer: arrows move, digits score, Delete clears', async () => {
  const { page, context } = await app.open({ width: 1280, height: 900, begun: 'own' });
  await openMap(page);
  const first = page.locator('.body-figure.front .body-zone[tabindex="0"]');
  await expect.poll(() => first.count(), soon).toBe(1);
  await first.focus();
  const here = () =>
    page.evaluate(() =>
      (
        globalThis as unknown as {
          document: { activeElement: { getAttribute: (name: string) => string | null } };
        }
      ).document.activeElement.getAttribute('aria-label'),
    );
  const isHere = (label: string) => expect.poll(here, soon).toBe(label);
  await isHere('chest: not written down');
  await page.keyboard.press('ArrowDown');
  await isHere('belly: not written down');
  await page.keyboard.press('3');
  await zone(page, 'belly: much').waitFor();
  await isHere('belly: much');
  await page.keyboard.press('0');
  await zone(page, 'belly: none').waitFor();
  await page.keyboard.press('Delete');
  await zone(page, 'belly: not written down').waitFor();
  await page.keyboard.press('Enter');
  await zone(page, 'belly: some').waitFor();
  await page.keyboard.press('Tab');
  await isHere('scalp: not written down');
  await context.close();
});

test('itch has places too, on its own scale; how much it bothers has none', async () => {
  const { page, context } = await app.open({ begun: 'own' });
  await openMap(page);
  const what = page.getByRole('group', { name: 'What do you mark?' });
  expect(await what.getByText('How much it bothers you').count()).toBe(0);
  for (const item of ['Dryness', 'Flaking', 'Oozing', 'Dark or pale marks'])
    expect(await what.getByText(item, { exact: true }).count()).toBe(1);
  await what.getByText('Worst itch').click();
  await brush(page, 'much').click();
  await zone(page, 'bend of the left elbow: not written down').click();
  await zone(page, 'bend of the left elbow: much').waitFor();
  await zone(page, 'belly: not written down').focus();
  await page.keyboard.press('1');
  await zone(page, 'belly: a little').waitFor();
  expect(await page.getByRole('radiogroup', { name: 'Worst itch' }).textContent()).toContain(
    'not written down',
  );
  await goTo(page, 'timeline', 'Your days');
  await page.getByRole('button', { name: 'Change Worst itch, bend of the left elbow 9' }).waitFor();
  await page.getByRole('button', { name: 'Change Worst itch, belly 3' }).waitFor();
  await context.close();
});

test('"nowhere else" writes none for the places of other days, and for nothing more', async () => {
  const { page, context } = await app.open({ begun: 'own' });
  await turnTo(page, 'The day before');
  await openMap(page);
  await zone(page, 'belly: not written down').click();
  await zone(page, 'belly: some').waitFor();
  await turnTo(page, 'The day after');
  await openMap(page);
  await zone(page, 'belly: not written down').waitFor();
  await zone(page, 'chest: not written down').click();
  await page.getByRole('button', { name: 'Nowhere else' }).click();
  await zone(page, 'belly: none').waitFor();
  await zone(page, 'chest: some').waitFor();
  await zone(page, 'neck: not written down').waitFor();
  await context.close();
});

test('a skin tone is chosen once', async () => {
  const { page, context } = await app.open({ begun: 'own' });
  await openMap(page);
  expect(await page.getByRole('group', { name: 'Skin tone' }).getByRole('radio').count()).toBe(6);
  const tone = page.locator('[aria-label="dark brown"]');
  await tone.click({ force: true });
  await page.locator('[aria-label="dark brown"]:checked').waitFor({ state: 'attached' });
  await page.reload();
  await openMap(page);
  await page.locator('[aria-label="dark brown"]:checked').waitFor({ state: 'attached' });
  await context.close();
});

app.testOnSmallPhone(
  'the map passes axe-core and fits 320 pixels, in both themes',
  async (page) => {
    await openMap(page);
    await zone(page, 'chest: not written down').click();
    await page.locator('summary', { hasText: 'Face' }).click();
    await zone(page, 'chest: some').waitFor();
    await expectReadableInBothThemes(page);
  },
  { begun: 'own' },
);
