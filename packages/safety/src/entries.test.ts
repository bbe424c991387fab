import { expect, test } from 'vitest';
import { mentionsOf } from './entries.ts';
import { redFlags } from './red-flags.ts';

const { hints } = redFlags.find(({ id }) => id === 'anaphylaxis')!;
const labelsIn = (note: string): readonly string[] =>
  mentionsOf(
    { observations: [{ date: '2026-03-01', category: 'note', name: 'note', value: null, note }] },
    hints,
    { since: null, today: '2026-03-02' },
  ).map(({ label }) => label);

test('words raise a question whichever way a device writes umlauts', () => {
  for (const text of ['mir war ohnmächtig', 'Mühe beim Schlucken']) {
    expect(labelsIn(text), text).toHaveLength(1);
    expect(labelsIn(text.normalize('NFD'))).toEqual(labelsIn(text));
  }
  expect(labelsIn('alles gut')).toEqual([]);
});
