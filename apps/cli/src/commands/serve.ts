import { join, resolve } from 'node:path';
import { renderReport, renderText } from '@zonula/care';
import { createEvidence } from '@zonula/evidence';
import type { Command } from 'commander';
import { readAccuracy } from '../accuracy.ts';
import { type Analysis, analyse } from '../analyse.ts';
import { today } from '../clock.ts';
import { createClassesOf, literatureFor } from '../evidence/literature.ts';
import { type CommonOptions, withCommonOptions } from '../options.ts';
import { destinationAt, note, print, printJson, showsColor } from '../output.ts';
import { readDiaryFile } from '../read.ts';
import { root } from '../root.ts';
import { version } from '../version.ts';

interface Example {
  readonly name: string;
  readonly title: string;
  readonly outcome: string;
}

const examples: readonly Example[] = [
  {
    name: 'simulated-person',
    title: 'Example 1: an invented person. Ice cream and pizza truly act, cola does not.',
    outcome: 'skin/itch',
  },
  {
    name: 'melatonin',
    title: 'Example 2: a real person in a study of melatonin (Miura Meng 2026, CC BY 4.0).',
    outcome: 'mood/mood',
  },
];

interface ServeOptions extends CommonOptions {
  readonly out: string;
}

/** By dish: that is how the truth of the invented person is told. */
const analyseExample = async ({ name, outcome }: Example, seed: number): Promise<Analysis> => {
  const file = join(root, 'examples', `${name}.csv`);
  const diary = await readDiaryFile(file, { seed, format: 'zonula' });
  return analyse(diary, { seed, outcomes: [outcome], grains: ['dish', 'entry'] });
};

const runServe = async ({ out, seed, json }: ServeOptions): Promise<void> => {
  const planned = examples.map((example) => ({
    example,
    destination: destinationAt(join(out, `zonula-report-${example.name}.html`)),
  }));
  const fixed = { accuracy: readAccuracy(root), generated: today() };
  const reading = { evidence: createEvidence(), classesOf: createClassesOf() };
  const done = [];
  for (const { example, destination } of planned) {
    const analysis = await analyseExample(example, seed);
    const literature = literatureFor(analysis.suspects, reading);
    destination.write(renderReport({ ...analysis, ...fixed, literature }));
    const report = resolve(destination.name);
    done.push({ name: example.name, title: example.title, report, suspects: analysis.suspects });
    if (json) note(`report written to ${report}`);
    else {
      const text = renderText(analysis.suspects, {
        color: showsColor(),
        timeline: analysis.timeline,
        literature,
      });
      await print(`${example.title}\n\n${text}\nThe whole page, with pictures: ${report}\n\n`);
    }
  }
  if (json) await printJson({ version, seed, examples: done });
  else await print('Your own diary: ./zonula discover FILE --report report.html\n');
};

export const addServe = (program: Command): void => {
  withCommonOptions(program.command('serve'))
    .description('show what Zonula does, on two example diaries, and write their reports')
    .option('--out <folder>', 'where the reports are written', '.')
    .action(runServe);
};
