import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fixtureBytes, importContent } from '../../fixtures/read-fixture.ts';
import { writeTidy } from '../index.ts';

const folder = new URL('../../fixtures/', import.meta.url);
const fixtures = readdirSync(folder).filter((name) => /\.(?:csv|xml)$/u.test(name));

describe('foreign export -> tidy diary -> diary', () => {
  it.each(fixtures)('%s loses nothing', async (name) => {
    const person = name === 'flaredown-long.csv' ? { person: 'personA==' } : {};
    const diary = await importContent(fixtureBytes(name), person);
    expect(diary.observations.length).toBeGreaterThan(0);
    const again = await importContent(writeTidy(diary), { format: 'zonula' });
    expect(again.observations).toEqual(diary.observations);
    expect(again.scales).toEqual(diary.scales);
    expect(again.warnings.filter(({ code }) => code !== 'duplicate-row')).toEqual([]);
  });
});
