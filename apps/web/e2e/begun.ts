import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { prepared } from '@zonula/server/testing';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

/** What lies in a browser at the start: an own diary after the first run, or that of the example person, whose test is planned. */
export type Begun = 'own' | 'example';

type State = Exclude<NonNullable<BrowserContextOptions['storageState']>, string>;

/** Answers the questions of the first run. */
export const firstRun = async (page: Page, condition = 'Eczema'): Promise<void> => {
  await page.getByRole('button', { name: 'Begin my diary' }).click();
  await page.getByText(condition).click();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByText('18 to 59').click();
  await page.getByText('No, never').click();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'None of these is true' }).click();
  await page.getByLabel('What did you have?').first().waitFor();
};

/** Opens the diary of the invented person from the first page. */
export const asExample = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Look around with an example person' }).click();
  await page.getByText('An invented person, not you').waitFor();
};

const begin: Readonly<Record<Begun, (page: Page) => Promise<void>>> = {
  own: firstRun,
  example: async (page) => {
    await asExample(page);
    await page.goto(new URL('#/trials', page.url()).href);
    await page.getByRole('heading', { name: 'Your test of peanuts' }).waitFor({ timeout: 90_000 });
  },
};

/** The same as if it had been begun at this address, today; begun there once in a run of the tests. */
export const begunState = async (
  begun: Begun,
  url: string,
  openAnew: () => Promise<{ readonly context: BrowserContext; readonly page: Page }>,
): Promise<State> => {
  const today = new Date().toISOString().slice(0, 10);
  const file = 'state.json';
  const folder = await prepared(`begun-${begun}-${today}`, async (place) => {
    const { context, page } = await openAnew();
    await begin[begun](page);
    const state = await context.storageState({ indexedDB: true });
    await context.close();
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, file), JSON.stringify(state));
  });
  if (folder === null) throw new Error('outside of a run of the tests');
  const state: State = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  const { origin } = new URL(url);
  return { ...state, origins: state.origins.map((one) => ({ ...one, origin })) };
};
