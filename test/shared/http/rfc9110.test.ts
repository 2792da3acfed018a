import { beforeAll, expect, it } from 'vitest';
import { administrator, aWorld, officer, type World } from '../../support/a-world.ts';

let world: World;
beforeAll(async () => {
  world = await aWorld();
});

const provider = { number: 1, name: 'Omsorg Ett AB', kind: 'private', email: '' };
const save = (headers: Record<string, string>) =>
  world.call('saveProvider', administrator, { path: { providerId: 'P1' }, body: provider, headers });

it('says how to sign in, and whether the token was refused', async () => {
  const none = await world.call('listTasks', undefined);
  expect([none.status, none.headers['www-authenticate']]).toEqual([401, 'Bearer realm="utfort"']);
  const bad = await world.call('listTasks', undefined, { headers: { authorization: 'Bearer x.y.z' } });
  expect([bad.status, bad.headers['www-authenticate']]).toEqual([401, 'Bearer realm="utfort", error="invalid_token"']);
  const other = await world.call('listTasks', undefined, { headers: { authorization: 'Basic abc' } });
  expect([other.status, other.headers['www-authenticate']]).toEqual([401, 'Bearer realm="utfort"']);
});

it.each([
  ['en;q=0, sv', 'sv', 'Det finns ingen sådan beställning.'],
  ['EN', 'en', 'There is no such order.'],
])('answers %s in %s, and says so', async (wish, language, title) => {
  const headers = { 'accept-language': wish };
  const missing = await world.call('getOrder', officer, { path: { orderId: 'B-none' }, headers });
  expect(missing.body.title).toBe(title);
  const found = await world.call('listTasks', officer, { headers });
  for (const answer of [missing, found])
    expect(answer.headers).toMatchObject({ 'content-language': language, vary: 'Accept-Language' });
});

it.each([
  ['application/json', 201],
  ['application/json; charset=utf-8', 201],
  ['application/merge-patch+json', 201],
  ['text/plain', 415],
  ['application/x-www-form-urlencoded', 415],
  ['application/jsonp', 415],
])('takes a body that says %s: %i', async (type, status) => {
  const body = { ...provider, number: 77 };
  const asked = { path: { providerId: `Q${type.length}${status}` }, body, headers: { 'content-type': type } };
  const answer = await world.call('saveProvider', administrator, asked);
  if (status === 415) expect(answer).toMatchObject({ status, body: { code: 'not-json-type' } });
  else expect(answer.status).not.toBe(415);
});

it('takes a list of entity tags, of which one must be the latest; a weak one names its version as well', async () => {
  const { version } = (await save({})).body;
  expect((await save({ 'if-match': `"${version - 1}"` })).status).toBe(409);
  expect((await save({ 'if-match': `W/"${version - 1}"` })).status).toBe(409);
  expect((await save({ 'if-match': '"other"' })).status).toBe(409);
  expect((await save({ 'if-match': 'other' })).status).toBe(422);
  expect((await save({ 'if-match': `"${version - 1}", "${version}"` })).status).toBe(200);
  expect((await save({ 'if-match': '*' })).status).toBe(200);
});
