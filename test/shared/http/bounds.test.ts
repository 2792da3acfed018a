import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { bind } from '../../../shared/http/bind.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { Cursor, PageSize, pageOf, wholePage } from '../../../shared/http/paging.ts';
import { done } from '../../../shared/http/spec.ts';
import { providerStore } from '../../../shared/stores/provider-store.ts';
import { administrator, aWorld, manager, officer, type World } from '../../support/a-world.ts';

const million = 1_000_000;
let world: World;
beforeAll(async () => {
  world = await aWorld();
});

describe('what is wrong with a request', () => {
  const keys = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, n) => [`k${n}`, 1]));

  it.each([110_000, 130_000])('is told by its first hundred faults, and counted, of %i unknown keys', async (count) => {
    const { status, body, text } = await world.call('placeOrder', officer, { body: keys(count) });
    expect([status, body.code]).toEqual([422, 'bad-request']);
    expect(body.faults).toHaveLength(100);
    const missing = (await world.call('placeOrder', officer, { body: {} })).body.faults.length;
    expect(body.more).toBe(count + missing - 100);
    expect(Buffer.byteLength(text)).toBeLessThan(100_000);
  });

  it('is told whole where it is little, and without a count', async () => {
    const { body } = await world.call('placeOrder', officer, { body: { x: 1 } });
    expect(body.faults.map(({ at }: { at: string }) => at)).toContain('body.x');
    expect(body).not.toHaveProperty('more');
  });

  it('is told in short, however long a name is', async () => {
    const { status, text } = await world.call('placeOrder', officer, { body: { ['x'.repeat(5 * million)]: 1 } });
    expect(status).toBe(422);
    expect(text.length).toBeLessThan(10_000);
  });

  it.each([
    ['deeper than anybody writes', '['.repeat(40) + ']'.repeat(40), 'too-deep'],
    ['longer than any list is', JSON.stringify({ services: Array(300_000).fill(1) }), 'too-much'],
    ['more than anybody writes', JSON.stringify({ a: keys(100_000), b: keys(60_000) }), 'too-much'],
  ])('is refused before any shape is asked: %s', async (_what, body, code) => {
    const { status, body: told } = await world.call('placeOrder', officer, { body });
    expect([status, told.faults.at(-1).code]).toEqual([422, code]);
  });

  it('is refused, however deep it is', async () => {
    const body = '['.repeat(200_000) + ']'.repeat(200_000);
    expect((await world.call('placeOrder', officer, { body })).status).toBe(422);
  });

  it('is refused unread beyond six megabytes', async () => {
    const body = JSON.stringify({ caseNo: 'x'.repeat(6 * million) });
    expect(await world.call('placeOrder', officer, { body })).toMatchObject({
      status: 413,
      body: { code: 'too-large' },
    });
  });

  it('may be a hundred thousand things of one record', async () => {
    const to = Object.fromEntries(Array.from({ length: 140_000 }, (_, n) => [`A-${n}`, 1]));
    const asked = { path: { providerId: 'P1' }, body: { lastDay: '2026-12-31', to } };
    const { status, text } = await world.call('endProvider', administrator, asked);
    expect(status).toBe(422);
    expect(text.length).toBeLessThan(100_000);
  }, 240_000);
});

describe('an answer', () => {
  const items = Array.from({ length: 150 }, (_, n) => ({ id: String(n).padStart(3, '0'), text: 'å'.repeat(10_000) }));
  const Item = z.object({ id: z.string(), text: z.string() });
  const answer = z.object({ items: z.array(Item), next: z.string().optional() });
  const said: unknown[] = [];
  const call = async (way: Parameters<typeof bind>[1], query: Record<string, string> = {}) => {
    const log = { error: (_: string, more: unknown) => said.push(more) };
    const chain = bind({ key: 'listAll', route: 'GET /all', roles: 'everyone' }, way, { ...world.deps, log });
    const reply = await chain({ headers: {}, queryStringParameters: query, requestContext: {} }, {} as never);
    return { status: reply.statusCode, body: JSON.parse(reply.body), bytes: Buffer.byteLength(reply.body) };
  };

  it.each([
    ['of pages', z.strictObject({ limit: PageSize, cursor: Cursor })],
    ['that is read as a whole', z.strictObject(wholePage)],
  ])('is at most a million bytes: a list %s is made shorter, and goes on from there', async (_what, query) => {
    const way = endpoint({
      summary: 'All',
      query,
      answer,
      run: async (input) => done(pageOf(items, ({ id }) => id, input.query)),
    });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { status, body, bytes } = await call(way, { limit: '150', ...(cursor ? { cursor } : {}) });
      expect(status).toBe(200);
      expect(bytes).toBeLessThanOrEqual(million);
      seen.push(...body.items.map(({ id }: { id: string }) => id));
      cursor = body.next;
    } while (cursor !== undefined);
    expect(seen).toEqual(items.map(({ id }) => id));
  });

  it.each(['garbage', 'AAAA_', '____'])('is refused where its place is none of ours: %s', async (cursor) => {
    const query = z.object(wholePage);
    const way = endpoint({
      summary: 'All',
      query,
      answer,
      run: async (input) => done(pageOf(items, ({ id }) => id, input.query)),
    });
    expect(await call(way, { cursor })).toMatchObject({ status: 422, body: { faults: [{ at: 'query.cursor' }] } });
  });

  it('that has no pages and is too large is a bug: told in the log, and to the outside by its code', async () => {
    const way = endpoint({ summary: 'All', answer, run: async () => done({ items }) });
    expect(await call(way)).toMatchObject({ status: 500, body: { code: 'answer-too-large' } });
    expect(said).toMatchObject([{ entry: 'listAll' }]);
  });
});

it('a city’s providers and staff are told page by page', async () => {
  for (let number = 100; number < 300; number++) {
    const provider = { id: `Q${number}`, number, name: 'Vård', kind: 'private', email: '', offers: 'å'.repeat(4000) };
    await world.put(providerStore(world.table).save({ ...provider, kind: 'private' }, undefined));
  }
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const { body, text } = await world.call('getSettings', manager, { query: cursor ? { cursor } : {} });
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(million);
    seen.push(...body.providers.map(({ id }: { id: string }) => id));
    cursor = body.next;
  } while (cursor !== undefined);
  expect(seen).toHaveLength(202);
  expect(new Set(seen).size).toBe(202);
});
