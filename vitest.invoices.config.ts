import { defineConfig } from 'vitest/config';

/** What needs Java: our check of an invoice, held against an outside judge. `npm run test:invoices`. */
export default defineConfig({
  test: {
    include: ['test/judges/peppol/**/*.test.ts'],
    environment: 'node',
    testTimeout: 300_000,
    hookTimeout: 600_000,
  },
});
