import type { Diary } from '@zonula/diary';
import type { Dynamics, Suspects } from '@zonula/discovery';
import { type AllowedTrial, type Decision, hiddenFor, type Profile } from '@zonula/safety';
import { findOutcome, type Grain, type Outcome, type Timeline } from '@zonula/timeline';
import {
  type Belief,
  type Choice,
  candidateDesigns,
  chooseDesign,
  enoughPower,
  type ImportedStudy,
  mostDaysWithout,
  nameOf,
  type PlanDocument,
  planTrial,
  simulationOf,
  together,
} from '@zonula/trial';
import { today } from '../clock.ts';
import { UnusableArguments } from '../failure.ts';
import { createProgress } from '../progress.ts';
import { analyseShown } from '../triage/analyse-shown.ts';
import { version } from '../version.ts';
import { beliefOf, othersOf, paceOf } from './belief.ts';
import { allClassesOf, isKnownFood } from './contents.ts';
import { askedDesign, type DesignOptions, withLooks } from './design-options.ts';
import { askLeave } from './leave.ts';
import {
  assumedSlips,
  effectToFind,
  hasBaseline,
  nextDay,
  personOf,
  plannedOutcome,
  rangeOf,
} from './person.ts';

export interface PlanOptions extends DesignOptions {
  readonly seed: number;
  readonly exposure: string;
  readonly outcome?: string;
  readonly effect?: number;
  readonly start?: string;
  readonly blind?: true;
  readonly holds?: readonly string[];
}

/** What the diary says that a plan needs. */
interface Known {
  readonly timeline: Timeline;
  readonly suspects: Suspects;
  readonly outcome: Outcome;
  readonly dynamics: readonly Dynamics[];
}

const firstDay = (asked: string | undefined, lastOfDiary: string): string => {
  if (asked === undefined) return nextDay([lastOfDiary, today()].sort().at(-1)!);
  if (asked <= lastOfDiary)
    throw new UnusableArguments(
      `--start: expected a day after the diary's last, ${lastOfDiary}, found ${asked}`,
    );
  return asked;
};

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

/** What stands in the place of a plan where there is none. */
const noPlan = {
  design: null,
  power: null,
  alternatives: [],
  schedule: [],
  analysis: null,
  hash: null,
} as const;

const blockedPlan = (
  head: { readonly version: string; readonly seed: number; readonly exposure: string },
  { blockedBy, reasons }: Extract<Decision<AllowedTrial>, { readonly allowed: false }>,
): PlanDocument => ({
  ...head,
  allowed: false,
  blockedBy,
  reasons,
  status: 'blocked',
  ...noPlan,
});

const unbearablePlan = (
  head: { readonly version: string; readonly seed: number; readonly exposure: string },
  belief: Belief,
): PlanDocument => ({
  ...head,
  allowed: true,
  blockedBy: [],
  reasons: [
    {
      code: 'no-bearable-design',
      text: `Its effect would take about ${Math.round(belief.delay.mean)} days to come and as long to go. A fair test would take more than half a year, or keep a food out for more than eight weeks.`,
      wayOut: 'Keep your diary. With more days the delay may turn out shorter.',
    },
  ],
  status: 'no-bearable-design',
  belief,
  ...noPlan,
});

interface Said {
  /** No design was asked for, and none that is bearable reaches the wanted chance. */
  readonly weakest: boolean;
  readonly known: Known;
  readonly belief: Belief;
  readonly keepUsual: readonly string[];
  readonly food: boolean;
  readonly study: ImportedStudy | null;
  readonly options: PlanOptions;
}

const notesOf = ({
  weakest,
  known,
  belief,
  keepUsual,
  food,
  study,
  options,
}: Said): readonly string[] => {
  const { exposure: id, blind } = options;
  const inDiary = known.timeline.exposures.some((one) => one.id === id);
  return [
    ...(weakest
      ? ['No trial of half a year at most reaches 80 in 100. This is the one with the best chance.']
      : []),
    ...(inDiary ? [] : [`${id} is not in your diary yet.`]),
    ...(belief.assumed
      ? ['Your diary does not tell the delay, so a usual one for this skin is assumed.']
      : []),
    ...(known.dynamics.length === 0
      ? ['Your diary is short, so usual ups and downs are assumed.']
      : []),
    `We assume that you keep to the plan on ${Math.round(100 * (1 - assumedSlips))} of 100 days.`,
    ...(keepUsual.length > 0
      ? [
          `These come together with it in your diary and stay as usual: ${together(keepUsual.map(nameOf))}.`,
        ]
      : []),
    ...(blind || food
      ? []
      : ['You know what you have on each day. What you expect may move the score too.']),
    ...(study?.differences ?? []),
  ];
};

/** From a diary and a profile to a plan, or to why there is none. */
export const makePlan = (
  diary: Diary,
  profile: Profile,
  study: ImportedStudy | null,
  options: PlanOptions,
): PlanDocument => {
  const { seed, exposure: id, blind } = options;
  const head = { version, seed, exposure: id };
  const classes = allClassesOf(id, options.holds);
  const decision = askLeave(
    { profile, diary, today: today() },
    { exposure: id, classes, days: mostDaysWithout },
  );
  if (!hiddenFor(profile).foods) requireKnown(id, diary);
  if (!decision.allowed) return blockedPlan(head, decision);
  const food = decision.value.elimination !== null;
  if (blind && !(id.startsWith('supplement/') && !food))
    throw new UnusableArguments(
      '--blind: only a supplement that holds no food can be hidden in capsules; --holds none says that its label names none',
    );
  const known = readOff(diary, profile, options);
  const { timeline, suspects, outcome, dynamics } = known;
  const start = firstDay(options.start, timeline.to);
  const pace = paceOf(outcome.name, profile);
  const belief = beliefOf(
    suspects.exposures.find((one) => one.id === id),
    pace,
  );
  const range = rangeOf(outcome);
  const effect = options.effect ?? effectToFind(belief, range);
  if (effect > range)
    throw new UnusableArguments(`--effect: expected at most ${range} points, found ${effect}`);
  const keepUsual = othersOf(
    timeline.exposures.find((one) => one.id === id),
    suspects,
    timeline,
  );
  const asked = askedDesign(options, study, keepUsual, food);
  const designs = asked
    ? [asked]
    : candidateDesigns({
        food,
        pace,
        response: belief,
        keepUsual,
        baselineKnown: hasBaseline(outcome, timeline.to, start),
      });
  const candidates = withLooks(designs, options, food);
  const person = personOf(outcome, dynamics, belief);
  const progress = createProgress(Date.now);
  let choice: Choice | null;
  try {
    choice = chooseDesign(candidates, person, {
      effect,
      simulate: simulationOf(person, seed),
      onProgress: (share) => progress.report('trying designs on simulated days', share),
    });
  } finally {
    progress.end();
  }
  if (choice === null) return unbearablePlan(head, belief);
  return planTrial(decision.value, {
    ...head,
    outcome: plannedOutcome(outcome),
    start,
    food,
    classes,
    blinding: blind ? 'helper' : 'open',
    belief,
    worthwhile: suspects.worthwhile ?? 0.05 * range,
    ...choice,
    enoughPower,
    notes: notesOf({
      weakest: asked === null && choice.power.probability < enoughPower,
      known,
      belief,
      keepUsual,
      food,
      study,
      options,
    }),
  });
};
