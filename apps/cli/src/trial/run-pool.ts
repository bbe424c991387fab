import { type PooledTrials, poolResults, readFinishedTrial } from '@zonula/trial';
import { oneLine } from '../failure.ts';
import { readAll } from '../input.ts';
import type { CommonOptions } from '../options.ts';
import { print, printJson } from '../output.ts';
import { version } from '../version.ts';
import { wrapped } from '../wrapped.ts';
import { inHundred, signed } from './figures.ts';

const rangeText = ([low, high]: readonly [number, number]): string =>
  `${signed(low)} to ${signed(high)}`;

const pooledText = ({
  exposure,
  outcome,
  trials,
  effect,
  probabilityWorse,
  spread,
  next,
}: PooledTrials): string => {
  const [name, score] = [exposure, outcome].map((id) => oneLine(id.slice(id.indexOf('/') + 1)));
  return `${[
    `${trials.length} trials of ${name} and ${score}, taken together.`,
    '',
    ...wrapped(
      `Difference with against without: ${signed(effect.mean)} points (95 %: ${rangeText(effect.interval)}). Chance that it is for the worse: ${inHundred(probabilityWorse)}.`,
      '  ',
    ),
    ...wrapped(
      `From trial to trial it differs by about ${spread.mean.toFixed(2)} points (${spread.interval[0].toFixed(2)} to ${spread.interval[1].toFixed(2)}). In one more trial it may lie anywhere from ${rangeText(next.interval)}.`,
      '  ',
    ),
    '',
    'EACH TRIAL, ALONE AND BESIDE THE OTHERS',
    ...trials.map(
      ({ from, to, effect: own, together }) =>
        `  ${from} to ${to}   ${signed(own.mean)} (${rangeText(own.interval)})   ${signed(together.mean)} (${rangeText(together.interval)})`,
    ),
  ].join('\n')}\n`;
};

export interface PoolArguments extends CommonOptions {
  readonly spread?: number;
}

export const runPool = async (files: readonly string[], { spread, json }: PoolArguments) => {
  const named = [];
  for (const file of files) {
    const name = file === '-' ? 'standard input' : file;
    named.push({ file: name, trial: readFinishedTrial(await readAll(file), name) });
  }
  const pooled = poolResults(named, spread);
  if (json) await printJson({ version, ...pooled });
  else await print(pooledText(pooled));
};
