import { existsSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { defaultMinimumCell, type FoodGrain, foodGrains } from '@zonula/cohort';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { AnalyseOptions } from '../cohort/analyse.ts';
import type { ImportOptions } from '../cohort/import.ts';
import { withPlaceOptions } from '../cohort/place.ts';
import type { Published } from '../cohort/publish.ts';
import type { ReportOptions } from '../cohort/report.ts';
import type { WithdrawOptions } from '../cohort/withdraw.ts';
import type { WorkOptions } from '../cohort/work.ts';
import { oneLine, UnusableArguments } from '../failure.ts';
import { once, parseOutcome, parseWorkers, several, withCommonOptions } from '../options.ts';
import { destinationAt, print, printJson } from '../output.ts';
import { version } from '../version.ts';

const parseGrain = (text: string): FoodGrain | 'all' => {
  const grain = [...foodGrains, 'all' as const].find((one) => one === text);
  if (grain === undefined)
    throw new InvalidArgumentError(`One of ${foodGrains.join(', ')}, all is needed.`);
  return grain;
};

const parseLease = (text: string): number => {
  const value = Number(text);
  if (!/^\d+$/u.test(text) || value < 2 || value > 3600)
    throw new InvalidArgumentError('A whole number from 2 to 3600 is needed.');
  return value;
};

const workersOption = (): Option =>
  new Option('--workers <n>', 'how many people at the same time here')
    .argParser(parseWorkers)
    .default(availableParallelism(), 'one a processor');

const parseCell = (text: string): number => {
  const value = Number(text);
  if (!/^\d+$/u.test(text) || value < 2)
    throw new InvalidArgumentError('A whole number of at least 2 is needed.');
  return value;
};

/** Checks that results can go there before the long work starts. */
const checkFolder = (name: string): void => {
  if (name.trim() === '') throw new UnusableArguments('--out: name a folder');
  if (existsSync(name) && !statSync(name).isDirectory())
    throw new UnusableArguments(`cannot write ${name}: it is a file, name a folder`);
  // A file in it can be written, or in the folder where it is to be.
  destinationAt(existsSync(name) ? join(name, 'report.html') : resolve(name));
};

const say = async ({ release, bundle }: Published, json: true | undefined): Promise<void> => {
  if (json) {
    await printJson({ ...bundle, ...release });
    return;
  }
  const said = release.exposures
    .filter(({ claimed }) => claimed)
    .map(({ exposure }) => `${oneLine(exposure)} moves the score in some people`);
  const nothing =
    release.exposures.length + release.heldBack.exposures === 0
      ? 'Days with and without something were compared; nobody was searched for causes.'
      : 'Nothing can be said aloud of any exposure.';
  await print(`${(said.length > 0 ? said : [nothing]).join('\n')}\n`);
};

const runImport = async (file: string, options: ImportOptions): Promise<void> => {
  const { importExport } = await import('../cohort/import.ts');
  await importExport(file, options);
};

const runAnalyse = async (folder: string | undefined, options: AnalyseOptions): Promise<void> => {
  checkFolder(options.out);
  const { analyseCohort } = await import('../cohort/analyse.ts');
  const { createCrew } = await import('../cohort/crew.ts');
  await say(await analyseCohort(folder, options, createCrew), options.json);
};

const runWork = async (options: WorkOptions): Promise<void> => {
  const { workOnCohort } = await import('../cohort/work.ts');
  const { createCrew } = await import('../cohort/crew.ts');
  const stored = await workOnCohort(options, createCrew);
  if (options.json) await printJson({ version, people: stored });
  else await print(`${stored} people analysed here\n`);
};

const runReport = async (options: ReportOptions): Promise<void> => {
  checkFolder(options.out);
  const { reportCohort } = await import('../cohort/report.ts');
  await say(await reportCohort(options), options.json);
};

const runWithdraw = async (people: readonly string[], options: WithdrawOptions): Promise<void> => {
  const { withdrawFromCohort } = await import('../cohort/withdraw.ts');
  const ended = await withdrawFromCohort(people, options);
  if (options.json) await printJson({ version, withdrawn: ended });
  else
    await print(`${ended} consents withdrawn; nothing of these people is in any later analysis\n`);
};

const parsePurpose = (text: string): string => {
  if (text.trim() === '' || text.length > 200)
    throw new InvalidArgumentError('A text of 1 to 200 characters is needed.');
  return text.trim();
};

/** What analyse and report share. */
const withReportOptions = (command: Command): Command =>
  withPlaceOptions(
    command
      .requiredOption('--out <folder>', 'where report, tables, methods and bundle go')
      .addOption(
        new Option('--minimum-cell <n>', 'fewest people behind a published figure')
          .argParser(parseCell)
          .default(defaultMinimumCell),
      )
      .option('--persons <folder>', 'where what is for each person alone goes, a file each'),
  );

export const addCohort = (program: Command): void => {
  const cohort = program
    .command('cohort')
    .description('many people, each against themselves: for researchers, with their consent');
  withCommonOptions(cohort.command('import'))
    .description('split a whole research export (Flaredown, StudyU) into one tidy diary a person')
    .argument('<file>', 'the export; - reads standard input')
    .requiredOption('--out <folder>', 'where the diaries go')
    .option('--skip-unreadable', 'leave out rows that cannot be read, and say which')
    .action(runImport);
  withReportOptions(withCommonOptions(cohort.command('analyse')))
    .description(
      'analyse each person alone, then pool them; run again, it goes on where it stopped',
    )
    .argument('[folder]', 'what people gave: tidy diaries, shares and trials, with consents.csv')
    .option(
      '--outcome <category/name>',
      "which score; otherwise each diary's own",
      once(parseOutcome),
    )
    .addOption(
      new Option(
        '--grain <grain>',
        'how foods are looked at: dish (default), ingredient, class, all; may be repeated',
      ).argParser(several(parseGrain)),
    )
    .addOption(
      new Option('--purpose <text>', 'what people agreed to')
        .argParser(parsePurpose)
        .default('research'),
    )
    .option(
      '--wording <version>',
      'which words they agreed to, where consents.csv does not say',
      once(parsePurpose),
    )
    .option('--counts-only', 'compare days with and without, and look for no causes')
    .option('--skip-unreadable', 'leave out people whose files cannot be read, and say which')
    .addOption(workersOption())
    .addOption(
      new Option('--lease <seconds>', 'after how long without a sign a worker counts as gone')
        .argParser(parseLease)
        .default(30),
    )
    .action(runAnalyse);
  withPlaceOptions(withCommonOptions(cohort.command('work')))
    .description('help with what is under way on a PostgreSQL, on this machine or another')
    .addOption(workersOption())
    .option('--until-done', 'end when nothing is left to do; otherwise wait for more')
    .action(runWork);
  withReportOptions(withCommonOptions(cohort.command('report')))
    .description('write the report of the last analysis anew, of those who still agree')
    .action(runReport);
  withPlaceOptions(withCommonOptions(cohort.command('withdraw')))
    .description('take consents back: the data go, and are in no later analysis')
    .argument('<person...>', 'names in the cohort')
    .option('--purpose <text>', 'for this purpose only', once(parsePurpose))
    .action(runWithdraw);
};
