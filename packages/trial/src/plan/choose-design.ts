import { type TrialDesign, trialDays } from '../design.ts';
import type { PlannedPower } from './document.ts';
import type { PersonBelief } from './person.ts';
import { roughPower } from './rough-power.ts';

/** Chance of finding the effect that a trial should have. */
export const enoughPower = 0.8;

export interface ChooseOptions {
  /** Points, with against without. */
  readonly effect: number;
  /** Power by simulation, at `effect` and along a curve of effects. */
  readonly simulate: (design: TrialDesign, effect: number) => PlannedPower;
  readonly onProgress?: (share: number) => void;
}

interface Rated {
  readonly design: TrialDesign;
  readonly days: number;
  readonly rough: number;
}

export interface Choice {
  readonly design: TrialDesign;
  readonly power: PlannedPower;
  /** The best of the other kinds, shortest first. */
  readonly alternatives: readonly { readonly design: TrialDesign; readonly power: PlannedPower }[];
  readonly daysNeeded: readonly { readonly effect: number; readonly days: number | null }[];
}

/** How often a longer design of a kind is tried when the shortest turns out too weak. */
const mostTries = 4;
/** A longer design is worth trying only when it is clearly longer. */
const clearlyLonger = 1.08;
const multiples = [0.5, 0.75, 1, 1.5, 2, 3];

/** Shortest of a kind that reaches the wanted chance by simulation; the strongest where none does. */
const bestOf = (
  rated: readonly Rated[],
  { effect, simulate }: ChooseOptions,
): { readonly design: TrialDesign; readonly power: PlannedPower } => {
  const promising = rated.filter(({ rough }) => rough >= enoughPower);
  const strongest = rated.reduce((best, one) => (one.rough > best.rough ? one : best));
  let tried: { readonly design: TrialDesign; readonly power: PlannedPower } | null = null;
  let from = 0;
  for (let k = 0; k < mostTries; k += 1) {
    const next = promising.find(({ days }) => days >= from);
    if (next === undefined) break;
    const power = simulate(next.design, effect);
    if (tried === null || power.probability > tried.power.probability)
      tried = { design: next.design, power };
    if (power.probability >= enoughPower) return tried;
    from = Math.ceil(next.days * clearlyLonger);
  }
  const last = { design: strongest.design, power: simulate(strongest.design, effect) };
  return tried === null || last.power.probability > tried.power.probability ? last : tried;
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
  const { effect, onProgress } = options;
  const rate = (design: TrialDesign): Rated => ({
    design,
    days: trialDays(design),
    rough: roughPower(design, person, effect),
  });
  const rated = candidates.map(rate).sort((a, b) => a.days - b.days || b.rough - a.rough);
  const kinds = [...new Set(rated.map(({ design }) => design.kind))];
  const found = kinds.map((kind, k) => {
    const best = bestOf(
      rated.filter(({ design }) => design.kind === kind),
      options,
    );
    onProgress?.((k + 1) / kinds.length);
    return best;
  });
  const isEnough = ({ power }: (typeof found)[number]): boolean => power.probability >= enoughPower;
  const [first, ...alternatives] = [...found].sort(
    (a, b) =>
      Number(isEnough(b)) - Number(isEnough(a)) ||
      (isEnough(a)
        ? trialDays(a.design) - trialDays(b.design)
        : b.power.probability - a.power.probability),
  ) as [(typeof found)[number], ...typeof found];
  return { ...first, alternatives, daysNeeded: daysNeeded(rated, person, effect) };
};

/** The rough chance grows with the effect, and with it fewer days suffice. */
const daysNeeded = (
  rated: readonly Rated[],
  person: PersonBelief,
  effect: number,
): Choice['daysNeeded'] =>
  multiples.map((multiple) => {
    const size = Number((multiple * effect).toPrecision(3));
    const found = frontier(rated).find(
      ({ design }) => roughPower(design, person, size) >= enoughPower,
    );
    return { effect: size, days: found?.days ?? null };
  });

/** Designs that no shorter one beats. */
const frontier = (rated: readonly Rated[]): readonly Rated[] => {
  let best = 0;
  return rated.filter(({ rough }) => {
    if (rough <= best) return false;
    best = rough;
    return true;
  });
};
