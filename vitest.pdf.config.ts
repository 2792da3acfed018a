import { defineConfig } from 'vitest/config';

/** What needs Java: every kind of PDF that is made here, before an outside judge. `npm run test:pdf`. */
export default defineConfig({
  test: {
    include: ['test/judges/pdf-ua/**/*.test.ts'],
    environment: 'node',
    testTimeout: 300_000,
    hookTimeout: 600_000,
  },
});
