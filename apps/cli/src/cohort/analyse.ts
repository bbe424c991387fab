import { existsSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type FoodGrain, foodGrains, unrecordedWording } from '@zonula/cohort';
import { UnusableInput } from '@zonula/diary';
import {
  type CohortStore,
  failuresOf,
  finishRun,
  outcomelessOf,
  pause,
  progressOf,
  type Question,
  startRun,
} from '@zonula/server';
import { oneLine, UnusableArguments } from '../failure.ts';
import type { CommonOptions } from '../options.ts';
import { note } from '../output.ts';
import { createProgress } from '../progress.ts';
import { version } from '../version.ts';
import type { createCrew } from './crew.ts';
import { fill, readPeople } from './fill.ts';
import { awaitRun, labour, stopSignal } from './labour.ts';
import { peopleIn } from './people-folder.ts';
import { makeFolder, type PlaceOptions, placeOf, withCohort } from './place.ts';
import { type Published, publish, tooFew } from './publish.ts';
import { createRate } from './rate.ts';

export interface AnalyseOptions extends CommonOptions, PlaceOptions {
  readonly out: string;
  readonly outcome?: string;
  readonly grain?: readonly (FoodGrain | 'all')[];
  readonly purpose: string;
  readonly wording?: string;
  readonly countsOnly?: true;
  readonly skipUnreadable?: true;
  readonly minimumCell: number;
  readonly workers: number;
  /** Seconds after which a worker that gave no sign of life counts as gone. */
  readonly lease: number;
  readonly persons?: string;
}

/** The grains that were asked for, each once and in their order. */
const grainsOf = ({ grain = ['dish'] }: AnalyseOptions): readonly FoodGrain[] =>
  foodGrains.filter((one) => grain.includes('all') || grain.includes(one));

/**
 * Takes in what people gave, asks the question of everybody whose answer is missing, and publishes. What was done before
 * is not done again.
 */
export const analyseCohort = async (
  folder: string | undefined,
  options: AnalyseOptions,
  crew: typeof createCrew,
): Promise<Published> => {
  const { out, seed, minimumCell, purpose } = options;
  const own = join(out, 'data');
  const place = placeOf(options, own);
  const isOwn = 'folder' in place && place.folder === own;
  if (folder === undefined && isOwn)
    throw new UnusableArguments('name a folder of tidy diaries, or where the cohort is');
  if (options.workers === 0 && 'folder' in place)
    throw new UnusableArguments('--workers 0 is for --database-url, where others do the work');
  const people = folder === undefined ? null : peopleIn(folder);
  if (people !== null && isOwn && people.people.length < minimumCell) throw tooFew(minimumCell);
  const question: Question = {
    purpose,
    version,
    seed,
    outcome: options.outcome ?? null,
    discovery: options.countsOnly !== true,
    grains: grainsOf(options),
  };
  const isNew = !existsSync(out);
  makeFolder(out);
  let isOpen = false;
  const progress = createProgress(Date.now);
  try {
    const batches =
      people &&
      (await readPeople(people, {
        skipUnreadable: options.skipUnreadable === true,
        onProgress: (done, of) => progress.report('reading diaries', done / of),
      }));
    progress.end();
    return await withCohort(place, options.workers + 3, async (store) => {
      isOpen = true;
      if (people !== null && batches !== null) {
        const filled = await fill(store, people, batches, {
          stated: { purpose, wording: options.wording ?? unrecordedWording },
          whole: isOwn,
        });
        progress.end();
        for (const one of filled.unreadable) note(oneLine(`left out: ${one}`));
        const { withoutConsent } = filled;
        if (withoutConsent > 0)
          note(
            withoutConsent === 1
              ? 'one person has no consent that stands and is left out'
              : `${withoutConsent} people have no consent that stands and are left out`,
          );
      }
      try {
        await answerAll(store, question, options, progress, crew);
      } finally {
        progress.end();
      }
      return report(store, question, options);
    });
  } catch (error) {
    // Of what cannot be used nothing is left behind; until it was open here, somebody else may have begun to work in it.
    if (isNew && (error instanceof UnusableInput || error instanceof UnusableArguments)) {
      if (isOpen) rmSync(out, { recursive: true, force: true });
      else if (readdirSync(out).length === 0) rmdirSync(out);
    }
    throw error;
  } finally {
    progress.end();
  }
};

/** Until everybody's answer is there. Throws where somebody's diary broke the engine. */
const answerAll = async (
  store: CohortStore,
  question: Question,
  { workers, lease: leaseSeconds }: AnalyseOptions,
  progress: ReturnType<typeof createProgress>,
  crew: typeof createCrew,
): Promise<void> => {
  const { database, boss } = store;
  const run = await startRun(database, boss, question, { now: Date.now, leaseSeconds });
  const { done: kept, people } = await progressOf(database, run);
  const rate = createRate(Date.now);
  const { signal, forget } = stopSignal();
  const ended = new AbortController();
  const watching = (async () => {
    while (!ended.signal.aborted) {
      const { done, people: all } = await progressOf(database, run);
      progress.report(rate(done, all), done / Math.max(1, all));
      await pause(1000, ended.signal);
    }
  })();
  try {
    await (workers === 0
      ? awaitRun(store, run, signal)
      : labour(store, crew, { workers, untilDone: true, signal }));
  } finally {
    forget();
    ended.abort();
    await watching;
  }
  const { done, open } = await progressOf(database, run);
  if (signal.aborted && open > 0)
    throw new UnusableArguments(
      `stopped with ${done} of ${people} people done; run it again to go on`,
    );
  const failures = await failuresOf(database, run);
  await finishRun(database, run, Date.now);
  if (failures.length > 0)
    throw new Error(
      `${failures.reduce((sum, one) => sum + one.people, 0)} people could not be analysed: ${failures[0]!.message}`,
    );
  note(`${people} people${kept > 0 ? `, ${kept} of them from an earlier run` : ''}`);
  const unscored = await outcomelessOf(database, run);
  if (unscored > 0)
    note(
      oneLine(
        `${unscored} of ${people} diaries have no score ${question.outcome ?? 'of the skin'}`,
      ),
    );
};

const report = async (
  store: CohortStore,
  question: Question,
  { out, minimumCell, persons }: AnalyseOptions,
): Promise<Published> => {
  const published = await publish(store, question, {
    ...{ out, minimumCell },
    ...(persons === undefined ? {} : { persons }),
  });
  note(oneLine(`report in ${join(out, 'report.html')}`));
  return published;
};
