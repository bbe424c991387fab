/** Least, middle and largest of a few runs. */
export interface Spread {
  readonly minimum: number;
  readonly median: number;
  readonly maximum: number;
}

/** @param values at least one */
export const spreadOf = (values: readonly number[]): Spread => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const median =
    sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
  return { minimum: sorted[0]!, median, maximum: sorted.at(-1)! };
};

export interface Figure extends Spread {
  readonly name: string;
  readonly unit: 'seconds' | 'megabytes' | 'calibrations' | 'right' | 'share' | 'count';
  readonly runs: number;
  /** What the project promises; null for what is only watched. */
  readonly limit: number | null;
}

export const figureOf = (
  name: string,
  unit: Figure['unit'],
  values: readonly number[],
  limit: number | null = null,
): Figure => ({ name, unit, runs: values.length, limit, ...spreadOf(values) });

/** Names of the figures whose middle run is beyond the limit. */
export const beyondLimit = (figures: readonly Figure[]): string[] =>
  figures.filter(({ limit, median }) => limit !== null && median > limit).map(({ name }) => name);

/** Medians of what is compared between versions: figures in calibrations, by name. */
export type Baselines = Readonly<Record<string, number>>;

export const baselinesOf = (figures: readonly Figure[]): Baselines =>
  Object.fromEntries(
    figures
      .filter(({ unit }) => unit === 'calibrations')
      .map(({ name, minimum }) => [name, Number(minimum.toPrecision(3))]),
  );

export interface Comparison {
  readonly name: string;
  readonly before: number;
  readonly now: number;
  /** Now over before. */
  readonly ratio: number;
  readonly slower: boolean;
}

/** Smallest slowdown that is more than noise. */
export const tolerance = 1.3;

/** The best runs against the committed ones; figures without a baseline are left out. */
export const compare = (figures: readonly Figure[], baselines: Baselines): Comparison[] =>
  Object.entries(baselinesOf(figures)).flatMap(([name, now]) => {
    const before = baselines[name];
    if (before === undefined) return [];
    const ratio = now / before;
    return [{ name, before, now, ratio, slower: ratio > tolerance }];
  });

const shown = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));

/** A table of the figures in Markdown. */
export const tableOf = (figures: readonly Figure[]): string =>
  [
    '| what | unit | least | middle | most | runs | limit |',
    '| --- | --- | ---: | ---: | ---: | ---: | ---: |',
    ...figures.map(
      ({ name, unit, minimum, median, maximum, runs, limit }) =>
        `| ${name} | ${unit} | ${shown(minimum)} | ${shown(median)} | ${shown(maximum)} | ${runs} | ${limit === null ? '' : `${limit}${median > limit ? ' **missed**' : ''}`} |`,
    ),
  ].join('\n');
