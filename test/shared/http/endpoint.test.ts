import { expect, it } from 'vitest';
import { aWorld, officer } from '../../support/a-world.ts';

it('a number that is too high is told with the most that is taken, in the language that is asked for', async () => {
  const world = await aWorld();
  const ask = (language: string) =>
    world.call('listOrders', officer, { query: { limit: '5000' }, headers: { 'accept-language': language } });
  expect(await ask('sv')).toMatchObject({
    status: 422,
    body: { faults: [{ at: 'query.limit', code: 'too-much', message: expect.stringMatching(/ Högst \d+\.$/) }] },
  });
  expect((await ask('en')).body.faults[0].message).toMatch(/ At most \d+\.$/);
});
