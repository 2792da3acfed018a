import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // What needs an AWS emulator is run by npm run test:aws, what needs a browser by npm run test:portal.
    exclude: ['test/aws/**', 'test/portal/**'],
    environment: 'node',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    coverage: { provider: 'v8', include: ['functions/**/*.ts', 'shared/**/*.ts'], reporter: ['text-summary'] },
  },
});
