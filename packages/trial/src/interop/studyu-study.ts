import type { AllowedTrial } from '@zonula/safety';
import { drawnPeriodDays } from '../design.ts';
import type { TrialPlan } from '../plan/document.ts';
import { requireLeave } from '../plan/permission.ts';
import { nameOf } from '../plan/words.ts';
import type { StudyUStudy } from './studyu-format.ts';
import { uuidOf } from './uuid.ts';

export const armIds = { with: 'with', without: 'without' } as const;
export const taskIds = { with: 'do_with', without: 'do_without' } as const;
export const surveyId = 'score';
export const questionId = 'score_of_the_day';

const dayTime = { unlockTime: '4:00', lockTime: '23:59' };

/** A plan as StudyU reads it, and in words what its format has no place for. */
export interface StudyUExport {
  readonly study: StudyUStudy;
  readonly lost: readonly string[];
}

/**
 * `study_definition.json` of StudyU: our order as its customised sequence, A with and B without, phases as long as our periods. Throws `NotAllowed`
 * without leave.
 */
export const toStudyU = (leave: AllowedTrial, plan: TrialPlan): StudyUExport => {
  const { design, exposure, outcome, instructions, hash, schedule, analysis } = plan;
  requireLeave(leave, exposure, design);
  const phaseDuration = drawnPeriodDays(design);
  const drawn = schedule.filter(({ block }) => block !== null);
  const lost: string[] = [];
  if (design.washoutDays > 0)
    lost.push(
      `StudyU has no washout: it will count the first ${design.washoutDays} days of each period, which this plan leaves out.`,
    );
  const includeBaseline = design.baselineDays > 0;
  if (includeBaseline && design.baselineDays !== phaseDuration)
    lost.push(
      `StudyU makes the baseline as long as a period: ${phaseDuration} days instead of ${design.baselineDays}.`,
    );
  if (design.kind === 'elimination-reintroduction')
    lost.push(
      `StudyU has no elimination before the periods: the ${design.eliminationDays} days without are missing.`,
    );
  if (design.looks.length > 0) lost.push('StudyU has no looks before the end.');
  const period = (arm: string) => ({ id: uuidOf(hash, arm), ...dayTime });
  const intervention = (arm: 'with' | 'without', icon: string) => ({
    id: armIds[arm],
    name: `${arm === 'with' ? 'With' : 'Without'} ${nameOf(exposure)}`,
    description: instructions[arm],
    icon,
    tasks: [
      {
        type: 'checkmark' as const,
        id: taskIds[arm],
        title: instructions[arm],
        schedule: { completionPeriods: [period(arm)], reminders: ['8:00'] },
      },
    ],
  });
  const study: StudyUStudy = {
    id: uuidOf(hash, 'study'),
    title: `${nameOf(exposure)} and ${outcome.name}`,
    description: [analysis, ...lost, `Plan: ${hash}`].join('\n'),
    user_id: uuidOf(hash, 'user'),
    participation: 'invite',
    result_sharing: 'private',
    contact: { organization: '', email: '', website: '', phone: '' },
    icon_name: 'accountHeart',
    published: false,
    status: 'draft',
    questionnaire: [],
    eligibility_criteria: [],
    consent: [],
    interventions: [intervention('with', 'silverware'), intervention('without', 'silverwareClean')],
    observations: [
      {
        type: 'questionnaire',
        id: surveyId,
        title: outcome.name,
        schedule: { completionPeriods: [period(surveyId)], reminders: ['20:00'] },
        questions: [
          {
            type: 'scale',
            id: questionId,
            prompt: outcome.name,
            minimum: outcome.scale.min,
            maximum: outcome.scale.max,
            initial: outcome.scale.min,
            step: 0,
            annotations: [],
          },
        ],
      },
    ],
    schedule: {
      numberOfCycles: 1,
      phaseDuration,
      includeBaseline,
      sequence: 'customized',
      sequenceCustom: drawn.map(({ arm }) => (arm === 'with' ? 'A' : 'B')).join(''),
    },
    report_specification: { secondary: [] },
    results: [],
    collaborator_emails: [],
    registry_published: false,
  };
  return { study, lost };
};
