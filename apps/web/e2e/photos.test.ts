import { Buffer } from 'node:buffer';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { goTo, soon, turnTo, useApp } from './app.ts';
import { expectReadableInBothThemes, violationsInBothThemes } from './checks.ts';

const app = useApp();

/** Stands for a place; nothing of it may be kept. */
const secret = 'N51.5007W0.1246';

interface Canvas {
  width: number;
  height: number;
  getContext: (kind: '2d') => {
    fillStyle: string;
    fillRect: (...box: readonly number[]) => void;
  };
  toDataURL: (type: string) => string;
}

/** A photo of one colour as a camera writes it: JPEG, with a place in its EXIF. */
const photo = async (page: Page, width: number, height: number, colour: string) => {
  const url = await page.evaluate(
    ([w, h, fill]) => {
      const { document } = globalThis as unknown as {
        document: { createElement: (name: 'canvas') => Canvas };
      };
      const canvas = document.createElement('canvas');
      canvas.width = w;
      canvas.height = h;
      const context = canvas.getContext('2d');
      context.fillStyle = fill;
      context.fillRect(0, 0, w, h);
      return canvas.toDataURL('image/jpeg');
    },
    [width, height, colour] as const,
  );
  const plain = Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
  const body = Buffer.concat([
    Buffer.from('Exif\0\0II*\0\x08\0\0\0\0\0\0\0\0\0', 'latin1'),
    Buffer.from(secret),
  ]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return {
    name: `${secret}.jpg`,
    mimeType: 'image/jpeg',
    buffer: Buffer.concat([plain.subarray(0, 2), head, body, plain.subarray(2)]),
  };
};

const openPanel = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /^Photo/ }).click();
  await page.getByRole('button', { name: 'Add a photo' }).waitFor();
};

const add = async (
  page: Page,
  file: Awaited<ReturnType<typeof photo>>,
  place?: string,
): Promise<void> => {
  if (place !== undefined) await page.getByLabel('Which place?').selectOption(place);
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Add a photo' }).click();
  await (await choosing).setFiles(file);
};

/** All that the device keeps of photos and entries, as one text, and the number of photos. */
const kept = (page: Page): Promise<{ readonly text: string; readonly photos: number }> =>
  page.evaluate(async () => {
    interface Ask<T> {
      result: T;
      onsuccess: () => void;
      onerror: () => void;
      error: unknown;
    }
    interface Store {
      getAll: () => Ask<{ bytes?: Uint8Array }[]>;
    }
    interface Database {
      transaction: (names: string[]) => { objectStore: (name: string) => Store };
      close: () => void;
    }
    const { indexedDB } = globalThis as unknown as {
      indexedDB: { open: (name: string) => Ask<Database> };
    };
    const answer = <T>(ask: Ask<T>): Promise<T> =>
      new Promise((done, failed) => {
        ask.onsuccess = () => done(ask.result);
        ask.onerror = () => failed(ask.error);
      });
    const db = await answer(indexedDB.open('zonula'));
    const photos = await answer(db.transaction(['photos']).objectStore('photos').getAll());
    const rows = await answer(db.transaction(['revisions']).objectStore('revisions').getAll());
    db.close();
    const letters = photos.map(({ bytes }) =>
      [...(bytes ?? [])].map((byte) => String.fromCharCode(byte)).join(''),
    );
    return { text: letters.join('') + JSON.stringify(rows), photos: photos.length };
  });

const sizeOf = (page: Page, path: string): Promise<readonly number[]> =>
  page
    .locator(path)
    .first()
    .evaluate((image) => {
      const { naturalWidth, naturalHeight } = image as unknown as {
        naturalWidth: number;
        naturalHeight: number;
      };
      return [naturalWidth, naturalHeight];
    });

test('a photo is kept on the device without its place, is there after a restart, and can be deleted for good', async () => {
  const { page, context, requests, errors } = await app.open({ begun: 'own' });
  await openPanel(page);
  const file = await photo(page, 300, 400, '#c08060');
  expect(file.buffer.includes(secret)).toBe(true);
  await add(page, file, 'left cheek');
  await page.getByText('Photo kept').waitFor();
  const held = await kept(page);
  expect(held.photos).toBe(1);
  expect(held.text).not.toContain(secret);
  expect(held.text).toContain('left cheek');
  await page.reload();
  await openPanel(page);
  const small = page.getByRole('button', { name: /^Open: Photo, left cheek/ });
  await small.click();
  await page.getByRole('img', { name: /^Photo, left cheek/ }).waitFor();
  await expect.poll(() => sizeOf(page, '.photo-large img'), soon).toEqual([300, 400]);
  await page.getByRole('button', { name: 'Delete for good' }).click();
  await page.getByRole('button', { name: 'Yes, delete.' }).click();
  await page.getByText('Photo deleted').waitFor();
  expect((await kept(page)).photos).toBe(0);
  expect(
    requests.filter((url) => !/^(?:blob|data):/u.test(url) && !url.startsWith(app.url)),
  ).toEqual([]);
  expect(errors).toEqual([]);
  await context.close();
});

test('a large photo is made smaller, and what is no photo is refused in one line', async () => {
  const { page, context } = await app.open({ begun: 'own' });
  await openPanel(page);
  await add(page, { name: 'a.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no photo') });
  await page.getByText('This photo was not kept: ').waitFor();
  expect((await kept(page)).photos).toBe(0);
  await add(page, await photo(page, 3000, 1500, '#805030'));
  await page.getByText('Photo kept').waitFor();
  await page.locator('.photo-small img').waitFor();
  await expect.poll(() => sizeOf(page, '.photo-small img'), soon).toEqual([2048, 1024]);
  expect((await kept(page)).text).not.toContain(secret);
  await context.close();
});

test('two days lie side by side; nothing of them is shown while a day is written', async () => {
  const { page, context } = await app.open({ begun: 'own' });
  await turnTo(page, 'The day before');
  await openPanel(page);
  await add(page, await photo(page, 120, 160, '#d0a080'), 'chin');
  await page.getByText('Photo kept').waitFor();
  await turnTo(page, 'The day after');
  await page.getByRole('button', { name: 'Photo', exact: true }).click();
  await page.getByRole('button', { name: 'Add a photo' }).waitFor();
  expect(await page.locator('.today img').count()).toBe(0);
  await add(page, await photo(page, 120, 160, '#a06040'), 'chin');
  await page.locator('.photo-small img').waitFor();
  await page.getByRole('button', { name: 'Compare two days' }).click();
  await page.getByText('One day apart').waitFor();
  const shown = page.getByRole('dialog').getByRole('img', { name: /^Photo, chin and mouth/ });
  await shown.nth(1).waitFor();
  const [one, other] = await shown.evaluateAll((images) =>
    images.map((image) => (image as unknown as { alt: string }).alt),
  );
  expect(one).not.toBe(other);
  await page.getByLabel('Right').selectOption({ index: 0 });
  await page.getByText('The same day').waitFor();
  await page.keyboard.press('Escape');
  await goTo(page, 'timeline', 'Your days');
  await page.locator('.day-photos .photo-small').nth(1).waitFor();
  await page.getByRole('button', { name: 'Compare photos of two days' }).first().click();
  await page.getByText('One day apart').waitFor();
  await context.close();
});

app.testOnSmallPhone(
  'photos pass axe-core and fit 320 pixels, in both themes',
  async (page) => {
    await openPanel(page);
    for (const colour of ['#d0a080', '#a06040']) {
      await add(page, await photo(page, 120, 160, colour));
      await page.getByText('Photo kept').waitFor();
    }
    await page.locator('.photo-small img').nth(1).waitFor();
    await expectReadableInBothThemes(page);
    await page.getByRole('button', { name: 'Compare two days' }).click();
    await page.getByText('The same day').waitFor();
    await page.locator('.compare img').nth(1).waitFor();
    expect(await violationsInBothThemes(page)).toEqual([]);
  },
  { begun: 'own' },
);
