import { afterAll, beforeAll, expect, it } from 'vitest';
import { aLocalServer, json, type TestServer } from '../support/a-local-server.ts';

let house: TestServer;
beforeAll(async () => {
  house = await aLocalServer();
});
afterAll(() => house.end());

const move = async (now: unknown) => {
  const answer = await fetch(`${house.base}/_local/clock`, { ...json({ now }), method: 'PUT' });
  return { status: answer.status, body: await answer.json() };
};
const now = async () => (await (await fetch(`${house.base}/_local/clock`)).json()).now;

it('moves forward through everything that falls due, and backwards through nothing', async () => {
  // Far ahead, so that the world's own time is not among what is moved through.
  house.machine.clock.set('2040-01-15T07:00:00.000Z');
  house.machine.clock.reach('2040-01-15T07:00:00.000Z');
  // The first of February, March and April, at ten past midnight.
  expect(await move('2040-04-02T08:00:00+02:00')).toEqual({
    status: 200,
    body: { now: '2040-04-02T08:00:00+02:00', ran: 3 },
  });
  expect(await now()).toMatch(/^2040-04-02T08:00:0\d\+02:00$/);

  expect(await move('2040-03-15T12:00:00Z')).toMatchObject({ body: { now: '2040-03-15T13:00:00+01:00', ran: 0 } });
  expect(await now()).toMatch(/^2040-03-15T13:00:0\d/);
  // What was done before the clock was moved back is not done again.
  expect(await move('2040-04-01T12:00:00+02:00')).toMatchObject({ body: { ran: 0 } });
  expect(await now()).toMatch(/^2040-04-01T12:00:0\d/);
});

it.each(['2040-04-02', '2040-02-30T08:00:00+01:00', '2040-04-02T08:00:00', 'tomorrow', 7, undefined])(
  'refuses %j',
  async (wrong) => {
    expect(await move(wrong)).toMatchObject({ status: 422, body: { code: 'bad-request' } });
  },
);
