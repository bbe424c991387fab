import type { ClassKey, FoodReading } from '@zonula/foods';
import { createRandom } from '@zonula/numerics';
import { hiddenFor, type Person } from '@zonula/safety';
import { english } from '../wording/wording-of.ts';
import { acceptanceOf } from './acceptance.ts';
import { belowOf, type Interval, probabilityOf, quantile, rangeOf } from './adequacy.ts';
import { type EliminationLoss, lossWithout } from './eliminations.ts';
import { foodsEaten } from './foods-eaten.ts';
import { drawIntake, type Intake, mostUnknown } from './intake.ts';
import {
  type LifeStage,
  lifeStagesOf,
  type Reference,
  type ReferenceNutrient,
  referenceNutrients,
  referenceOf,
  referenceSource,
} from './reference-intakes.ts';
import { type Missing, type Source, sourcesOf } from './sources-of-nutrients.ts';
import { supplemented } from './supplements.ts';
import { leastWholeDays, tooFewDays } from './too-few-days.ts';

/** `low`: too little is likely; `open`: cannot tell; `enough`: too little is unlikely. */
export type Standing = 'low' | 'open' | 'enough' | 'not-judged';

export interface NutrientStanding {
  readonly nutrient: ReferenceNutrient;
  readonly standing: Standing;
  /** Usual amount a day with an 80 % interval; null when not judged. */
  readonly intake: (Interval & { readonly median: number }) | null;
  /** Share of the entries whose amount is not known, 0 to 1. */
  readonly unknown: number;
  /** Lowest and highest over the life stages that the answers leave open; null where there is no such value. */
  readonly average: Interval | null;
  readonly recommended: Interval | null;
  readonly adequate: Interval | null;
  /** Probability of being below the own requirement, over the same life stages; null without an average requirement. */
  readonly below: Interval | null;
  readonly because: readonly Because[];
}

/** Why something is not judged, or no better than open. */
export type Because =
  | 'too-few-known'
  | 'supplement'
  | 'no-requirement-known'
  | 'sun'
  | 'enriched-in-america';

export interface NutrientsAtRisk {
  readonly status: 'hidden' | 'cannot-tell' | 'judged';
  readonly reasons: readonly { readonly code: string; readonly text: string }[];
  /** Null when hidden. */
  readonly days: {
    readonly from: string;
    readonly to: string;
    readonly withFood: number;
    readonly whole: number;
    /** Foods whose words were not understood. */
    readonly notUnderstood: readonly string[];
  } | null;
  readonly level: 0.8;
  readonly source: typeof referenceSource;
  readonly stages: readonly LifeStage[];
  readonly nutrients: readonly NutrientStanding[];
  /** Foods that bring what is low. */
  readonly own: readonly Source[];
  readonly common: readonly Source[];
  readonly eliminations: readonly EliminationLoss[];
}

export interface NutrientOptions {
  /** Words to foods with their nutrients. */
  readonly read: (name: string) => Pick<FoodReading, 'items' | 'unknown'>;
  readonly seed: number;
  /** Classes for which to say what goes when they are left out. */
  readonly without?: readonly ClassKey[];
  /** Draws of the usual intake; 400 by default. */
  readonly draws?: number;
}

const lowFrom = 0.7;
const enoughUpTo = 0.2;

/** Added to milk or flour in America, whose tables are used. */
const enriched: ReadonlySet<ReferenceNutrient> = new Set(['vitamin_d_ug', 'folate_ug']);

const nothing = (
  status: NutrientsAtRisk['status'],
  reasons: NutrientsAtRisk['reasons'],
  stages: readonly LifeStage[],
  days: NutrientsAtRisk['days'] = null,
): NutrientsAtRisk => ({
  status,
  reasons,
  days,
  level: 0.8,
  source: referenceSource,
  stages,
  nutrients: [],
  own: [],
  common: [],
  eliminations: [],
});

const standingOf = (
  intake: Intake | null,
  references: readonly Reference[],
  below: Interval | null,
  { taken, abroad, nutrient }: { taken: boolean; abroad: boolean; nutrient: ReferenceNutrient },
): readonly [Standing, readonly Because[]] => {
  if (intake === null || intake.unknown > mostUnknown) return ['not-judged', ['too-few-known']];
  const american = abroad && enriched.has(nutrient);
  const { draws } = intake;
  if (below === null) {
    const aims = references.map(({ recommended, adequate }) => (recommended ?? adequate)!);
    if (probabilityOf(draws, Math.max(...aims)) >= 1 - enoughUpTo) return ['enough', []];
    return ['open', taken ? ['no-requirement-known', 'supplement'] : ['no-requirement-known']];
  }
  if (below.high <= enoughUpTo)
    return american ? ['open', ['enriched-in-america']] : ['enough', []];
  if (below.low < lowFrom) return ['open', taken ? ['supplement'] : []];
  if (taken) return ['open', ['supplement']];
  return nutrient === 'vitamin_d_ug' ? ['open', ['sun']] : ['low', []];
};

/**
 * Which nutrients may run short with what was eaten, what goes when a class of foods is left out, and what could bring it. Nothing is
 * computed below 18 or with an eating disorder now or before; a diary that is too incomplete is said to be so. Amounts of energy and weight are not part of it.
 */
export const nutrientsAtRisk = (
  { profile, diary, today }: Person,
  { read, seed, without = [], draws: count = 400 }: NutrientOptions,
): NutrientsAtRisk => {
  const stages = lifeStagesOf(profile);
  if (hiddenFor(profile).foods)
    return nothing(
      'hidden',
      [{ code: 'hidden', text: 'Foods and what is in them are not shown here.' }],
      stages,
    );
  if (diary === null)
    return nothing('cannot-tell', [{ code: 'no-diary', text: 'There is no diary yet.' }], stages);
  const eaten = foodsEaten(diary, read, today);
  const days = {
    from: eaten.from,
    to: eaten.to,
    withFood: eaten.days.length,
    whole: eaten.wholeDays.length,
    notUnderstood: eaten.foods.filter(({ understood }) => !understood).map(({ name }) => name),
  };
  if (eaten.wholeDays.length < leastWholeDays)
    return nothing(
      'cannot-tell',
      [
        {
          code: 'too-few-whole-days',
          text: tooFewDays(days.whole, english.say),
        },
      ],
      stages,
      days,
    );
  const taken = supplemented(diary, eaten, profile);
  const abroad = profile.country !== 'US';
  const portions = createRandom(seed).fork(0);
  const intakes = new Map(
    referenceNutrients.map(
      (nutrient, k) =>
        [
          nutrient,
          drawIntake(eaten, nutrient, { random: createRandom(seed).fork(1 + k), portions, count }),
        ] as const,
    ),
  );
  const referencesOf = (nutrient: ReferenceNutrient) =>
    stages.map((stage) => referenceOf(nutrient, stage));
  const nutrients = referenceNutrients.map((nutrient): NutrientStanding => {
    const references = referencesOf(nutrient);
    const intake = intakes.get(nutrient) ?? null;
    const judged = intake !== null && intake.unknown <= mostUnknown;
    const below = judged ? belowOf(intake.draws, references) : null;
    const [standing, because] = standingOf(intake, references, below, {
      taken: taken.has(nutrient),
      abroad,
      nutrient,
    });
    return {
      nutrient,
      standing,
      intake: judged
        ? {
            low: quantile(intake.draws, 0.1),
            median: quantile(intake.draws, 0.5),
            high: quantile(intake.draws, 0.9),
          }
        : null,
      unknown: intake?.unknown ?? 1,
      average: rangeOf(references.map(({ average }) => average)),
      recommended: rangeOf(references.map(({ recommended }) => recommended)),
      adequate: rangeOf(references.map(({ adequate }) => adequate)),
      below,
      because,
    };
  });
  const cheap = profile.preferences?.budget === 'low';
  const fish = profile.pregnancy === 'no';
  const low: Missing = new Map(
    nutrients
      .filter(({ standing }) => standing === 'low')
      .map(({ nutrient, intake, recommended }) => [
        nutrient,
        Math.max(recommended!.high - intake!.median, 0.05 * recommended!.high),
      ]),
  );
  return {
    ...nothing('judged', [], stages, days),
    nutrients,
    ...sourcesOf(low, eaten, acceptanceOf(profile, read), { read, cheap, fish }),
    eliminations: without.map((key) =>
      lossWithout(key, { profile, diary, today }, { eaten, intakes, stages, read, cheap, fish }),
    ),
  };
};
