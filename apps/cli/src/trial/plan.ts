import type { Diary } from '@zonula/diary';
import type { Dynamics } from '@zonula/discovery';
import { hiddenFor, type Profile } from '@zonula/safety';
import { findOutcome, type Outcome } from '@zonula/timeline';
import {
  type Belief,
  candidateDesigns,
  chooseDesign,
  dayToDayOf,
  enoughPower,
  type ImportedStudy,
  mostDaysWithout,
  type PersonBelief,
  type PlanDocument,
  type PlannedOutcome,
  planTrial,
  simulationOf,
  usualDayToDay,
} from '@zonula/trial';
import { today } from '../clock.ts';
import { UnusableArguments } from '../failure.ts';
import { createProgress } from '../progress.ts';
import { analyseShown } from '../triage/analyse-shown.ts';
import { version } from '../version.ts';
import { beliefOf, othersOf, paceOf } from './belief.ts';
import { classesOf, isKnownFood } from './contents.ts';
import { askedDesign, type DesignOptions } from './design-options.ts';
import { askLeave } from './leave.ts';

export interface PlanOptions extends DesignOptions {
  readonly seed: number;
  readonly exposure: string;
  readonly outcome?: string;
  readonly effect?: number;
  readonly start?: string;
  readonly blind?: true;
  readonly holds?: readonly string[];
}

/** Draws of the posterior that the simulation takes turns with. */
const mostDraws = 200;
/** Logged days of the three weeks before the start that make a baseline. */
const baselineDays = 14;
const baselineWindow = 21;
const dayMs = 86_400_000;

const nextDay = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + dayMs).toISOString().slice(0, 10);

const badWhenHigh: ReadonlySet<string> = new Set(['skin', 'gut', 'symptom', 'stress']);

const plannedOutcome = ({ id, category, name, scale }: Outcome): PlannedOutcome => ({
  id,
  category,
  name,
  scale: { min: scale.min, max: scale.max },
  higherIsWorse: badWhenHigh.has(category),
});

const thinned = <T>(values: readonly T[]): readonly T[] => {
  const every = Math.max(1, Math.ceil(values.length / mostDraws));
  return values.filter((_, k) => k % every === 0);
};

const personOf = (
  outcome: Outcome,
  dynamics: readonly Dynamics[],
  belief: Belief,
): PersonBelief => {
  const scores = [...outcome.values].filter((score) => !Number.isNaN(score));
  const range = outcome.scale.max - outcome.scale.min;
  const first = outcome.values.findIndex((score) => !Number.isNaN(score));
  const span = first < 0 ? 0 : outcome.values.length - first;
  return {
    draws:
      dynamics.length > 0
        ? thinned(dynamics).map((draw) => dayToDayOf(draw, outcome.step))
        : [usualDayToDay(scores, range)],
    recorded: span === 0 ? 1 : Math.max(0.2, scores.length / span),
    curve: belief.curve,
  };
};

/** What a constant daily portion would change at least, where the diary says so; otherwise a tenth of the scale. */
const effectToFind = (belief: Belief, range: number): number => {
  const [low, high] = belief.totalInterval ?? [0, 0];
  const least = low > 0 ? low : high < 0 ? -high : 0;
  return Number(Math.min(Math.max(0.1 * range, least), 0.5 * range).toPrecision(2));
};

const firstDay = (asked: string | undefined, lastOfDiary: string): string => {
  if (asked === undefined) return nextDay([lastOfDiary, today()].sort().at(-1)!);
  if (asked <= lastOfDiary)
    throw new UnusableArguments(
      `--start: expected a day after the diary's last, ${lastOfDiary}, found ${asked}`,
    );
  return asked;
};

/** From a diary and a profile to a plan, or to why there is none. */
export const makePlan = (
  diary: Diary,
  profile: Profile,
  study: ImportedStudy | null,
  options: PlanOptions,
): PlanDocument => {
  const { seed, exposure: id } = options;
  const classes = options.holds ?? classesOf(id);
  const nothing = {
    version,
    seed,
    exposure: id,
    design: null,
    power: null,
    alternatives: [],
    schedule: [],
    analysis: null,
    hash: null,
  } as const;
  const decision = askLeave(
    { profile, diary, today: today() },
    { exposure: id, classes, days: mostDaysWithout },
  );
  const hidden = hiddenFor(profile);
  if (!decision.allowed) {
    if (!hidden.foods) requireKnown(id, diary);
    return {
      ...nothing,
      allowed: false,
      blockedBy: decision.blockedBy,
      reasons: decision.reasons,
      status: 'blocked',
    };
  }
  const dynamics: Dynamics[] = [];
  const { timeline, suspects } = analyseShown(hidden, diary, {
    seed,
    ...(options.outcome === undefined ? {} : { outcomes: [options.outcome] }),
    onDynamics: (draws) => {
      dynamics.splice(0, dynamics.length, ...draws);
    },
  });
  const outcome = findOutcome(timeline.outcomes, options.outcome ?? timeline.outcome ?? undefined);
  if (outcome === undefined)
    throw new UnusableArguments(
      options.outcome === undefined
        ? 'the diary has no skin score; --outcome CATEGORY/NAME says which score counts'
        : `--outcome: the diary has no score ${options.outcome}`,
    );
  const exposure = timeline.exposures.find((one) => one.id === id);
  if (exposure === undefined && !isKnownFood(id))
    throw new UnusableArguments(
      `--exposure: ${id} is neither in the diary nor a food that we know`,
    );
  const food = decision.value.elimination !== null;
  if (options.blind && !(id.startsWith('supplement/') && !food))
    throw new UnusableArguments(
      '--blind: only a supplement that holds no food can be hidden in capsules',
    );
  const finding = suspects.exposures.find((one) => one.id === id);
  const pace = paceOf(outcome.name, profile);
  const belief = beliefOf(finding, pace);
  const keepUsual = othersOf(exposure, suspects, timeline);
  const start = firstDay(options.start, timeline.to);
  const range = outcome.scale.max - outcome.scale.min;
  const effect = options.effect ?? effectToFind(belief, range);
  if (effect > range)
    throw new UnusableArguments(`--effect: expected at most ${range} points, found ${effect}`);
  const person = personOf(outcome, dynamics, belief);
  const asked = askedDesign(options, study, keepUsual, food);
  const candidates = asked
    ? [asked]
    : candidateDesigns({
        food,
        pace,
        response: belief,
        keepUsual,
        baselineKnown: hasBaseline(outcome, timeline.to, start),
      });
  const progress = createProgress(Date.now);
  const choice = chooseDesign(candidates, person, {
    effect,
    simulate: simulationOf(person, seed),
    onProgress: (share) => progress.report('trying designs on simulated days', share),
  });
  progress.end();
  if (choice === null)
    return {
      ...nothing,
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
    };
  const { value: leave } = decision;
  return planTrial(leave, {
    version,
    seed,
    exposure: id,
    outcome: plannedOutcome(outcome),
    start,
    food,
    classes,
    blinding: options.blind ? 'helper' : 'open',
    belief,
    worthwhile: suspects.worthwhile ?? 0.05 * range,
    ...choice,
    enoughPower,
    notes: [
      ...(exposure === undefined ? [`${id} is not in your diary yet.`] : []),
      ...(belief.assumed
        ? ['Your diary does not tell the delay, so a usual one for this skin is assumed.']
        : []),
      ...(dynamics.length === 0
        ? ['Your diary is short, so usual ups and downs are assumed.']
        : []),
      ...(keepUsual.length > 0
        ? [`Only one of the suspects that come together is varied: ${id}.`]
        : []),
      ...(options.blind || food
        ? []
        : ['You know what you have on each day. What you expect may move the score too.']),
      ...(study?.differences ?? []),
    ],
  });
};

/** Enough scores right before the start. */
const hasBaseline = (outcome: Outcome, lastOfDiary: string, start: string): boolean => {
  const gap = (Date.parse(start) - Date.parse(lastOfDiary)) / dayMs;
  const window = Math.max(0, baselineWindow - gap + 1);
  const recent = [...outcome.values].slice(outcome.values.length - window);
  return window > 0 && recent.filter((score) => !Number.isNaN(score)).length >= baselineDays;
};

/** A slip of the pen is told before the gates: their questions would not help. */
const requireKnown = (id: string, diary: Diary): void => {
  const slash = id.indexOf('/');
  const name = id.slice(slash + 1);
  const inDiary = diary.observations.some(
    (row) => row.category === id.slice(0, slash) && row.name.trim().toLowerCase() === name,
  );
  if (!inDiary && !isKnownFood(id))
    throw new UnusableArguments(
      `--exposure: ${id} is neither in the diary nor a food that we know`,
    );
};
