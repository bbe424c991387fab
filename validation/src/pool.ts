import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { SeededTask } from './studies/study.ts';
import type { Job, Outcome } from './worker.ts';

/** Worker processes that take one task at a time. */
export interface Pool {
  /** Rows in the order of the tasks. `onRow` hears of each as it comes. Rejects on a failed task. */
  readonly run: (
    study: string,
    engine: string,
    tasks: readonly SeededTask[],
    onRow: (index: number, row: unknown) => void,
  ) => Promise<unknown[]>;
  readonly close: () => void;
}

const program = fileURLToPath(new URL('./worker.ts', import.meta.url));

/** Starts `size` copies of this Node, by default with the same loaders. */
export function openPool(size: number, execArgv: readonly string[] = process.execArgv): Pool {
  const workers = Array.from({ length: size }, () =>
    fork(program, { serialization: 'advanced', execArgv: [...execArgv] }),
  );
  return {
    run: async (study, engine, tasks, onRow) => {
      const rows = new Array<unknown>(tasks.length);
      const failures: string[] = [];
      let next = 0;
      await Promise.all(
        workers.map(async (worker) => {
          while (next < tasks.length) {
            const index = next++;
            const outcome = await ask(worker, { study, engine, index, task: tasks[index]! });
            if ('error' in outcome) failures.push(outcome.error);
            else onRow(index, (rows[index] = outcome.row));
          }
        }),
      );
      if (failures.length > 0) {
        throw new Error(
          `${failures.length} of ${tasks.length} tasks failed\n${failures.slice(0, 5).join('\n')}`,
        );
      }
      return rows;
    },
    close: () => {
      for (const worker of workers) worker.disconnect();
    },
  };
}

function ask(worker: ChildProcess, job: Job): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const done = (outcome: Outcome): void => {
      worker.off('exit', gone);
      resolve(outcome);
    };
    const gone = (code: number | null, signal: string | null): void => {
      worker.off('message', done);
      reject(new Error(`a worker ended with ${signal ?? `code ${code}`} at seed ${job.task.seed}`));
    };
    worker.once('message', done);
    worker.once('exit', gone);
    worker.send(job);
  });
}
