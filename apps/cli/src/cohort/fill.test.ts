import { UnusableInput, unusable } from '@zonula/diary';
import { expect, test } from 'vitest';
import { readPeople } from './fill.ts';
import type { PeopleFolder } from './people-folder.ts';

async function* nobody(): AsyncGenerator<never> {}

/** So many people, some of whom cannot be read; `asked` tells of whom was asked so far. */
const folderOf = (count: number, { broken = [] as number[], hasConsents = false } = {}) => {
  const asked: string[] = [];
  const people = Array.from({ length: count }, (_, index) => `p${index}`);
  const folder: PeopleFolder = {
    hasConsents,
    consents: nobody(),
    people,
    read: async (person) => {
      asked.push(person);
      if (broken.includes(people.indexOf(person)))
        throw unusable({ file: `${person}.csv` }, 'expected a date');
      return { person, consents: [], trials: [] };
    },
  };
  return { folder, people, asked };
};

const options = { skipUnreadable: false, onProgress: () => {} };

const readWhole = async (...given: Parameters<typeof readPeople>) => {
  const people: string[] = [];
  const unreadable: string[] = [];
  for await (const batch of await readPeople(...given)) {
    people.push(...batch.people.map(({ person }) => person));
    unreadable.push(...batch.unreadable);
  }
  return { people, unreadable };
};

test.each([1, 99, 100, 101, 250])('of %i people each is read once and in order', async (count) => {
  for (const hasConsents of [false, true]) {
    const { folder, people, asked } = folderOf(count, { hasConsents });
    expect(await readWhole(folder, options)).toEqual({ people, unreadable: [] });
    expect(asked).toEqual(people);
  }
});

test('what cannot be read among the first is told at once, and later what comes later', async () => {
  await expect(readPeople(folderOf(250, { broken: [99] }).folder, options)).rejects.toThrow(
    UnusableInput,
  );
  const later = folderOf(250, { broken: [150] });
  const batches = await readPeople(later.folder, options);
  expect(later.asked).toHaveLength(100);
  const read = async (): Promise<number> => {
    let people = 0;
    for await (const batch of batches) people += batch.people.length;
    return people;
  };
  await expect(read()).rejects.toThrow(UnusableInput);
});

test('where consents are listed, nobody is read before these could be taken in', async () => {
  const { folder, asked } = folderOf(3, { broken: [0], hasConsents: true });
  const batches = await readPeople(folder, options);
  expect(asked).toEqual([]);
  await expect(batches[Symbol.asyncIterator]().next()).rejects.toThrow(UnusableInput);
});

test('who cannot be read is left out when asked, with a line and in the count', async () => {
  const { folder, people } = folderOf(201, { broken: [0, 100, 200] });
  const told: number[] = [];
  const { people: kept, unreadable } = await readWhole(folder, {
    skipUnreadable: true,
    onProgress: (done) => told.push(done),
  });
  expect(kept).toEqual(people.filter((_, index) => index % 100 !== 0));
  expect(unreadable).toEqual(['p0', 'p100', 'p200'].map((one) => `${one}.csv: expected a date`));
  expect(told).toEqual(people.map((_, index) => index + 1));
});
