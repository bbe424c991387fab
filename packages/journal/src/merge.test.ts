import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entries, names } from '../fixtures/arbitraries.ts';
import { createWorld } from '../fixtures/world.ts';
import { type Journal, openJournal } from './journal.ts';
import type { Revision } from './revision.ts';

const archiveOf = async (journal: Journal): Promise<string> => {
  let text = '';
  for await (const piece of journal.exportArchive()) text += piece;
  return text;
};
const place = { file: 'other.json' };

const seen = async (journal: Journal) => ({
  entries: await journal.range('0000', '9999'),
  items: (await journal.items()).map(({ item, count }) => [item, count]),
  corrections: await journal.documents('food-correction'),
});

const steps = fc.array(
  fc.oneof(
    fc.record({ on: fc.nat(2), do: fc.constant('add' as const), entry: entries }),
    fc.record({ on: fc.nat(2), do: fc.constant('edit' as const), which: fc.nat(), entry: entries }),
    fc.record({ on: fc.nat(2), do: fc.constant('remove' as const), which: fc.nat() }),
    fc.record({ on: fc.nat(2), do: fc.constant('undo' as const) }),
    fc.record({ on: fc.nat(2), do: fc.constant('put' as const), key: names }),
    fc.record({ on: fc.nat(2), do: fc.constant('exchange' as const), from: fc.nat(2) }),
  ),
  { maxLength: 18 },
);

test('three devices whose clocks differ agree once each has seen everything, in any order and more than once', async () => {
  await fc.assert(
    fc.asyncProperty(
      steps,
      fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
      async (plan, order) => {
        const journals = await Promise.all(
          [0, 1, 2].map((k) =>
            openJournal(createWorld({ device: k + 1, start: Date.UTC(2026, 2, 1, 8 + 5 * k) })),
          ),
        );
        for (const step of plan) {
          const journal = journals[step.on]!;
          const there = await journal.range('0000', '9999');
          const chosen =
            'which' in step ? there[step.which % Math.max(1, there.length)] : undefined;
          if (step.do === 'add') await journal.add([step.entry]);
          else if (step.do === 'edit' && chosen !== undefined)
            await journal.edit(chosen.id, step.entry);
          else if (step.do === 'remove' && chosen !== undefined) await journal.remove([chosen.id]);
          else if (step.do === 'undo') await journal.undo();
          else if (step.do === 'put')
            await journal.put('food-correction', step.key, { phrase: step.key, code: step.on });
          else if (step.do === 'exchange')
            await journal.restoreArchive(await archiveOf(journals[step.from]!), place);
        }
        for (const round of [order, [...order].reverse()])
          for (const to of round)
            for (const from of order)
              await journals[to]!.restoreArchive(await archiveOf(journals[from]!), place);
        const [first, ...rest] = await Promise.all(journals.map(seen));
        for (const other of rest) expect(other).toEqual(first);
        const [text, ...texts] = await Promise.all(journals.map(archiveOf));
        expect(new Set(texts)).toEqual(new Set([text]));
        for (const journal of journals) journal.close();
      },
    ),
    { seed: 1, numRuns: 30 },
  );
});

test('undo leaves alone what another device changed in the meantime', async () => {
  const [phone, tablet] = await Promise.all(
    [1, 2].map((device) => openJournal(createWorld({ device }))),
  );
  const itch = { day: '2026-03-01', category: 'skin', name: 'itch', value: 4 } as const;
  const [one, two] = await phone!.add([itch, { ...itch, day: '2026-03-02' }]);
  await tablet!.restoreArchive(await archiveOf(phone!), place);
  await tablet!.edit(one!.id, { ...itch, value: 7 });
  await phone!.restoreArchive(await archiveOf(tablet!), place);
  expect(await phone!.undo()).toMatchObject({ changed: 1, kept: 1 });
  expect((await phone!.entry(one!.id))?.entry.value).toBe(7);
  expect(await phone!.entry(two!.id)).toBeNull();
  phone!.close();
  tablet!.close();
});

const at = (device: number, start: number) => openJournal(createWorld({ device, start }));
const cake = { day: '2026-03-01', category: 'food', name: 'cake', value: 1 } as const;

test('who changes what they saw has the last word, also with a clock that is years behind', async () => {
  const [phone, tablet] = [await at(1, Date.UTC(2026, 2, 1)), await at(2, Date.UTC(2019, 0, 1))];
  const [one] = await phone.add([cake]);
  await tablet.restoreArchive(await archiveOf(phone), place);
  await tablet.edit(one!.id, { ...cake, value: 3 });
  await phone.restoreArchive(await archiveOf(tablet), place);
  expect((await phone.entry(one!.id))?.entry.value).toBe(3);
  expect((await phone.history(one!.id)).map(({ supersedes }) => supersedes)).toEqual([
    null,
    one!.id,
  ]);
  phone.close();
  tablet.close();
});

test('undo takes back nothing that another device wrote in the same moments', async () => {
  const start = Date.UTC(2026, 2, 1);
  const [phone, tablet] = [await at(1, start), await at(2, start)];
  await phone.add(Array.from({ length: 20 }, () => cake));
  const [theirs] = await tablet.add([{ ...cake, name: 'soup' }]);
  expect(theirs!.clock.slice(0, 12) > (await phone.day(cake.day))[0]!.clock.slice(0, 12)).toBe(
    false,
  );
  await phone.restoreArchive(await archiveOf(tablet), place);
  expect(await phone.undo()).toMatchObject({ changed: 20, kept: 0 });
  expect((await phone.day(cake.day)).map(({ id }) => id)).toEqual([theirs!.id]);
  phone.close();
  tablet.close();
});

test('a revision that claims to be earlier than the first changes nothing', async () => {
  const phone = await at(1, Date.UTC(2026, 2, 1));
  const [one] = await phone.add([cake]);
  const { revisions, ...rest } = JSON.parse(await archiveOf(phone));
  const forged = {
    ...revisions[0],
    clock: '000000000001-0000-0202020202020202',
    supersedes: one!.clock,
    content: { ...cake, value: 9 },
  };
  await phone.restoreArchive(JSON.stringify({ ...rest, revisions: [forged] }), place);
  expect(await phone.entry(one!.id)).toEqual(one);
  expect(await phone.day(cake.day)).toEqual([one]);
  expect((await phone.history(one!.id)).at(-1)?.clock).toBe(one!.clock);
  await phone.edit(one!.id, { ...cake, value: 2 });
  expect((await phone.day(cake.day)).map(({ entry }) => entry.value)).toEqual([2]);
  expect(await phone.items()).toMatchObject([{ count: 1 }]);
  phone.close();
});

test('revisions that come in any pieces, late and more than once, make what they make at once', async () => {
  const phone = await at(1, Date.UTC(2026, 2, 1));
  const added = await phone.add(
    Array.from({ length: 60 }, (_, k) => ({ ...cake, name: `cake ${k % 7}`, value: k })),
  );
  for (const { id } of added.filter((_, k) => k % 3 === 0)) {
    await phone.edit(id, { ...cake, name: 'soup' });
    await phone.edit(id, { ...cake, name: 'soup', note: 'hot' });
  }
  await phone.remove(added.filter((_, k) => k % 5 === 0).map(({ id }) => id));
  await phone.put('food-correction', 'soup', { phrase: 'soup', code: 1 });
  await phone.put('food-correction', 'soup', { phrase: 'soup', code: 2 });
  const whole = await archiveOf(phone);
  const { revisions } = JSON.parse(whole) as { revisions: readonly Revision[] };
  const expected = await seen(phone);
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(
        revisions.map((_, k) => k),
        { minLength: revisions.length },
      ),
      fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 200, maxLength: 200 }),
      async (order, sizes) => {
        const tablet = await at(2, Date.UTC(2026, 2, 1));
        const replica = await tablet.replica();
        await replica.merge([revisions[order[0]!]!]);
        for (let from = 0, k = 0; from < order.length; from += sizes[k++]!) {
          const piece = order.slice(from, from + sizes[k]!).map((place) => revisions[place]!);
          await replica.merge(piece);
          await replica.merge(piece.slice(0, 3));
        }
        expect(await archiveOf(tablet)).toBe(whole);
        expect(await seen(tablet)).toEqual(expected);
        tablet.close();
      },
    ),
    { seed: 1, numRuns: 15 },
  );
  phone.close();
});
