import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { startPostgres } from '@zonula/server/testing/server';
import { afterAll, expect, test } from 'vitest';
import { createFolder, zonula } from './zonula.ts';

const folder = createFolder();
afterAll(folder.remove);

test('what a server keeps goes into a file, into a PostgreSQL, and comes back the same', async () => {
  const golden = 'apps/server/src/backup/fixtures/golden/version-1.jsonl';
  const old = folder.file('old.zonula');
  writeFileSync(old, gzipSync(readFileSync(golden)));
  expect((await zonula(['restore', old, '--check'])).stdout).toMatch(
    /is whole: 16 rows of 10 tables/u,
  );
  const data = folder.file('data');
  const restored = await zonula(['restore', old, '--data', data]);
  expect(restored).toMatchObject({ status: 0, stderr: '' });
  const file = folder.file('new.zonula');
  const written = await zonula(['backup', '--data', data, '--out', file]);
  expect(written).toMatchObject({ status: 0, stderr: '' });
  expect(written.stdout).toContain('read back and checked');
  const postgres = await startPostgres();
  try {
    const place = ['--database-url', await postgres.createDatabase()];
    for (const args of [
      ['backup', '--out', folder.file('of-nothing')],
      ['account', 'list'],
    ])
      expect(await zonula([...args, ...place])).toMatchObject({
        status: 2,
        stdout: '',
        stderr: 'zonula: the database: there is no data of a server\n',
      });
    const there = await zonula(['restore', file, ...place, '--json']);
    expect(there.status).toBe(0);
    const again = folder.file('again.zonula');
    const back = await zonula(['backup', ...place, '--out', again, '--json']);
    expect(JSON.parse(back.stdout)).toMatchObject({ rows: JSON.parse(there.stdout).rows });
    const twice = await zonula(['restore', file, ...place]);
    expect(twice).toMatchObject({ status: 2, stdout: '' });
    expect(twice.stderr).toContain('an empty database');
  } finally {
    await postgres.stop();
  }
});

test('a file that is no backup, and a place without data, are said in one line', async () => {
  const file = folder.file('other.txt', 'no backup');
  const wrong = await zonula(['restore', file, '--data', folder.file('nowhere')]);
  expect(wrong).toMatchObject({ status: 2, stdout: '' });
  expect(wrong.stderr).toMatch(/^zonula: [^\n]*other\.txt: [^\n]*backup[^\n]*\n$/u);
  expect(existsSync(folder.file('nowhere'))).toBe(false);
  const none = folder.file('none');
  for (const args of [
    ['backup', '--out', folder.file('x')],
    ['account', 'list'],
  ])
    expect(await zonula([...args, '--data', none])).toMatchObject({
      status: 2,
      stdout: '',
      stderr: `zonula: ${none}: there is no data of a server\n`,
    });
  expect(existsSync(none)).toBe(false);
});
