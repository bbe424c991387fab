import { describe } from 'vitest';
import { createMemoryRelay } from '../../fixtures/memory-relay.ts';
import { testRelay } from '../../fixtures/sync-suite.ts';

describe.each([500, 2])('with a relay in memory whose pages have %i rows', (pageRows) => {
  testRelay(() => createMemoryRelay({ pageRows }).relay);
});
