import type { ClassKey, FoodReading } from '@zonula/foods';
import { mayEliminate, mostDaysOut, type Person } from '@zonula/safety';
import { acceptanceOf } from './acceptance.ts';
import { belowOf, type Interval, quantile } from './adequacy.ts';
import type { FoodsEaten } from './foods-eaten.ts';
import { amountOf, type Intake, mostUnknown } from './intake.ts';
import {
  type LifeStage,
  type ReferenceNutrient,
  referenceNutrients,
  referenceOf,
} from './reference-intakes.ts';
import { type Source, sourcesOf } from './sources-of-nutrients.ts';

export interface EliminationLoss {
  readonly without: ClassKey;
  readonly allowed: boolean;
  readonly blockedBy: readonly string[];
  /** Foods of the diary that hold it, or may hold it; empty when not allowed. */
  readonly foods: readonly string[];
  /** What goes with them, if nothing takes their place; only nutrients that lose a tenth or more. */
  readonly loses: readonly {
    readonly nutrient: ReferenceNutrient;
    /** Of the usual intake, 0 to 1: median over the draws. */
    readonly share: number;
    readonly amount: number;
    readonly belowNow: Interval | null;
    readonly belowThen: Interval | null;
  }[];
  readonly own: readonly Source[];
  readonly common: readonly Source[];
}

export interface LossContext {
  readonly eaten: FoodsEaten;
  readonly intakes: ReadonlyMap<ReferenceNutrient, Intake | null>;
  readonly stages: readonly LifeStage[];
  readonly read: (name: string) => Pick<FoodReading, 'items' | 'unknown'>;
  readonly cheap: boolean;
  readonly fish: boolean;
}

/** Kinds that are in so many dishes that going without them is not going without one food. */
export const broadClasses: ReadonlySet<string> = new Set<ClassKey>([
  'ultra-processed',
  'refined-grain',
  'high-glycaemic',
  'added-sugar',
  'fermented',
  'fibre',
]);

const worthNaming = 0.1;

/** Known amounts of these foods on the whole days together. */
const eatenOf = (
  foods: FoodsEaten['foods'],
  wholeDays: readonly string[],
  nutrient: ReferenceNutrient,
): number =>
  foods.reduce((sum, food) => {
    const each = amountOf(food, nutrient);
    if (each === null) return sum;
    return sum + wholeDays.reduce((all, date) => all + each * (food.servings.get(date) ?? 0), 0);
  }, 0);

/** What goes with every food that holds a class, and what could bring it. Says nothing where the gates shut going without it. */
export const lossWithout = (
  key: ClassKey,
  person: Person,
  { eaten, intakes, stages, read, cheap, fish }: LossContext,
): EliminationLoss => {
  const decision = mayEliminate(person, {
    exposure: `class/${key}`,
    classes: [key],
    days: mostDaysOut,
    alsoOut: [],
  });
  const blockedBy = [
    ...decision.blockedBy,
    ...(broadClasses.has(key) ? ['one-food-at-a-time'] : []),
  ];
  if (blockedBy.length > 0)
    return { without: key, allowed: false, blockedBy, foods: [], loses: [], own: [], common: [] };
  const holds = ({ items }: FoodsEaten['foods'][number]): boolean =>
    items.some(({ classes }) => classes.has(key));
  const kept = eaten.foods.filter((food) => !holds(food));
  const loses = referenceNutrients.flatMap((nutrient) => {
    const now = intakes.get(nutrient) ?? null;
    if (now === null || now.unknown > mostUnknown) return [];
    const all = eatenOf(eaten.foods, eaten.wholeDays, nutrient);
    const share = all === 0 ? 0 : 1 - eatenOf(kept, eaten.wholeDays, nutrient) / all;
    if (share < worthNaming) return [];
    const references = stages.map((stage) => referenceOf(nutrient, stage));
    const then = now.draws.map((draw) => draw * (1 - share));
    return [
      {
        nutrient,
        share,
        amount: share * quantile(now.draws, 0.5),
        belowNow: belowOf(now.draws, references),
        belowThen: belowOf(then, references),
      },
    ];
  });
  const missing = new Map(loses.map(({ nutrient, amount }) => [nutrient, amount]));
  return {
    without: key,
    allowed: true,
    blockedBy,
    foods: eaten.foods.filter(holds).map(({ name }) => name),
    loses,
    ...sourcesOf(missing, eaten, acceptanceOf(person.profile, read, [key]), { read, cheap, fish }),
  };
};
