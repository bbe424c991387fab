import { triage } from '@zonula/safety';
import { describe, expect, it } from 'vitest';
import { namesOf, optionsOf, type Persona, personas, personOf } from './fixtures/people.ts';
import { makePlan, mostActions } from './make-plan.ts';
import { planSchema } from './plan-schema.ts';

it('there are thirty people or more', () => {
  expect(personas.length).toBeGreaterThanOrEqual(30);
  expect(new Set(personas.map(({ who }) => who)).size).toBe(personas.length);
});

describe.each(personas.map((persona) => [persona.who, persona] as const))(
  '%s',
  (_, persona: Persona) => {
    const person = personOf(persona);
    const plan = makePlan(person, optionsOf(persona.suspects));
    const { expect: wanted } = persona;

    it('gets the expected plan', () => {
      expect(plan.actions.map(({ id }) => id)).toEqual(wanted.actions);
      expect(plan.actions.length).toBeLessThanOrEqual(mostActions);
      expect(plan.first.map(({ id }) => id)).toEqual(wanted.first ?? []);
      expect(plan.ask.map(({ id }) => id)).toEqual(wanted.ask ?? []);
      if (wanted.later) expect(plan.later.map(({ id }) => id)).toEqual(wanted.later);
      for (const id of wanted.never ?? []) expect(namesOf(plan)).not.toContain(id);
    });

    it('is a document of the schema, with an elimination worked out too', () => {
      const whole = makePlan(person, {
        ...optionsOf(persona.suspects),
        without: ['dairy', 'gluten'],
      });
      expect(planSchema.parse(JSON.parse(JSON.stringify(whole)))).toEqual(whole);
      expect(planSchema.safeParse({ ...whole, more: 1 }).success).toBe(false);
    });

    it('meets the expected gates', () => {
      const { blockedBy } = triage(person, '0.0.0');
      if (wanted.gates?.length === 0) expect(blockedBy).toEqual([]);
      for (const code of wanted.gates ?? []) expect(blockedBy).toContain(code);
      if (wanted.suspects !== undefined) expect(plan.suspects).toHaveLength(wanted.suspects);
      if (wanted.suspectBlockedBy)
        expect(plan.suspects[0]!.blockedBy).toEqual(wanted.suspectBlockedBy);
      if (wanted.notices) expect(plan.notices.map(({ id }) => id)).toEqual(wanted.notices);
    });

    it('gets the expected nutrients and options', () => {
      expect(plan.nutrients.status).toBe(wanted.nutrients ?? 'judged');
      const standings = new Map(
        plan.nutrients.nutrients.map((one) => [one.nutrient as string, one.standing]),
      );
      for (const [nutrient, standing] of Object.entries(wanted.standings ?? {}))
        expect([nutrient, standings.get(nutrient)]).toEqual([nutrient, standing]);
      const options = plan.options.map(({ id }) => id);
      for (const id of wanted.options ?? []) expect(options).toContain(id);
      for (const id of wanted.noOptions ?? []) expect(options).not.toContain(id);
    });
  },
);
