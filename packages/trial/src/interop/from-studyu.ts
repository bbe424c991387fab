import { complaintOf, parseJson, unusable } from '@zonula/diary';
import type { TrialDesign } from '../design.ts';
import { type StudyUStudy, studyUSchema } from './studyu-format.ts';

/** A study of StudyU, read as a trial of ours. */
export interface ImportedStudy {
  readonly title: string;
  /** Names of the interventions, the first is A. */
  readonly interventions: readonly string[];
  /** Questions that are answered with a number. */
  readonly outcomes: readonly {
    readonly name: string;
    readonly min: number;
    readonly max: number;
  }[];
  /** The same periods, with every pair in an order of its own. */
  readonly design: TrialDesign;
  /** The order as StudyU has it; null where it draws it. */
  readonly order: string | null;
  /** What is different here, in words. */
  readonly differences: readonly string[];
}

const turned = (pair: string): string => [...pair].reverse().join('');

/** The phases of a study in letters, as StudyU generates them; null for an order that is drawn later. */
export const orderOf = ({ schedule }: StudyUStudy): string | null => {
  const { sequence, numberOfCycles, sequenceCustom } = schedule;
  switch (sequence) {
    case 'alternating':
      return 'AB'.repeat(numberOfCycles);
    case 'counterBalanced':
      return Array.from({ length: numberOfCycles }, (_, cycle) =>
        Math.floor((cycle + 1) / 2) % 2 === 0 ? 'AB' : turned('AB'),
      ).join('');
    case 'customized':
      return sequenceCustom.toUpperCase().repeat(numberOfCycles);
    case 'randomized':
      return null;
  }
};

const numeric = new Set(['scale', 'annotatedScale', 'visualAnalogue', 'pain']);

/** Reads `study_definition.json` of StudyU. Throws `UnusableInput` that names the field. */
export const fromStudyU = (text: string, file: string): ImportedStudy => {
  const value = parseJson(text, { file }, 'expected JSON, the study definition of StudyU');
  const read = studyUSchema.safeParse(value);
  if (!read.success)
    throw unusable({ file }, complaintOf(read.error.issues[0]!, value, 'the fields of a study'));
  const study = read.data;
  const { phaseDuration, numberOfCycles, includeBaseline, sequence } = study.schedule;
  const order = orderOf(study);
  const periods = order === null ? 2 * numberOfCycles : order.length;
  if (periods === 0 || (order !== null && !(/A/u.test(order) && /B/u.test(order))))
    throw unusable({ file }, 'schedule.sequenceCustom: expected phases of both interventions');
  const pairs = Math.ceil(periods / 2);
  const differences = [
    ...(sequence === 'randomized'
      ? ['StudyU never shuffles the first pair. Here each pair has an order of its own.']
      : [`StudyU has the fixed order ${order}. Here each pair has an order that is drawn.`]),
    'StudyU has no washout. Days to wash out are added if you ask for them.',
    ...(periods % 2 === 1 ? ['One phase is added, so that all phases are in pairs.'] : []),
    ...(study.interventions.length > 2
      ? ['Only two of the interventions are compared; say which.']
      : []),
  ];
  return {
    title: study.title ?? '',
    interventions: study.interventions.map(({ name, id }) => name ?? id),
    outcomes: study.observations
      .flatMap(({ questions }) => questions)
      .filter(
        ({ type, minimum, maximum }) =>
          numeric.has(type) && minimum !== undefined && maximum !== undefined && minimum < maximum,
      )
      .map(({ prompt, id, minimum, maximum }) => ({
        name: prompt ?? id,
        min: minimum!,
        max: maximum!,
      })),
    design: {
      kind: 'randomised-pairs',
      baselineDays: includeBaseline ? phaseDuration : 0,
      washoutDays: 0,
      periodDays: phaseDuration,
      pairs,
      looks: [],
    },
    order,
    differences,
  };
};
