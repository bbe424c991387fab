import { join } from 'node:path';
import { renderReport } from '@zonula/care';
import { createEvidence } from '@zonula/evidence';
import { readAccuracy } from '../accuracy.ts';
import { type Analysis, analyse } from '../analyse.ts';
import { today } from '../clock.ts';
import { createClassesOf, literatureFor } from '../evidence/literature.ts';
import { readDiaryFile } from '../read.ts';
import { root } from '../root.ts';

export interface Example {
  readonly name: string;
  readonly title: string;
  readonly outcome: string;
}

export const examples: readonly Example[] = [
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

export interface ExampleReport extends Analysis {
  readonly literature: ReturnType<typeof literatureFor>;
  readonly html: string;
}

/** By dish: that is how the truth of the invented person is told. */
export const reportOn = async (
  { name, outcome }: Example,
  seed: number,
): Promise<ExampleReport> => {
  const file = join(root, 'examples', `${name}.csv`);
  const diary = await readDiaryFile(file, { seed, format: 'zonula' });
  const analysis = analyse(diary, { seed, outcomes: [outcome], grains: ['dish', 'entry'] });
  const reading = { evidence: createEvidence(), classesOf: createClassesOf() };
  const literature = literatureFor(analysis.suspects, reading);
  const fixed = { accuracy: readAccuracy(root), generated: today() };
  return { ...analysis, literature, html: renderReport({ ...analysis, ...fixed, literature }) };
};
