import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { PersonResult } from '@zonula/cohort';
import type { Task } from '@zonula/server';
import { analyseTask } from './analyse-task.ts';

/** Marks the threads that analyse people: the bundle is one file, for threads too. */
const role = 'zonula-cohort';

type Answer = { readonly result: PersonResult } | { readonly failure: string };

if (!isMainThread && workerData?.role === role)
  parentPort!.on('message', (task: Task) => {
    analyseTask(task).then(
      (result) => parentPort!.postMessage({ result } satisfies Answer),
      (error: unknown) =>
        parentPort!.postMessage({
          failure: error instanceof Error ? error.message : String(error),
        } satisfies Answer),
    );
  });

/** Threads that analyse one person each, so that the process itself stays awake. */
export interface Crew {
  /** At most as many at once as there are threads. */
  readonly analyse: (task: Task) => Promise<PersonResult>;
  readonly dismiss: () => Promise<void>;
}

export const createCrew = (threads: number): Crew => {
  const start = (): Worker => new Worker(new URL(import.meta.url), { workerData: { role } });
  const free: Worker[] = [];
  let started = 0;
  /** A thread takes long to start: none is before there is work for it. */
  const hire = (): Worker | undefined => {
    if (started === threads) return undefined;
    started += 1;
    return start();
  };
  return {
    analyse: (task) =>
      new Promise((resolve, reject) => {
        const worker = free.pop() ?? hire();
        if (worker === undefined) throw new RangeError('every thread is at work');
        const end = (): void => {
          worker.off('message', answered);
          worker.off('error', broken);
        };
        const answered = (answer: Answer): void => {
          end();
          free.push(worker);
          if ('result' in answer) resolve(answer.result);
          else reject(new Error(answer.failure));
        };
        // What ends a thread, such as a want of memory, ends one person's analysis and nobody else's.
        const broken = (error: Error): void => {
          end();
          free.push(start());
          reject(error);
        };
        worker.on('message', answered);
        worker.on('error', broken);
        worker.postMessage(task);
      }),
    dismiss: async () => {
      await Promise.all(free.map((worker) => worker.terminate()));
    },
  };
};
