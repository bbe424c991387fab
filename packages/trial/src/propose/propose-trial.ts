import type { AllowedTrial, Decision } from '@zonula/safety';
import type { Outcome, Timeline } from '@zonula/timeline';
import type { TrialDesign } from '../design.ts';
import { candidateDesigns, type Pace } from '../designs/candidates.ts';
import { chooseDesign, enoughPower } from '../plan/choose-design.ts';
import type { Belief, BlockedPlan, NoBearablePlan, TrialPlan } from '../plan/document.ts';
import type { Dynamics } from '../plan/person.ts';
import { planTrial } from '../plan/plan-trial.ts';
import { reachingOf, simulationOf } from '../plan/planned-power.ts';
import { nameOf, together } from '../plan/words.ts';
import { beliefOf, type DiaryFindings, othersOf } from './belief-of.ts';
import {
  assumedSlips,
  effectToFind,
  hasBaseline,
  personOf,
  plannedOutcome,
  rangeOf,
} from './person-of.ts';

/** What stands in the place of a plan where there is none. */
const noPlan = {
  design: null,
  power: null,
  alternatives: [],
  schedule: [],
  analysis: null,
  hash: null,
} as const;

interface Head {
  readonly version: string;
  readonly seed: number;
  readonly exposure: string;
}

/** The document that says which gate is shut. */
export const blockedPlan = (
  head: Head,
  { blockedBy, reasons }: Extract<Decision<AllowedTrial>, { readonly allowed: false }>,
): BlockedPlan => ({
  ...head,
  allowed: false,
  blockedBy,
  reasons,
  status: 'blocked',
  ...noPlan,
});

const unbearablePlan = (head: Head, belief: Belief): NoBearablePlan => ({
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

/** What the diary and the person say that a proposal needs. */
export interface ProposalRequest {
  readonly version: string;
  readonly seed: number;
  readonly exposure: string;
  /** Every class it may hold; null: not known. */
  readonly classes: readonly string[] | null;
  /** First day, `YYYY-MM-DD`. */
  readonly start: string;
  readonly timeline: Timeline;
  /** The score that counts. */
  readonly outcome: Outcome;
  readonly findings: DiaryFindings;
  /** How the score moves by itself; empty where the diary is too short for a model. */
  readonly dynamics: readonly Dynamics[];
  readonly pace: Pace;
  readonly blinding: 'open' | 'helper';
  /** Smallest difference that matters, points; otherwise that of the analysis. */
  readonly worthwhile?: number;
  /** Points to be found; otherwise what the diary suggests. At most the range of the scale. */
  readonly effect?: number;
  /** Which designs to try, of all that are bearable: an own one, or those with looks. */
  readonly designs?: (
    proposed: () => readonly TrialDesign[],
    keepUsual: readonly string[],
  ) => readonly TrialDesign[];
  /** The person asked for this very design. */
  readonly own?: boolean;
  /** Said after our own notes. */
  readonly notes?: readonly string[];
  readonly onProgress?: (share: number) => void;
}

const notesOf = (
  { exposure, timeline, dynamics, blinding, notes = [] }: ProposalRequest,
  {
    weakest,
    belief,
    keepUsual,
    food,
  }: {
    readonly weakest: boolean;
    readonly belief: Belief;
    readonly keepUsual: readonly string[];
    readonly food: boolean;
  },
): readonly string[] => [
  ...(weakest
    ? ['No trial of half a year at most reaches 80 in 100. This is the one with the best chance.']
    : []),
  ...(timeline.exposures.some(({ id }) => id === exposure)
    ? []
    : [`${exposure} is not in your diary yet.`]),
  ...(belief.assumed
    ? ['Your diary does not tell the delay, so a usual one for this skin is assumed.']
    : []),
  ...(dynamics.length === 0 ? ['Your diary is short, so usual ups and downs are assumed.'] : []),
  `We assume that you keep to the plan on ${Math.round(100 * (1 - assumedSlips))} of 100 days.`,
  ...(keepUsual.length > 0
    ? [
        `These come together with it in your diary and stay as usual: ${together(keepUsual.map(nameOf))}.`,
      ]
    : []),
  ...(blinding === 'helper' || food
    ? []
    : ['You know what you have on each day. What you expect may move the score too.']),
  ...notes,
];

/**
 * From what a diary tells to a plan, or to why there is none that one could bear. Throws `NotAllowed` without leave and `RangeError`
 * for an effect beyond the scale.
 */
export const proposeTrial = (
  leave: AllowedTrial,
  request: ProposalRequest,
): TrialPlan | NoBearablePlan => {
  const { version, seed, exposure, classes, start, timeline, outcome, findings, dynamics } =
    request;
  const head = { version, seed, exposure };
  const food = leave.elimination !== null;
  const belief = beliefOf(
    findings.exposures.find(({ id }) => id === exposure),
    request.pace,
  );
  const range = rangeOf(outcome);
  const effect = request.effect ?? effectToFind(belief, range);
  if (effect > range) throw new RangeError(`expected at most ${range} points, found ${effect}`);
  const keepUsual = othersOf(
    timeline.exposures.find(({ id }) => id === exposure),
    findings,
    timeline,
  );
  const proposed = () =>
    candidateDesigns({
      food,
      pace: request.pace,
      response: belief,
      keepUsual,
      baselineKnown: hasBaseline(outcome, timeline.to, start),
    });
  const person = personOf(outcome, dynamics, belief);
  const choice = chooseDesign(request.designs?.(proposed, keepUsual) ?? proposed(), person, {
    effect,
    simulate: simulationOf(person, seed),
    reaches: reachingOf(person, seed),
    ...(request.onProgress === undefined ? {} : { onProgress: request.onProgress }),
  });
  if (choice === null) return unbearablePlan(head, belief);
  const weakest = request.own !== true && choice.power.probability < enoughPower;
  return planTrial(leave, {
    ...head,
    outcome: plannedOutcome(outcome),
    start,
    food,
    classes,
    blinding: request.blinding,
    belief,
    worthwhile: request.worthwhile ?? findings.worthwhile ?? 0.05 * range,
    ...choice,
    enoughPower,
    notes: notesOf(request, { weakest, belief, keepUsual, food }),
  });
};
