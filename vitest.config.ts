import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // What needs an AWS emulator is run by npm run test:aws.
    exclude: ['test/aws/**'],
    environment: 'node',
    testTimeout: 60_000,
    coverage: { provider: 'v8', include: ['functions/**/*.ts', 'shared/**/*.ts'], reporter: ['text-summary'] },
  },
});
