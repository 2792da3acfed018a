import { beforeEach, describe, expect, it } from 'vitest';
import { turnListStore } from '../../../functions/choices/turn-list-store.ts';
import { feedStore } from '../../../functions/deadlines/feeds/feed-store.ts';
import { monthStore } from '../../../functions/months/month-store.ts';
import { documentStore } from '../../../functions/orders/papers/document-store.ts';
import { followUpStore } from '../../../functions/orders/papers/follow-up-store.ts';
import { reportStore } from '../../../functions/orders/reports/report-store.ts';
import { accessLogStore } from '../../../functions/people/logs/access-log-store.ts';
import { switchStore } from '../../../functions/switches/switch-store.ts';
import type { Key, Table } from '../../../shared/ports/table.ts';
import { deadlineStore } from '../../../shared/stores/deadline-store.ts';
import { deputyStore } from '../../../shared/stores/deputy-store.ts';
import { journalStore } from '../../../shared/stores/journal-store.ts';
import { orderStore } from '../../../shared/stores/order-store.ts';
import { aWorld, coordinator, head, officer, type World } from '../../support/a-world.ts';
import { aDeadline, anOrder } from '../../support/builders.ts';

let world: World;
beforeEach(async () => {
  world = await aWorld({ date: '2026-09-16', clock: '15:20' });
});

const broken = { kind: 'no release wrote this' };
type Indexes = Partial<Record<'g1' | 'g2' | 'g3', Key>>;
const plant = (key: Key, indexes: Indexes = {}) =>
  world.put({ kind: 'put', over: 0, item: { ...key, data: broken, indexes } });
const page = { limit: 10 };
const idsOf = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);

describe('one row that cannot be read', () => {
  it('shuts no list of orders, neither as an order nor as a deadline of one', async () => {
    await world.put(orderStore(world.table).save(anOrder(), undefined));
    const list = { pk: 'ORDERS#O1#placed', sk: '2026-09-16T13:20:01.000Z#B-2' };
    await plant({ pk: 'ORDER#B-2', sk: 'ORDER' }, { g1: list, g3: { ...list, pk: 'ORDERS#P1#placed' } });
    await plant({ pk: 'ORDER#B-1', sk: 'DEADLINE#D02' });
    for (const who of [officer, coordinator]) {
      const { status, body } = await world.call('listOrders', who, {});
      expect([status, idsOf(body.items)]).toEqual([200, ['B-1']]);
    }
    expect((await world.call('getOrder', officer, { path: { orderId: 'B-1' } })).status).toBe(200);
  });

  it('shuts no list of what is late, when the order of one of them cannot be read', async () => {
    const now = world.clock.now();
    const late = (orderId: string) => {
      const one = aDeadline({ dueAt: '2026-09-16T12:00:00.000Z', remindAt: undefined, state: 'overdue' });
      return { ...one, subject: { ...one.subject, orderId } } as typeof one;
    };
    await world.put(orderStore(world.table).save(anOrder(), undefined));
    await world.put(...['B-1', 'B-2'].map((id) => deadlineStore(world.table).open(late(id), now)));
    await plant({ pk: 'ORDER#B-2', sk: 'ORDER' });
    const { status, body } = await world.call('listOrders', coordinator, { query: { list: 'overdue' } });
    expect([status, idsOf(body.items)]).toEqual([200, ['B-1']]);
  });

  it('shuts no inbox and no conversation, and keeps no letter from being sent', async () => {
    const send = () => world.call('sendMessage', officer, { body: { to: 'head', text: 'Hej.' } });
    const { threadId } = (await send()).body;
    const sk = '2026-09-16T13:20:01.000Z#trasig';
    const indexes = { g1: { pk: 'INBOX#head', sk }, g3: { pk: 'UNREAD#head', sk } };
    await plant({ pk: 'THREAD#trasig', sk: 'SIDE#head' }, indexes);
    await plant({ pk: `THREAD#${threadId}`, sk: 'MESSAGE#2026-09-16T13:20:01.000Z#trasig' });
    expect((await world.call('listMessages', head)).body.items).toMatchObject([{ threadId }]);
    const { status, body } = await world.call('getThread', head, { path: { threadId } });
    expect([status, body.items.length]).toEqual([200, 1]);
    expect((await send()).status).toBe(201);
  });

  it('shuts nobody’s calendar feeds: they are listed, closed and opened', async () => {
    const open = () => world.call('openFeed', officer, { body: {} });
    const { feedId } = (await open()).body;
    await plant({ pk: 'FEED#x', sk: 'FEED' }, { g1: { pk: 'FEEDS#O1', sk: 'a' } });
    expect((await world.call('listFeeds', officer)).body.items).toMatchObject([{ feedId }]);
    expect((await open()).status).toBe(201);
    expect((await world.call('closeFeed', officer, { path: { feedId } })).status).toBeLessThan(300);
    expect(await feedStore(world.table).of('O1')).toHaveLength(1);
  });

  it.each<[string, Key, Indexes, (table: Table) => Promise<unknown>]>([
    [
      'switches',
      { pk: 'SWITCH#x', sk: 'SWITCH' },
      { g1: { pk: 'SWITCHES#O1', sk: 'now#x' } },
      (table) => switchStore(table).list({ officerId: 'O1' }, true, page),
    ],
    ['reads', { pk: 'ACCESS#A-1', sk: 'x' }, {}, (table) => accessLogStore(table).ofCase('A-1', page)],
    ['the journal', { pk: 'JOURNAL#CASE#A-1', sk: 'AT#x' }, {}, (table) => journalStore(table).ofCase('A-1', page)],
    ['turns', { pk: 'TURN#LEDGER', sk: 'ENTRY#1' }, {}, (table) => turnListStore(table).ledger(page)],
    [
      'deputies',
      { pk: 'USER#O2', sk: 'DEPUTY#x' },
      { g1: { pk: 'DEPUTIES', sk: 'x' } },
      (table) => deputyStore(table).list(undefined, page),
    ],
    ['reports', { pk: 'ORDER#B-1', sk: 'REPORT#x' }, {}, (table) => reportStore(table).ofOrder('B-1')],
    ['follow-ups', { pk: 'CASE#A-1', sk: 'FOLLOWUP#x' }, {}, (table) => followUpStore(table).readableOfCase('A-1')],
    ['papers', { pk: 'CASE#A-1', sk: 'DOCUMENT#x' }, {}, (table) => documentStore(table).readableOfCase('A-1')],
    [
      'months',
      { pk: 'MONTH#2026-09#P9', sk: 'MONTH' },
      { g1: { pk: 'MONTHS#2026-09', sk: 'P9' } },
      (table) => monthStore(table).ofMonth('2026-09'),
    ],
  ])('shuts no list of %s', async (_what, key, indexes, list) => {
    await plant(key, indexes);
    const found = await list(world.table);
    expect(Array.isArray(found) ? found : (found as { items: unknown }).items).toEqual([]);
  });

  it('shuts neither the settings nor the staff, when it is a provider', async () => {
    await plant({ pk: 'PROVIDER#P9', sk: 'PROVIDER' }, { g1: { pk: 'PROVIDERS', sk: 'P9' } });
    expect((await world.call('getSettings', officer)).body.providers.length).toBeGreaterThan(0);
    expect((await world.call('listStaff', officer)).status).toBe(200);
  });

  it('still stops what is reckoned from every row: a right, a follow-up’s date, a chain', async () => {
    await plant({ pk: 'JOURNAL#CASE#A-1', sk: 'AT#x' });
    await plant({ pk: 'CASE#A-1', sk: 'FOLLOWUP#x' });
    await plant({ pk: 'TURN#LEDGER', sk: 'ENTRY#1' });
    await expect(journalStore(world.table).ofCaseSince('A-1', '2026-09-16T00:00:00.000Z')).rejects.toThrow();
    await expect(followUpStore(world.table).ofCase('A-1')).rejects.toThrow();
    await expect(turnListStore(world.table).wholeLedger()).rejects.toThrow();
  });
});
