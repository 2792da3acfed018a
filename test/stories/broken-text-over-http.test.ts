import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { aClient, type Client } from './support/a-client.ts';
import { aFolder, type Started, start } from './support/a-start.ts';

const Expected = z.object({ steps: z.array(z.string()), expected: z.string() });
const expectedOf = (name: string) =>
  Expected.parse(
    JSON.parse(readFileSync(new URL(`../fixtures/from-the-field/${name}/expected.json`, import.meta.url), 'utf8')),
  ).expected;

let machine: Started;
let client: Client;
let remove: () => Promise<void>;
beforeAll(async () => {
  const { folder, remove: gone } = await aFolder();
  remove = gone;
  machine = await start(folder);
  client = aClient(() => machine.base);
}, 120_000);
afterAll(async () => {
  await machine?.stop();
  await remove?.();
});

/** The demo's municipality, asked as the field's fixtures say: what JSON writes as \ud83d is half an emoji. */
it.each([
  [
    'surrogate-line-comment',
    ['O1', 'PUT', '/months/2026-10/providers/P2/lines/A-1051'],
    { decision: 'APPROVE', comment: 'bra \ud83d', contacts: [{ with: 'customer' }, { with: 'provider' }] },
    'body.comment',
  ],
  [
    'surrogate-provider-name',
    ['D1', 'PUT', '/settings/providers/P1'],
    { number: 1, name: 'Vård \ud83d', kind: 'private', email: 'p1@example.se' },
    'body.name',
  ],
  [
    'surrogate-report-comment',
    ['O1', 'POST', '/months/2026-10/providers/P2/report/intent'],
    { comment: 'x \ud83d' },
    'body.comment',
  ],
] as const)('%s', async (name, [user, method, path], body, at) => {
  expect(expectedOf(name)).toBe('422 at the request that carries the text, fault at its field; nothing is stored.');
  const { status, body: told } = await client.as(user, method, path, body);
  expect([status, told]).toMatchObject([422, { code: 'bad-request', faults: [{ at, code: 'malformed-text' }] }]);
  expect(machine.stderr()).toBe('');
});
