import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import {
  type PersonSummary,
  type PersonTruth,
  type Scenario,
  simulatePerson,
  summarisePerson,
} from '@zonula/axis';
import { writeTidy } from '@zonula/diary';

/** What all people of one run share. */
export interface Job {
  readonly seed: number;
  readonly days: number;
  readonly scenario?: Scenario;
  /** Where diaries go; null where only summaries are asked for. */
  readonly folder: string | null;
  /** Width of the numbers in file names. */
  readonly width: number;
}

export type Outcome =
  | { readonly file: string; readonly truth: PersonTruth }
  | { readonly summary: PersonSummary };

export const fileOf = (index: number, width: number): string =>
  `${String(index + 1).padStart(width, '0')}.csv`;

/** Simulates one person; the diary goes to the job's folder. */
export const simulateOne = (
  { seed, days, scenario, folder, width }: Job,
  index: number,
): Outcome => {
  const request = { seed, days, index, ...(scenario ? { scenario } : {}) };
  if (folder === null) return { summary: summarisePerson(request) };
  const { diary, truth } = simulatePerson(request);
  const file = fileOf(index, width);
  writeFileSync(join(folder, file), writeTidy(diary));
  return { file, truth };
};

/** Marks the threads that are started to simulate: the bundle is one file, for threads too. */
export const role = 'zonula-simulate';

export type Answer =
  | { readonly index: number; readonly outcome: Outcome }
  | { readonly index: number; readonly failure: string };

if (!isMainThread && workerData?.role === role) {
  const { job } = workerData as { readonly job: Job };
  parentPort!.on('message', (index: number) => {
    const send = (answer: Answer): void => parentPort!.postMessage(answer);
    try {
      send({ index, outcome: simulateOne(job, index) });
    } catch (error) {
      send({ index, failure: error instanceof Error ? error.message : String(error) });
    }
  });
}
