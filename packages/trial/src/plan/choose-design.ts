import { type TrialDesign, trialDays } from '../design.ts';
import type { PlannedPower } from './document.ts';
import type { PersonBelief } from './person.ts';
import { roughPower } from './rough-power.ts';

/** Chance of finding the effect that a trial should have. */
export const enoughPower = 0.8;

/** Power of a design by simulating this many trials, at these effects (points). */
export type Simulate = (
  design: TrialDesign,
  effects: readonly number[],
  simulations: number,
) => PlannedPower;

/** Whether the power at each of these effects is at least `chance`: quicker than the power itself. */
export type Reaches = (
  design: TrialDesign,
  effects: readonly number[],
  simulations: number,
  chance: number,
) => readonly boolean[];

export interface ChooseOptions {
  /** Points, with against without. */
  readonly effect: number;
  /** `power.effect` and `power.probability` are of the first effect. */
  readonly simulate: Simulate;
  readonly reaches: Reaches;
  readonly onProgress?: (share: number) => void;
}

interface Rated {
  readonly design: TrialDesign;
  readonly days: number;
  readonly rough: number;
}

interface Powered {
  readonly design: TrialDesign;
  readonly power: PlannedPower;
}

interface Needed {
  readonly effect: number;
  readonly days: number | null;
}

export interface Choice extends Powered {
  /** The best of the other kinds, shortest first. */
  readonly alternatives: readonly Powered[];
  /** For trials without looks before the end. */
  readonly daysNeeded: readonly Needed[];
}

/** Simulated trials for a first glance, for looking around, and for what is told. */
const fewest = 160;
const few = 500;
const many = 2000;
/** Looks before the end make each of them dear. */
const manyWithLooks = 1000;
const margin = 0.01;
/** By so much the closed form may be too careful. */
const roughError = 0.12;
/** Designs over which days are told against effects. */
const mostSteps = 6;
const multiples = [0.5, 0.75, 1, 1.5, 2, 3];
const curve = [0.25, 0.5, 0.75, 1.25, 1.5, 2, 3];

const times = (effect: number) => (multiple: number) => Number((multiple * effect).toPrecision(3));

/**
 * Of one kind, the shortest that reaches the wanted chance by simulation; the strongest where none does. The chance grows with the days
 * along the designs that no shorter one beats, so that halving finds it.
 */
const bestOf = (rated: readonly Rated[], { effect, simulate }: ChooseOptions): Powered => {
  const designs = frontier(rated);
  const tried = new Map<number, Powered>();
  const at = (k: number): Powered => {
    const known = tried.get(k);
    if (known) return known;
    const { design } = designs[k]!;
    const powered = { design, power: simulate(design, [effect], few) };
    tried.set(k, powered);
    return powered;
  };
  // A margin, since what is told comes from more trials than this.
  const wanted = enoughPower + margin;
  const clear = 3 * Math.sqrt((wanted * (1 - wanted)) / fewest);
  const reaches = (k: number): boolean => {
    if (!tried.has(k)) {
      const { probability } = simulate(designs[k]!.design, [effect], fewest);
      if (Math.abs(probability - wanted) > clear) return probability > wanted;
    }
    return at(k).power.probability >= wanted;
  };
  let low = Math.max(
    0,
    designs.findIndex(({ rough }) => rough >= enoughPower - roughError),
  );
  let high = designs.length - 1;
  if (!reaches(high)) return at(high);
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (reaches(middle)) high = middle;
    else low = middle + 1;
  }
  return at(high);
};

/**
 * The shortest design with which an effect is found with 80 % chance; where there is none, the one with the best chance. Null
 * without candidates. A closed form says which designs are worth simulating; what is told comes from the simulation.
 */
export const chooseDesign = (
  candidates: readonly TrialDesign[],
  person: PersonBelief,
  options: ChooseOptions,
): Choice | null => {
  if (candidates.length === 0) return null;
  const { effect, simulate, onProgress } = options;
  const rated = candidates
    .map((design) => ({
      design,
      days: trialDays(design),
      rough: roughPower(design, person, effect),
    }))
    .sort((a, b) => a.days - b.days || b.rough - a.rough);
  const kinds = [...new Set(rated.map(({ design }) => design.kind))];
  const found = kinds.map((kind, k) => {
    const best = bestOf(
      rated.filter(({ design }) => design.kind === kind),
      options,
    );
    onProgress?.((k + 1) / (kinds.length + 1));
    return best;
  });
  const isEnough = ({ power }: Powered): boolean => power.probability >= enoughPower;
  const [first, ...alternatives] = found.sort(
    (a, b) =>
      Number(isEnough(b)) - Number(isEnough(a)) ||
      (isEnough(a)
        ? trialDays(a.design) - trialDays(b.design)
        : b.power.probability - a.power.probability),
  ) as [Powered, ...Powered[]];
  return {
    design: first.design,
    power: simulate(
      first.design,
      [effect, ...curve.map(times(effect))],
      first.design.looks.length === 0 ? many : manyWithLooks,
    ),
    alternatives,
    daysNeeded: daysNeeded(rated, found, options),
  };
};

const daysNeeded = (
  rated: readonly Rated[],
  found: readonly Powered[],
  { effect, reaches }: ChooseOptions,
): readonly Needed[] => {
  const effects = multiples.map(times(effect));
  const designs = [
    ...steps(rated).map(({ design }) => design),
    ...found.map(({ design }) => design),
  ];
  const needed = new Map<number, number>();
  for (const design of designs.sort((a, b) => trialDays(a) - trialDays(b))) {
    const open = effects.filter((size) => !needed.has(size));
    if (open.length === 0) break;
    reaches({ ...design, looks: [] }, open, few, enoughPower).forEach((reached, i) => {
      if (reached) needed.set(open[i]!, trialDays(design));
    });
  }
  return effects.map((size) => ({ effect: size, days: needed.get(size) ?? null }));
};

/** Designs that no shorter one beats, shortest first. */
const frontier = (rated: readonly Rated[]): readonly Rated[] => {
  let best = 0;
  return rated.filter(({ rough }) => {
    if (rough <= best) return false;
    best = rough;
    return true;
  });
};

/** A few of them, from the shortest to the strongest. */
const steps = (rated: readonly Rated[]): readonly Rated[] => {
  const designs = frontier(rated);
  const every = (designs.length - 1) / (mostSteps - 1);
  return designs.length <= mostSteps
    ? designs
    : Array.from({ length: mostSteps }, (_, k) => designs[Math.round(k * every)]!);
};
