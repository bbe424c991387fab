/** One run of a solver: what was asked for, what it took in milliseconds, how far it was off. */
export interface Point {
  readonly relative: number;
  /** Null where the solver gave up. */
  readonly least: number | null;
  readonly median: number | null;
  readonly error: number | null;
  readonly steps?: number;
  readonly derivatives?: number;
}

/**
 * The middle time at a given error, between the two runs around it on logarithmic scales; null where no run came
 * near.
 */
export const atAccuracy = (points: readonly Point[], error: number): number | null => {
  const sorted = points
    .flatMap(({ median, error: off }) =>
      median === null || off === null ? [] : [{ median, error: off }],
    )
    .sort((a, b) => b.error - a.error);
  for (let i = 1; i < sorted.length; i++) {
    const [worse, better] = [sorted[i - 1]!, sorted[i]!];
    if (!(worse.error >= error && better.error <= error)) continue;
    if (worse.error === better.error) return Math.min(worse.median, better.median);
    const share = Math.log(worse.error / error) / Math.log(worse.error / better.error);
    return worse.median * (better.median / worse.median) ** share;
  }
  return null;
};

/** A table of runs side by side in Markdown. */
export const shownPoints = (
  curves: readonly (readonly [name: string, points: readonly Point[]])[],
): string[] => [
  `| tolerance | ${curves.map(([name]) => `${name}: ms | error | steps`).join(' | ')} |`,
  `|---:|${curves.map(() => '---:|---:|---:').join('|')}|`,
  ...curves[0]![1].map(({ relative }, i) => {
    const cells = curves.map(([, points]) => {
      const { median, error, steps } = points[i]!;
      if (median === null || error === null) return 'gave up | | ';
      return `${median.toPrecision(3)} | ${error.toExponential(1)} | ${steps ?? ''}`;
    });
    return `| ${relative} | ${cells.join(' | ')} |`;
  }),
];
