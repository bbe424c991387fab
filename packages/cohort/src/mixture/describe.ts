/** Mean and central interval of a posterior. */
export interface Estimate {
  readonly mean: number;
  readonly interval: readonly [number, number];
  readonly level: number;
}

/**
 * Mean and central interval of a posterior on points: each point stands for a cell around it, over which its weight is spread evenly.
 * @param values ascending
 */
export function describePoints(
  values: Float64Array,
  weights: Float64Array,
  level: number,
): Estimate {
  const mean = values.reduce((sum, value, i) => sum + value * weights[i]!, 0);
  const edge = (i: number): number => {
    if (i === 0) return values[0]! - (values.length > 1 ? (values[1]! - values[0]!) / 2 : 0);
    if (i === values.length) {
      const last = values[i - 1]!;
      return last + (values.length > 1 ? (last - values[i - 2]!) / 2 : 0);
    }
    return (values[i - 1]! + values[i]!) / 2;
  };
  const quantileAt = (p: number): number => {
    let below = 0;
    for (let i = 0; i < values.length; i++) {
      const weight = weights[i]!;
      if (weight > 0 && below + weight >= p)
        return edge(i) + ((edge(i + 1) - edge(i)) * (p - below)) / weight;
      below += weight;
    }
    return edge(values.length);
  };
  const tail = (1 - level) / 2;
  return { mean, interval: [quantileAt(tail), quantileAt(1 - tail)], level };
}

/** The same for points in any order, as products of two axes are. */
export function describeUnordered(
  values: Float64Array,
  weights: Float64Array,
  level: number,
): Estimate {
  const order = Array.from(values.keys()).sort((a, b) => values[a]! - values[b]!);
  return describePoints(
    Float64Array.from(order, (i) => values[i]!),
    Float64Array.from(order, (i) => weights[i]!),
    level,
  );
}
