import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { aLocalServer, as, json, type TestServer, tokenFor } from '../support/a-local-server.ts';

let house: TestServer;
let token: string;
beforeAll(async () => {
  house = await aLocalServer();
  token = await tokenFor(house, 'O1');
});
afterAll(() => house.end());
afterEach(() => vi.restoreAllMocks());

const get = (path: string) => fetch(`${house.base}${path}`, as(token));

it('carries path, query and body to the entry, and its version and status back', async () => {
  const order = await get('/orders/B-7%2F%C3%A5');
  expect([await order.json(), order.headers.get('etag')]).toEqual([{ orderId: 'B-7/å' }, '"3"']);
  expect(await (await get('/tasks?state=open')).json()).toMatchObject({ userId: 'O1', state: 'open' });
  const placed = await fetch(`${house.base}/orders`, {
    ...json({ caseNo: 'Å-1' }),
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
  });
  expect([placed.status, await placed.json()]).toEqual([201, { caseNo: 'Å-1' }]);
});

it('asks for a sign-in, and lets everyone read the keys', async () => {
  expect((await fetch(`${house.base}/tasks`)).status).toBe(401);
  const keys = await (await fetch(`${house.base}/.well-known/jwks.json`)).json();
  expect(keys).toMatchObject({ keys: [{ kty: 'EC' }] });
});

it.each([
  ['text that is not JSON', '{"caseNo":', 'not-json'],
  ['bytes that are not text', new Uint8Array([0x22, 0xff, 0xfe, 0x22]), 'not-json'],
  ['a field that is not known', '{"caseNo":"A-1","x":1}', 'bad-request'],
])('refuses %s as invalid', async (_what, body, code) => {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const answer = await fetch(`${house.base}/orders`, { method: 'POST', headers, body });
  expect([answer.status, await answer.json()]).toMatchObject([422, { code }]);
});

it('says nothing of what failed inside to the outside, and nothing of the request in the log', async () => {
  const said: string[] = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((line) => said.push(String(line)) > 0);
  const answer = await get('/settings?secret=19121212-1212');
  expect([answer.status, await answer.json()]).toMatchObject([500, { code: 'machine-failed' }]);
  expect(said).toHaveLength(1);
  expect(JSON.parse(said[0] ?? '')).toMatchObject({ level: 'ERROR', entry: 'getSettings', failure: 'TypeError' });
  expect(said[0]).not.toContain('1912');
});
