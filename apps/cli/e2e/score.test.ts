import { afterAll, expect, test } from 'vitest';
import { createFolder, zonula } from './zonula.ts';

const folder = createFolder();
afterAll(folder.remove);

test('lists what can be scored, with its rights', async () => {
  const { status, stdout } = await zonula(['score']);
  expect(status).toBe(0);
  for (const there of ['easi: 0 to 72', 'CC BY-ND 4.0', 'University of Nottingham'])
    expect(stdout).toContain(there);
  const { instruments } = JSON.parse((await zonula(['score', '--json'])).stdout);
  expect(instruments).toHaveLength(8);
});

test('adds up a form and says whether a change matters', async () => {
  const clear = { area: 0, erythema: 0, induration: 0, scaling: 0 };
  const file = folder.file(
    'pasi.json',
    JSON.stringify({
      head: clear,
      arms: { percent: 12, erythema: 2, induration: 1, scaling: 1 },
      trunk: clear,
      legs: { area: 3, erythema: 3, induration: 2, scaling: 2 },
    }),
  );
  const { stdout } = await zonula(['score', 'pasi', file, '--json']);
  // 0.2 x 4 x 2 + 0.4 x 7 x 3
  expect(JSON.parse(stdout)).toMatchObject({ instrument: 'pasi', total: 10 });
  const poem = await zonula(['score', 'poem', '-', '--before', '15'], { input: '{"total":12}' });
  expect(poem.stdout).toBe(
    'POEM 12 of 28: moderate\n3 better than before (15).\nPeople can feel a change of this size.\n',
  );
});

test('scores a FHIR response by the expression of its questionnaire', async () => {
  const item = Array.from({ length: 10 }, (_, k) => ({
    linkId: String(k + 1),
    answer: [{ valueInteger: k % 4 }],
  }));
  const response = { resourceType: 'QuestionnaireResponse', status: 'completed', item };
  const { stdout } = await zonula(['score', 'dlqi', '-'], { input: JSON.stringify(response) });
  expect(stdout).toContain('DLQI 13 of 30: very large effect');
});

test('names the item that is wrong', async () => {
  const { status, stderr } = await zonula(['score', 'gags', '-'], { input: '{"forehead":5}' });
  expect(status).toBe(2);
  expect(stderr).toBe('zonula: standard input: forehead: expected 0, 1, 2, 3 or 4, found 5\n');
});
