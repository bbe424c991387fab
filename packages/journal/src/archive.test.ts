import { describe, expect, test } from 'vitest';
import { createWorld } from '../fixtures/world.ts';
import { type Journal, openJournal } from './journal.ts';

const archiveOf = async (journal: Journal): Promise<string> => {
  let text = '';
  for await (const piece of journal.exportArchive()) text += piece;
  return text;
};
const itch = { day: '2026-03-01', category: 'skin', name: 'itch', value: 4 } as const;

const changed = async (
  change: (archive: { revisions: Record<string, unknown>[] } & Record<string, unknown>) => void,
) => {
  const journal = await openJournal(createWorld());
  await journal.add([itch, { ...itch, day: '2026-03-02' }]);
  await journal.put('settings', '', { language: 'en' });
  const archive = JSON.parse(await archiveOf(journal));
  change(archive);
  journal.close();
  return JSON.stringify(archive);
};

const refused: readonly (readonly [string, Parameters<typeof changed>[0], string])[] = [
  [
    'another format',
    (archive) => {
      archive.format = 'x';
    },
    'format: ',
  ],
  [
    'a newer version',
    (archive) => {
      archive.version = 2;
    },
    'version: expected 1, found 2',
  ],
  [
    'no list of revisions',
    (archive) => {
      archive.revisions = 3 as never;
    },
    'revisions: ',
  ],
  [
    'a value that is no number',
    (archive) => {
      archive.revisions[1]!.content = { ...itch, value: 'x' };
    },
    'revisions[2]: content.value: ',
  ],
  [
    'a day that is none',
    (archive) => {
      archive.revisions[0]!.content = { ...itch, day: '2026-02-30' };
    },
    'revisions[1]: content.day: ',
  ],
  [
    'an unknown field',
    (archive) => {
      archive.revisions[0]!.extra = 1;
    },
    'extra: there is no such field',
  ],
  [
    'a stamp beyond the clock',
    (archive) => {
      archive.revisions[0]!.clock = 'ffffffffffff-0000-0707070707070707';
    },
    'revisions[1]: clock: ',
  ],
  [
    'an entry in the place of the settings',
    (archive) => {
      archive.revisions[0]!.id = 'settings/';
    },
    'revisions[1]: id: expected a stamp',
  ],
  [
    'a document of another kind',
    (archive) => {
      archive.revisions[2]!.id = 'profile/';
    },
    'revisions[3]: id: expected an id that begins with settings/',
  ],
  [
    'a content that was deleted',
    (archive) => {
      archive.revisions[0]!.deleted = true;
    },
    'revisions[1]: content: ',
  ],
  [
    'a photo that is another',
    (archive) => {
      archive.photos = [{ id: 'a', type: 'image/png', base64: 'AAAA' }];
    },
    'photos[1]: expected the photo of this id',
  ],
];

describe('an archive is refused whole, in one line, with', () => {
  test.each(refused)('%s', async (_, change, message) => {
    const text = await changed(change);
    const journal = await openJournal(createWorld({ device: 9 }));
    const error = await journal.restoreArchive(text, { file: 'a.json' }).catch((caught) => caught);
    expect(error.name).toBe('UnusableInput');
    expect(error.message).toMatch(/^a\.json: [^\n]+$/u);
    expect(error.message).toContain(message);
    expect(await journal.items()).toEqual([]);
    journal.close();
  });

  test('a cut end', async () => {
    const text = await changed(() => {});
    const journal = await openJournal(createWorld({ device: 9 }));
    await expect(journal.restoreArchive(text.slice(0, -40), { file: 'a.json' })).rejects.toThrow(
      'a.json: expected a whole Zonula backup in JSON; perhaps the file is cut short',
    );
    journal.close();
  });
});

test('a document with the longest key comes back, and a longer key is never kept', async () => {
  const journal = await openJournal(createWorld());
  const phrase = 'x'.repeat(500);
  await journal.put('food-correction', phrase, { phrase, code: 1 });
  const other = await openJournal(createWorld({ device: 9 }));
  await other.restoreArchive(await archiveOf(journal), { file: 'a.json' });
  expect(await other.documents('food-correction')).toMatchObject([{ key: phrase }]);
  await expect(journal.put('trial', 'x'.repeat(2001), {})).rejects.toThrow(RangeError);
  expect(await journal.documents('trial')).toEqual([]);
  journal.close();
  other.close();
});

test('settings named __proto__ survive', async () => {
  const journal = await openJournal(createWorld());
  const hostile = JSON.parse('{ "__proto__": { "admin": true }, "constructor": 1 }');
  await journal.put('settings', '', hostile);
  const other = await openJournal(createWorld({ device: 9 }));
  await other.restoreArchive(await archiveOf(journal), { file: 'a.json' });
  const settings = await other.document('settings');
  expect(JSON.stringify(settings)).toBe(JSON.stringify(hostile));
  expect(Object.hasOwn({}, 'admin') || 'admin' in {}).toBe(false);
  journal.close();
  other.close();
});
