import type { Random } from '@zonula/numerics';

/** Elementary effects of one factor, per whole length of its range. */
export interface MorrisEffect {
  /** Mean: with its sign; effects up and down cancel. */
  readonly mean: number;
  /** Mean of the sizes (mu*, Campolongo 2007): how much the factor matters. */
  readonly meanSize: number;
  /** Standard error of `meanSize`. */
  readonly standardError: number;
  /** Standard deviation: how much the effect depends on where the other factors are. */
  readonly deviation: number;
}

const levels = 4;
const step = levels / (2 * (levels - 1));

/**
 * Screening by elementary effects: Morris 1991, Technometrics 33:161, with four levels, and the mean of sizes of
 * Campolongo, Cariboni & Saltelli 2007. `f` takes points of the unit cube; it is asked
 * `trajectories` (2 or more) times (`size` + 1). Same stream, same design.
 */
export const morris = (
  f: (point: Float64Array) => number,
  size: number,
  trajectories: number,
  random: Random,
  onProgress: (share: number) => void = () => {},
): readonly MorrisEffect[] => {
  const effects = Array.from({ length: size }, () => new Float64Array(trajectories));
  for (let r = 0; r < trajectories; r++) {
    const point = Float64Array.from({ length: size }, () => random.integer(levels) / (levels - 1));
    let before = f(point);
    for (const factor of shuffled(size, random)) {
      const change = point[factor]! + step > 1 + 1e-9 ? -step : step;
      point[factor] = Math.min(1, Math.max(0, point[factor]! + change));
      const after = f(point);
      effects[factor]![r] = (after - before) / change;
      before = after;
    }
    onProgress((r + 1) / trajectories);
  }
  return effects.map(summarise);
};

const shuffled = (size: number, random: Random): number[] => {
  const order = Array.from({ length: size }, (_, i) => i);
  for (let i = size - 1; i > 0; i--) {
    const j = random.integer(i + 1);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
};

const momentsOf = (values: Float64Array) => {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  const squares = values.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / (values.length - 1)) };
};

const summarise = (effects: Float64Array): MorrisEffect => {
  const { mean, deviation } = momentsOf(effects);
  const sizes = momentsOf(effects.map(Math.abs));
  return {
    mean,
    meanSize: sizes.mean,
    standardError: sizes.deviation / Math.sqrt(effects.length),
    deviation,
  };
};
