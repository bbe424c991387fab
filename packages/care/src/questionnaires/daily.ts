/// <reference types="fhir/r4" />
import { maxUrl, minUrl, rightsUrl } from './questionnaire.ts';

/** A question of ours for one day; free of anybody's rights. */
export interface DailyItem {
  /** Where it stands in the diary, `category/name`. */
  readonly id: string;
  readonly question: string;
  readonly min: number;
  readonly max: number;
  /** Whole numbers only, or any. */
  readonly type: 'integer' | 'decimal';
  readonly unit: string | null;
  /** Asked for each zone of the body that is affected. */
  readonly perZone: boolean;
}

const item = (
  id: string,
  question: string,
  max: number,
  more: Partial<DailyItem> = {},
): DailyItem => ({
  id,
  question,
  min: 0,
  max,
  type: 'integer',
  unit: null,
  perZone: false,
  ...more,
});

/** The daily set, under half a minute. */
export const dailyItems: readonly DailyItem[] = [
  item('skin/itch', 'How bad was the itch at its worst today?', 10),
  item('skin/redness', 'How red, or how much darker than usual, was the skin?', 3, {
    perZone: true,
  }),
  item('skin/spots', 'How many spots do you see?', 200, { perZone: true }),
  item('skin/flaking', 'How much did the skin flake, or how thick was it?', 3, { perZone: true }),
  item('skin/oozing', 'Was it wet or weeping? 1 is yes.', 1, { perZone: true }),
  item('skin/flushing', 'How many times did your face flush?', 50),
  item('gut/pain', 'How bad was pain in your belly at its worst?', 10),
  item('gut/bloating', 'How bloated did you feel at its worst?', 10),
  item('gut/stool form', 'What was your stool like, from 1 (hard lumps) to 7 (water)?', 7, {
    min: 1,
  }),
  item('gut/stools', 'How many times did you pass stool?', 30),
  item('sleep/hours', 'How many hours did you sleep last night?', 24, {
    type: 'decimal',
    unit: 'h',
  }),
  item('sleep/rested', 'How rested did you feel this morning?', 4),
  item('stress/level', 'How much stress did you feel?', 10),
];

/** The daily set as a FHIR R4 Questionnaire; nothing is required, and no answer is never zero. */
export const dailyQuestionnaire = (): fhir4.Questionnaire => ({
  resourceType: 'Questionnaire',
  id: 'daily',
  title: 'The day in half a minute',
  status: 'active',
  extension: [{ url: rightsUrl, extension: [{ url: 'status', valueCode: 'free' }] }],
  item: dailyItems.map(({ id, question, min, max, type }) => ({
    linkId: id.replaceAll(/[^a-z]+/gu, '-'),
    text: question,
    type,
    required: false,
    extension: [
      type === 'integer' ? { url: minUrl, valueInteger: min } : { url: minUrl, valueDecimal: min },
      type === 'integer' ? { url: maxUrl, valueInteger: max } : { url: maxUrl, valueDecimal: max },
    ],
  })),
});
