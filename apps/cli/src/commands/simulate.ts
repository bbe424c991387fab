import { once as nextEvent } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { type Scenario, summaryColumns } from '@zonula/axis';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { loadScenario } from '../axis/scenario-file.ts';
import { oneLine, UnusableArguments } from '../failure.ts';
import { type CommonOptions, once, withCommonOptions } from '../options.ts';
import { note, printJson } from '../output.ts';
import { createProgress } from '../progress.ts';
import { outputFolder } from '../simulate/folder.ts';
import { simulatePeople } from '../simulate/people.ts';
import type { Outcome } from '../simulate/worker.ts';
import { version } from '../version.ts';

interface SimulateOptions extends CommonOptions {
  readonly scenario?: string;
  readonly days?: number;
  readonly people?: number;
  readonly summary?: true;
  readonly out: string;
}

const whole = (least: number, most: number) => (text: string) => {
  const value = Number(text);
  if (!/^\d+$/u.test(text) || value < least || value > most)
    throw new InvalidArgumentError(`A whole number within ${least} and ${most} is needed.`);
  return value;
};

/** A scenario as a virtual person lives it: the coupled axis, one arm. */
const lived = (nameOrFile: string): Scenario => {
  const scenario = loadScenario(nameOrFile);
  if (scenario.model !== 'axis')
    throw new UnusableArguments(
      `--scenario: virtual people live in the model axis, not in ${scenario.model}`,
    );
  const [arm] = scenario.arms ?? [];
  if (!arm) return scenario;
  const triggers = arm.triggers ?? scenario.triggers;
  return {
    ...scenario,
    settings: { ...scenario.settings, ...arm.settings },
    events: [...(scenario.events ?? []), ...(arm.events ?? [])],
    ...(triggers ? { triggers } : {}),
  };
};

const fieldOf = (outcome: Outcome): string =>
  'summary' in outcome
    ? `${summaryColumns.map((name) => outcome.summary[name]).join(',')}\r\n`
    : JSON.stringify({ file: outcome.file, ...outcome.truth });

const runSimulate = async (options: SimulateOptions): Promise<void> => {
  const { seed, days = 180, people = 1, summary, out } = options;
  const scenario = options.scenario === undefined ? null : lived(options.scenario);
  const folder = outputFolder(out);
  const progress = createProgress(Date.now);
  try {
    const name = summary ? 'people.csv' : 'truth.json';
    const stream = createWriteStream(join(folder.path, name));
    const done = finished(stream);
    const put = async (text: string): Promise<void> => {
      if (stream.write(text)) return;
      await Promise.race([nextEvent(stream, 'drain'), done]);
    };
    const head = { version, seed, days, scenario: scenario?.name ?? null };
    await put(
      summary
        ? `${summaryColumns.join(',')}\r\n`
        : `${JSON.stringify(head).slice(0, -1)},"people":[\n`,
    );
    const job = {
      seed,
      days,
      folder: summary ? null : folder.path,
      width: Math.max(4, String(people).length),
      ...(scenario ? { scenario } : {}),
    };
    await simulatePeople(job, people, async (outcome, index) => {
      const comma = !summary && index > 0 ? ',\n' : '';
      await put(`${comma}${fieldOf(outcome)}`);
      progress.report(`${index + 1} of ${people} people`, (index + 1) / people);
    });
    if (!summary) await put('\n]}\n');
    stream.end();
    await done;
    folder.keep();
  } catch (error) {
    folder.discard();
    throw error;
  } finally {
    progress.end();
  }
  const files = summary ? ['people.csv'] : ['truth.json'];
  note(oneLine(`${people} virtual ${people === 1 ? 'person' : 'people'} written to ${out}`));
  if (options.json)
    await printJson({ version, seed, days, people, scenario: scenario?.name ?? null, out, files });
};

const examples = `
Examples:
  zonula simulate --out people
  zonula simulate --people 20 --days 365 --out people
  zonula simulate --scenario dairy-acne --out dairy
  zonula simulate --people 10000 --days 730 --summary --out population

Diaries are 0001.csv and so on. truth.json tells for each what truly moves the skin, after how many days and how
much of it goes through the gut, and which rows were never written. These people are invented by a model.`;

export const addSimulate = (program: Command): void => {
  withCommonOptions(program.command('simulate'))
    .description('invent people and write their diaries, with the truth about each')
    .option('--scenario <name or file>', 'what is settled of them; everything else is drawn')
    .addOption(
      new Option('--days <n>', 'length of each diary, 180 by default').argParser(
        once(whole(7, 3650)),
      ),
    )
    .addOption(
      new Option('--people <n>', 'how many people, 1 by default').argParser(
        once(whole(1, 1_000_000)),
      ),
    )
    .option('--summary', 'no diaries: one table with how each person fared')
    .requiredOption('--out <folder>', 'a new or an empty folder')
    .addHelpText('after', examples)
    .action(runSimulate);
};
