import type { AllowedTrial } from '@zonula/safety';
import { daysOf, type TrialDay, type TrialRecord } from '../during/record.ts';
import type { TrialPlan } from '../plan/document.ts';
import { requireLeave } from '../plan/permission.ts';
import { type Cell, csvOf } from './csv.ts';
import { armIds, questionId, surveyId, taskIds, toStudyU } from './studyu-study.ts';
import { uuidOf } from './uuid.ts';

/** StudyU's two tables. */
export interface StudyUTables {
  readonly measurements: string;
  readonly interventions: string;
}

const shared = [
  'participant_id',
  'participant_started_at',
  'invite_code',
  'current_day_of_study',
  'current_intervention_id',
  'current_intervention_name',
];

/** Noon: an hour that is on the same day wherever it is read. */
const at = (date: string): string => `${date} 12:00:00.000`;

/**
 * `measurements.csv` and `interventions.csv` as StudyU writes them, with what its export leaves out: a row for every day, so that a
 * missed task is `false` and a day without an entry has an empty cell. Days off have no row. Throws `NotAllowed` without leave.
 */
export const studyUTables = (
  leave: AllowedTrial,
  plan: TrialPlan,
  record: TrialRecord,
): StudyUTables => {
  requireLeave(leave, plan.exposure, plan.design);
  const { study } = toStudyU(leave, plan);
  const names = new Map(study.interventions.map(({ id, name }) => [id, name ?? id]));
  const participant = uuidOf(plan.hash, 'participant');
  const common = ({ arm }: TrialDay, day: number): Cell[] => {
    const id = arm === 'with' || arm === 'without' ? armIds[arm] : '__baseline';
    return [participant, at(plan.start), '', day, id, names.get(id) ?? 'Baseline'];
  };
  const lived = daysOf(record)
    .map((day, index) => ({ day, index }))
    .filter(({ day }) => day.arm !== 'off');
  return {
    measurements: csvOf(
      [
        'measurement_time',
        'measurement_id',
        'measurement_name',
        ...shared,
        'survey1_id',
        'survey1_name',
        'is_survey1',
        'survey1_question1_id',
        'survey1_question1_text',
        'survey1_question1_response',
      ],
      lived.map(({ day, index }) => [
        at(day.date),
        surveyId,
        plan.outcome.name,
        ...common(day, index),
        surveyId,
        plan.outcome.name,
        day.outcome !== null,
        questionId,
        plan.outcome.name,
        day.outcome,
      ]),
    ),
    interventions: csvOf(
      [
        'intervention_task_time',
        'intervention_task_id',
        'intervention_task_name',
        'is_completed',
        ...shared,
      ],
      lived.flatMap(({ day, index }) =>
        day.arm === 'with' || day.arm === 'without'
          ? [
              [
                at(day.date),
                taskIds[day.arm],
                plan.instructions[day.arm],
                day.kept,
                ...common(day, index),
              ],
            ]
          : [],
      ),
    ),
  };
};
