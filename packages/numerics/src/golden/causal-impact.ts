/**
 * The two series of the tfcausalimpact repository (Apache-2.0) with the printed summaries of the R
 * package CausalImpact for them: `google` and `arma`. R drew 995 times and rounded its print, so
 * the tolerance is half the last digit plus four standard errors of 995 and of our own draws. The
 * printed relative effect is that of CausalImpact before 1.3: the effect over the mean prediction.
 */
import { bulkEffectiveSampleSize } from '../diagnostics.ts';
import { interventionEffect } from '../intervention-effect.ts';
import { createRandom } from '../random.ts';
import { type GoldenRow, goldenRow, type ReadFile } from './row.ts';
import { parseTable } from './table.ts';

const DRAWS = 4000;
const R_DRAWS = 995;
/** Standard error of a 2.5 % quantile over that of the mean, for a normal distribution. */
const QUANTILE_ERROR = 2.67;

export function causalImpactGolden(readFile: ReadFile): GoldenRow[] {
  return [
    ...example(readFile, 'google', ['x1', 'x2'], 61),
    ...example(readFile, 'arma', ['X'], 70),
  ];
}

function example(
  readFile: ReadFile,
  name: string,
  regressors: readonly string[],
  start: number,
): GoldenRow[] {
  const table = parseTable(readFile(`causalimpact/${name}_data.csv`));
  const printed = parseSummary(readFile(`causalimpact/r_summary_${name}.txt`));
  const x = regressors.map((column) => table.numbers(column));
  const options = { draws: DRAWS, burnIn: 500 };
  const got = interventionEffect(table.numbers('y'), x, start, options, createRandom(1));
  const ours = bulkEffectiveSampleSize([got.draws]);
  const error = got.effect.sd * Math.sqrt(1 / R_DRAWS + 1 / ours);
  const id = `CausalImpact ${name}`;
  const rows = (what: string, line: number, column: number, scale: number, unit: number) => {
    const [mean, sd] = printed(line, column);
    const [lower, upper] = printed(line + 1, column);
    const check = (part: string, value: Printed, measured: number, errors: number) =>
      goldenRow(
        id,
        `${what}: ${part}`,
        value.number * unit,
        measured,
        value.half * unit + 4 * errors * error * scale,
      );
    return [
      check('mean', mean!, got.effect.mean * scale, 1),
      check('sd', sd!, got.effect.sd * scale, Math.SQRT1_2),
      check('2.5 %', lower!, got.effect.lower * scale, QUANTILE_ERROR),
      check('97.5 %', upper!, got.effect.upper * scale, QUANTILE_ERROR),
    ];
  };
  const [p] = printed('Posterior tail-area probability p', 0);
  const spread = Math.sqrt((p!.number * (1 - p!.number)) / R_DRAWS);
  return [
    ...rows('average effect', EFFECT, 0, 1 / got.length, 1),
    ...rows('cumulative effect', EFFECT, 1, 1, 1),
    ...rows('relative effect', RELATIVE, 0, 1 / got.predicted.mean, 0.01),
    goldenRow(id, 'tail probability', p!.number, got.tailProbability, p!.half + 4 * spread),
  ];
}

interface Printed {
  readonly number: number;
  /** Half of the last printed digit. */
  readonly half: number;
}

const EFFECT = 7;
const RELATIVE = 10;

/** Numbers of a line (by index or beginning); column 0 is `Average`, 1 is `Cumulative`. */
function parseSummary(text: string) {
  const lines = text.split('\n');
  return (line: number | string, column: number): Printed[] => {
    const found = typeof line === 'number' ? lines[line] : lines.find((l) => l.startsWith(line));
    const numbers = [...(found ?? '').replace('95% CI', '').matchAll(/-?\d+(\.\d+)?/g)].map(
      ([m]) => ({
        number: Number(m),
        half: 0.5 * 10 ** -(m.split('.')[1]?.length ?? 0),
      }),
    );
    return numbers.slice(2 * column);
  };
}
