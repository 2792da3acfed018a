import { beforeEach, describe, expect, it } from 'vitest';
import type { Deadline } from '../../../../shared/domain/deadline.ts';
import { deadlineStore } from '../../../../shared/stores/deadline-store.ts';
import { journalStore } from '../../../../shared/stores/journal-store.ts';
import { membershipStore } from '../../../../shared/stores/membership-store.ts';
import {
  aWorld,
  colleague,
  coordinator,
  everyone,
  manager,
  officer,
  type Person,
  type World,
} from '../../../support/a-world.ts';
import { aDeadline, at } from '../../../support/builders.ts';

let world: World;
beforeEach(async () => {
  world = await aWorld({ date: '2026-09-16', clock: '15:20' });
});

const put = (...deadlines: readonly Deadline[]) =>
  world.put(...deadlines.map((deadline) => deadlineStore(world.table).open(deadline, world.clock.now())));
const open = async (who: Person, body: object = {}, headers = {}) => world.call('openFeed', who, { body, headers });
const secretOf = (address: string) => address.split('/').at(-1) ?? '';
/** As a calendar does it: with the address alone. */
const read = (secret: string, headers = {}) => world.call('readFeed', undefined, { path: { secret }, headers });
const opened = async (who: Person, body: object = {}) => {
  const { body: feed } = await open(who, body);
  return { feedId: feed.feedId, secret: secretOf(feed.address) };
};

describe('a calendar feed', () => {
  it('is opened at a secret address that is shown once', async () => {
    const { status, body, headers } = await open(officer);
    expect(status).toBe(201);
    expect(headers['cache-control']).toBe('no-store');
    expect(body).toEqual({
      feedId: 'flode-1',
      role: 'officer',
      openedOn: '2026-09-16',
      expiresOn: '2027-03-15',
      address: expect.stringMatching(/^https:\/\/utfort\.example\/deadlines\/calendar\/[\w-]{22}$/),
    });
    const { text } = await world.call('listFeeds', officer);
    expect(JSON.parse(text).items).toEqual([
      { feedId: 'flode-1', role: 'officer', openedOn: '2026-09-16', expiresOn: '2027-03-15' },
    ]);
    expect(text).not.toContain(secretOf(body.address));
  });

  it('keeps its secret nowhere: not in the table, not in the journal, not as a first answer', async () => {
    const { body } = await open(officer, {}, { 'idempotency-key': 'k' });
    const { items } = await world.table.queryIndex('g1', { pk: 'FEEDS#O1' });
    const rows = await journalStore(world.table).ofMonth('NONE', 'NONE');
    const kept = await world.table.query({ pk: 'ANSWER#O1' });
    const everything = JSON.stringify([await world.table.getMany(items), rows, kept]);
    expect(items).toHaveLength(1);
    expect(rows).toMatchObject([{ event: 'feed-opened', by: { userId: 'O1' }, refs: { feedId: 'flode-1' } }]);
    expect(everything).not.toContain(secretOf(body.address));
    expect((await open(officer, {}, { 'idempotency-key': 'k' })).body.address).not.toBe(body.address);
  });

  it('is read without signing in: one’s own deadlines as they stand, by no case and no name', async () => {
    await put(
      aDeadline({ owner: 'officer:O1', code: 'D26', remindAt: undefined }),
      aDeadline({ owner: 'officer:O2', code: 'D17', remindAt: undefined }),
    );
    const { secret } = await opened(officer);
    const { status, headers, text } = await read(secret);
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([
      200,
      'text/calendar; charset=utf-8',
      'private, no-cache',
    ]);
    expect(text.match(/SUMMARY:.*/g)).toEqual([expect.stringContaining('Stäm av med kunden')]);
    expect(text).not.toMatch(/A-1|B-1|O1|P1|Omsorg/);

    await world.passTo('2026-09-18', '08:00');
    const later = (await read(secret)).text;
    expect(later).toContain('SUMMARY:Försenat: ');
    expect(later.match(/UID:.*/g)).toEqual(text.match(/UID:.*/g));
  });

  it('is the same, byte for byte, until something has changed, and then by another name', async () => {
    await put(
      aDeadline({ owner: 'officer:O1', code: 'D26', remindAt: undefined }),
      aDeadline({ owner: 'officer:O1', code: 'D17', dueAt: at('2026-09-30 00:00'), remindAt: undefined }),
    );
    const { secret } = await opened(officer);
    const first = await read(secret);
    expect(first.text.match(/(?:DTSTAMP|LAST-MODIFIED):.*/g)).toEqual(
      ['DTSTAMP', 'LAST-MODIFIED', 'DTSTAMP', 'LAST-MODIFIED'].map((name) => `${name}:20260916T132000Z`),
    );
    world.sleepTo('2026-09-17', '12:00');
    expect(await read(secret)).toEqual(first);
    const { etag = '' } = first.headers;
    expect(etag).toMatch(/^"[\w-]{20,}"$/);
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await read(secret, { 'if-none-match': known });
      expect([again.status, again.text, again.headers.etag]).toEqual([304, '', etag]);
    }
    expect(await read(secret, { 'if-none-match': '"other"' })).toEqual(first);
    expect((await read('A'.repeat(22), { 'if-none-match': '*' })).status).toBe(404);

    await world.passTo('2026-09-17', '16:00');
    const later = await read(secret, { 'if-none-match': etag });
    expect(later.status).toBe(200);
    expect(later.headers.etag).not.toBe(etag);
    expect(later.text.match(/LAST-MODIFIED:.*/g)?.map((line) => line.trim())).toEqual([
      expect.stringMatching(/^LAST-MODIFIED:20260917T1[34]\d{4}Z$/),
      'LAST-MODIFIED:20260916T132000Z',
    ]);
  });

  it('of deadlines that were set before changes were written down stands still too', async () => {
    const old = aDeadline({ owner: 'officer:O1', remindAt: undefined });
    const change = deadlineStore(world.table).open(old, world.clock.now());
    if (change.kind !== 'put') throw new Error('a deadline is put');
    const { changedAt: _, ...data } = change.item.data as Deadline;
    await world.put({ ...change, item: { ...change.item, data } });
    const { secret } = await opened(officer);
    const first = await read(secret);
    expect(first.text).toContain('LAST-MODIFIED:20260915T220000Z');
    world.sleepTo('2026-09-17', '02:00');
    expect(await read(secret)).toEqual(first);
  });

  it('tells the same deadline by another id in another feed', async () => {
    await put(aDeadline());
    const ids = await Promise.all(
      [coordinator, manager].map(async (who) => {
        const { secret } = await opened(who);
        return /UID:(.*)@/.exec((await read(secret)).text)?.[1];
      }),
    );
    expect(new Set(ids).size).toBe(2);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/);
  });

  it('unknown, closed, expired, or of somebody who has left: all answer the same', async () => {
    const closed = await opened(officer);
    const expired = await opened(colleague, { days: 1 });
    const left = await opened(coordinator);
    const kept = await opened(manager);
    expect((await world.call('closeFeed', officer, { path: { feedId: closed.feedId } })).status).toBe(200);
    const member = await membershipStore(world.table).find('K1', 'provider');
    await world.put(
      membershipStore(world.table).save({ userId: 'K1', role: 'provider', providerId: 'P1', to: '2026-09-17' }, member),
    );
    for (const { secret } of [expired, left, kept]) expect((await read(secret)).status).toBe(200);
    world.sleepTo('2026-09-18', '00:00');
    const gone = await Promise.all([closed, expired, left].map(({ secret }) => read(secret)));
    const unknown = await read('A'.repeat(22));
    expect(unknown).toMatchObject({ status: 404, body: { code: 'feed-not-found' } });
    for (const answer of gone) expect(answer).toEqual(unknown);
    expect((await read(kept.secret)).status).toBe(200);
    expect((await world.call('listFeeds', colleague)).body.items).toEqual([]);
  });

  it('of a coordinator who has moved to another provider shows nobody’s', async () => {
    const { secret } = await opened(coordinator);
    const member = await membershipStore(world.table).find('K1', 'provider');
    await world.put(membershipStore(world.table).save({ userId: 'K1', role: 'provider', providerId: 'P2' }, member));
    expect((await read(secret)).status).toBe(404);
  });

  it('another person’s is answered like one that never was', async () => {
    const { feedId, secret } = await opened(officer);
    const theirs = await world.call('closeFeed', colleague, { path: { feedId } });
    const never = await world.call('closeFeed', colleague, { path: { feedId: 'flode-77' } });
    expect(theirs).toMatchObject({ status: 404, body: { code: 'feed-not-found' } });
    expect(theirs.text).toBe(never.text);
    expect((await read(secret)).status).toBe(200);
  });

  it('ten a person, and no more', async () => {
    for (let n = 0; n < 10; n++) expect((await open(officer)).status).toBe(201);
    expect(await open(officer)).toMatchObject({ status: 409, body: { code: 'too-many-feeds' } });
    await world.call('closeFeed', officer, { path: { feedId: 'flode-3' } });
    expect((await open(officer)).status).toBe(201);
  });

  it.each([0, 366, 1.5, 'länge'])('not for %s days', async (days) => {
    expect(await open(officer, { days })).toMatchObject({ status: 422, body: { faults: [{ at: 'body.days' }] } });
  });

  it('every role may have one', async () => {
    for (const who of everyone) {
      const { secret } = await opened(who);
      expect((await read(secret)).status).toBe(200);
    }
  });

  it('shows a day’s limit as that day', async () => {
    await put(aDeadline({ owner: 'officer:O1', code: 'D12', dueAt: at('2026-11-07 00:00'), remindAt: undefined }));
    const { secret } = await opened(officer);
    expect((await read(secret)).text).toContain('DTSTART;VALUE=DATE:20261106');
  });
});
