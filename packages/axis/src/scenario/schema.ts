import { z } from 'zod';
import { eventKinds } from '../axis/event-kinds.ts';
import { conditions } from '../axis/person.ts';
import { models } from '../models/models.ts';
import { classKeys } from './classes.ts';

const shown = (value: unknown): string =>
  typeof value === 'string'
    ? `"${value.slice(0, 60)}"`
    : String(JSON.stringify(value)).slice(0, 60);

/** A number within these ends; the message names them. */
const within = (least: number, most: number, about: string) => {
  const error = ({ input }: { readonly input?: unknown }) =>
    `must be a number within ${least} and ${most}, not ${shown(input)}`;
  return z.number({ error }).min(least, { error }).max(most, { error }).describe(about);
};

const text = (most: number, about: string) => {
  const error = () => `must be a text of 1 to ${most} letters`;
  return z.string({ error }).min(1, { error }).max(most, { error }).describe(about);
};

const oneOf = <const T extends readonly [string, ...string[]]>(names: T, about: string) =>
  z
    .enum(names, {
      error: ({ input }) => `must be one of ${names.join(', ')}, not ${shown(input)}`,
    })
    .describe(about);

const names = <T extends { readonly name: string }>(things: readonly T[]) =>
  things.map(({ name }) => name) as [string, ...string[]];

const settings = z
  .record(z.string(), within(-1e9, 1e9, 'a value within the range that the model states'))
  .describe('parameters and initial states, by name');

const dose = z.strictObject({
  class: oneOf(classKeys, 'a class of foods'),
  portions: within(0, 20, 'usual portions'),
});

const event = z.strictObject({
  day: within(0, 36_500, 'when it happens first; 0.5 is the first noon'),
  kind: oneOf(names(eventKinds), 'what happens'),
  amount: within(0, 1000, 'how much, in the unit of the kind').optional(),
  days: within(0, 36_500, 'how long each lasts').optional(),
  doses: z.array(dose).max(50).describe('what a meal holds').optional(),
  every: within(0.05, 3650, 'days until it happens again').optional(),
  until: within(0, 36_500, 'the day after which it does not happen again').optional(),
});

const trigger = z.strictObject({
  class: oneOf(classKeys, 'a class of foods'),
  gut: within(0, 10, 'how strongly a portion opens the gut wall'),
  direct: within(0, 10, 'how strongly a portion moves the skin past the gut wall'),
});

const arm = z.strictObject({
  name: text(60, 'what is different here, in a few words'),
  settings: settings.optional(),
  triggers: z.array(trigger).max(50).describe('instead of the triggers of all').optional(),
  events: z.array(event).max(1000).describe('beside the events of all').optional(),
});

export const scenarioSchema = z
  .strictObject({
    name: z
      .string({ error: () => 'must be a text of small letters, digits and hyphens' })
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, {
        error: () => 'must be small letters, digits and hyphens, such as my-story',
      })
      .max(60, { error: () => 'must have at most 60 letters' })
      .describe('short name'),
    title: text(120, 'what it is about'),
    about: text(1200, 'what to see, and how sure that is').optional(),
    model: oneOf(
      ['axis', ...models.map(({ definition }) => definition.name)] as [string, ...string[]],
      'axis, or a published model',
    ).default('axis'),
    condition: oneOf(conditions, 'which skin; for the model axis only').optional(),
    settings: settings.optional(),
    triggers: z.array(trigger).max(50).describe('what this person reacts to').optional(),
    events: z.array(event).max(1000).describe('what happens, in any order').optional(),
    noise: z
      .strictObject({
        spread: within(0, 1.5, 'how far: standard deviation of the logarithm'),
        memoryDays: within(0.2, 200, 'how long a good or bad time lasts'),
      })
      .describe('ups and downs of the skin by chance')
      .optional(),
    begin: oneOf(
      ['at-rest', 'worst-day'],
      'day 0 is a day at rest, or the worst of half a year of ups and downs',
    ).optional(),
    until: within(0.01, 36_500, "how long, in the model's time unit"),
    outputs: z
      .array(text(60, 'a state or an observable'))
      .min(1, { error: () => 'must name at least one state or observable' })
      .max(8, { error: () => 'must name at most 8' })
      .describe('what is shown, most important first'),
    arms: z
      .array(arm)
      .min(1, { error: () => 'must hold at least one arm' })
      .max(6, { error: () => 'must hold at most 6 arms' })
      .describe('the same story told in several ways, side by side')
      .optional(),
  })
  .describe('A scenario of the Zonula axis');

export type Scenario = z.output<typeof scenarioSchema>;
export type ScenarioArm = z.output<typeof arm>;
export type ScenarioEvent = z.output<typeof event>;

/** JSON Schema (2020-12) of a scenario file. */
export const scenarioJsonSchema = (): object =>
  z.toJSONSchema(scenarioSchema, { io: 'input', target: 'draft-2020-12' });
