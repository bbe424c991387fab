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
        },
      },
      {
        extends: true,
        test: {
          name: 'end-to-end',
          include: ['{apps,packages}/*/e2e/**/*.test.ts'],
          testTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
