import { readScenario } from './read.ts';
import type { Scenario } from './schema.ts';
import { stories } from './stories.ts';

let read: ReadonlyMap<string, Scenario> | null = null;

const all = (): ReadonlyMap<string, Scenario> => {
  read ??= new Map(stories.map(readScenario).map((scenario) => [scenario.name, scenario]));
  return read;
};

/** The scenarios that come with Zonula, in the order of the story. */
export const scenarios = (): readonly Scenario[] => [...all().values()];

/** The scenario of this name, or undefined. */
export const scenarioNamed = (name: string): Scenario | undefined => all().get(name);
