import { UnusableArguments } from '../failure.ts';
import { modelNames } from './model-choice.ts';
import type { AxisOptions } from './run-axis.ts';
import { askedStudy, checkStudyOptions } from './study-options.ts';

/** At most one of these formats, and none of the options that belong to something else. */
const onlyOne = (options: AxisOptions, names: readonly (keyof AxisOptions)[]): void => {
  const given = names.filter((name) => options[name] !== undefined).map((name) => `--${name}`);
  if (given.length > 1) throw new UnusableArguments(`give one of ${given.join(' and ')}, not both`);
};

/** Throws where options do not go together, or nothing says what to run. */
export const checkArguments = (options: AxisOptions): void => {
  onlyOne(options, ['json', 'csv', 'sbml', 'yaml']);
  onlyOne(options, ['model', 'scenario', 'scenarios']);
  checkStudyOptions(options);
  if (options.scenarios) return;
  if (options.scenario !== undefined) {
    for (const name of ['set', 'until', 'sbml'] as const)
      if (options[name] !== undefined)
        throw new UnusableArguments(`--${name} is for --model; a scenario says it in its file`);
    const study = askedStudy(options);
    if (study !== null) throw new UnusableArguments(`${study} is for --model`);
    return;
  }
  if (options.model === undefined)
    throw new UnusableArguments(
      `give --model (${modelNames.join(', ')}) or --scenario (--scenarios lists them)`,
    );
  for (const name of ['yaml', 'html'] as const)
    if (options[name] !== undefined) throw new UnusableArguments(`--${name} needs --scenario`);
};
