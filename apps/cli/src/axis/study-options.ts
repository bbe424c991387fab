import { type Factor, type View, views } from '@zonula/axis';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { UnusableArguments } from '../failure.ts';
import { once, several } from '../options.ts';

export interface Sweep extends Factor {
  readonly count: number;
}

export interface StudyOptions {
  readonly sweep?: Sweep;
  readonly sensitivity?: 'morris' | 'sobol';
  readonly threshold?: Factor;
  readonly crosses?: number;
  readonly vary?: readonly Factor[];
  readonly samples?: number;
  readonly of?: string;
  readonly view?: View;
}

const mostRuns = 10_000;

const isNumber = (text: string | undefined): text is string =>
  text !== undefined && text.trim() !== '' && Number.isFinite(Number(text));

/** `NAME=LOW:HIGH`. */
const parseFactor = (text: string): Factor => {
  const [name = '', range = ''] = text.split('=');
  const [low, high, ...rest] = range.split(':');
  if (name.trim() === '' || !isNumber(low) || !isNumber(high) || rest.length > 0)
    throw new InvalidArgumentError('NAME=LOW:HIGH is needed, for example dc_stim=100:2000.');
  return { name: name.trim(), low: Number(low), high: Number(high) };
};

/** `NAME=LOW:HIGH:COUNT`. */
const parseSweep = (text: string): Sweep => {
  const last = text.lastIndexOf(':');
  const count = Number(text.slice(last + 1));
  if (text.split(':').length !== 3 || !Number.isInteger(count) || count < 2 || count > mostRuns)
    throw new InvalidArgumentError(
      `NAME=LOW:HIGH:COUNT is needed, COUNT within 2 and ${mostRuns}, for example dc_stim=100:2000:20.`,
    );
  return { ...parseFactor(text.slice(0, last)), count };
};

const parseSamples = (text: string): number => {
  const samples = Number(text);
  if (!/^\d+$/u.test(text) || samples < 10 || samples > 100_000)
    throw new InvalidArgumentError('A whole number within 10 and 100000 is needed.');
  return samples;
};

const parseNumber = (text: string): number => {
  if (!isNumber(text)) throw new InvalidArgumentError('A number is needed.');
  return Number(text);
};

/** The studies that were asked for; at most one may be. */
export const askedStudy = ({ sweep: s, sensitivity, threshold }: StudyOptions): string | null => {
  const asked = [
    ...(s ? ['--sweep'] : []),
    ...(sensitivity ? ['--sensitivity'] : []),
    ...(threshold ? ['--threshold'] : []),
  ];
  if (asked.length > 1) throw new UnusableArguments(`give one of ${asked.join(' and ')}, not both`);
  return asked[0] ?? null;
};

/** Options that mean nothing without their study; throws where one is given alone. */
export const checkStudyOptions = (options: StudyOptions): void => {
  const needs = (given: unknown, option: string, other: string, there: unknown): void => {
    if (given !== undefined && there === undefined)
      throw new UnusableArguments(`${option} needs ${other}`);
  };
  needs(options.vary, '--vary', '--sensitivity', options.sensitivity);
  needs(options.samples, '--samples', '--sensitivity', options.sensitivity);
  needs(options.crosses, '--crosses', '--threshold', options.threshold);
  needs(options.threshold, '--threshold', '--crosses VALUE', options.crosses);
  const study = askedStudy(options);
  if (study !== null && options.of === undefined)
    throw new UnusableArguments(`${study} needs --of NAME, a state or an observable`);
  if (study === null && options.of !== undefined)
    throw new UnusableArguments('--of needs --sweep, --sensitivity or --threshold');
};

export const withStudyOptions = (command: Command): Command =>
  command
    .addOption(
      new Option('--sweep <name=low:high:count>', 'run with even steps of one number').argParser(
        once(parseSweep),
      ),
    )
    .addOption(
      new Option(
        '--sensitivity <method>',
        'which numbers matter: morris is quick, sobol is thorough',
      ).choices(['morris', 'sobol']),
    )
    .addOption(
      new Option(
        '--vary <name=low:high>',
        'what --sensitivity varies, several when repeated; otherwise every parameter from half to twice its value',
      ).argParser(several(parseFactor)),
    )
    .addOption(
      new Option(
        '--samples <n>',
        'morris: trajectories, 50 by default; sobol: points, 256 by default',
      ).argParser(once(parseSamples)),
    )
    .addOption(
      new Option(
        '--threshold <name=low:high>',
        'find where a number makes the result cross a value',
      ).argParser(once(parseFactor)),
    )
    .addOption(
      new Option('--crosses <value>', 'the value for --threshold').argParser(once(parseNumber)),
    )
    .option('--of <name>', 'the result to look at: a state or an observable')
    .addOption(
      new Option('--view <view>', 'what of its course').choices([...views]).default('end'),
    );
