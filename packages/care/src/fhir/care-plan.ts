/// <reference types="fhir/r4" />
import type { Plan, PlanAction } from '../plan/make-plan.ts';
import { html } from '../report/html.ts';
import { english, type Wording } from '../wording/wording-of.ts';

export interface CarePlanOptions {
  readonly id: string;
  /** Of whom the plan is; without it an anonymous person stands inside the resource. */
  readonly subject?: fhir4.Reference;
  /** Moment of writing, ISO 8601 with a time zone. */
  readonly created: string;
  /** How the fixed words are said; English without it. */
  readonly wording?: Wording;
}

const person: fhir4.Patient = { resourceType: 'Patient', id: 'person' };
const goalId = ({ id }: PlanAction): string => `goal-${id}`;

const goalOf = (action: PlanAction, subject: fhir4.Reference): fhir4.Goal => ({
  resourceType: 'Goal',
  id: goalId(action),
  lifecycleStatus: 'active',
  description: { text: action.works },
  subject,
  startDate: action.from,
  target: [{ dueDate: action.lookOn }],
});

const activityOf = (action: PlanAction, say: Wording['say']): fhir4.CarePlanActivity => ({
  detail: {
    status: 'scheduled',
    doNotPerform: false,
    code: { text: action.title },
    reasonCode: [
      {
        text: `${action.why} (${action.evidence.map(({ id, grade }) => `${id}: ${grade}`).join('; ')})`,
      },
    ],
    goal: [{ reference: `#${goalId(action)}` }],
    scheduledPeriod: { start: action.from, end: action.lookOn },
    description: [...action.how, say('The end: {end}', { end: action.end })].join('\n'),
  },
});

/** FHIR R4: the plan as a CarePlan of the person's own making, one activity and one goal for each action. */
export const toCarePlan = (
  { actions, first, today }: Plan,
  { id, subject, created, wording = english }: CarePlanOptions,
): fhir4.CarePlan => {
  const { say } = wording;
  const of = subject ?? { reference: `#${person.id}` };
  const contained: fhir4.FhirResource[] = [
    ...(subject ? [] : [person]),
    ...actions.map((action) => goalOf(action, of)),
  ];
  const end = actions
    .map(({ lookOn }) => lookOn)
    .sort()
    .at(-1);
  const title = say('Own plan for skin, gut, sleep and stress');
  return {
    resourceType: 'CarePlan',
    id,
    language: wording.language,
    text: {
      status: 'generated',
      div: html`<div xmlns="http://www.w3.org/1999/xhtml"><p>${title}</p><ul>${actions.map(
        (action) =>
          html`<li>${action.title} (${say('{from} to {to}', { from: action.from, to: action.lookOn })})</li>`,
      )}</ul></div>`.markup,
    },
    ...(contained.length > 0 ? { contained } : {}),
    status: 'active',
    intent: 'plan',
    title,
    description: say('Made by the person with Zonula. It is no medical advice.'),
    subject: of,
    period: { start: today, ...(end === undefined ? {} : { end }) },
    created,
    ...(actions.length > 0
      ? {
          goal: actions.map((action) => ({ reference: `#${goalId(action)}` })),
          activity: actions.map((action) => activityOf(action, say)),
        }
      : {}),
    ...(first.length > 0 ? { note: first.map(({ text }) => ({ text })) } : {}),
  };
};
