/// <reference types="fhir/r4" />
import { csvImporter, importers, readDiary, tidyImporter, UnusableInput } from '@zonula/diary';
import type { AllowedTrial } from '@zonula/safety';
import { Fhir } from 'fhir/fhir';
import { describe, expect, it } from 'vitest';
import { periodsOf } from '../design.ts';
import { applyEvents } from '../during/events.ts';
import { daysOf, type TrialRecord } from '../during/record.ts';
import { exampleLeave, exampleRequest } from '../fixtures/example.ts';
import { drawnAssignment, planTrial } from '../plan/plan-trial.ts';
import { toFhir } from './fhir.ts';
import { fromStudyU, orderOf } from './from-studyu.ts';
import { studyUTables } from './studyu-csv.ts';
import { studyUSchema } from './studyu-format.ts';
import { toStudyU } from './studyu-study.ts';
import { trialCsv } from './trial-csv.ts';
import { uuidOf } from './uuid.ts';

const leave = exampleLeave();
const plan = planTrial(leave, {
  ...exampleRequest,
  outcome: { ...exampleRequest.outcome, name: 'redness, "all over"' },
});
const periods = applyEvents(periodsOf(plan.design, drawnAssignment(plan)), plan.start, [
  { kind: 'postponed', on: '2026-03-15', days: 3, reason: 'travelling' },
]);
const days = 87;
const record: TrialRecord = {
  start: plan.start,
  periods,
  outcome: Float64Array.from({ length: days }, (_, day) => (day % 5 === 4 ? Number.NaN : day % 7)),
  exposure: Float64Array.from({ length: days }, (_, day) => {
    const period = periods.find(({ start, days: length }) => day >= start && day < start + length);
    if (day % 11 === 10) return Number.NaN;
    return (period?.arm === 'with') !== (day % 13 === 12) ? 1 : 0;
  }),
  lastLogged: '2026-05-26',
};
const order = plan.schedule.map(({ arm }) => (arm === 'with' ? 'A' : 'B')).join('');

describe('StudyU', () => {
  it('gets our order, and we read it back', () => {
    const { study, lost } = toStudyU(leave, plan);
    expect(studyUSchema.parse(JSON.parse(JSON.stringify(study)))).toEqual(study);
    expect(study.schedule).toMatchObject({
      phaseDuration: 7,
      sequence: 'customized',
      sequenceCustom: order,
    });
    expect(lost).toEqual([expect.stringContaining('first 2 days')]);
    const back = fromStudyU(JSON.stringify(study), 'study.json');
    expect(back.order).toBe(order);
    expect(back.interventions).toEqual(['With dairy', 'Without dairy']);
    expect(back.outcomes).toEqual([{ name: 'redness, "all over"', min: 0, max: 10 }]);
    expect(back.design).toMatchObject({ kind: 'randomised-pairs', pairs: 6, periodDays: 7 });
  });

  it('says what its format has no place for', () => {
    const elimination = planTrial(leave, {
      ...exampleRequest,
      design: {
        kind: 'elimination-reintroduction',
        baselineDays: 14,
        eliminationDays: 14,
        midStop: null,
        washoutDays: 1,
        periodDays: 3,
        repeats: 4,
        order: 'free',
        looks: [],
      },
    });
    const { study, lost } = toStudyU(leave, elimination);
    expect(study.schedule.includeBaseline).toBe(true);
    expect(lost.join(' ')).toMatch(/washout.*baseline.*elimination/u);
  });

  it('has its tables filled with the missed tasks and the days without an entry', async () => {
    const { measurements, interventions } = studyUTables(leave, plan, record);
    const lived = daysOf(record).filter(({ arm }) => arm !== 'off');
    expect(lived).toHaveLength(84);
    expect(measurements.trim().split('\n')).toHaveLength(85);
    const done = interventions
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => /,(true|false|),[0-9a-f-]{36},/u.exec(line)![1]);
    const count = (what: string) => done.filter((one) => one === what).length;
    expect(count('false')).toBe(lived.filter(({ kept }) => kept === false).length);
    expect(count('false')).toBeGreaterThan(3);
    expect(count('')).toBe(lived.filter(({ kept }) => kept === null).length);
    const read = async (text: string) =>
      readDiary(
        (async function* () {
          yield new TextEncoder().encode(text);
        })(),
        {
          importers: [tidyImporter, ...importers, csvImporter],
          format: 'auto',
          file: 'x.csv',
          today: '2026-12-31',
        },
      );
    const diary = await read(measurements);
    const scores = diary.observations.filter(({ name }) => name === 'redness, "all over"');
    expect(scores.map(({ date, value }) => [date, value])).toEqual(
      lived.filter(({ outcome }) => outcome !== null).map(({ date, outcome }) => [date, outcome]),
    );
    const tasks = await read(interventions);
    const taken = tasks.observations.filter(({ name }) => name.startsWith('Have '));
    expect(taken.map(({ date, value }) => [date, value])).toEqual(
      lived.filter(({ kept }) => kept !== null).map(({ date, kept }) => [date, kept ? 1 : 0]),
    );
  });
});

const study = (schedule: object) =>
  JSON.stringify({
    id: 's',
    title: 'Tea',
    interventions: [
      { id: 'a', name: 'Tea', tasks: [] },
      { id: 'b', tasks: [] },
    ],
    observations: [
      {
        type: 'questionnaire',
        id: 'o',
        schedule: { completionPeriods: [{ unlockTime: '8:00', lockTime: '20:00' }], reminders: [] },
        questions: [
          {
            type: 'visualAnalogue',
            id: 'pain',
            prompt: 'Rate your pain.',
            minimum: 0,
            maximum: 10,
          },
          { type: 'boolean', id: 'other', prompt: 'Painkillers?' },
        ],
      },
    ],
    schedule: {
      numberOfCycles: 3,
      phaseDuration: 7,
      includeBaseline: true,
      sequence: 'alternating',
      ...schedule,
    },
  });

describe('a study of StudyU', () => {
  it.each([
    [{}, 'ABABAB', 3],
    [{ sequence: 'counterBalanced' }, 'ABBABA', 3],
    [{ sequence: 'counterBalanced', numberOfCycles: 5 }, 'ABBABAABAB', 5],
    [{ sequence: 'customized', sequenceCustom: 'abb', numberOfCycles: 1 }, 'ABB', 2],
    [{ sequence: 'randomized' }, null, 3],
  ])('%o has the order %s', (schedule, letters, pairs) => {
    const read = fromStudyU(study(schedule), 'study.json');
    expect(read.order).toBe(letters);
    expect(read.design).toMatchObject({ pairs, periodDays: 7, baselineDays: 7 });
    expect(read.outcomes).toEqual([{ name: 'Rate your pain.', min: 0, max: 10 }]);
    expect(read.interventions).toEqual(['Tea', 'b']);
  });

  it.each([
    ['{', 'expected JSON'],
    ['{}', 'id'],
    [study({ phaseDuration: 0 }), 'schedule.phaseDuration'],
    [study({ sequence: 'chaos' }), 'schedule.sequence'],
    [study({ sequence: 'customized', sequenceCustom: 'AAA' }), 'schedule.sequenceCustom'],
    [study({ sequence: 'customized', sequenceCustom: 'ABC' }), 'schedule.sequenceCustom'],
  ])('is refused by the name of the field', (text, field) => {
    expect(() => fromStudyU(text, 'study.json')).toThrow(UnusableInput);
    expect(() => fromStudyU(text, 'study.json')).toThrow(`study.json: ${field}`);
  });

  it('is generated in the order of its own cycles', () => {
    const four = studyUSchema.parse(
      JSON.parse(study({ sequence: 'counterBalanced', numberOfCycles: 4 })),
    );
    expect(orderOf(four)).toBe('ABBABAAB');
  });
});

describe('FHIR', () => {
  it('is one study, and a subject for each period with its arm', () => {
    const bundle = toFhir(leave, plan, 'completed', record);
    const { valid, messages } = new Fhir().validate(bundle, { errorOnUnexpected: true });
    expect([valid, messages]).toEqual([true, []]);
    const types = bundle.entry!.map(({ resource }) => resource!.resourceType);
    expect(types).toEqual(['ResearchStudy', ...Array<string>(12).fill('ResearchSubject')]);
    const [first, , third] = bundle
      .entry!.slice(1)
      .map(({ resource }) => resource as fhir4.ResearchSubject);
    expect(first).toMatchObject({
      status: 'off-study',
      period: { start: '2026-03-01', end: '2026-03-07' },
    });
    expect(third!.period).toEqual({ start: '2026-03-18', end: '2026-03-24' });
    for (const { resource } of bundle.entry!.slice(1)) {
      const { actualArm, assignedArm } = resource as fhir4.ResearchSubject;
      expect(actualArm).toBe(assignedArm);
    }
    const ids = bundle.entry!.map(({ fullUrl }) => fullUrl);
    expect(new Set(ids).size).toBe(13);
    expect(uuidOf('a')).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u,
    );
  });
});

describe('our own table', () => {
  it('has a row for each day and empty cells for what is not known', () => {
    const rows = trialCsv(leave, plan, record).trim().split('\n');
    expect(rows[0]).toBe('date,arm,counts,block,skin/redness,class/dairy,kept');
    expect(rows).toHaveLength(88);
    expect(rows.filter((row) => row.includes(',off,'))).toHaveLength(3);
    expect(rows[5]).toMatch(/^2026-03-05,(with|without),1,1,,[01],1$/u);
  });
});

it('exports nothing without leave', () => {
  const forged = { ...leave } as AllowedTrial;
  for (const attempt of [
    () => toStudyU(forged, plan),
    () => studyUTables(forged, plan, record),
    () => toFhir(forged, plan, 'planned', null),
    () => trialCsv(forged, plan, record),
    () => toStudyU(exampleLeave('class/egg'), plan),
  ])
    expect(attempt).toThrow('no leave');
});
