import { readScenario } from './read.ts';
import type { Scenario } from './schema.ts';
import { stories } from './stories.ts';

/** The scenarios that come with Zonula, in the order of the story. */
export const scenarios: readonly Scenario[] = stories.map(readScenario);

const scenarioOf = new Map(scenarios.map((scenario) => [scenario.name, scenario]));

/** The scenario of this name, or undefined. */
export const scenarioNamed = (name: string): Scenario | undefined => scenarioOf.get(name);
