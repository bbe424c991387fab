/// <reference types="fhir/r4" />
import type { AllowedTrial } from '@zonula/safety';
import { daysOf, type TrialRecord } from '../during/record.ts';
import type { TrialPlan } from '../plan/document.ts';
import { requireLeave } from '../plan/permission.ts';
import { nameOf } from '../plan/words.ts';
import { addDays } from '../schedule/dates.ts';
import { uuidOf } from './uuid.ts';

const armName = { with: 'With', without: 'Without' } as const;

/** Where the trial stands. */
export type TrialState = 'planned' | 'running' | 'completed' | 'stopped';

const studyStatus: Readonly<Record<TrialState, fhir4.ResearchStudy['status']>> = {
  planned: 'approved',
  running: 'active',
  completed: 'completed',
  stopped: 'administratively-completed',
};
const subjectStatus: Readonly<Record<TrialState, fhir4.ResearchSubject['status']>> = {
  planned: 'candidate',
  running: 'on-study',
  completed: 'off-study',
  stopped: 'withdrawn',
};

const actualArm = (record: TrialRecord | null, from: number, days: number): string | undefined => {
  if (record === null) return undefined;
  const kept = daysOf(record)
    .slice(from, from + days)
    .map(({ exposure }) => exposure)
    .filter((share): share is number => share !== null);
  if (kept.length === 0) return undefined;
  const mean = kept.reduce((sum, share) => sum + share, 0) / kept.length;
  return mean >= 0.5 ? 'with' : 'without';
};

/**
 * FHIR R4: a collection with one ResearchStudy and, since a ResearchSubject has a single arm, one ResearchSubject for each drawn period. The actual
 * arm is what the person had on most known days; it is absent where nothing is known. Throws `NotAllowed` without leave.
 */
export const toFhir = (
  leave: AllowedTrial,
  plan: TrialPlan,
  state: TrialState,
  record: TrialRecord | null,
): fhir4.Bundle => {
  const { exposure, design, outcome, hash, schedule, start } = plan;
  requireLeave(leave, exposure, design);
  const studyId = uuidOf(hash, 'study');
  const end = schedule.at(-1)!.to;
  const study: fhir4.ResearchStudy = {
    resourceType: 'ResearchStudy',
    id: studyId,
    identifier: [{ type: { text: 'SHA-256 of the plan' }, value: hash }],
    title: `${nameOf(exposure)} and ${outcome.name}: a randomised trial of one person`,
    status: studyStatus[state],
    description: plan.analysis,
    period: { start, end },
    arm: (['with', 'without'] as const).map((arm) => ({
      name: armName[arm],
      type: { text: arm === 'with' ? 'Experimental' : 'No intervention' },
      description: plan.instructions[arm],
    })),
    objective: [{ name: plan.analysis.split('\n')[0]!, type: { text: 'Primary' } }],
    keyword: [{ text: 'N-of-1' }, { text: design.kind }],
  };
  const lived = record?.periods.filter(({ block }) => block !== null);
  const subjects = schedule
    .filter(({ block }) => block !== null)
    .map((entry, k): fhir4.ResearchSubject => {
      const period = lived?.[k];
      const actual = period && actualArm(record, period.start, period.days);
      return {
        resourceType: 'ResearchSubject',
        id: uuidOf(hash, 'subject', String(k)),
        status: subjectStatus[state],
        period: period
          ? {
              start: addDays(start, period.start),
              end: addDays(start, period.start + period.days - 1),
            }
          : { start: entry.from, end: entry.to },
        study: { reference: `urn:uuid:${studyId}` },
        individual: { display: 'The person who keeps the diary' },
        assignedArm: armName[entry.arm === 'with' ? 'with' : 'without'],
        ...(actual === 'with' || actual === 'without' ? { actualArm: armName[actual] } : {}),
      };
    });
  return {
    resourceType: 'Bundle',
    type: 'collection',
    entry: [study, ...subjects].map((resource) => ({
      fullUrl: `urn:uuid:${resource.id}`,
      resource,
    })),
  };
};
