import { createRandom } from '@zonula/numerics';
import type { AllowedTrial } from '@zonula/safety';
import type { Json } from '../commitment/canonical-json.ts';
import { commit, seedFrom } from '../commitment/commitment.ts';
import { type Assignment, drawAssignment, type TrialDesign } from '../design.ts';
import { designProblems } from '../designs/rules.ts';
import { type ScheduleEntry, scheduleOf } from '../schedule/schedule.ts';
import { analysisText } from './analysis-text.ts';
import { checksFor } from './checks.ts';
import { describeDesign } from './describe.ts';
import type { Belief, PlannedOutcome, PlannedPower, TrialPlan } from './document.ts';
import { requireLeave } from './permission.ts';
import { instructionsFor } from './words.ts';

/** What a plan is made of once a design is chosen. */
export interface PlanRequest {
  readonly version: string;
  readonly seed: number;
  readonly exposure: string;
  readonly outcome: PlannedOutcome;
  /** First day, `YYYY-MM-DD`. */
  readonly start: string;
  readonly food: boolean;
  readonly classes: readonly string[] | null;
  readonly blinding: 'open' | 'helper';
  readonly belief: Belief;
  /** Smallest difference that matters, points. */
  readonly worthwhile: number;
  readonly design: TrialDesign;
  readonly power: PlannedPower;
  readonly alternatives: readonly { readonly design: TrialDesign; readonly power: PlannedPower }[];
  readonly daysNeeded: readonly { readonly effect: number; readonly days: number | null }[];
  /** Chance of finding the effect that a trial should have; below it the plan says that it is too weak. */
  readonly enoughPower: number;
  readonly notes: readonly string[];
}

interface Drawn {
  readonly seed: number;
  readonly exposure: string;
  readonly start: string;
  readonly design: TrialDesign;
}

/** The order that a seed draws for a trial: the same for the same seed, exposure, start and design, and for nothing else. */
export const drawnAssignment = ({ seed, exposure, start, design }: Drawn): Assignment => {
  const described = describeDesign(design);
  return drawAssignment(
    design,
    createRandom(seedFrom({ seed, exposure, start, design: described })),
  );
};

/** The calendar that a seed draws; whoever reads a plan can draw it again. */
export const drawnSchedule = (drawn: Drawn): readonly ScheduleEntry[] =>
  scheduleOf(drawn.design, drawnAssignment(drawn), drawn.start);

/**
 * Draws the order, lays it on the calendar and fixes the whole by a hash. Throws `NotAllowed` without leave and `RangeError` for a
 * design that may not run (`designProblems` says why, before).
 */
export const planTrial = (leave: AllowedTrial, request: PlanRequest): TrialPlan => {
  const { exposure, design, start, food, outcome, worthwhile, power } = request;
  requireLeave(leave, exposure, design);
  const [problem] = designProblems(design, { food });
  if (problem) throw new RangeError(`${problem.field}: ${problem.text}`);
  const schedule = [...drawnSchedule(request)];
  const keepUsual = design.kind === 'one-member-of-a-set' ? design.keepUsual : [];
  const fields = {
    version: request.version,
    seed: request.seed,
    exposure,
    allowed: true as const,
    blockedBy: [],
    status: power.probability >= request.enoughPower ? ('ready' as const) : ('too-weak' as const),
    outcome,
    start,
    food,
    classes: request.classes === null ? null : [...request.classes],
    blinding: request.blinding,
    belief: request.belief,
    design: describeDesign(design),
    power,
    alternatives: request.alternatives.map((one) => ({
      design: describeDesign(one.design),
      power: one.power,
    })),
    daysNeeded: [...request.daysNeeded],
    schedule,
    instructions: instructionsFor(exposure, keepUsual),
    checks: [...checksFor(design, schedule, start, food)],
    duties: [...(leave.elimination?.duties ?? [])],
    worthwhile,
    notes: [...request.notes],
    analysis: analysisText({ exposure, outcome, design, worthwhile }),
  };
  return { ...fields, ...commit(fields as Readonly<Record<string, Json>>) };
};
