import {
  livedPeriods,
  type RunningTrial,
  type reasonsToStop,
  type reasonsToWait,
  restDays,
  scheduleOfPeriods,
  type TrialEvent,
  todayOf,
} from '@zonula/trial';
import { today } from '../clock.ts';
import { UnusableArguments } from '../failure.ts';
import type { CommonOptions } from '../options.ts';
import { destinationAt, print, printJson } from '../output.ts';
import { readProfileFile } from '../triage/profile.ts';
import { needed, type TrialArguments } from './arguments.ts';
import { diaryOf, leaveToday, readTrialFile } from './running.ts';
import { refusedText, todayText } from './today-text.ts';

export interface OnDay {
  readonly on?: string;
}

export const runToday = async (
  file: string,
  { diary, profile, on, json, ...rest }: TrialArguments & OnDay,
) => {
  const trial = await readTrialFile(file);
  const person = await readProfileFile(needed(profile, '--profile FILE'));
  const decision = leaveToday(trial, person, await diaryOf(diary, rest));
  if (!decision.allowed) {
    const { blockedBy, reasons } = decision;
    if (json) await printJson({ state: 'must-stop', blockedBy, reasons });
    else await print(refusedText(reasons));
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

export interface EventArguments extends CommonOptions, OnDay {
  readonly days?: number;
  readonly reason?: string;
}

const record = async (
  file: string,
  eventOf: (trial: RunningTrial) => TrialEvent,
  { json }: CommonOptions,
): Promise<void> => {
  const trial = await readTrialFile(file);
  const destination = destinationAt(file);
  const event = eventOf(trial);
  const { plan, events } = withEvent(trial, event);
  const schedule = scheduleOfPeriods(livedPeriods({ plan, events }), plan.start);
  destination.write(`${JSON.stringify({ ...plan, events }, null, 2)}\n`);
  if (json) await printJson({ events, schedule });
  else
    await print(
      event.kind === 'stopped'
        ? `The trial ends here. What was written down until ${event.on} can be told.\n`
        : `Written down: ${event.days} days off. The trial now goes on until ${schedule.at(-1)!.to}. The order stays as it was drawn.\n`,
    );
};

export const runPostpone = async (file: string, { on, days, reason, ...rest }: EventArguments) => {
  const why = needed(reason, '--reason') as (typeof reasonsToWait)[number];
  if (days === undefined && why !== 'reaction') needed(undefined, '--days N');
  await record(
    file,
    ({ plan }) => ({
      kind: 'postponed',
      on: on ?? today(),
      days: days ?? restDays(plan.design),
      reason: why,
    }),
    rest,
  );
};

export const runStop = async (file: string, { on, reason, ...rest }: EventArguments) => {
  const why = (reason ?? 'own-wish') as (typeof reasonsToStop)[number];
  await record(file, () => ({ kind: 'stopped', on: on ?? today(), reason: why }), rest);
};

export const runVerify = async (file: string, { json }: CommonOptions) => {
  const { plan, events } = await readTrialFile(file);
  if (json) await printJson({ hash: plan.hash, valid: true, events: events.length });
  else
    await print(
      `This plan is as it was fixed.\n  ${plan.hash}\n  ${plan.exposure}, seed ${plan.seed}, from ${plan.start}: the seed draws this very order.\n${
        events.length === 0
          ? ''
          : `  Since then: ${events.length} ${events.length === 1 ? 'entry' : 'entries'} of days off or a stop. The sum does not cover them; they cannot change which arm a period has.\n`
      }`,
    );
};
