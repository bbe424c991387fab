import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { mostDaysOut } from './gate.ts';
import { profileSchema, unaskedProfile } from './profile.ts';
import { triage } from './triage.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

it('the README tells every field of a profile', () => {
  const told = [...readme.matchAll(/^\| `(\w+)` +\|/gmu)].map(([, field]) => field!);
  expect(told).toEqual(Object.keys(profileSchema.shape));
});

it('the README shows every field of the document', () => {
  const shown = JSON.parse(/```json\n([\s\S]*?)```/u.exec(readme)![1]!);
  const document = triage({ profile: unaskedProfile, diary: null, today: '2026-03-31' }, '1');
  expect(Object.keys(shown)).toEqual(Object.keys(document));
  for (const list of ['questions', 'gates'] as const)
    expect(Object.keys(shown[list][0])).toEqual(Object.keys(document[list][0]!));
});

it('the example profile can be read, and eight weeks are eight weeks', () => {
  const example = JSON.parse(readFileSync('examples/profile.json', 'utf8'));
  expect(profileSchema.safeParse(example).success).toBe(true);
  expect(mostDaysOut).toBe(8 * 7);
});
