import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type Answer, type Job, type Outcome, role, simulateOne } from './worker.ts';

/** Fewer people than this are done before threads have started. */
const fewest = 8;
/** How many people may be ahead of the one whose turn it is: memory does not grow with the population. */
const ahead = 64;

/** Simulates people 0 to `count` - 1 and hands each over in order, on all cores. */
export const simulatePeople = async (
  job: Job,
  count: number,
  onPerson: (outcome: Outcome, index: number) => Promise<void> | void,
): Promise<void> => {
  const threads = Math.min(availableParallelism(), count);
  if (count < fewest || threads < 2) {
    for (let index = 0; index < count; index++) await onPerson(simulateOne(job, index), index);
    return;
  }
  const workers = Array.from(
    { length: threads },
    () => new Worker(new URL(import.meta.url), { workerData: { role, job } }),
  );
  try {
    await distribute(workers, count, onPerson);
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
};

const distribute = (
  workers: readonly Worker[],
  count: number,
  onPerson: (outcome: Outcome, index: number) => Promise<void> | void,
): Promise<void> =>
  new Promise((resolve, reject) => {
    const waiting = new Map<number, Outcome>();
    const idle: Worker[] = [];
    let [asked, handed, handing] = [0, 0, false];
    const ask = (worker: Worker): void => {
      if (asked >= count || asked >= handed + ahead) idle.push(worker);
      else worker.postMessage(asked++);
    };
    const handOver = async (): Promise<void> => {
      if (handing) return;
      handing = true;
      for (let next = waiting.get(handed); next; next = waiting.get(handed)) {
        waiting.delete(handed);
        await onPerson(next, handed);
        handed++;
        for (const worker of idle.splice(0)) ask(worker);
      }
      handing = false;
      if (handed === count) resolve();
    };
    for (const worker of workers) {
      worker.on('message', (answer: Answer) => {
        if ('failure' in answer) {
          reject(new Error(`person ${answer.index + 1}: ${answer.failure}`));
          return;
        }
        waiting.set(answer.index, answer.outcome);
        ask(worker);
        handOver().catch(reject);
      });
      worker.on('error', reject);
      ask(worker);
    }
  });
