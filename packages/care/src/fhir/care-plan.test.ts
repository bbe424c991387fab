import { describe, expect, it } from 'vitest';
import { optionsOf, personas, personOf } from '../plan/fixtures/people.ts';
import { makePlan } from '../plan/make-plan.ts';
import { toCarePlan } from './care-plan.ts';
import { structuralProblems } from './fixtures/structural-problems.ts';

const options = { id: 'plan-1', created: '2026-03-31T07:30:00Z' };
const planOf = (k: number) => makePlan(personOf(personas[k]!), optionsOf(personas[k]!.suspects));

describe('CarePlan', () => {
  const plan = planOf(0);
  const carePlan = toCarePlan(plan, options);

  it.each(personas.map(({ who }, k) => [who, k] as const))(
    '%s: fits the structure of R4',
    (_, k) => {
      expect(structuralProblems(toCarePlan(planOf(k), options))).toEqual([]);
    },
  );

  it('has an activity and a goal for each action, with the dates', () => {
    expect(carePlan.period).toEqual({
      start: '2026-03-31',
      end: plan.actions
        .map(({ lookOn }) => lookOn)
        .sort()
        .at(-1),
    });
    expect(carePlan.activity!.map(({ detail }) => detail!.scheduledPeriod)).toEqual(
      plan.actions.map(({ from, lookOn }) => ({ start: from, end: lookOn })),
    );
    expect(carePlan.contained!.map(({ resourceType }) => resourceType)).toEqual([
      'Patient',
      'Goal',
      'Goal',
      'Goal',
    ]);
    expect(carePlan.activity![0]!.detail!.reasonCode![0]!.text).toContain('B34: Needs rewording');
  });

  it('belongs to whom it is given', () => {
    const subject = { reference: 'urn:uuid:8f14e45f-ceea-467f-ab2c-000000000001' };
    const given = toCarePlan(plan, { ...options, subject });
    expect(given.subject).toEqual(subject);
    expect(given.contained!.some(({ resourceType }) => resourceType === 'Patient')).toBe(false);
    expect(structuralProblems(given)).toEqual([]);
  });

  it('says warning signs as notes', () => {
    const urgent = toCarePlan(
      planOf(personas.findIndex(({ expect: { first } }) => first?.includes('anaphylaxis'))),
      options,
    );
    expect(urgent.note![0]!.text).toContain('Call 999');
  });

  it('escapes what comes from a diary', () => {
    const [first] = plan.actions;
    const odd = { ...plan, actions: [{ ...first!, title: '<script>alert(1)</script> & "x"' }] };
    expect(toCarePlan(odd, options).text!.div).not.toContain('<script>');
  });
});

describe('the structural check', () => {
  const good = toCarePlan(planOf(0), options);
  it.each([
    ['a status that is none', { status: 'nonsense' }],
    ['an element that is none', { mood: 'good' }],
    ['a date that is none', { period: { start: '31.3.2026' } }],
    ['an activity without a status', { activity: [{ detail: { description: 'x' } }] }],
    ['a reference that leads nowhere', { goal: [{ reference: '#nobody' }] }],
    ['an empty list', { note: [] }],
    ['a missing intent', { intent: undefined }],
  ])('finds %s', (_, change) => {
    expect(structuralProblems({ ...good, ...change } as fhir4.CarePlan)).not.toEqual([]);
  });
});
