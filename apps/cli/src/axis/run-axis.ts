import {
  type AxisDocument,
  evenTimes,
  type Model,
  runModel,
  type Setting,
  toCsv,
  toDocument,
  UnsolvableRun,
  UnusableSetting,
  writeSbml,
} from '@zonula/axis';
import { UnusableArguments } from '../failure.ts';
import type { CommonOptions } from '../options.ts';
import { print, printJson } from '../output.ts';
import { type ChosenModel, chosenModel } from './chosen-model.ts';
import { type ChosenCondition, coupled } from './model-choice.ts';
import { listScenarios, runScenarioCommand } from './run-scenario.ts';
import { modelWarning, runStudy, studyCsv, studyText } from './study.ts';
import { askedStudy, type StudyOptions } from './study-options.ts';

export interface AxisOptions extends CommonOptions, StudyOptions {
  readonly model?: string;
  readonly set?: readonly (Setting | ChosenCondition)[];
  readonly until?: number;
  readonly csv?: true;
  readonly sbml?: true;
  readonly scenario?: string;
  readonly scenarios?: true;
  readonly yaml?: true;
  readonly html?: string;
}

/** What a person reads: the end of the run, one line each. */
const summaryOf = (model: Model, { final, time, units }: AxisDocument): string => {
  const { definition } = model;
  const values = [...Object.entries(final.states), ...Object.entries(final.observables)];
  const width = Math.max(...values.map(([name]) => name.length));
  const about = new Map(
    [definition.states, definition.observables].flatMap((group) =>
      Object.entries(group).map(([name, part]) => [name, part.about ?? ''] as const),
    ),
  );
  const lines = values.map(([name, value]) => {
    const number = Number(value.toPrecision(6)).toString();
    const unit = new Map(Object.entries(units)).get(name) ?? '';
    return `  ${name.padEnd(width)}  ${number.padStart(12)}  ${[unit, about.get(name)].filter(Boolean).join('; ')}`;
  });
  return [
    definition.title,
    definition.source,
    `After ${time.at(-1)} ${definition.timeUnit}s:`,
    ...lines,
    modelWarning,
    '',
  ].join('\n');
};

const runOnce = async (chosen: ChosenModel, options: AxisOptions): Promise<void> => {
  const { model, settings: set, condition } = chosen;
  const { until = model.definition.until } = options;
  if (options.sbml) return print(writeSbml(model, set));
  const course = toDocument(runModel(model, { set, until, times: evenTimes(until) }));
  const document = condition ? { ...course, model: coupled, condition } : course;
  if (options.json) return printJson(document);
  return print(options.csv ? toCsv(document) : summaryOf(model, document));
};

/** For options that `checkArguments` let through. */
export const runAxis = async (options: AxisOptions): Promise<void> => {
  if (options.scenarios) return listScenarios(options.json === true);
  if (options.scenario !== undefined) return runScenarioCommand(options.scenario, options);
  const study = askedStudy(options);
  const chosen = chosenModel(options.model!, options.set ?? []);
  try {
    if (study === null) return await runOnce(chosen, options);
    if (options.sbml) throw new UnusableArguments(`--sbml prints a model, not what ${study} finds`);
    const { until = chosen.model.definition.until } = options;
    const result = runStudy(chosen, { ...options, until });
    if (options.json) return await printJson(result.document);
    return await print(options.csv ? studyCsv(result) : studyText(result));
  } catch (error) {
    if (error instanceof UnusableSetting)
      throw new UnusableArguments(`${study ?? '--set'}: ${error.message}`);
    if (error instanceof UnsolvableRun) throw new UnusableArguments(error.message);
    throw error;
  }
};
