import { beforeEach, describe, expect, it } from 'vitest';
import { aMonthEnd, ofP1, path, visits } from '../../../support/a-handed-in-month.ts';
import { aReport } from '../../../support/a-report.ts';
import { manager, type World } from '../../../support/a-world.ts';
import { at } from '../../../support/builders.ts';

let world: World;
let intentId: string;
const intend = async () =>
  (await world.call('intendSubmission', manager, { path, body: aReport(visits) })).body.intentId;
beforeEach(async () => {
  world = await aMonthEnd();
  intentId = await intend();
});

const seconds = (local: string) => Date.parse(at(local)) / 1000;
/** The second step with a bearer whose claims are an id token's but for what is said here. */
const submit = (claims: object, id = intentId) =>
  world.call('submitMonth', manager, { path, body: { intentId: id }, claims: { ...claims } });
const idToken = (over: object = {}) => ({ token_use: 'id', nonce: intentId, ...over });
const notFresh = { status: 403, body: { code: 'sign-in-not-fresh' } };

describe('the bearer of the second step', () => {
  it.each<[string, () => object]>([
    ['without a nonce', () => idToken({ nonce: undefined })],
    ['with an empty nonce', () => idToken({ nonce: '' })],
    ['made for something else', () => idToken({ nonce: 'avsikt-7' })],
    [
      'without a time of sign-in, however new it is',
      () => idToken({ auth_time: undefined, iat: seconds('2026-11-02 09:00') }),
    ],
    ['of a sign-in before the intent', () => idToken({ auth_time: seconds('2026-11-02 08:59:58') })],
    ['of a sign-in that is yet to come', () => idToken({ auth_time: seconds('2026-11-02 09:02') })],
    ['that is an access token, whatever it says', () => idToken({ token_use: 'access' })],
    ['that does not say what it is', () => idToken({ token_use: undefined })],
  ])('%s does not sign', async (_what, claims) => {
    expect(await submit(claims())).toMatchObject(notFresh);
    expect((await submit(idToken())).status).toBe(201);
  });

  it('is good for five minutes after the sign-in, whenever it was renewed', async () => {
    world.sleepTo('2026-11-02', '09:10');
    const signedIn = { auth_time: seconds('2026-11-02 09:05') };
    world.sleepTo('2026-11-02', '09:11');
    expect(await submit(idToken({ ...signedIn, iat: seconds('2026-11-02 09:11') }))).toMatchObject(notFresh);
    world.sleepTo('2026-11-02', '09:10');
    expect((await submit(idToken(signedIn))).status).toBe(201);
  });

  it('signs one intent: the same sign-in does not sign another', async () => {
    const second = await intend();
    expect((await submit(idToken())).status).toBe(201);
    expect(await submit(idToken(), second)).toMatchObject(notFresh);
    expect((await world.call('getMonth', manager, { path: ofP1 })).body.records).toHaveLength(1);
  });
});
