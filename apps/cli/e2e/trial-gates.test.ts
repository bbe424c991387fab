import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commit } from '@zonula/trial';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPerson, exampleProfile, type Planned } from './trial-person.ts';

const person = createPerson();
const { short, profile, profileOf, run, refused } = person;
afterAll(person.remove);

let iceCream: Planned;
beforeAll(async () => {
  iceCream = await person.planned();
}, 120_000);

describe.concurrent('gates of a trial', () => {
  test.each([
    ['under 18', { ageBand: 'under-18' }, 'under-18'],
    ['an eating disorder', { eatingDisorder: 'past' }, 'eating-disorder'],
    ['a question that was not asked', { weight: null }, 'not-asked:weight'],
    ['eczema without a clinician’s word', { conditions: ['eczema'] }, 'clinician-agreement:milk'],
  ])('plan nothing with %s', async (name, change, code) => {
    const out = join(person.path, `blocked-${code.replaceAll(/\W/gu, '-')}.json`);
    const { status, stdout, stderr } = await run(
      ...['plan', '--diary', short, '--profile', profileOf(name.replaceAll(/\W/gu, '-'), change)],
      ...['--exposure', 'food/ice cream', '--json', '--out', out],
    );
    expect(status).toBe(0);
    const document = JSON.parse(stdout);
    expect(document).toMatchObject({ allowed: false, design: null, schedule: [], hash: null });
    expect(document.blockedBy).toContain(code);
    expect(stderr).toBe(`there is no plan to write to ${out}\n`);
    expect(() => readFileSync(out)).toThrow('ENOENT');
    const blocked = person.file(`forced-${code.replaceAll(/\W/gu, '-')}.json`, stdout);
    expect(await refused('analyse', blocked, '--diary', short, '--profile', profile)).toContain(
      'allowed: this trial was blocked',
    );
  });

  test.each(['medication/doxycycline', 'skincare/tretinoin'])('never vary %s', async (exposure) => {
    const asked = ['plan', '--diary', short, '--profile', profile, '--exposure', exposure];
    const { stdout } = await run(...asked, '--json');
    expect(JSON.parse(stdout).blockedBy).toEqual(['medicine']);
  });

  test('are asked again when it is analysed and exported', async () => {
    const { file, trial } = iceCream;
    const changed = profileOf('changed', { eatingDisorder: 'present' });
    const days = person.lived('gate.csv', trial, { effect: 3, seed: 1 });
    const judged = ['analyse', file, '--diary', days, '--profile', changed, '--json'];
    const { stdout } = await run(...judged);
    expect(JSON.parse(stdout)).toMatchObject({
      allowed: false,
      blockedBy: expect.arrayContaining(['eating-disorder']),
      effect: null,
      verdict: null,
    });
    const out = join(person.path, 'no');
    const exported = ['export', file, '--to', 'ics', '--profile', changed, '--out', out, '--json'];
    expect(JSON.parse((await run(...exported)).stdout)).toMatchObject({
      allowed: false,
      files: [],
    });
    expect(() => readFileSync(join(out, 'trial.ics'))).toThrow('ENOENT');
  });

  test('open red flags stop the instructions of a day', async () => {
    const { file, trial } = iceCream;
    const day = trial.schedule.find(({ arm }) => arm === 'without')!.from;
    const { stdout } = await run('today', file, '--profile', profile, '--on', day);
    expect(stdout).toContain('Have no ice cream.');
    const { redFlags } = exampleProfile;
    const flagged = profileOf('flagged', {
      redFlags: { ...redFlags, answers: { ...redFlags.answers, anaphylaxis: 'yes' } },
    });
    const stop = await run('today', file, '--profile', flagged, '--on', day);
    expect(stop.stdout).toMatch(/^Stop here\./u);
    expect(stop.stdout).not.toContain('Have no ice cream');
  });

  test('take no plan at its word on what a food holds', async () => {
    const toast = ['--exposure', 'food/toast', '--start', '2024-08-05', '--json'];
    const from = ['plan', '--diary', short, '--profile'];
    const { stdout } = await run(...from, profile, ...toast, '--pairs', '6');
    const { digests: _, hash: __, ...fields } = JSON.parse(stdout);
    const lie = { ...fields, classes: [], food: false };
    const forged = person.file('forged.json', JSON.stringify({ ...lie, ...commit(lie) }));
    const untested = profileOf('untested', { coeliacTest: 'not-tested' });
    const { stdout: day } = await run('today', forged, '--profile', untested, '--json');
    expect(JSON.parse(day).blockedBy).toContain('coeliac-test');
    const said = await run(...from, untested, ...toast, '--holds', 'none');
    expect(JSON.parse(said.stdout).blockedBy).toContain('coeliac-test');
  });

  test.each<
    [string, (document: Record<string, unknown> & { schedule: { from: string }[] }) => void]
  >([
    [
      'hash',
      (d) => {
        d.hash = '0'.repeat(64);
      },
    ],
    [
      'worthwhile: it was changed',
      (d) => {
        d.worthwhile = 0.01;
      },
    ],
    [
      'schedule[2].from',
      (d) => {
        d.schedule[1]!.from = d.schedule[0]!.from;
      },
    ],
    [
      'exposure: it was changed',
      (d) => {
        d.exposure = 'food/cola';
      },
    ],
  ])('refuse a plan in which %s', async (field, change) => {
    const document = JSON.parse(readFileSync(iceCream.file, 'utf8'));
    change(document);
    const name = `tampered-${field.replaceAll(/\W/gu, '-')}.json`;
    const tampered = person.file(name, JSON.stringify(document));
    expect(await refused('analyse', tampered, '--diary', short, '--profile', profile)).toContain(
      `${name}: ${field}`,
    );
  });
});
