import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{packages,apps,validation,benchmarks,scripts}/**/*.test.ts'],
    testTimeout: 30_000,
  },
});
