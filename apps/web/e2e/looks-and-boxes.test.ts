import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { button, goTo, narrow, useApp } from './app.ts';
import { expectReadable, violations } from './checks.ts';
import { giveFile, savedBy } from './downloads.ts';

const app = useApp();

const dayMs = 86_400_000;
const patient = { timeout: 90_000 };

const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / dayMs);

/** Ups and downs of a skin that nothing moves, the same each time: -1 to 1. */
const noise = (k: number): number => Math.sin(k * 12.9898) * 0.6 + Math.sin(k * 78.233) * 0.4;

const rows = (days: readonly (readonly [date: string, severity: number])[], more = ''): Buffer =>
  Buffer.from(
    [
      'date,time,category,name,value,note',
      ...days.map(([date, value]) => `${date},,skin,severity,${value.toFixed(1)},`),
      more,
    ].join('\n'),
  );

const bring = async (page: Page, bytes: Buffer): Promise<void> => {
  await goTo(page, 'settings', 'Settings');
  await giveFile(page, () => button(page, 'Choose a file').click(), { name: 'days.csv', bytes });
  await button(page, 'Take them in').click();
  await page.getByText(/entries taken in/u).waitFor();
};

/**
 * Four months before today, with a thing that is had every other day or so. Where the skin is quiet, short designs are enough, and few are
 * worked out; too short to believe anything of a test that ends at its look.
 */
const past = (thing: string, upsAndDowns: number): Buffer => {
  const today = Date.now();
  const dates = Array.from({ length: 120 }, (_, k) => dayOf(today - (120 - k) * dayMs));
  const had = dates.map((date, k) => `${date},,${thing},${k % 3 === 0 ? 0 : 1},`);
  return rows(
    dates.map((date, k) => [date, 4 + upsAndDowns * noise(k)]),
    had.join('\n'),
  );
};

interface Period {
  readonly from: string;
  readonly to: string;
  readonly arm: 'with' | 'without' | 'usual';
  readonly block: number | null;
}

/** What the days of these periods were like for somebody whom the thing makes worse by so much. */
const lived = (periods: readonly Period[], worse: number): Buffer =>
  rows(
    periods.flatMap(({ from, to, arm }) =>
      Array.from({ length: daysBetween(from, to) + 1 }, (_, k) => {
        const date = dayOf(Date.parse(from) + k * dayMs);
        const value = 4 + noise(Date.parse(date) / dayMs) + (arm === 'with' ? worse : 0);
        return [date, Math.min(10, value)] as const;
      }),
    ),
  );

const inDay = async (page: Page, date: string): Promise<void> => {
  // By the clock of the page.
  const noon = await page.evaluate((day) => Date.parse(`${day}T12:00:00`), date);
  await page.clock.setFixedTime(noon);
  await page.reload();
};

test('a look that was declared before the start comes when it is due, and may end the test', async () => {
  const { page, context, errors } = await app.open({ begun: 'own' });
  await bring(page, past('habit,cold shower', 1));
  await goTo(
    page,
    'trials?test=habit%2Fcold+shower&score=skin%2Fseverity',
    'A fair test of cold shower',
  );
  await button(page, 'Fix the plan and begin').waitFor(patient);
  const hash = page.locator('.hash');
  const without = await hash.textContent();
  await page.getByText('Look at the result half-way too').click();
  await expect.poll(() => hash.textContent(), patient).not.toBe(without);
  await button(page, 'Fix the plan and begin').click();
  await page.getByRole('heading', { name: 'Your test of cold shower' }).waitFor();
  await page.getByText('Take the test with you').click();
  const plan = JSON.parse(
    (await savedBy(page, () => button(page, 'The plan (JSON)').click())).text,
  ) as {
    readonly schedule: readonly Period[];
    readonly design: { readonly looks: readonly number[] };
  };
  expect(plan.design.looks).toHaveLength(1);
  const drawn = plan.schedule.filter(({ block }) => block !== null);
  const half = drawn[plan.design.looks[0]! - 1]!;
  const before = plan.schedule.filter(({ to }) => to <= half.to);

  await inDay(page, half.to);
  await page.getByText(/^It goes on until/u).waitFor();
  expect(await button(page, 'Look at the result').count()).toBe(0);
  expect(await button(page, 'Tell the result').count()).toBe(0);

  await inDay(page, dayOf(Date.parse(half.to) + dayMs));
  await bring(page, lived(before, 4));
  await goTo(page, 'trials', 'Your test of cold shower');
  await page.getByText(/periods are over\. The result may be looked at now/u).waitFor(patient);
  expect(await violations(page)).toEqual([]);
  await button(page, 'Look at the result').click();
  await page
    .getByText('The difference is clear already.')
    .or(page.getByText('It most likely makes the score worse by more than matters to you.'))
    .waitFor(patient);
  expect(await violations(page)).toEqual([]);
  await button(page, 'Stop now').click();
  await page.getByText('The test was stopped.').waitFor();
  await button(page, 'Tell the result').click();
  await page
    .getByRole('heading', { name: /Cold shower makes this score worse|We cannot tell/u })
    .waitFor(patient);
  await page.getByText('What is believed now').waitFor();
  expect(errors).toEqual([]);
  await context.close();
}, 240_000);

test('where somebody else fills the boxes, the app never says what is in them before the end', async () => {
  const { page, context, errors } = await app.open({ ...narrow, begun: 'own' });
  await bring(page, past('supplement,zinc', 0.5));
  await goTo(page, 'trials?test=supplement%2Fzinc&score=skin%2Fseverity', /zinc|questions/u);
  const none = button(page, 'None of these is in it');
  const begin = button(page, 'Fix the plan and begin');
  await none.or(begin).waitFor(patient);
  if ((await none.count()) > 0) await none.click();
  await begin.waitFor(patient);
  await page.getByText('I do not want to know the order').click();
  await page
    .getByRole('img', { name: /^Calendar from .*: \d+ boxes, one after/u })
    .waitFor(patient);
  await expectReadable(page);
  await begin.click();
  await page.getByRole('heading', { name: 'Your test of zinc' }).waitFor();
  const sheet = await savedBy(page, () => button(page, 'Save the sheet for my helper').click());
  const [head, ...boxes] = sheet.text
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  expect(head).toEqual(['box', 'from', 'to', 'fill with']);
  const holds = boxes.map(([, , , what]) => what);
  expect([...new Set(holds)].sort()).toEqual(['look-alikes without zinc', 'zinc']);
  const periods = boxes.map(
    ([, from, to, what], k): Period => ({
      from: from!,
      to: to!,
      arm: what === 'zinc' ? 'with' : 'without',
      block: k,
    }),
  );
  await page.getByText('Take the test with you').click();
  expect(await button(page, 'The plan (JSON)').count()).toBe(0);
  const calendar = await savedBy(page, () => button(page, 'Calendar (ICS)').click());
  expect(calendar.text).toContain('Box 1');
  expect(calendar.text).not.toMatch(/With(?:out)? zinc/u);

  for (const [box, { from }] of periods.slice(0, 3).entries()) {
    await inDay(page, from);
    await page.getByText(`Take what is in box ${box + 1}.`).waitFor(patient);
    await page.getByText('Every period').click();
    const said = (await page.locator('main').textContent()) ?? '';
    expect(said).not.toMatch(/: with\b|: without\b|Take no zinc|Take one usual portion/u);
    expect(await page.locator('main .bead.with, main .bead.without').count()).toBe(0);
  }
  expect(await violations(page)).toEqual([]);
  await goTo(page, '', 'What did you have?');
  await page.getByText('Take what is in box 3.').waitFor(patient);

  await inDay(page, dayOf(Date.parse(periods.at(-1)!.to) + dayMs));
  await bring(page, lived(periods, 4));
  await goTo(page, 'trials', 'Your test of zinc');
  await button(page, 'Tell the result').click();
  await page.getByRole('heading', { name: 'Zinc makes this score worse.' }).waitFor(patient);
  await page.getByText('Worth knowing').click();
  expect(await page.getByText('You knew which days were which').count()).toBe(0);
  await page.getByText('Take the test with you').click();
  const table = await savedBy(page, () => button(page, 'Table of days (CSV)').click());
  expect(table.text.split('\n').length).toBeGreaterThan(periods.length);
  expect(errors).toEqual([]);
  await context.close();
}, 240_000);
