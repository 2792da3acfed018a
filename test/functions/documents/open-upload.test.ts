import { beforeEach, describe, expect, it } from 'vitest';
import { administrator, aWorld, coordinator, head, manager, nurse, type World } from '../../support/a-world.ts';

let world: World;
beforeEach(async () => {
  world = await aWorld({ date: '2026-11-02', clock: '08:00' });
});

describe('an upload is opened', () => {
  it.each([coordinator, manager, administrator])(
    'by $role: one place, one type, a bounded size, a quarter of an hour',
    async (who) => {
      const answer = await world.call('openUpload', who, { body: { contentType: 'application/pdf', bytes: 1000 } });
      expect(answer).toMatchObject({
        status: 201,
        body: {
          documentId: 'fil-1',
          url: 'https://utfort.example/uploads',
          fields: { key: 'fil-1', 'Content-Type': 'application/pdf', 'x-max-bytes': '1000' },
          expiresAt: '2026-11-02T08:15:00+01:00',
        },
      });
    },
  );

  it('for a table of at most 25 MiB when nothing is said', async () => {
    const { body } = await world.call('openUpload', manager, { body: {} });
    expect(body.fields).toMatchObject({ 'Content-Type': 'text/csv', 'x-max-bytes': String(25 * 1024 * 1024) });
  });

  it('the same request again leads to the same place', async () => {
    const asked = { body: {}, headers: { 'idempotency-key': 'k' } };
    const first = await world.call('openUpload', manager, asked);
    expect((await world.call('openUpload', manager, asked)).text).toBe(first.text);
  });

  it.each([
    ['of a type that nobody hands in', { contentType: 'text/html' }, 'body.contentType'],
    ['of nothing', { bytes: 0 }, 'body.bytes'],
    ['of too much', { bytes: 25 * 1024 * 1024 + 1 }, 'body.bytes'],
    ['under a name of one’s own', { documentId: 'x' }, 'body.documentId'],
  ])('but not %s', async (_what, body, where) => {
    expect(await world.call('openUpload', manager, { body })).toMatchObject({
      status: 422,
      body: { faults: [{ at: where }] },
    });
  });

  it('nor by those who hand nothing in', async () => {
    for (const who of [head, nurse]) expect((await world.call('openUpload', who, { body: {} })).status).toBe(403);
  });
});
