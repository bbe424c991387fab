import type { Diary } from '@zonula/diary';
import type { Dynamics, Suspects } from '@zonula/discovery';
import { conditionOf } from '@zonula/evidence';
import { hiddenFor, type Profile } from '@zonula/safety';
import { findOutcome, type Grain, type Outcome, type Timeline } from '@zonula/timeline';
import {
  addDays,
  askLeave,
  blockedPlan,
  type ImportedStudy,
  mostDaysWithout,
  nameOf,
  type PlanDocument,
  paceOf,
  proposeTrial,
} from '@zonula/trial';
import { today } from '../clock.ts';
import { UnusableArguments } from '../failure.ts';
import { createProgress } from '../progress.ts';
import { analyseShown } from '../triage/analyse-shown.ts';
import { version } from '../version.ts';
import { allClassesOf, isKnownFood } from './contents.ts';
import { askedDesign, type DesignOptions, hasOwnDesign, withLooks } from './design-options.ts';
import { besideOf, type OtherTrial } from './other-trials.ts';

export interface PlanOptions extends DesignOptions {
  readonly seed: number;
  readonly exposure: string;
  readonly outcome?: string;
  readonly effect?: number;
  readonly start?: string;
  readonly blind?: true;
  readonly holds?: readonly string[];
  /** Other trials of this person that were planned or have begun. */
  readonly others?: readonly OtherTrial[];
}

/** What the diary says that a plan needs. */
interface Known {
  readonly timeline: Timeline;
  readonly suspects: Suspects;
  readonly outcome: Outcome;
  readonly dynamics: readonly Dynamics[];
}

/** The day that was asked for; otherwise tomorrow, once the diary and the other trials are over. */
const firstDay = (
  asked: string | undefined,
  lastOfDiary: string,
  others: readonly OtherTrial[],
): string => {
  if (asked === undefined)
    return addDays([lastOfDiary, today(), ...others.map(({ to }) => to)].sort().at(-1)!, 1);
  if (asked <= lastOfDiary)
    throw new UnusableArguments(
      `--start: expected a day after the diary's last, ${lastOfDiary}, found ${asked}`,
    );
  return asked;
};

const notesOn = (
  others: readonly OtherTrial[],
  beside: readonly OtherTrial[],
  start: string,
): readonly string[] => [
  ...others
    .filter(({ to }) => to === addDays(start, -1))
    .map(({ exposure, to }) => `It waits for your trial of ${nameOf(exposure)}, until ${to}.`),
  ...beside.map(
    ({ exposure, to }) =>
      `Your trial of ${nameOf(exposure)} goes on until ${to}. Keep to both plans.`,
  ),
];

const unknownExposure = (id: string): UnusableArguments =>
  new UnusableArguments(`--exposure: ${id} is neither in the diary nor a food that we know`);

/** A slip of the pen is told before the gates: their questions would not help. */
const requireKnown = (id: string, diary: Diary): void => {
  const [category, name] = id.split(/\/(.*)/su);
  const inDiary = diary.observations.some(
    (row) => row.category === category && row.name.trim().toLowerCase() === name,
  );
  if (!inDiary && !isKnownFood(id)) throw unknownExposure(id);
};

/** Foods are looked at as finely as the thing on trial; classes beside a dish would share its days and its blame. */
const grainsFor = (id: string): readonly Grain[] => [
  id.startsWith('class/') ? 'class' : id.startsWith('ingredient/') ? 'ingredient' : 'dish',
  'entry',
];

const readOff = (
  diary: Diary,
  profile: Profile,
  { seed, exposure, outcome: wanted }: PlanOptions,
): Known => {
  const dynamics: Dynamics[] = [];
  const { timeline, suspects } = analyseShown(hiddenFor(profile), diary, {
    seed,
    grains: grainsFor(exposure),
    throughGut: false,
    ...(wanted === undefined ? {} : { outcomes: [wanted] }),
    onDynamics: (draws) => {
      dynamics.splice(0, dynamics.length, ...draws);
    },
  });
  const outcome = findOutcome(timeline.outcomes, wanted ?? timeline.outcome ?? undefined);
  if (outcome === undefined)
    throw new UnusableArguments(
      wanted === undefined
        ? 'the diary has no skin score; --outcome CATEGORY/NAME says which score counts'
        : `--outcome: the diary has no score ${wanted}`,
    );
  return { timeline, suspects, outcome, dynamics };
};

/** From a diary and a profile to a plan, or to why there is none. */
export const makePlan = (
  diary: Diary,
  profile: Profile,
  study: ImportedStudy | null,
  options: PlanOptions,
): PlanDocument => {
  const { seed, exposure: id, blind, effect, others = [] } = options;
  const head = { version, seed, exposure: id };
  const beside = besideOf(others, id, options.start);
  const classes = allClassesOf(id, options.holds);
  const decision = askLeave(
    { profile, diary, today: today() },
    {
      exposure: id,
      classes,
      days: mostDaysWithout,
      alsoOut: beside.filter(({ food }) => food).map(({ exposure }) => exposure),
    },
  );
  if (!hiddenFor(profile).foods) requireKnown(id, diary);
  if (!decision.allowed) return blockedPlan(head, decision);
  const food = decision.value.elimination !== null;
  if (blind && !(id.startsWith('supplement/') && !food))
    throw new UnusableArguments(
      '--blind: only a supplement that holds no food can be hidden in capsules; --holds none says that its label names none',
    );
  const { timeline, suspects, outcome, dynamics } = readOff(diary, profile, options);
  const start = firstDay(options.start, timeline.to, others);
  const range = outcome.scale.max - outcome.scale.min;
  if (effect !== undefined && effect > range)
    throw new UnusableArguments(`--effect: expected at most ${range} points, found ${effect}`);
  const progress = createProgress(Date.now);
  const own = hasOwnDesign(options, study);
  try {
    return proposeTrial(decision.value, {
      ...head,
      classes,
      start,
      timeline,
      outcome,
      findings: suspects,
      dynamics,
      pace: paceOf(conditionOf(outcome.name), profile.conditions),
      blinding: blind ? 'helper' : 'open',
      ...(effect === undefined ? {} : { effect }),
      own,
      designs: (proposed, keepUsual) =>
        withLooks(own ? [askedDesign(options, study, keepUsual, food)] : proposed(), options, food),
      notes: [...(study?.differences ?? []), ...notesOn(others, beside, start)],
      onProgress: (share) => progress.report('trying designs on simulated days', share),
    });
  } finally {
    progress.end();
  }
};
