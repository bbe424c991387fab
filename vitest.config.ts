import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const installed = '**/node_modules/**';
/** Files that measure how quick something is: they have the machine to themselves. */
const measured = [
  'apps/cli/e2e/start-up.test.ts',
  'apps/web/e2e/axis-frames.test.ts',
  'apps/web/e2e/speed.test.ts',
  'apps/web/e2e/sync-ten-years.test.ts',
  'apps/web/e2e/ten-years.test.ts',
  'packages/journal/e2e/ten-years.test.ts',
];
/** Real programs and browsers have processes of their own, which wait for each other: two files at a time keep two processors busy. */
const realPrograms = { testTimeout: 240_000, maxWorkers: Math.min(2, availableParallelism()) };
const runFolder = 'apps/server/e2e/run-folder.ts';
const realBrowser = {
  globalSetup: [runFolder, 'apps/web/e2e/global-setup.ts'],
  hookTimeout: 120_000,
};

/** Files that take longest, though they are short: were one of them the last, a processor would have nothing to do meanwhile. */
const longest = [
  'apps/server/e2e/crashes.test.ts',
  'apps/cli/e2e/account.test.ts',
  'apps/cli/e2e/discover.test.ts',
  'apps/server/e2e/jobs.test.ts',
  'apps/cli/e2e/backup.test.ts',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLongest = ({ moduleId }: TestSpecification): boolean =>
      longest.some((file) => moduleId.endsWith(file));
    return [...sorted.filter(isLongest), ...sorted.filter((file) => !isLongest(file))];
  }
}

/** Where `npm test` runs one project after the other, a module is made JavaScript once for all. */
const run = process.env.ZONULA_TEST_RUN;
const modulesOfRun =
  run === undefined ? {} : { fsModuleCache: true, fsModuleCachePath: join(run, 'modules') };

export default defineConfig({
  test: {
    experimental: modulesOfRun,
    sequence: { sequencer: LongestFirst },
    // Room for what is new and soon gone: less is copied by the collector.
    execArgv: ['--max-semi-space-size=64', '--min-semi-space-size=16'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{packages,apps,validation,benchmarks,examples,scripts}/**/*.test.ts'],
          exclude: [installed, '{apps,packages}/*/e2e/**'],
          globalSetup: runFolder,
          isolate: false,
          maxWorkers: availableParallelism(),
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'end-to-end',
          include: ['{apps,packages}/*/e2e/**/*.test.ts'],
          exclude: [installed, 'apps/web/**', ...measured],
          globalSetup: runFolder,
          isolate: false,
          sequence: { groupOrder: 1 },
          ...realPrograms,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['apps/web/e2e/**/*.test.ts'],
          exclude: [installed, ...measured],
          isolate: false,
          sequence: { groupOrder: 2 },
          ...realPrograms,
          ...realBrowser,
          // They wait for pages too, a fifth of their time.
          maxWorkers: Math.min(3, availableParallelism() + 1),
        },
      },
      {
        extends: true,
        test: {
          name: 'measured',
          include: measured,
          isolate: false,
          sequence: { groupOrder: 3 },
          ...realPrograms,
          ...realBrowser,
          maxWorkers: 1,
        },
      },
    ],
  },
});
