import { z } from 'zod';
import { entrySchema } from '../schedule/schedule.ts';

const count = z.number().int().nonnegative();
const positive = z.number().int().positive();
const probability = z.number().min(0).max(1);
const interval = z.tuple([z.number(), z.number()]);

const timing = {
  baselineDays: count,
  washoutDays: count,
  periodDays: positive,
  looks: z.array(positive),
  // What follows from the rest, for whoever reads it.
  /** Length in days. */
  days: positive,
  /** How many orders could have been drawn. */
  assignments: z.number().positive(),
  smallestPossibleP: probability,
};

const describedDesignSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('randomised-pairs'), ...timing, pairs: positive }),
  z.strictObject({
    kind: z.literal('randomised-periods'),
    ...timing,
    periods: positive,
    longestRun: positive,
  }),
  z.strictObject({
    kind: z.literal('alternating'),
    ...timing,
    periods: positive,
    longestRun: z.literal(2),
  }),
  z.strictObject({
    kind: z.literal('elimination-reintroduction'),
    ...timing,
    eliminationDays: positive,
    midStop: positive.nullable(),
    repeats: positive,
    order: z.enum(['pairs', 'free']),
  }),
  z.strictObject({
    kind: z.literal('one-member-of-a-set'),
    ...timing,
    pairs: positive,
    keepUsual: z.array(z.string()),
  }),
]);
export type DescribedDesign = Readonly<z.infer<typeof describedDesignSchema>>;

export const outcomeSchema = z.strictObject({
  id: z.string().min(1),
  category: z.string().min(1),
  name: z.string().min(1),
  scale: z.strictObject({ min: z.number(), max: z.number() }),
  /** True for itch, false for a score of well-being. */
  higherIsWorse: z.boolean(),
});
export type PlannedOutcome = Readonly<z.infer<typeof outcomeSchema>>;

export const powerSchema = z.strictObject({
  /** Points of the outcome, with against without. */
  effect: z.number().positive(),
  /** Chance to find such an effect. */
  probability,
  /** Share of simulated trials without any effect in which one was found. */
  falsePositive: probability,
  simulations: positive,
  /** Chance by size of the effect, points. */
  curve: z.array(z.strictObject({ effect: z.number().positive(), probability })),
  /** Smallest effect found with 80 % chance, points; null where none on the curve is. */
  detectable: z.number().positive().nullable(),
  /** Difference that four in five trials without any effect could rule out, points. */
  excludable: z.number().positive(),
});
export type PlannedPower = Readonly<z.infer<typeof powerSchema>>;

/** What was believed before the trial. */
export const beliefSchema = z.strictObject({
  /** That it acts at all; null where the diary could not tell. */
  probability: probability.nullable(),
  /** Points per usual portion, summed over the days after; given that it acts. */
  total: z.number().nullable(),
  totalInterval: interval.nullable(),
  /** Days; 80 % interval. */
  delay: z.strictObject({ mean: z.number(), interval }),
  /** Points per day after one usual portion. */
  curve: z.array(z.number()).min(1),
  /** The delay is an assumption for this kind of skin, since the diary does not tell. */
  assumed: z.boolean(),
});
export type Belief = Readonly<z.infer<typeof beliefSchema>>;

export const checkSchema = z.strictObject({
  on: z.iso.date(),
  kind: z.enum(['weight-and-mood', 'mid-stop', 'look']),
  text: z.string(),
});
export type Check = Readonly<z.infer<typeof checkSchema>>;

export const planSchema = z.strictObject({
  version: z.string(),
  seed: count,
  exposure: z.string().min(1),
  allowed: z.literal(true),
  blockedBy: z.array(z.string()).length(0),
  status: z.enum(['ready', 'too-weak']),
  outcome: outcomeSchema,
  start: z.iso.date(),
  /** Something eaten or swallowed, to which the gates for food apply. */
  food: z.boolean(),
  /** Classes it may hold; null: not known. */
  classes: z.array(z.string()).nullable(),
  /** `helper`: somebody else keeps the order and fills the boxes. */
  blinding: z.enum(['open', 'helper']),
  belief: beliefSchema,
  design: describedDesignSchema,
  power: powerSchema,
  alternatives: z.array(z.strictObject({ design: describedDesignSchema, power: powerSchema })),
  /** Days that the shortest design needs to find an effect of so many points with 80 % chance, roughly; null: more than is bearable. */
  daysNeeded: z.array(z.strictObject({ effect: z.number().positive(), days: positive.nullable() })),
  schedule: z.array(entrySchema).min(1),
  instructions: z.strictObject({ with: z.string(), without: z.string(), usual: z.string() }),
  checks: z.array(checkSchema),
  duties: z.array(z.string()),
  /** Smallest difference that matters, points. */
  worthwhile: z.number().positive(),
  notes: z.array(z.string()),
  analysis: z.string().min(1),
  /** SHA-256 of each field. */
  digests: z.record(z.string(), z.string()),
  /** SHA-256 over the digests: fixed before the start. */
  hash: z.string().regex(/^[0-9a-f]{64}$/u),
});
export type TrialPlan = Readonly<z.infer<typeof planSchema>>;

export interface GateWords {
  readonly code: string;
  readonly text: string;
  readonly wayOut: string;
}

/** No trial: a gate is shut. Nothing in it can be carried out. */
export interface BlockedPlan {
  readonly version: string;
  readonly seed: number;
  readonly exposure: string;
  readonly allowed: false;
  readonly blockedBy: readonly string[];
  readonly reasons: readonly GateWords[];
  readonly status: 'blocked';
  readonly design: null;
  readonly power: null;
  readonly alternatives: readonly [];
  readonly schedule: readonly [];
  readonly analysis: null;
  readonly hash: null;
}

/** No trial: nobody could bear one that would show something. */
export interface NoBearablePlan
  extends Omit<BlockedPlan, 'allowed' | 'blockedBy' | 'reasons' | 'status'> {
  readonly allowed: true;
  readonly blockedBy: readonly [];
  readonly status: 'no-bearable-design';
  readonly reasons: readonly GateWords[];
  readonly belief: Belief;
}

export type PlanDocument = TrialPlan | BlockedPlan | NoBearablePlan;
