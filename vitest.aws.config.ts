import { defineConfig } from 'vitest/config';

/** What needs an AWS emulator; `npm run test:aws` starts one and says where it is. */
export default defineConfig({
  test: {
    // The stories of orders and of purchases are the same ones, with every world on the AWS adapters; the short form (`STORIES=few`)
    // has the first half of each routine, from the choice to the first visit, a change of provider, and two purchases.
    include: [
      'test/aws/**/*.test.ts',
      process.env.STORIES === 'few'
        ? 'test/stories/{leksand-orders/{choices,orders},sn2016-840/{choices,orders,switch},purchases/{helsingborg-planned,halmstad}}.test.ts'
        : 'test/stories/{leksand-orders,sn2016-840,purchases}/**/*.test.ts',
    ],
    environment: 'node',
    isolate: false,
    unstubEnvs: true,
    unstubGlobals: true,
    restoreMocks: true,
    testTimeout: 300_000,
    hookTimeout: 60_000,
  },
});
