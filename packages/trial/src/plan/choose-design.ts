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

export interface ChooseOptions {
  /** Points, with against without. */
  readonly effect: number;
  /** `power.effect` and `power.probability` are of the first effect. */
  readonly simulate: Simulate;
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
  readonly daysNeeded: readonly Needed[];
}

/** Simulated trials for looking around, and for what is told. */
const few = 500;
const many = 2000;
/** How often a longer design of a kind is tried when the shortest turns out too weak. */
const mostTries = 4;
/** A longer design is worth trying only when it is clearly longer. */
const clearlyLonger = 1.08;
/** Designs over which days are told against effects. */
const mostSteps = 7;
const multiples = [0.5, 0.75, 1, 1.5, 2, 3];
const curve = [0.25, 0.5, 0.75, 1.25, 1.5, 2, 3];

const times = (effect: number) => (multiple: number) => Number((multiple * effect).toPrecision(3));

/** Shortest of a kind that reaches the wanted chance by simulation; the strongest where none does. */
const bestOf = (rated: readonly Rated[], { effect, simulate }: ChooseOptions): Powered => {
  const promising = rated.filter(({ rough }) => rough >= enoughPower);
  const strongest = rated.reduce((best, one) => (one.rough > best.rough ? one : best));
  const tried: Powered[] = [];
  let from = 0;
  for (let k = 0; k < mostTries; k += 1) {
    const next = promising.find(({ days }) => days >= from);
    if (next === undefined) break;
    const power = simulate(next.design, [effect], few);
    tried.push({ design: next.design, power });
    // A margin, since what is told comes from more trials than this.
    if (power.probability >= enoughPower + 0.02) return tried.at(-1)!;
    from = Math.ceil(next.days * clearlyLonger);
  }
  tried.push({ design: strongest.design, power: simulate(strongest.design, [effect], few) });
  return tried.reduce((best, one) => (one.power.probability > best.power.probability ? one : best));
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
  const effects = [effect, ...curve.map(times(effect))];
  const found = kinds.map((kind, k) => {
    const best = bestOf(
      rated.filter(({ design }) => design.kind === kind),
      options,
    );
    onProgress?.((k + 1) / (kinds.length + 1));
    return { design: best.design, power: simulate(best.design, effects, many) };
  });
  const isEnough = ({ power }: Powered): boolean => power.probability >= enoughPower;
  const [first, ...alternatives] = found.sort(
    (a, b) =>
      Number(isEnough(b)) - Number(isEnough(a)) ||
      (isEnough(a)
        ? trialDays(a.design) - trialDays(b.design)
        : b.power.probability - a.power.probability),
  ) as [Powered, ...Powered[]];
  return { ...first, alternatives, daysNeeded: daysNeeded(rated, found, options) };
};

const daysNeeded = (
  rated: readonly Rated[],
  found: readonly Powered[],
  { effect, simulate }: ChooseOptions,
): readonly Needed[] => {
  const effects = multiples.map(times(effect));
  const designs = [
    ...steps(rated).map(({ design }) => design),
    ...found.map(({ design }) => design),
  ];
  const simulated = designs
    .map((design) => ({
      days: trialDays(design),
      chances: new Map(
        simulate(design, effects, few).curve.map((point) => [point.effect, point.probability]),
      ),
    }))
    .sort((a, b) => a.days - b.days);
  return effects.map((size) => ({
    effect: size,
    days: simulated.find(({ chances }) => (chances.get(size) ?? 0) >= enoughPower)?.days ?? null,
  }));
};

/** A few designs that no shorter one beats, from the shortest to the strongest. */
const steps = (rated: readonly Rated[]): readonly Rated[] => {
  let best = 0;
  const frontier = rated.filter(({ rough }) => {
    if (rough <= best) return false;
    best = rough;
    return true;
  });
  const every = (frontier.length - 1) / (mostSteps - 1);
  return frontier.length <= mostSteps
    ? frontier
    : Array.from({ length: mostSteps }, (_, k) => frontier[Math.round(k * every)]!);
};
