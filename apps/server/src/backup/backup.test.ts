import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestClinic } from '../../e2e/clinic.ts';
import { kinds, openEmpty, openMigrated, type TestDatabase } from '../../e2e/databases.ts';
import { loadPerson, saveConsents, savePeople } from '../cohort/people.ts';
import { cohortMigrations } from '../cohort/schema.ts';
import { appliedIn, migrate } from '../db/migrate.ts';
import { migrations } from '../db/migrations/all.ts';
import type { Database } from '../db/tables.ts';
import { backup } from './backup.ts';
import { checkBackup, linesOf, writeBackup } from './file.ts';
import { restore } from './restore.ts';

const now = (): number => 0;
const folder = mkdtempSync(join(tmpdir(), 'zonula-backup-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function* each(lines: readonly string[]) {
  yield* lines;
}
const dump = async (database: Database): Promise<string[]> => {
  const lines: string[] = [];
  await backup(database, now, async (line) => void lines.push(line));
  return lines;
};
const golden = (name: string): string[] =>
  readFileSync(join(import.meta.dirname, 'fixtures/golden', `${name}.jsonl`), 'utf8')
    .trimEnd()
    .split('\n');

/** Two people, of whom one has a result with numbers that are hard to write down. */
const fillCohort = async (database: Database): Promise<void> => {
  await migrate(database, now, cohortMigrations, 'cohort');
  await saveConsents(
    database,
    ['ann', 'ben'].map((person) => ({
      ...{ person, purpose: 'skin', wording: 'v1', given: '2026-01-01', withdrawn: null },
    })),
  );
  await savePeople(database, [
    {
      person: 'ann',
      diary: 'date,category\n2026-01-01,Ä "x" \\n',
      trials: [{ id: 'a', document: { b: [1e-7] } }],
    },
    { person: 'ben', diary: 'date' },
  ]);
  for (const statement of [
    `insert into cohort.run values ('run', 'skin', '{}', '2026-01-01', null)`,
    `insert into cohort.result select person, 'run', input, '1', 1, null, 90, array['a "b"', 'c,d'], 0.1 + 0.2
      from cohort.person where person = 'ann'`,
    `insert into cohort.summary values ('ann', 'run', 'skin/itch', 'food/milk', 'peak', 1, 2, 1e-300, 'infinity', 'nan', null, pi())`,
  ])
    await sql.raw(statement).execute(database);
};

describe.each(kinds)('a backup of %s', (kind) => {
  const other = kind === 'PGlite' ? 'PostgreSQL' : 'PGlite';
  let opened: TestDatabase;
  let file: string;
  let clinic: ReturnType<typeof createTestClinic>;
  let target: TestDatabase;
  beforeAll(async () => {
    opened = await openMigrated(kind);
    target = await openEmpty[other]();
    file = join(folder, `${kind}.zonula`);
    clinic = createTestClinic(opened.database, { mail: { publicUrl: 'https://clinic.example' } });
    await clinic.reset();
    for (const start of ['09:00', '10:00', '11:00'])
      await clinic.book(`2026-03-25T${start}:00Z`, { name: 'Ä "x" \\n {"table":"y"}' });
    await clinic.hold('2026-03-25T12:00:00Z');
    await fillCohort(opened.database);
    await writeBackup(opened.database, now, file);
  }, 120_000);
  afterAll(() => Promise.all([opened.close(), target.close()]));
  const schemas = async (): Promise<string[]> => {
    const { rows } = await sql<{ name: string }>`select nspname as name from pg_namespace
      where nspname !~ '^pg_' and nspname not in ('information_schema', 'public')`.execute(
      target.database,
    );
    return rows.map(({ name }) => name);
  };
  beforeEach(async () => {
    for (const name of await schemas())
      await sql`drop schema ${sql.id(name)} cascade`.execute(target.database);
  });

  test(`is restored to ${other}, row by row, and the server goes on there`, async () => {
    const summary = await restore(target.database, now, linesOf(file));
    expect(summary).toMatchObject({ schemaVersion: migrations.length });
    expect(summary.rows).toBeGreaterThan(30);
    const [before, after] = [await dump(opened.database), await dump(target.database)];
    expect(after.slice(1).sort()).toEqual(before.slice(1).sort());
    const restored = createTestClinic(target.database);
    expect((await restored.hold('2026-03-25T09:00:00Z', { practitioner: 'ana' })).status).toBe(409);
    expect((await restored.book('2026-03-25T13:00:00Z')).status).toBe(200);
    const ann = await loadPerson(target.database, 'ann', 'skin');
    expect(ann).toEqual(await loadPerson(opened.database, 'ann', 'skin'));
    expect(ann!.diary).toContain('Ä "x" \\n');
    await expect(restore(target.database, now, linesOf(file))).rejects.toThrow('an empty database');
  });

  test('is the owner’s alone, and is checked', async () => {
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const { rows } = await checkBackup(file);
    expect(rows).toBeGreaterThan(30);
  });

  test('that is broken, cut or changed is refused and leaves nothing', async () => {
    const text = gunzipSync(readFileSync(file)).toString('utf8');
    const lines = text.trimEnd().split('\n');
    const spoiled = join(folder, 'spoiled');
    const attempt = async (content: Uint8Array) => {
      writeFileSync(spoiled, content);
      return checkBackup(spoiled).then(
        () => 'accepted',
        (error: Error) => error.name,
      );
    };
    const packed = readFileSync(file);
    expect(await attempt(packed.subarray(0, packed.length / 2))).toBe('UnusableBackup');
    expect(await attempt(Buffer.from('no backup'))).toBe('UnusableBackup');
    expect(await attempt(gzipSync(''))).toBe('UnusableBackup');
    expect(await attempt(gzipSync(lines.slice(0, -1).join('\n')))).toBe('UnusableBackup');
    expect(await attempt(gzipSync(text.replace('room-1', 'room-2')))).toBe('UnusableBackup');
    expect(await attempt(gzipSync([...lines.slice(0, 9), ...lines.slice(10)].join('\n')))).toBe(
      'UnusableBackup',
    );
    const changed = text.replace('room-1', 'room-2').trimEnd().split('\n');
    await expect(restore(target.database, now, each(changed))).rejects.toThrow();
    expect(await schemas()).toEqual([]);
  });

  test.each(cohortMigrations.map(({ id }) => id))(
    'of a cohort alone, of version %i, is brought forward and makes no server of it',
    async (version) => {
      const lines = golden(`cohort-${version}`);
      expect(await restore(target.database, now, each(lines))).toMatchObject({ schemaVersion: 0 });
      expect(await appliedIn(target.database, 'cohort')).toHaveLength(cohortMigrations.length);
      expect((await loadPerson(target.database, 'ann', 'skin'))!.diary).toBe('date');
      expect(await schemas()).toEqual(['cohort']);
      const [head] = await dump(target.database);
      expect(JSON.parse(head!)).toMatchObject({ migrations: [], cohort: [{ id: 1 }] });
    },
  );

  test.each(migrations.map(({ id }) => id))(
    'of schema version %i is brought forward, whatever it holds',
    async (version) => {
      const lines = golden(`version-${version}`);
      expect(await restore(target.database, now, each(lines))).toMatchObject({
        schemaVersion: version,
      });
      const { rows } = await sql<{ client_name: string; status: string; created: string }>`
        select client_name, status, to_char(created_at at time zone 'UTC', 'US') as created
        from clinic.appointment order by id`.execute(target.database);
      expect(rows.map(({ status }) => status)).toEqual(['confirmed', 'cancelled', 'held']);
      expect(rows[0]).toMatchObject({ client_name: 'Ä "quoted" \\ 名前', created: '123456' });
      // Counted numbers go on after those that were there.
      const { rows: next } = await sql<{ id: number }>`
        insert into clinic.appointment_event (appointment, kind, sequence, at)
        select id, 'expired', 0, now() from clinic.appointment limit 1 returning id`.execute(
        target.database,
      );
      expect(next[0]!.id).toBe(4);
    },
  );
});
