import { createRandom } from '@zonula/numerics';
import {
  assignmentCount,
  knownModelInformation,
  knownModelPower,
  powerOf,
  type TrialDesign,
  trialDays,
} from '@zonula/trial';

export interface PowerTask {
  readonly part: 'power';
  readonly seed: number;
  readonly design: TrialDesign;
  readonly phi: number;
  readonly simulations: number;
}

export interface PowerRow extends PowerTask {
  readonly days: number;
  readonly assignments: number;
  readonly points: readonly {
    /** In standard deviations of a day. */
    readonly effect: number;
    /** Generalised least squares with known parameters: closed form. */
    readonly best: number;
    /** The registered test, simulated. */
    readonly ours: number;
    /** The same test, had it known the dependence of the days. */
    readonly informed: number;
  }[];
}

const timing = { baselineDays: 0, looks: [] };

/** At least 1,000 orders each, no looks. */
export const powerDesigns: readonly TrialDesign[] = [
  { ...timing, kind: 'randomised-pairs', washoutDays: 1, periodDays: 4, pairs: 12 },
  {
    ...timing,
    kind: 'randomised-periods',
    washoutDays: 1,
    periodDays: 4,
    periods: 24,
    longestRun: 3,
  },
  { ...timing, kind: 'alternating', washoutDays: 0, periodDays: 2, periods: 40, longestRun: 2 },
  { ...timing, kind: 'alternating', washoutDays: 0, periodDays: 1, periods: 80, longestRun: 2 },
];

/** What the best analysis would find with these chances. */
const chances = [0.8, 0.9, 0.97] as const;

export function runPower(task: PowerTask): PowerRow {
  const { design, phi, simulations, seed } = task;
  const draw = { phi, noiseShare: 0, sd: 1 };
  const information = knownModelInformation(design, draw, createRandom(seed));
  const best = (effect: number): number => knownModelPower(information, effect);
  const effects = chances.map((chance) => effectFor(best, chance));
  const person = { draws: [draw], recorded: 1, kernels: [{ shares: [1], weight: 1 }] };
  const ours = powerOf(design, person, effects, { seed, simulations });
  const informed = powerOf(design, person, effects, {
    seed,
    simulations,
    dependences: [{ phi, noiseShare: 0, weight: 1 }],
  });
  return {
    ...task,
    days: trialDays(design),
    assignments: assignmentCount(design),
    points: effects.map((effect, i) => ({
      effect,
      best: best(effect),
      ours: ours.curve[i]!.probability,
      informed: informed.curve[i]!.probability,
    })),
  };
}

function effectFor(best: (effect: number) => number, chance: number): number {
  let low = 0;
  let high = 0.1;
  while (best(high) < chance) high *= 2;
  for (let i = 0; i < 12; i++) {
    const middle = (low + high) / 2;
    if (best(middle) < chance) low = middle;
    else high = middle;
  }
  return high;
}
