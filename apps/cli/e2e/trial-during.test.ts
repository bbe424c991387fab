import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TrialPlan } from '@zonula/trial';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPerson } from './trial-person.ts';
import { zonula } from './zonula.ts';

const person = createPerson();
const { profile, run, refused } = person;
afterAll(person.remove);

let trial: TrialPlan;
let file: string;
beforeAll(async () => {
  ({ trial, file } = await person.planned());
}, 120_000);

describe.concurrent('during a trial', () => {
  test('days off move the rest and leave order and hash alone', async () => {
    const copy = person.file('moved.json', readFileSync(file, 'utf8'));
    const on = trial.schedule[2]!.from;
    const off = ['postpone', copy, '--on', on];
    const moved = await run(...off, '--days', '5', '--reason', 'travelling', '--json');
    const { schedule } = JSON.parse(moved.stdout);
    expect(schedule.map(({ arm }: { arm: string }) => arm)).toEqual(
      trial.schedule.map(({ arm }) => arm),
    );
    expect(Date.parse(schedule.at(-1).to) - Date.parse(trial.schedule.at(-1)!.to)).toBe(
      5 * 86_400_000,
    );
    const checked = await run('verify', copy, '--json');
    expect(JSON.parse(checked.stdout)).toEqual({ hash: trial.hash, valid: true, events: 1 });
    expect(
      await refused('postpone', copy, '--on', '2030-01-01', '--days', '5', '--reason', 'ill'),
    ).toContain('--on: 2030-01-01 is no day of this trial');
    expect(await refused(...off, '--reason', 'ill')).toContain('--days N is needed');
    await run('stop', copy, '--on', trial.schedule[4]!.from, '--reason', 'red-flag');
    const after = await run('today', copy, '--profile', profile, '--on', trial.schedule[5]!.from);
    expect(after.stdout).toContain('The trial was stopped');
  });

  test('goes into a calendar, StudyU, FHIR and a table', async () => {
    const days = person.lived('export.csv', trial, { effect: 1, seed: 3 });
    const out = join(person.path, 'out');
    const exported = ['export', file, '--profile', profile, '--out', out, '--to'];
    const done = await Promise.all(
      ['csv', 'ics', 'studyu', 'studyu-csv', 'fhir'].map((to) =>
        run(...exported, to, '--diary', days),
      ),
    );
    for (const { status, stderr } of done) expect([status, stderr]).toEqual([0, '']);
    const read = (name: string) => readFileSync(join(out, name), 'utf8');
    expect(read('trial.csv').split('\n')[0]).toBe(
      'date,arm,counts,block,skin/itch,food/ice cream,kept',
    );
    expect(read('trial.ics')).toContain('BEGIN:VCALENDAR');
    expect(JSON.parse(read('study_definition.json')).schedule.sequence).toBe('customized');
    expect(read('interventions.csv')).toContain('is_completed');
    expect(JSON.parse(read('trial.fhir.json')).entry[0].resource.resourceType).toBe(
      'ResearchStudy',
    );
    const back = join(out, 'back.csv');
    const imported = await zonula(['import', join(out, 'measurements.csv'), '--out', back]);
    expect(imported.status).toBe(0);
    expect(await refused(...exported, 'csv')).toContain('--diary FILE is needed');
  });
});
