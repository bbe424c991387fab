import {
  checkFactors,
  type Factor,
  findThreshold,
  morris,
  quantityOf,
  settingsAt,
  sobol,
  sweep,
  usualFactors,
} from '@zonula/axis';
import { createRandom } from '@zonula/numerics';
import { UnusableArguments } from '../failure.ts';
import { createProgress } from '../progress.ts';
import type { ChosenModel } from './chosen-model.ts';
import type { StudyOptions } from './study-options.ts';

type Cell = string | number;

/** What a study prints: one JSON document, or a table with a title. */
export interface StudyResult {
  readonly document: object;
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

interface Asked extends StudyOptions {
  readonly until: number;
  readonly seed: number;
}

/** Runs the one study that was asked for. Throws UnusableSetting for names and ranges. */
export const runStudy = (chosen: ChosenModel, asked: Asked): StudyResult => {
  const { model, settings: set, condition } = chosen;
  const { until, seed, of = '', view = 'end' } = asked;
  const quantity = quantityOf(model, { set, until, of, view });
  const { definition } = model;
  const about = {
    model: condition ? 'axis' : definition.name,
    ...(condition ? { condition } : {}),
    of,
    view,
    until,
    timeUnit: definition.timeUnit,
    seed,
  };
  const result = view === 'end' ? of : `${view} ${of}`;
  const progress = createProgress(Date.now);
  try {
    if (asked.sweep) {
      const { count, ...factor } = asked.sweep;
      checkFactors(model, [factor]);
      const points = sweep(quantity, factor, count, (share) => progress.report('runs', share));
      return {
        document: { ...about, sweep: { ...factor, points } },
        title: `${result} after ${until} ${definition.timeUnit}s`,
        head: [factor.name, result],
        rows: points.map(({ value, result: found }) => [value, found]),
      };
    }
    if (asked.threshold) {
      const factor = asked.threshold;
      const crosses = asked.crosses!;
      checkFactors(model, [factor]);
      let runs = 0;
      const above = (value: number): boolean => {
        progress.report(`run ${++runs}`, null);
        return quantity([[factor.name, value]]) > crosses;
      };
      const value = thresholdOf(factor, above, result, crosses);
      return {
        document: { ...about, threshold: { ...factor, crosses, value } },
        title: `${result} crosses ${crosses} at`,
        head: [factor.name],
        rows: [[value]],
      };
    }
    return sensitivity(chosen, asked, quantity, about, result, (text, share) =>
      progress.report(text, share),
    );
  } finally {
    progress.end();
  }
};

const thresholdOf = (
  { name, low, high }: Factor,
  above: (value: number) => boolean,
  result: string,
  crosses: number,
): number => {
  const atLow = above(low);
  if (atLow === above(high))
    throw new UnusableArguments(
      `--threshold: ${result} is ${atLow ? 'above' : 'at most'} ${crosses} at both ${name}=${low} and ${name}=${high}; give a range in which it changes`,
    );
  return findThreshold(low, high, above);
};

const sensitivity = (
  { model, settings }: ChosenModel,
  { sensitivity: method, vary, samples, seed }: Asked,
  quantity: ReturnType<typeof quantityOf>,
  about: object,
  result: string,
  report: (text: string, share: number) => void,
): StudyResult => {
  const factors = vary ?? usualFactors(model, settings);
  checkFactors(model, factors);
  const names = new Set(factors.map(({ name }) => name));
  if (names.size < factors.length) throw new UnusableArguments('--vary: give each name once');
  const f = (point: Float64Array): number => quantity(settingsAt(factors, point));
  const random = createRandom(seed);
  const said = (share: number): void => report(`${method}, ${factors.length} numbers`, share);
  if (method === 'morris') {
    const trajectories = samples ?? 50;
    const effects = morris(f, factors.length, trajectories, random, said);
    const all = factors.map((factor, i) => ({ ...factor, ...effects[i]! }));
    all.sort((a, b) => b.meanSize - a.meanSize);
    return {
      document: { ...about, sensitivity: { method, trajectories, factors: all } },
      title: `What moves ${result} most: change over the whole range (Morris)`,
      head: ['name', 'size', 'error', 'mean', 'deviation', 'low', 'high'],
      rows: all.map((e) => [
        ...[e.name, e.meanSize, e.standardError, e.mean, e.deviation, e.low, e.high],
      ]),
    };
  }
  const points = samples ?? 256;
  const { indices, mean, variance } = sobol(f, factors.length, points, random, said);
  const all = factors.map((factor, i) => ({ ...factor, ...indices[i]! }));
  all.sort((a, b) => b.total - a.total);
  return {
    document: { ...about, sensitivity: { method, points, mean, variance, factors: all } },
    title: `Shares of the variance of ${result} (Sobol), with intervals of 95 %`,
    head: ['name', 'total', 'from', 'to', 'first', 'from', 'to'],
    rows: all.map((e) => [e.name, e.total, ...e.totalInterval, e.first, ...e.firstInterval]),
  };
};

const shown = (cell: Cell): string =>
  typeof cell === 'string' ? cell : String(Number(cell.toPrecision(6)));

export const studyText = ({ title, head, rows }: StudyResult): string => {
  const lines = [head, ...rows.map((row) => row.map(shown))];
  const widths = head.map((_, i) => Math.max(...lines.map((line) => line[i]!.length)));
  const pad = (line: readonly string[]): string =>
    `  ${line.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  ')}`;
  return [`${title}:`, ...lines.map(pad), modelWarning, ''].join('\n');
};

export const modelWarning = 'A model is a simplified picture. It says nothing about you.';

export const studyCsv = ({ head, rows }: StudyResult): string =>
  [head, ...rows].map((row) => `${row.join(',')}\r\n`).join('');
