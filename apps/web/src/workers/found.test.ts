import { readFileSync } from 'node:fs';
import { chunksOf, readDiary, tidyImporter } from '@zonula/diary';
import { composeServing, createFoods, readFoodTables } from '@zonula/foods';
import { unaskedProfile } from '@zonula/safety';
import { expect, test, vi } from 'vitest';
import { analyseIn } from './care/analyse-in.ts';
import { wakeChains } from './chain/start-chains.ts';
import { discoverIn } from './discover/discover-in.ts';
import { foundKey } from './found.ts';

const foods = createFoods(readFoodTables(readFileSync('packages/foods/assets/foods.json', 'utf8')));
const read = await readDiary(chunksOf(readFileSync('examples/simulated-person.csv', 'utf8')), {
  file: 'simulated-person.csv',
  today: '2100-01-01',
  format: 'auto',
  importers: [tidyImporter],
});
const last = read.observations.at(-1)!.date;
const ask = {
  diary: { ...read, observations: read.observations.slice(0, 1500) },
  profile: { ...unaskedProfile, ageBand: '18-59', eatingDisorder: 'never' },
  corrections: [],
  today: last,
  outcome: null,
  trials: [],
  found: [],
} as const;
const tools = {
  foods,
  compose: composeServing(foods),
  accuracy: null,
  chains: await wakeChains(),
  onProgress: () => undefined,
};

test('the plan takes over what Discover found in the same diary, which is what it finds itself', async () => {
  const { found, ...shown } = await discoverIn(ask, tools);
  expect(found.suspects.status).toBe('ok');
  const own = analyseIn(ask, foods, () => undefined);
  expect(own?.found).toEqual(found);
  const looks = vi.fn();
  const taken = analyseIn({ ...ask, found: [found] }, foods, looks);
  expect(taken?.found).toBe(found);
  expect(taken?.timeline).toEqual(own?.timeline);
  expect(await discoverIn({ ...ask, found: [found] }, tools)).toEqual({ ...shown, found });
  expect(looks).not.toHaveBeenCalled();
});

test('whatever an analysis goes by makes it another one', () => {
  const { observations } = ask.diary;
  const others = [
    {
      diary: {
        ...ask.diary,
        observations: observations.with(0, { ...observations[0]!, name: 'another' }),
      },
    },
    { profile: { ...ask.profile, ageBand: 'under-18' as const } },
    { corrections: [{ phrase: 'pizza', code: 1 }] },
    { today: '2100-01-01' },
    { outcome: 'gut/bloating' },
  ];
  const keys = [{}, ...others].map((other) => foundKey({ ...ask, ...other }));
  expect(new Set(keys).size).toBe(keys.length);
});
