import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { conditionOf, conditions } from '@zonula/axis';
import { type Answer, type Job, type Outcome, role, simulateOne } from './worker.ts';

/** Fewer people than this are done before threads have started. */
const fewest = 8;
/** How many people may be ahead of the one whose turn it is: memory does not grow with the population. */
const ahead = 256;

/** A life is a few megabytes that are soon forgotten: with room for dozens of them little is ever moved. */
const resourceLimits = { maxYoungGenerationSizeMb: 192 };

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
  const groups = job.scenario?.condition === undefined ? conditions : [job.scenario.condition];
  const perGroup = Math.ceil(threads / groups.length);
  const workers = Array.from(
    { length: perGroup * groups.length },
    () => new Worker(new URL(import.meta.url), { workerData: { role, job }, resourceLimits }),
  );
  /** A thread that solves one model alone is half as fast again as one that takes turns. */
  const workerFor = (index: number): Worker => {
    const { seed, scenario } = job;
    const skin = conditionOf({ seed, index, ...(scenario ? { scenario } : {}) });
    return workers[groups.indexOf(skin) * perGroup + (index % perGroup)]!;
  };
  try {
    await distribute(workers, workerFor, count, onPerson);
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
};

const distribute = (
  workers: readonly Worker[],
  workerFor: (index: number) => Worker,
  count: number,
  onPerson: (outcome: Outcome, index: number) => Promise<void> | void,
): Promise<void> =>
  new Promise((resolve, reject) => {
    const waiting = new Map<number, Outcome>();
    let [asked, handed, handing] = [0, 0, false];
    const ask = (): void => {
      for (; asked < count && asked < handed + ahead; asked++) workerFor(asked).postMessage(asked);
    };
    const handOver = async (): Promise<void> => {
      if (handing) return;
      handing = true;
      for (let next = waiting.get(handed); next; next = waiting.get(handed)) {
        waiting.delete(handed);
        await onPerson(next, handed);
        handed++;
        ask();
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
        handOver().catch(reject);
      });
      worker.on('error', reject);
    }
    ask();
  });
