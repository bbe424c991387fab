import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  fromStudyU,
  livedPeriods,
  type RunningTrial,
  reasonsToStop,
  reasonsToWait,
  restDays,
  scheduleOfPeriods,
  type TrialEvent,
  todayOf,
} from '@zonula/trial';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { today } from '../clock.ts';
import { oneLine, UnusableArguments } from '../failure.ts';
import { readAll } from '../input.ts';
import {
  type CommonOptions,
  once,
  parseOutcome,
  parsePoints,
  several,
  withCommonOptions,
} from '../options.ts';
import { destinationAt, note, print, printJson } from '../output.ts';
import { readDiaryFile } from '../read.ts';
import { readProfileFile } from '../triage/profile.ts';
import { judgeTrial, recordFrom } from '../trial/analyse.ts';
import { parseHolds } from '../trial/contents.ts';
import { type ExportFormat, exportFormats, exportTrial } from '../trial/export.ts';
import { makePlan, type PlanOptions } from '../trial/plan.ts';
import { planText } from '../trial/plan-text.ts';
import { resultText } from '../trial/result-text.ts';
import { leaveToday, readTrialFile } from '../trial/running.ts';
import { refusedText, todayText } from '../trial/today-text.ts';

const needed = (value: string | undefined, option: string): string => {
  if (value === undefined) throw new UnusableArguments(`${option} is needed`);
  return value;
};

const parseDays =
  (least: number) =>
  (text: string): number => {
    const days = Number(text);
    if (!/^\d{1,3}$/u.test(text) || days < least)
      throw new InvalidArgumentError(`A whole number from ${least} is needed.`);
    return days;
  };

const parseDate = (text: string): string => {
  const time = Date.parse(`${text}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text) || new Date(time).toISOString().slice(0, 10) !== text)
    throw new InvalidArgumentError('A day such as 2026-03-01 is needed.');
  return text;
};

/** An exposure is named as in the diary or in the result of `discover`. */
const parseExposure = (text: string): string => {
  const [kind = '', name = ''] = text.split(/\/(.*)/su);
  if ((kind === 'class' || kind === 'ingredient') && name.trim() !== '')
    return `${kind}/${name.trim().toLowerCase()}`;
  return parseOutcome(text);
};

const triable: ReadonlySet<string> = new Set([
  'food',
  'class',
  'ingredient',
  'habit',
  'skincare',
  'supplement',
  'medication',
]);

interface PlanArguments extends CommonOptions, Omit<PlanOptions, 'exposure' | 'seed'> {
  readonly diary?: string;
  readonly profile?: string;
  readonly exposure?: string;
  readonly studyu?: string;
  readonly out?: string;
}

const runPlan = async ({
  diary: diaryFile,
  profile: profileFile,
  exposure,
  ...options
}: PlanArguments) => {
  const file = needed(diaryFile, '--diary FILE');
  const profileName = needed(profileFile, '--profile FILE');
  const id = needed(exposure, '--exposure CATEGORY/NAME');
  if (!triable.has(id.slice(0, id.indexOf('/'))))
    throw new UnusableArguments(
      `--exposure: ${id} cannot be had or left at will; expected one of ${[...triable].filter((one) => one !== 'medication').join(', ')}`,
    );
  if (file === '-' && profileName === '-')
    throw new UnusableArguments('standard input can be read once only');
  const destination =
    options.out === undefined
      ? null
      : destinationAt(options.out, [
          file,
          profileName,
          ...(options.studyu ? [options.studyu] : []),
        ]);
  const profile = await readProfileFile(profileName);
  const study =
    options.studyu === undefined ? null : fromStudyU(await readAll(options.studyu), options.studyu);
  const diary = await readDiaryFile(file, { ...options, format: 'auto' });
  const plan = makePlan(diary, profile, study, { ...options, exposure: id });
  if (destination && plan.hash !== null) {
    destination.write(`${JSON.stringify(plan, null, 2)}\n`);
    note(oneLine(`plan written to ${destination.name}`));
  }
  if (options.json) await printJson(plan);
  else await print(planText(plan));
};

const addPlan = (trial: Command): void => {
  withCommonOptions(trial.command('plan'))
    .description('a fair test of one suspect: how long, in which order, and what it can find')
    .option('--diary <file>', 'your diary')
    .option('--profile <file.json>', 'your answers; they decide what may be tested')
    .option('--exposure <category/name>', 'what to test, such as food/cheddar', once(parseExposure))
    .option('--outcome <category/name>', 'the score that counts', once(parseOutcome))
    .option('--effect <points>', 'the difference you want to be able to find', once(parsePoints))
    .option('--start <date>', 'first day; otherwise tomorrow', once(parseDate))
    .option(
      '--holds <classes>',
      'what a thing we do not know holds: dairy,wheat or none',
      once(parseHolds),
    )
    .option('--blind', 'somebody else keeps the order (supplements only)')
    .option('--pairs <n>', 'your own design: pairs of periods', once(parseDays(1)))
    .option('--period-days <n>', 'your own design: days of a period that count', once(parseDays(1)))
    .option(
      '--washout-days <n>',
      'your own design: days before them that do not',
      once(parseDays(0)),
    )
    .option('--baseline-days <n>', 'your own design: days as usual first', once(parseDays(0)))
    .option(
      '--look <n>',
      'look at the result after so many periods too; may be given several times',
      several(parseDays(1)),
    )
    .option('--studyu <study.json>', 'take the periods from a study of StudyU')
    .option('--out <TRIAL.json>', 'write the plan to a file')
    .action(runPlan);
};

interface TrialArguments extends CommonOptions {
  readonly diary?: string;
  readonly profile?: string;
}

const runAnalyse = async (file: string, { diary, profile, json, ...rest }: TrialArguments) => {
  const diaryFile = needed(diary, '--diary FILE');
  const profileFile = needed(profile, '--profile FILE');
  const trial = await readTrialFile(file);
  const person = await readProfileFile(profileFile);
  const days = await readDiaryFile(diaryFile, { ...rest, format: 'auto' });
  const result = judgeTrial(trial, days, person, diaryFile);
  if (json) await printJson(result);
  else await print(resultText(result));
};

const diaryOf = (file: string | undefined, options: CommonOptions) =>
  file === undefined ? null : readDiaryFile(file, { ...options, format: 'auto' });

const runToday = async (
  file: string,
  { diary, profile, on, json, ...rest }: TrialArguments & { readonly on?: string },
) => {
  const trial = await readTrialFile(file);
  const person = await readProfileFile(needed(profile, '--profile FILE'));
  const decision = leaveToday(trial, person, await diaryOf(diary, rest));
  if (!decision.allowed) {
    const { blockedBy, reasons } = decision;
    if (json) await printJson({ state: 'must-stop', blockedBy, reasons });
    else await print(refusedText(trial.plan.exposure, reasons));
    return;
  }
  const day = todayOf(decision.value, trial, on ?? today());
  if (json) await printJson(day);
  else await print(todayText(day));
};

/** Adds what happened to the file of the trial; the plan itself and its hash stay. */
const withEvent = (trial: RunningTrial, event: TrialEvent): RunningTrial => {
  const next = { ...trial, events: [...trial.events, event] };
  try {
    livedPeriods(next);
  } catch (error) {
    if (error instanceof RangeError) throw new UnusableArguments(`--on: ${error.message}`);
    throw error;
  }
  return next;
};

interface EventArguments extends CommonOptions {
  readonly on?: string;
  readonly days?: number;
  readonly reason?: string;
}

const record = async (file: string, event: TrialEvent, { json }: CommonOptions): Promise<void> => {
  const trial = await readTrialFile(file);
  const destination = destinationAt(file);
  const { plan, events } = withEvent(trial, event);
  const schedule = scheduleOfPeriods(livedPeriods({ plan, events }), plan.start);
  destination.write(`${JSON.stringify({ ...plan, events }, null, 2)}\n`);
  if (json) await printJson({ events, schedule });
  else {
    const last = schedule.at(-1)!;
    await print(
      event.kind === 'stopped'
        ? `The trial ends here. What was written down until ${event.on} can be told.\n`
        : `Written down. The trial now goes on until ${last.to}. The order stays as it was drawn.\n`,
    );
  }
};

const runPostpone = async (file: string, { on, days, reason, ...rest }: EventArguments) => {
  const why = needed(reason, '--reason') as (typeof reasonsToWait)[number];
  const event = {
    kind: 'postponed',
    on: on ?? today(),
    days: days ?? (why === 'reaction' ? restDays : Number(needed(undefined, '--days N'))),
    reason: why,
  } as const;
  await record(file, event, rest);
};

const runStop = async (file: string, { on, reason, ...rest }: EventArguments) => {
  const why = (reason ?? 'own-wish') as (typeof reasonsToStop)[number];
  await record(file, { kind: 'stopped', on: on ?? today(), reason: why }, rest);
};

const runVerify = async (file: string, { json }: CommonOptions) => {
  const { plan, events } = await readTrialFile(file);
  if (json) await printJson({ hash: plan.hash, valid: true, events: events.length });
  else
    await print(
      `This plan is as it was fixed.\n  ${plan.hash}\n  ${plan.exposure}, seed ${plan.seed}, from ${plan.start}: the seed draws this very order.\n`,
    );
};

interface ExportArguments extends TrialArguments {
  readonly to?: ExportFormat;
  readonly out?: string;
}

const runExport = async (
  file: string,
  { diary, profile, to, out, json, ...rest }: ExportArguments,
) => {
  const format = needed(to, '--to FORMAT') as ExportFormat;
  const folder = needed(out, '--out FOLDER');
  const trial = await readTrialFile(file);
  const person = await readProfileFile(needed(profile, '--profile FILE'));
  const days = await diaryOf(diary, rest);
  const decision = leaveToday(trial, person, null);
  if (!decision.allowed) {
    const { blockedBy, reasons } = decision;
    if (json) await printJson({ allowed: false, blockedBy, reasons, files: [] });
    else await print(refusedText(trial.plan.exposure, reasons));
    return;
  }
  const held =
    days === null ? null : recordFrom(trial, days, person, needed(diary, '--diary FILE'));
  const { files, lost } = exportTrial(decision.value, trial, format, held);
  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    throw new UnusableArguments(`--out: cannot make the folder ${folder}`);
  }
  const written = files.map(({ name, content }) => {
    const destination = destinationAt(join(folder, name), [file]);
    destination.write(content);
    return destination.name;
  });
  if (json) await printJson({ allowed: true, files: written, lost });
  else
    await print(
      `${[...written.map((name) => `written: ${oneLine(name)}`), ...lost.map(oneLine)].join('\n')}\n`,
    );
};

const trialCommand = (trial: Command, name: string, description: string): Command =>
  withCommonOptions(trial.command(name))
    .description(description)
    .argument('<TRIAL.json>', 'the plan, as `trial plan --out` or `--json` wrote it');

export const addTrial = (program: Command): void => {
  const trial = program.command('trial').description('test one suspect on yourself, fairly');
  addPlan(trial);
  trialCommand(trial, 'analyse', 'the verdict, by the rules that were fixed before the start')
    .option('--diary <file>', 'the diary that holds the days of the trial')
    .option('--profile <file.json>', 'your answers')
    .action(runAnalyse);
  trialCommand(trial, 'today', 'what today asks for')
    .option('--profile <file.json>', 'your answers; an open red flag stops the trial')
    .option('--diary <file>', 'your diary: what it says may raise a question')
    .option('--on <date>', 'another day', once(parseDate))
    .action(runToday);
  trialCommand(trial, 'postpone', 'take days off; the order stays as it was drawn')
    .option('--on <date>', 'first day off; otherwise today', once(parseDate))
    .option(
      '--days <n>',
      `days off; after a reaction ${restDays} unless you say more`,
      once(parseDays(1)),
    )
    .addOption(new Option('--reason <reason>', 'why').choices([...reasonsToWait]))
    .action(runPostpone);
  trialCommand(trial, 'stop', 'end the trial now')
    .option('--on <date>', 'first day that is no longer part of it', once(parseDate))
    .addOption(new Option('--reason <reason>', 'why').choices([...reasonsToStop]))
    .action(runStop);
  trialCommand(trial, 'verify', 'whether the plan is as it was fixed').action(runVerify);
  trialCommand(trial, 'export', 'the trial for a calendar, StudyU, FHIR or a table')
    .addOption(new Option('--to <format>', 'what to write').choices([...exportFormats]))
    .option('--profile <file.json>', 'your answers')
    .option('--diary <file>', 'the diary that holds the days of the trial')
    .option('--out <folder>', 'where to write')
    .action(runExport);
};
