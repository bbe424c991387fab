import { expect, test } from 'vitest';
import { jpeg, png, secret } from '../fixtures/photos.ts';
import { createWorld } from '../fixtures/world.ts';
import { type Journal, openJournal } from './journal.ts';

const archiveOf = async (journal: Journal): Promise<string> => {
  let text = '';
  for await (const piece of journal.exportArchive()) text += piece;
  return text;
};

test('photos are kept clean, once, and come along in an archive', async () => {
  const journal = await openJournal(createWorld());
  const { id } = await journal.addPhoto(jpeg(6));
  expect((await journal.addPhoto(jpeg(6))).id).toBe(id);
  const photo = await journal.photo(id);
  expect(photo?.type).toBe('image/jpeg');
  expect(Buffer.from(photo!.bytes).includes(secret)).toBe(false);
  await journal.add([
    { day: '2026-03-01', category: 'skin', name: 'photo', value: null, photos: [id] },
  ]);
  const other = await openJournal(createWorld({ device: 8 }));
  const restored = await other.restoreArchive(await archiveOf(journal), { file: 'a.json' });
  expect(restored).toEqual({ added: 1, known: 0, photos: 1 });
  expect(await other.photo(id)).toEqual(photo);
  await journal.forgetPhoto(id);
  expect(await journal.photo(id)).toBeNull();
  journal.close();
  other.close();
});

test('only photos that no entry names are swept out, also not those of a removed entry', async () => {
  const journal = await openJournal(createWorld());
  const used = await journal.addPhoto(jpeg());
  const unused = await journal.addPhoto(png());
  const [entry] = await journal.add([
    { day: '2026-03-01', category: 'skin', name: 'photo', value: null, photos: [used.id] },
  ]);
  await journal.remove([entry!.id]);
  expect(await journal.forgetUnusedPhotos()).toBe(1);
  expect(await journal.photo(unused.id)).toBeNull();
  expect(await journal.photo(used.id)).not.toBeNull();
  journal.close();
});

test('a damaged photo is not kept', async () => {
  const journal = await openJournal(createWorld());
  await expect(journal.addPhoto(jpeg().slice(0, 50))).rejects.toMatchObject({
    name: 'UnusableInput',
  });
  expect(await journal.forgetUnusedPhotos()).toBe(0);
  journal.close();
});
