import type { Diary } from '@zonula/diary';
import { type Dynamics, discover } from '@zonula/discovery';
import {
  type ComposeFood,
  type Exposure,
  findOutcome,
  type Outcome,
  toTimeline,
} from '@zonula/timeline';
import { z } from 'zod';
import type { FoodGrain } from './food-grain.ts';
import { effectSummarySchema } from './summary/effect-summary.ts';
import { summariseDiscovery } from './summary/from-discovery.ts';
import { momentsOf } from './within-between/moments.ts';

const momentsSchema = z.object({
  days: z.number().int().nonnegative(),
  daysWith: z.number().int().nonnegative(),
  meanExposure: z.number(),
  meanOutcome: z.number(),
  exposureSquares: z.number(),
  products: z.number(),
  outcomeSquares: z.number(),
  outcomeWith: z.number(),
});

/** All that is kept of one person: figures, and no day of the diary. */
export const personResultSchema = z.object({
  person: z.string().min(1),
  /** Of the program that made it. */
  version: z.string(),
  seed: z.number().int(),
  outcome: z.string().nullable(),
  /** Days of the diary with an entry. */
  days: z.number().int().nonnegative(),
  /** Why the diary could not be judged; codes of discovery. */
  reasons: z.array(z.string()),
  summaries: z.array(effectSummarySchema).readonly(),
  /** Days with against without; outcome as a share of the scale's range, exposure 0 or 1. */
  contrasts: z.array(z.object({ exposure: z.string(), moments: momentsSchema })).readonly(),
});
export type PersonResult = Readonly<z.infer<typeof personResultSchema>>;

export interface PersonOptions {
  /** A name that says nothing of the person. */
  readonly person: string;
  readonly version: string;
  readonly seed: number;
  /** Outcome id; default the skin score with the most days. */
  readonly outcome?: string;
  /** Whether the diary goes through discovery; otherwise only days with and without are counted. Default true. */
  readonly discovery?: boolean;
  /** How foods are looked at; each grain is analysed on its own, since a dish and what is in it would share one effect. Default dishes. */
  readonly grains?: readonly FoodGrain[];
  /** What a food is made of; needed for ingredients and classes. */
  readonly foods?: ComposeFood;
}

/** One person's diary on its own, as one job: same diary and options, same result. Throws RangeError without a grain. */
export function analysePerson(diary: Diary, options: PersonOptions): PersonResult {
  const { grains = ['dish'] } = options;
  const [first, ...others] = grains.map((grain) => analyseGrain(diary, grain, options));
  if (first === undefined) throw new RangeError('at least one grain is needed');
  // Habits and the like stand beside each grain of the foods and count once.
  const isFood = ({ exposure }: { readonly exposure: string }): boolean =>
    /^(?:food|ingredient|class)\//u.test(exposure);
  return {
    ...first,
    summaries: [
      first,
      ...others.map(({ summaries }) => ({ summaries: summaries.filter(isFood) })),
    ].flatMap(({ summaries }) => summaries),
    contrasts: [
      first,
      ...others.map(({ contrasts }) => ({ contrasts: contrasts.filter(isFood) })),
    ].flatMap(({ contrasts }) => contrasts),
  };
}

function analyseGrain(
  diary: Diary,
  grain: FoodGrain,
  { person, version, seed, outcome: wanted, discovery = true, foods }: PersonOptions,
): PersonResult {
  const timeline = toTimeline(diary, {
    grains: [grain, 'entry'],
    ...(wanted === undefined ? {} : { outcome: wanted }),
    ...(foods === undefined || grain === 'dish' ? {} : { foods }),
  });
  const id = wanted ?? timeline.outcome;
  const outcome = findOutcome(timeline.outcomes, id ?? undefined);
  const base = { person, version, seed, days: timeline.loggedDays };
  if (id === null || outcome === undefined)
    return { ...base, outcome: id, reasons: ['no-outcome'], summaries: [], contrasts: [] };
  const contrasts = contrastsOf(timeline.exposures, outcome);
  if (!discovery) return { ...base, outcome: outcome.id, reasons: [], summaries: [], contrasts };
  let dynamics: readonly Dynamics[] = [];
  const document = discover(timeline, {
    version,
    seed,
    ...(wanted === undefined ? {} : { outcome: wanted }),
    onDynamics: (draws) => {
      dynamics = draws;
    },
  });
  return {
    ...base,
    outcome: outcome.id,
    reasons: document.reasons.map(({ code }) => code),
    summaries: summariseDiscovery({ person, timeline, document, dynamics }),
    contrasts,
  };
}

/** Days with and without each exposure, the score as a share of its scale. */
function contrastsOf(
  exposures: readonly Exposure[],
  { scale: { min, max }, values }: Outcome,
): PersonResult['contrasts'] {
  const score = values.map((value) => (value - min) / (max - min));
  return exposures
    .filter(({ sameAs }) => sameAs === undefined)
    .map(({ id: exposure, dose }) => ({
      exposure,
      moments: momentsOf(
        dose.map((portions) => (Number.isNaN(portions) ? portions : portions > 0 ? 1 : 0)),
        score,
      ),
    }))
    .filter(({ moments }) => moments.daysWith > 0);
}
