import { renderReport, renderText } from '@zonula/care';
import { grains as allGrains, type Grain } from '@zonula/timeline';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { readAccuracy } from '../accuracy.ts';
import { analyse } from '../analyse.ts';
import { today } from '../clock.ts';
import { oneLine } from '../failure.ts';
import { readRemembered, toCorrections } from '../foods/corrections.ts';
import { loadFoodTables } from '../foods/data.ts';
import {
  type DiaryOptions,
  once,
  parseOutcome,
  parsePoints,
  several,
  withCommonOptions,
  withDiaryOptions,
} from '../options.ts';
import { destinationAt, note, print, printJson, showsColor } from '../output.ts';
import { readDiaryFile } from '../read.ts';
import { root } from '../root.ts';
import { noteWarnings } from '../warnings.ts';

interface DiscoverOptions extends DiaryOptions {
  readonly outcome?: readonly string[];
  readonly grain: readonly Grain[];
  readonly worthwhile?: number;
  readonly research?: true;
  readonly report?: string;
  readonly corrections?: string;
}

/** The verdict is what the person came for; the rest is in the report. */
const mostWarnings = 5;

const grainsOf = new Map<string, readonly Grain[]>([
  ['dish', ['dish', 'entry']],
  ['ingredient', ['ingredient', 'entry']],
  ['class', ['class', 'entry']],
  ['all', allGrains],
]);

const parseGrain = (text: string): readonly Grain[] => {
  const grains = grainsOf.get(text);
  if (grains !== undefined) return grains;
  throw new InvalidArgumentError(`Allowed choices are ${[...grainsOf.keys()].join(', ')}.`);
};

const runDiscover = async (file: string, options: DiscoverOptions): Promise<void> => {
  const { report, json, grain, corrections, outcome: outcomes = [], ...asked } = options;
  const inputs = options.map === undefined ? [file] : [file, options.map];
  const destination = report === undefined ? null : destinationAt(report, inputs);
  const diary = await readDiaryFile(file, options);
  const remembered =
    corrections === undefined ? undefined : await readRemembered(corrections, loadFoodTables());
  const { suspects, timeline } = analyse(diary, {
    ...asked,
    outcomes,
    grains: grain,
    ...(remembered === undefined ? {} : { corrections: toCorrections(remembered) }),
  });
  if (destination) {
    const accuracy = readAccuracy(root);
    destination.write(renderReport({ suspects, timeline, accuracy, generated: today() }));
    note(oneLine(`report written to ${destination.name}`));
    if (suspects.others)
      note('the report shows the first score; the others are in the text and with --json');
  }
  if (json) {
    await printJson(suspects);
  } else {
    noteWarnings(suspects.warnings, mostWarnings);
    const texts = [suspects, ...(suspects.others ?? [])].map((document) =>
      renderText(document, { color: showsColor(), timeline }),
    );
    await print(texts.join('\n'));
  }
};

export const addDiscover = (program: Command): void => {
  withCommonOptions(withDiaryOptions(program.command('discover')))
    .description('say what moves your skin, after which delay, and how sure that is')
    .option(
      '--outcome <category/name>',
      'the score to explain; may be given several times',
      several(parseOutcome),
    )
    .addOption(
      new Option('--grain <grain>', 'how finely food is looked at: dish, ingredient, class or all')
        .argParser(parseGrain)
        .default(parseGrain('all'), 'all'),
    )
    .option('--worthwhile <points>', 'smallest change that matters to you', once(parsePoints))
    .option('--research', 'add a forecast of seven days, to grade the method')
    .option('--corrections <file>', 'what you corrected of foods: CSV or JSON, phrase to code')
    .option('--report <file.html>', 'write a page to read, print and show')
    .action(runDiscover);
};
