import type { Diary } from '@zonula/diary';
import { composeServing, type Foods } from '@zonula/foods';
import { hiddenFor, shownDiary } from '@zonula/safety';
import { toTimeline } from '@zonula/timeline';
import {
  addDays,
  calendarOf,
  daysLived,
  daysOf,
  helperSheet,
  judgeRecord,
  livedPeriods,
  type RunningTrial,
  readPlan,
  recordOf,
  restDays,
  scheduleOfPeriods,
  type TrialRecord,
  type TrialState,
  todayOf,
  toFhir,
  toStudyU,
  trialCsv,
} from '@zonula/trial';
import { leaveToday, shut } from './leave-in.ts';
import type {
  Exported,
  ExportFormat,
  OpenTrial,
  Person,
  TrialCourse,
  TrialFile,
  TrialsQuestions,
  TrialTold,
} from './questions.ts';

export const readTrial = (file: TrialFile): RunningTrial =>
  readPlan(JSON.stringify(file), 'the trial');

/** A question about a trial, with what had to be looked up for it. */
export interface AboutTrial extends Omit<Person, 'corrections'> {
  readonly trial: RunningTrial;
  /** Of the thing on trial; null where it is not understood. */
  readonly classes: readonly string[] | null;
  readonly foods: () => Promise<Foods>;
}

const fileOf = ({ plan, events }: RunningTrial): TrialFile =>
  JSON.parse(JSON.stringify({ ...plan, events }));

const lastDay = (trial: RunningTrial): string =>
  addDays(trial.plan.start, daysLived(livedPeriods(trial)) - 1);

/** The days of the trial out of the diary; null where it holds no such score or none of these days. */
const recordIn = async ({
  diary,
  profile,
  today,
  trial,
  foods,
}: AboutTrial): Promise<TrialRecord | null> => {
  const composed = /^(?:class|ingredient)\//u.test(trial.plan.exposure);
  const record = recordOf(
    trial,
    toTimeline(shownDiary(hiddenFor(profile), diary), {
      ...(composed ? { foods: composeServing(await foods()) } : {}),
      today: [today, lastDay(trial)].sort().at(-1)!,
    }),
  );
  return record?.lastLogged === null ? null : record;
};

export const openIn = (ask: AboutTrial): OpenTrial => {
  const { trial, classes, today } = ask;
  const { plan, events } = trial;
  const decision = leaveToday(ask, plan, classes);
  return {
    plan,
    events,
    today: decision.allowed ? todayOf(decision.value, trial, today) : null,
    reasons: decision.allowed ? [] : decision.reasons,
    schedule: scheduleOfPeriods(livedPeriods(trial), plan.start),
    restDays: restDays(plan.design),
  };
};

const dueLook = ({ plan, schedule, today }: OpenTrial, date: string): number | null => {
  if (today?.state !== 'running' && today?.state !== 'off') return null;
  const done = schedule.filter(({ block, to }) => block !== null && to < date).length;
  return plan.design.looks.filter((periods) => periods <= done).at(-1) ?? null;
};

export const courseIn = async (ask: AboutTrial): Promise<TrialCourse> => {
  const open = openIn(ask);
  const record = await recordIn(ask);
  return {
    ...open,
    days: record === null ? [] : daysOf(record),
    lookDue: dueLook(open, ask.today),
  };
};

export const happenedIn = ({
  file,
  event,
}: TrialsQuestions['happened']['ask']): TrialFile | null => {
  const trial = readTrial(file);
  const next = { ...trial, events: [...trial.events, event] };
  try {
    livedPeriods(next);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
  return fileOf(next);
};

const before = (diary: Diary, day: string): Diary => ({
  ...diary,
  observations: diary.observations.filter(({ date }) => date < day),
});

export const tellIn = async (ask: AboutTrial): Promise<TrialTold> => {
  const { trial, classes, diary, today } = ask;
  const { plan } = trial;
  const { start, exposure, outcome, hash } = plan;
  const decision = leaveToday({ ...ask, diary: before(diary, start), today: start }, plan, classes);
  if (!decision.allowed) return shut(ask, decision.reasons);
  const record = await recordIn(ask);
  if (record === null) return { kind: 'no-days' };
  const judgement = judgeRecord(trial, record, today);
  return {
    kind: 'told',
    result: { exposure, outcome: outcome.id, from: start, to: lastDay(trial), hash, ...judgement },
  };
};

const stateOf = (trial: RunningTrial, today: string): TrialState => {
  if (trial.events.some(({ kind }) => kind === 'stopped')) return 'stopped';
  if (today < trial.plan.start) return 'planned';
  return today <= lastDay(trial) ? 'running' : 'completed';
};

export const boxesIn = ({ file, words }: TrialsQuestions['boxes']['ask']): string =>
  helperSheet(readTrial(file).plan, words);

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

export const exportIn = async (
  ask: AboutTrial & { readonly file: TrialFile; readonly format: ExportFormat },
): Promise<Exported> => {
  const { file, format, trial, classes, today } = ask;
  const { plan } = trial;
  const decision = leaveToday(ask, plan, classes);
  if (!decision.allowed) return shut(ask, decision.reasons);
  const made = (name: string, type: string, content: string, lost: readonly string[] = []) =>
    ({ kind: 'file', name, type, content, lost }) as const;
  switch (format) {
    case 'json':
      return made('TRIAL.json', 'application/json', json(file));
    case 'ics':
      return made(
        'trial.ics',
        'text/calendar',
        calendarOf(decision.value, trial, {
          stamp: Date.parse(`${plan.start}T00:00:00Z`),
          hideArms: plan.blinding === 'helper',
        }),
      );
    case 'studyu': {
      const { study, lost } = toStudyU(decision.value, plan);
      return made('study_definition.json', 'application/json', json(study), lost);
    }
    case 'fhir': {
      const bundle = toFhir(decision.value, plan, stateOf(trial, today), await recordIn(ask));
      return made('trial.fhir.json', 'application/fhir+json', json(bundle));
    }
    case 'csv': {
      const record = await recordIn(ask);
      if (record === null) return { kind: 'no-days' };
      return made('trial.csv', 'text/csv', trialCsv(decision.value, plan, record));
    }
  }
};
