import {
  type AxisDocument,
  axisModel,
  type Condition,
  conditions,
  evenTimes,
  type Model,
  models,
  runModel,
  type Setting,
  toCsv,
  toDocument,
  UnsolvableRun,
  UnusableSetting,
  writeSbml,
} from '@zonula/axis';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { UnusableArguments } from '../failure.ts';
import { type CommonOptions, once, several, withCommonOptions } from '../options.ts';
import { print, printJson } from '../output.ts';

interface AxisOptions extends CommonOptions {
  readonly model: string;
  readonly set?: readonly (Setting | ChosenCondition)[];
  readonly until?: number;
  readonly csv?: true;
  readonly sbml?: true;
}

/** The only thing to set that is a word: which skin the coupled model has. */
interface ChosenCondition {
  readonly condition: Condition;
}

const longest = 1e6;
const coupled = 'axis';

const parseCondition = (text: string): ChosenCondition => {
  const condition = conditions.find((name) => name === text);
  if (condition) return { condition };
  throw new InvalidArgumentError(`condition must be one of ${conditions.join(', ')}.`);
};

const parseSetting = (text: string): Setting | ChosenCondition => {
  const equals = text.indexOf('=');
  const name = text.slice(0, equals).trim();
  const value = text.slice(equals + 1).trim();
  if (name === 'condition') return parseCondition(value);
  if (equals < 0 || name === '' || value === '' || !Number.isFinite(Number(value)))
    throw new InvalidArgumentError('NAME=NUMBER is needed, for example dc_stim=6000.');
  return [name, Number(value)];
};

const parseUntil = (text: string): number => {
  const until = Number(text);
  if (text.trim() === '' || !(until > 0 && until <= longest))
    throw new InvalidArgumentError(`A number above 0, at most ${longest}, is needed.`);
  return until;
};

/** The model, what was set of it, and the condition where it has one. */
const chosen = ({ model: name, set = [] }: AxisOptions) => {
  const words = set.flatMap((entry) => ('condition' in entry ? [entry.condition] : []));
  const settings = set.flatMap((entry) => ('condition' in entry ? [] : [entry]));
  if (name !== coupled && words.length > 0)
    throw new UnusableArguments(`--set: only the model ${coupled} has a condition`);
  if (words.length > 1) throw new UnusableArguments('--set: give condition once');
  const [condition = conditions[0]] = words;
  return name === coupled
    ? { model: axisModel(condition), settings, condition }
    : { model: models.find(({ definition }) => definition.name === name)!, settings };
};

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
    'A model is a simplified picture. It says nothing about you.',
    '',
  ].join('\n');
};

const runAxis = async (options: AxisOptions): Promise<void> => {
  const formats = [options.json && '--json', options.csv && '--csv', options.sbml && '--sbml'];
  const asked = formats.filter((option) => option !== undefined);
  if (asked.length > 1) throw new UnusableArguments(`give one of ${asked.join(' and ')}, not both`);
  const { model, settings: set, condition } = chosen(options);
  const { until = model.definition.until } = options;
  try {
    if (options.sbml) {
      await print(writeSbml(model, set));
      return;
    }
    const course = toDocument(runModel(model, { set, until, times: evenTimes(until) }));
    const document = condition ? { ...course, model: coupled, condition } : course;
    if (options.json) await printJson(document);
    else await print(options.csv ? toCsv(document) : summaryOf(model, document));
  } catch (error) {
    if (error instanceof UnusableSetting) throw new UnusableArguments(`--set: ${error.message}`);
    if (error instanceof UnsolvableRun) throw new UnusableArguments(error.message);
    throw error;
  }
};

const examples = `
Examples:
  zonula axis --model psoriasis --set dc_stim=6000
  zonula axis --model axis --set condition=eczema --set gut_arrow=1 --set nsaid=1 --until 30

The model axis couples the gut to the skin of one condition (${conditions.join(', ')}). Nobody has measured
how strongly: gut_arrow is 0 unless you set it to 1.`;

export const addAxis = (program: Command): void => {
  withCommonOptions(program.command('axis'))
    .description(
      'run a model of gut, immune system or skin, or of all together, and see how it goes',
    )
    .addOption(
      new Option('--model <name>', 'which model')
        .choices([...models.map(({ definition }) => definition.name), coupled])
        .makeOptionMandatory(),
    )
    .addOption(
      new Option(
        '--set <name=value>',
        'a parameter or an initial state; several when repeated',
      ).argParser(several(parseSetting)),
    )
    .addOption(
      new Option('--until <time>', "where the run ends, in the model's time unit").argParser(
        once(parseUntil),
      ),
    )
    .option('--csv', 'print a table: time, states, observables')
    .option('--sbml', 'print the model, with what was set, as SBML for other programs')
    .addHelpText('after', examples)
    .action(runAxis);
};
