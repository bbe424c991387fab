import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  contrastsCsv,
  defaultMinimumCell,
  exposuresCsv,
  methodsText,
  poolPersons,
  releaseOf,
} from '@zonula/cohort';
import { type Command, InvalidArgumentError } from 'commander';
import { today } from '../clock.ts';
import { analyseFolder, diariesIn, tooFew } from '../cohort/analyse-folder.ts';
import { reportPage } from '../cohort/report-page.ts';
import { splitExport } from '../cohort/split-export.ts';
import { oneLine, UnusableArguments } from '../failure.ts';
import { sourceAt } from '../input.ts';
import { type CommonOptions, once, parseOutcome, withCommonOptions } from '../options.ts';
import { destinationAt, note, print, printJson } from '../output.ts';
import { createProgress } from '../progress.ts';
import { outputFolder } from '../simulate/folder.ts';
import { version } from '../version.ts';
import { noteWarnings } from '../warnings.ts';

interface ImportOptions extends CommonOptions {
  readonly out: string;
  readonly skipUnreadable?: true;
}

interface AnalyseOptions extends CommonOptions {
  readonly out: string;
  readonly outcome?: string;
  readonly countsOnly?: true;
  readonly skipUnreadable?: true;
  readonly minimumCell?: number;
}

/** So many kinds of warnings are told; `--json` has all. */
const mostWarnings = 20;

const parseCell = (text: string): number => {
  const value = Number(text);
  if (!/^\d+$/u.test(text) || value < 2)
    throw new InvalidArgumentError('A whole number of at least 2 is needed.');
  return value;
};

const runImport = async (file: string, options: ImportOptions): Promise<void> => {
  const source = sourceAt(file);
  const folder = outputFolder(options.out);
  const progress = createProgress(Date.now);
  try {
    const result = await splitExport(source, {
      folder: folder.path,
      today: today(),
      skipUnreadable: options.skipUnreadable === true,
      onProgress: progress.report,
    });
    folder.keep();
    progress.end();
    for (const { line, expected } of result.skipped.first)
      note(oneLine(`${source.name}:${line}: left out: ${expected}`));
    if (result.skipped.rows > result.skipped.first.length)
      note(`${result.skipped.rows - result.skipped.first.length} more rows were left out`);
    noteWarnings(result.warnings, mostWarnings);
    const said = `${result.people} diaries from ${result.rows} rows written to ${options.out}`;
    if (options.json)
      await printJson({ version, source: source.name, out: options.out, ...result });
    else await print(`${oneLine(said)}\n`);
  } finally {
    progress.end();
    folder.discard();
  }
};

/** Checks that results can go there before the long work starts. */
const checkFolder = (name: string): void => {
  if (name.trim() === '') throw new UnusableArguments('--out: name a folder');
  if (existsSync(name) && !statSync(name).isDirectory())
    throw new UnusableArguments(`cannot write ${name}: it is a file, name a folder`);
  // A file in it can be written, or in the folder where it is to be.
  destinationAt(existsSync(name) ? join(name, 'report.html') : resolve(name));
};

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const runAnalyse = async (diaries: string, options: AnalyseOptions): Promise<void> => {
  const { out, minimumCell = defaultMinimumCell } = options;
  const names = diariesIn(diaries, minimumCell);
  checkFolder(out);
  const progress = createProgress(Date.now);
  const started = Date.now();
  const folder = await (async () => {
    try {
      return await analyseFolder(diaries, names, join(out, 'persons'), {
        seed: options.seed,
        ...(options.outcome === undefined ? {} : { outcome: options.outcome }),
        discovery: options.countsOnly !== true,
        skipUnreadable: options.skipUnreadable === true,
        onProgress: (done, of) => {
          const left = ((Date.now() - started) / Math.max(1, done)) * (of - done);
          progress.report(
            `${done} of ${of} diaries, about ${Math.ceil(left / 60_000)} min left`,
            done / of,
          );
        },
      });
    } finally {
      progress.end();
    }
  })();
  for (const one of folder.unreadable) note(oneLine(`left out: ${one}`));
  const unscored = folder.results.filter(({ reasons }) => reasons.includes('no-outcome')).length;
  if (unscored > 0)
    note(
      oneLine(
        `${unscored} of ${folder.results.length} diaries have no score ${options.outcome ?? 'of the skin'}`,
      ),
    );
  const pooled = poolPersons(folder.results);
  if (pooled.people < minimumCell) throw tooFew(diaries, minimumCell);
  const release = releaseOf(pooled, minimumCell);
  const files = new Map<string, string>([
    ['report.html', reportPage(release, version)],
    ['exposures.csv', exposuresCsv(release)],
    ['differences.csv', contrastsCsv(release)],
    ['methods.txt', `${methodsText(release, version).join('\n\n')}\n`],
  ]);
  for (const [name, text] of files) destinationAt(join(out, name)).write(text);
  // The hash over all diaries shows whether the same went in; single ones would tell who is in it.
  const bundle = {
    version,
    seed: options.seed,
    outcome: options.outcome ?? null,
    discovery: options.countsOnly !== true,
    minimumCell: release.minimumCell,
    diaries: sha256([...folder.hashes].map((pair) => pair.join(' ')).join('\n')),
    files: [...files].map(([name, text]) => ({ name, sha256: sha256(text) })),
  };
  destinationAt(join(out, 'bundle.json')).write(`${JSON.stringify(bundle, null, 2)}\n`);
  const again = folder.kept > 0 ? `, ${folder.kept} of them from an earlier run` : '';
  note(oneLine(`${folder.results.length} diaries${again}; report in ${join(out, 'report.html')}`));
  if (options.json) await printJson({ ...bundle, ...release });
  else
    await print(
      `${release.exposures
        .filter(({ claimed }) => claimed)
        .map(({ exposure }) => `${oneLine(exposure)} moves the score in some people`)
        .concat(
          release.exposures.some(({ claimed }) => claimed)
            ? []
            : ['Nothing can be said aloud of any exposure.'],
        )
        .join('\n')}\n`,
    );
};

export const addCohort = (program: Command): void => {
  const cohort = program
    .command('cohort')
    .description('many people, each against themselves: for researchers, with their consent');
  withCommonOptions(cohort.command('import'))
    .description('split a whole Flaredown research export into one tidy diary a person')
    .argument('<file>', 'the export; - reads standard input')
    .requiredOption('--out <folder>', 'where the diaries go')
    .option('--skip-unreadable', 'leave out rows that cannot be read, and say which')
    .action(runImport);
  withCommonOptions(cohort.command('analyse'))
    .description(
      'analyse a folder of tidy diaries and pool them; run again, it goes on where it stopped',
    )
    .argument('<folder>', 'tidy diaries, one CSV file a person')
    .requiredOption('--out <folder>', 'where report, tables, methods and results go')
    .option(
      '--outcome <category/name>',
      "which score; otherwise each diary's own",
      once(parseOutcome),
    )
    .option(
      '--minimum-cell <n>',
      'fewest people behind a published figure (default: 10)',
      once(parseCell),
    )
    .option('--counts-only', 'compare days with and without, and look for no causes')
    .option('--skip-unreadable', 'leave out diaries that cannot be read, and say which')
    .action(runAnalyse);
};
