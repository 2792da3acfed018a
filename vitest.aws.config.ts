import { defineConfig } from 'vitest/config';

/** What needs an AWS emulator; `npm run test:aws` starts one and says where it is. */
export default defineConfig({
  test: {
    include: ['test/aws/**/*.test.ts'],
    environment: 'node',
    testTimeout: 300_000,
    hookTimeout: 60_000,
  },
});
