import { expect, it } from 'vitest';
import { catchUp } from '../../../../../infra/local/server/mail/catch-up.ts';

it('waits for what has fallen due', async () => {
  let done = false;
  await catchUp({
    async tick() {
      done = true;
      return 1;
    },
  });
  expect(done).toBe(true);
});

it('tells of what fails', async () => {
  await expect(catchUp({ tick: () => Promise.reject(new Error('broken')) })).rejects.toThrow('broken');
});

it('waits ten seconds for a flood, and no longer', async () => {
  const before = performance.now();
  await catchUp({ tick: () => new Promise(() => {}) });
  expect(performance.now() - before).toBeGreaterThan(9900);
}, 30_000);
