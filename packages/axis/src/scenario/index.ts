export { classKeys } from './classes.ts';
export { scenarioNamed, scenarios } from './named.ts';
export { readScenario, UnusableScenario } from './read.ts';
export { runScenario, type ScenarioRun, scenarioCsv, scenarioDocument } from './run.ts';
export { type Scenario, scenarioJsonSchema } from './schema.ts';
