import { type Command, InvalidArgumentError } from 'commander';
import { UnusableArguments } from '../failure.ts';
import { type CommonOptions, parseOutcome, withCommonOptions } from '../options.ts';

/** What every command about a running trial may take. */
export interface TrialArguments extends CommonOptions {
  readonly diary?: string;
  readonly profile?: string;
}

/** The value of an option without which a command cannot work. */
export const needed = (value: string | undefined, option: string): string => {
  if (value === undefined) throw new UnusableArguments(`${option} is needed`);
  return value;
};

export const parseDays =
  (least: number) =>
  (text: string): number => {
    const days = Number(text);
    if (!/^\d{1,3}$/u.test(text) || days < least)
      throw new InvalidArgumentError(`A whole number from ${least} is needed.`);
    return days;
  };

/** `YYYY-MM-DD` */
export const parseDate = (text: string): string => {
  const time = Date.parse(`${text}T00:00:00Z`);
  const isDay =
    /^\d{4}-\d{2}-\d{2}$/u.test(text) &&
    !Number.isNaN(time) &&
    new Date(time).toISOString().slice(0, 10) === text;
  if (!isDay) throw new InvalidArgumentError('A day such as 2026-03-01 is needed.');
  return text;
};

/** An exposure is named as in the diary or in the result of `discover`. */
export const parseExposure = (text: string): string => {
  const [kind = '', name = ''] = text.split(/\/(.*)/su);
  if ((kind === 'class' || kind === 'ingredient') && name.trim() !== '')
    return `${kind}/${name.trim().toLowerCase()}`;
  return parseOutcome(text);
};

/** A command about the trial in a file. */
export const trialCommand = (trial: Command, name: string, description: string): Command =>
  withCommonOptions(trial.command(name))
    .description(description)
    .argument('<TRIAL.json>', 'the plan, as `trial plan --out` or `--json` wrote it');
