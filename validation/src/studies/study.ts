import type { Engine } from '../engine.ts';
import type { SeedPool } from '../seeds.ts';
import type { Reference } from './reference.ts';

/** How much to run. */
export interface Plan {
  readonly pool: SeedPool;
  readonly quick: boolean;
}

/** Every task names the seed that decides its diary. */
export interface SeededTask {
  readonly seed: number;
}

/**
 * A study in three pure steps, so that the middle one can run in many processes: tasks from a plan,
 * one row a task, a result from all rows in the order of their tasks. Tasks, rows and results are
 * plain serialisable values. `reference` holds data that cannot be shipped, when it was given.
 */
export interface Study<Task extends SeededTask, Row, Result> {
  readonly name: string;
  readonly tasks: (plan: Plan, reference: Reference) => Task[];
  readonly run: (task: Task, engine: Engine, reference: Reference) => Row;
  readonly summarise: (rows: readonly Row[], plan: Plan) => Result;
  /** The study's chapter of the report, in Markdown. */
  readonly chapter: (result: Result) => string;
}
