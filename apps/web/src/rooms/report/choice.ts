import type { ReportPart } from '../../workers/care/questions.ts';

/** What somebody chose to share. Nothing is chosen at first. */
export interface Choice {
  readonly period: { readonly from: string; readonly to: string };
  readonly name: string;
  readonly parts: readonly ReportPart[];
  readonly withoutScores: readonly string[];
  readonly withoutSuspects: readonly string[];
  readonly withoutPhotos: readonly string[];
}

export const groups: readonly {
  readonly id: 'you' | 'diary' | 'pages' | 'table';
  readonly parts: readonly ReportPart[];
}[] = [
  { id: 'you', parts: ['who', 'conditions', 'flags', 'medicines', 'allergies', 'questions'] },
  { id: 'diary', parts: ['scores', 'suspects', 'trials', 'plan'] },
  { id: 'pages', parts: ['foods', 'notes', 'photos'] },
  { id: 'table', parts: ['life'] },
];

export const usualParts: readonly ReportPart[] = [
  'who',
  'conditions',
  'flags',
  'medicines',
  'allergies',
  'questions',
  'scores',
];

/** Parts that somebody who sees no foods cannot share. */
export const ofFoods: ReadonlySet<ReportPart> = new Set<ReportPart>(['foods', 'notes']);

export const toggled = (list: readonly string[], one: string, out: boolean): readonly string[] =>
  out ? [...list.filter((other) => other !== one), one] : list.filter((other) => other !== one);
