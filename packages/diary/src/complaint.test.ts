import { expect, test } from 'vitest';
import { z } from 'zod';
import { complaintOf } from './complaint.ts';
import { parseJson } from './json.ts';

const schema = z.strictObject({
  version: z.string(),
  rows: z
    .array(z.object({ score: z.number('expected a number from 0 to 4') }))
    .refine((rows) => rows.length < 3, 'two rows at most')
    .optional(),
});

test.each<[unknown, string]>([
  [{}, 'version: expected string, found nothing'],
  [{ version: 1 }, 'version: expected string, found 1'],
  [[], 'expected a JSON object with version and rows'],
  [{ version: '1', more: 1 }, 'more: there is no such field; expected version and rows'],
  [
    { version: '1', rows: [{ score: 1 }, { score: 'x' }] },
    'rows[2].score: expected a number from 0 to 4, found "x"',
  ],
  [{ version: '1', rows: Array(3).fill({ score: 1 }) }, 'rows: two rows at most'],
])('%j', (value, complaint) => {
  const { error } = schema.safeParse(value);
  expect(complaintOf(error!.issues[0]!, value, 'version and rows')).toBe(complaint);
});

test('JSON is read with or without a byte order mark; anything else is refused with its place', () => {
  expect(parseJson('\uFEFF{"a":1}', { file: 'a.json' }, 'expected JSON')).toEqual({ a: 1 });
  expect(() => parseJson('{"a":', { file: 'a.json' }, 'expected JSON')).toThrow(
    'a.json: expected JSON',
  );
});
