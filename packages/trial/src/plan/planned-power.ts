import { kernelsFrom } from '../analysis/carry-over.ts';
import { powerOf, reachesPower, type TrialExpectation } from '../power/power.ts';
import type { Reaches, Simulate } from './choose-design.ts';
import type { PlannedPower } from './document.ts';
import type { PersonBelief } from './person.ts';

const wanted = 0.8;

/** The effect at which a rising curve reaches the wanted chance, between its points by straight lines; null where it does not. */
const detectableOf = (curve: PlannedPower['curve'], falsePositive: number): number | null => {
  const k = curve.findIndex(({ probability }) => probability >= wanted);
  if (k < 0) return null;
  const above = curve[k]!;
  const below = curve[k - 1] ?? { effect: 0, probability: falsePositive };
  const rise = above.probability - below.probability;
  const share = rise > 0 ? (wanted - below.probability) / rise : 1;
  return below.effect + share * (above.effect - below.effect);
};

const rounded = (value: number): number => Number(value.toPrecision(3));

const expectationOf = ({ draws, recorded, slips, curve }: PersonBelief): TrialExpectation => ({
  draws,
  recorded,
  slips,
  kernels: kernelsFrom(curve),
});

/** Whether a design reaches a chance, by the very trials of `simulationOf`. */
export const reachingOf =
  (person: PersonBelief, seed: number): Reaches =>
  (design, effects, simulations, chance) =>
    reachesPower(design, expectationOf(person), effects, chance, { seed, simulations });

/** Simulates trials of this person; the same seed gives the same figures. */
export const simulationOf =
  (person: PersonBelief, seed: number): Simulate =>
  (design, effects, simulations) => {
    const result = powerOf(design, expectationOf(person), [0, ...effects], { seed, simulations });
    const [none, first] = result.curve as [
      (typeof result.curve)[number],
      (typeof result.curve)[number],
    ];
    const curve = result.curve
      .slice(1)
      .map((point) => ({ ...point }))
      .sort((a, b) => a.effect - b.effect);
    const detectable = detectableOf(curve, none.probability);
    return {
      effect: first.effect,
      probability: first.probability,
      falsePositive: none.probability,
      simulations: result.simulations,
      curve,
      detectable: detectable === null ? null : rounded(detectable),
      excludable: rounded(result.excludable),
    };
  };
