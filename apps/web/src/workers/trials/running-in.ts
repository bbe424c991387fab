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

const read = (file: TrialFile): RunningTrial => readPlan(JSON.stringify(file), 'the trial');

const fileOf = ({ plan, events }: RunningTrial): TrialFile =>
  JSON.parse(JSON.stringify({ ...plan, events }));

const lastDay = (trial: RunningTrial): string =>
  addDays(trial.plan.start, daysLived(livedPeriods(trial)) - 1);

/** The days of the trial out of the diary; null where it holds no such score or none of these days. */
const recordIn = (
  { diary, profile, today }: Pick<Person, 'diary' | 'profile' | 'today'>,
  trial: RunningTrial,
  foods: Foods,
): TrialRecord | null => {
  const composed = /^(?:class|ingredient)\//u.test(trial.plan.exposure);
  const record = recordOf(
    trial,
    toTimeline(shownDiary(hiddenFor(profile), diary), {
      ...(composed ? { foods: composeServing(foods) } : {}),
      today: [today, lastDay(trial)].sort().at(-1)!,
    }),
  );
  return record?.lastLogged === null ? null : record;
};

export const openIn = (
  { file, ...person }: Person & { readonly file: TrialFile },
  foods: Foods,
): OpenTrial & { readonly trial: RunningTrial } => {
  const trial = read(file);
  const { plan, events } = trial;
  const decision = leaveToday(person, plan, foods);
  return {
    trial,
    plan,
    events,
    today: decision.allowed ? todayOf(decision.value, trial, person.today) : null,
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

export const courseIn = (ask: Person & { readonly file: TrialFile }, foods: Foods): TrialCourse => {
  const { trial, ...open } = openIn(ask, foods);
  const record = recordIn(ask, trial, foods);
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
  const trial = read(file);
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

export const tellIn = (
  { file, ...person }: Person & { readonly file: TrialFile },
  foods: Foods,
): TrialTold => {
  const trial = read(file);
  const { plan } = trial;
  const { start, exposure, outcome, hash } = plan;
  const decision = leaveToday(
    { ...person, diary: before(person.diary, start), today: start },
    plan,
    foods,
  );
  if (!decision.allowed) return shut(person, decision.reasons);
  const record = recordIn(person, trial, foods);
  if (record === null) return { kind: 'no-days' };
  const judgement = judgeRecord(trial, record, person.today);
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
  helperSheet(read(file).plan, words);

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

export const exportIn = (
  { file, format, ...person }: Person & { readonly file: TrialFile; readonly format: ExportFormat },
  foods: Foods,
): Exported => {
  const trial = read(file);
  const { plan } = trial;
  const decision = leaveToday(person, plan, foods);
  if (!decision.allowed) return shut(person, decision.reasons);
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
      const bundle = toFhir(
        decision.value,
        plan,
        stateOf(trial, person.today),
        recordIn(person, trial, foods),
      );
      return made('trial.fhir.json', 'application/fhir+json', json(bundle));
    }
    case 'csv': {
      const record = recordIn(person, trial, foods);
      if (record === null) return { kind: 'no-days' };
      return made('trial.csv', 'text/csv', trialCsv(decision.value, plan, record));
    }
  }
};
