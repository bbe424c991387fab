import type { z } from 'zod';
import { eventKindNamed } from '../axis/event-kinds.ts';
import { type AxisEvent, checkEvents, UnusableEvent } from '../axis/events.ts';
import { axisModel } from '../axis/models.ts';
import { conditions } from '../axis/person.ts';
import type { Model, Parameter, State } from '../model.ts';
import { models } from '../models/models.ts';
import { type Setting, settingsOf, UnusableSetting } from '../settings.ts';
import { checkOutput } from '../study/quantity.ts';
import { type Scenario, type ScenarioArm, type ScenarioEvent, scenarioSchema } from './schema.ts';

/** A scenario that cannot be run; the message names the field and what is allowed. */
export class UnusableScenario extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UnusableScenario';
  }
}

const placeOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${part}]` : `${text}${text && '.'}${String(part)}`,
    '',
  );

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (inner, part) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, part)
        ? Reflect.get(inner, part)
        : undefined,
    value,
  );

/** What is allowed at this place, where it depends on the kind of the event or on the model. */
const rangeAt = (value: unknown, path: readonly PropertyKey[]) => {
  const last = path.at(-1);
  if (last === 'amount' || last === 'days')
    return eventKindNamed(String(valueAt(value, [...path.slice(0, -1), 'kind'])))?.[last];
  if (path.at(-2) !== 'settings') return undefined;
  const name = valueAt(value, ['model']) ?? 'axis';
  const condition = conditions.find((known) => known === valueAt(value, ['condition']));
  const model =
    name === 'axis'
      ? condition && axisModel(condition)
      : models.find(({ definition }) => definition.name === name);
  const { parameters = {}, states = {} } = model?.definition ?? {};
  const own = new Map<string, Parameter | State>([
    ...Object.entries(parameters),
    ...Object.entries(states),
  ]);
  return own.get(String(last))?.range;
};

/** The message with the range that holds at this very place. */
const withOwnRange = (message: string, range: readonly [number, number] | null | undefined) =>
  range ? message.replace(/within \S+ and \S+,/u, `within ${range[0]} and ${range[1]},`) : message;

const messageOf = (value: unknown, { path, code, message, ...issue }: z.core.$ZodIssue): string => {
  const place = placeOf(path);
  if (code === 'unrecognized_keys' && 'keys' in issue) {
    const [key] = issue.keys as readonly string[];
    return `${place ? `${place}: ` : ''}there is no field "${String(key).slice(0, 60)}"`;
  }
  const problem =
    message === 'Invalid input: expected number, received undefined'
      ? 'is missing'
      : withOwnRange(message, rangeAt(value, path));
  return place ? `${place} ${problem}` : problem;
};

/** The model a scenario runs. */
export const modelOf = ({ model, condition }: Pick<Scenario, 'model' | 'condition'>): Model =>
  model === 'axis'
    ? axisModel(condition!)
    : models.find(({ definition }) => definition.name === model)!;

/** The settings of the scenario, with those of the arm put over them. */
export const settingsWith = (scenario: Scenario, arm: Partial<ScenarioArm>): readonly Setting[] => [
  ...new Map([
    ...Object.entries(scenario.settings ?? {}),
    ...Object.entries(arm.settings ?? {}),
  ]).entries(),
];

const mostEvents = 100_000;

/** Events that repeat, one by one. */
export const unrolled = (events: readonly ScenarioEvent[], until: number): readonly AxisEvent[] =>
  events.flatMap(({ every, until: last, ...event }) => {
    const once = clean(event);
    if (every === undefined) return [once];
    const end = Math.min(until, last ?? until);
    const count = Math.floor((end - event.day) / every + 1e-9) + 1;
    return Array.from({ length: Math.max(0, count) }, (_, i) => ({
      ...once,
      day: event.day + i * every,
    }));
  });

const clean = ({ day, kind, amount, days, doses }: ScenarioEvent): AxisEvent => ({
  day,
  kind,
  ...(amount === undefined ? {} : { amount }),
  ...(days === undefined ? {} : { days }),
  ...(doses === undefined ? {} : { doses }),
});

const checkSettings = (model: Model, settings: Scenario['settings'], place: string): void => {
  try {
    settingsOf(model, Object.entries(settings ?? {}));
  } catch (error) {
    if (error instanceof UnusableSetting) throw new UnusableScenario(`${place}: ${error.message}`);
    throw error;
  }
};

const checkHappenings = (
  { events = [] }: { readonly events?: readonly ScenarioEvent[] | undefined },
  until: number,
  place: string,
): void => {
  for (const [i, event] of events.entries()) {
    const kind = eventKindNamed(event.kind)!;
    const at = `${place}[${i}]`;
    const count = event.every === undefined ? 1 : until / event.every;
    if (count > mostEvents)
      throw new UnusableScenario(
        `${at}.every must be at least ${until / mostEvents} days, not ${event.every}: at most ${mostEvents} events`,
      );
    const amount = event.amount ?? kind.usual;
    const [least, most] = kind.amount;
    if (amount < least || amount > most)
      throw new UnusableScenario(
        `${at}.amount must be within ${least} and ${most} ${kind.unit}, not ${amount}`.replace(
          ' ,',
          ',',
        ),
      );
    if (event.until !== undefined && event.every === undefined)
      throw new UnusableScenario(`${at}.until needs every`);
    try {
      checkEvents([clean(event)]);
    } catch (error) {
      if (!(error instanceof UnusableEvent)) throw error;
      throw new UnusableScenario(`${at}: ${error.message.replace(/^event 1 /u, '')}`);
    }
  }
};

/**
 * Reads a scenario from what a YAML or JSON file holds. Throws UnusableScenario for the first thing that
 * cannot be, with its place and what is allowed.
 */
export const readScenario = (value: unknown): Scenario => {
  const parsed = scenarioSchema.safeParse(value);
  if (!parsed.success) throw new UnusableScenario(messageOf(value, parsed.error.issues[0]!));
  const scenario = parsed.data;
  const { model: name, condition, until } = scenario;
  if (name === 'axis' && condition === undefined)
    throw new UnusableScenario('condition is missing; it is acne, eczema, rosacea or psoriasis');
  if (name !== 'axis')
    for (const field of ['condition', 'triggers', 'events', 'noise', 'begin'] as const)
      if (scenario[field] !== undefined)
        throw new UnusableScenario(`${field} is for the model axis only, not for ${name}`);
  if (scenario.begin === 'worst-day' && scenario.noise === undefined)
    throw new UnusableScenario('begin: worst-day needs noise, or no day is worse than another');
  const model = modelOf(scenario);
  checkSettings(model, scenario.settings, 'settings');
  checkHappenings(scenario, until, 'events');
  for (const [i, arm] of (scenario.arms ?? []).entries()) {
    if (name !== 'axis' && (arm.events || arm.triggers))
      throw new UnusableScenario(
        `arms[${i}] has events or triggers, which only the model axis knows`,
      );
    checkSettings(model, arm.settings, `arms[${i}].settings`);
    checkHappenings(arm, until, `arms[${i}].events`);
  }
  for (const [i, output] of scenario.outputs.entries())
    try {
      checkOutput(model, output);
    } catch (error) {
      if (!(error instanceof UnusableSetting)) throw error;
      throw new UnusableScenario(`outputs[${i}]: ${error.message}`);
    }
  return scenario;
};
