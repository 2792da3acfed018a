import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** What needs a browser; `npm run test:portal` looks for one first. */
export default defineConfig({
  test: {
    include: ['test/portal/**/*.test.ts'],
    environment: 'node',
    isolate: false,
    globalSetup: ['test/portal/support/build.ts'],
    // A page is read until it says what it should: it draws what it has, and then what it has asked for.
    expect: { poll: { timeout: 30_000 } },
    testTimeout: 240_000,
    hookTimeout: 120_000,
    // Each file has a machine and a browser of its own, and much of its time is waiting for the one or the other.
    maxWorkers: availableParallelism() + 1,
  },
});
