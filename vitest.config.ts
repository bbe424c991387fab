import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    testTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{packages,apps,validation,benchmarks,examples,scripts}/**/*.test.ts'],
          exclude: ['**/node_modules/**', '{apps,packages}/*/e2e/**'],
          // The runner itself has little to do: it needs no processor of its own.
          maxWorkers: availableParallelism(),
        },
      },
      {
        extends: true,
        test: {
          name: 'end-to-end',
          include: ['{apps,packages}/*/e2e/**/*.test.ts'],
          exclude: ['**/node_modules/**', 'apps/web/**'],
          testTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['apps/web/e2e/**/*.test.ts'],
          globalSetup: 'apps/web/e2e/global-setup.ts',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
