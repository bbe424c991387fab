import { engineNamed } from './engine.ts';
import { readReference } from './read-reference.ts';
import { studyNamed } from './studies/registry.ts';
import type { SeededTask } from './studies/study.ts';

/** One task for a worker, and what comes back. */
export interface Job {
  readonly study: string;
  readonly engine: string;
  readonly index: number;
  readonly task: SeededTask;
}
export type Outcome =
  | { readonly index: number; readonly row: unknown }
  | { readonly index: number; readonly error: string };

const reference = readReference(process.env.ZONULA_REFERENCE_DATA);

process.on('message', ({ study, engine, index, task }: Job) => {
  const send = (outcome: Outcome): void => void process.send!(outcome);
  try {
    send({ index, row: studyNamed(study).run(task, engineNamed(engine), reference) });
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    send({ index, error: `seed ${task.seed}: ${text}` });
  }
});
