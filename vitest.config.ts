import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // What needs an AWS emulator is run by npm run test:aws, what needs a browser by
    // npm run test:portal, what needs Java by test:pdf and test:invoices.
    exclude: ['test/aws/**', 'test/portal/**', 'test/judges/**'],
    environment: 'node',
    // The house keeps nothing between calls, so the files share what they have loaded: half the processor's time was spent
    // on loading it for each anew. What a test puts in the place of something is taken away after it.
    isolate: false,
    unstubEnvs: true,
    unstubGlobals: true,
    restoreMocks: true,
    // Every core: vitest by itself leaves one unused, which on a machine of two is half.
    maxWorkers: availableParallelism(),
    testTimeout: 60_000,
    hookTimeout: 60_000,
    coverage: { provider: 'v8', include: ['functions/**/*.ts', 'shared/**/*.ts'], reporter: ['text-summary'] },
  },
});
