import { beforeEach, describe, expect, it } from 'vitest';
import { orderRow } from '../../../../functions/orders/lists/order-row.ts';
import type { Order } from '../../../../shared/domain/order.ts';
import { deadlineStore } from '../../../../shared/stores/deadline-store.ts';
import { orderStore } from '../../../../shared/stores/order-store.ts';
import {
  aWorld,
  colleague,
  coordinator,
  head,
  neighbour,
  officer,
  type Person,
  type World,
} from '../../../support/a-world.ts';
import { aDeadline, anOrder, at } from '../../../support/builders.ts';

describe('a line in a list of orders', () => {
  const now = at('2026-09-17 12:00');
  const looking = { at: now, role: 'officer', language: 'sv' } as const;
  const start = aDeadline({ code: 'D02', rule: 'L-13', dueAt: at('2026-09-17 15:20') });
  it.each([
    ['the first thing not done', [start, aDeadline({ dueAt: at('2026-09-17 12:30') })], 'D01', false],
    ['not what is done', [aDeadline({ state: 'done', doneAt: now }), start], 'D02', false],
    ['not what has lapsed', [aDeadline({ state: 'lapsed', doneAt: now })], undefined, false],
    ['late when its time has passed, marked or not', [aDeadline({ dueAt: at('2026-09-17 11:59') })], 'D01', true],
    ['not late on the limit', [aDeadline({ dueAt: now })], 'D01', false],
    ['late by its second thing', [start, { ...start, code: 'D08' as const, state: 'overdue' as const }], 'D02', true],
    ['nothing', [], undefined, false],
  ])('waits for %s', (_what, deadlines, code, late) => {
    const row = orderRow(anOrder(), 1, deadlines, looking);
    expect([row.waitsFor?.code, row.late]).toEqual([code, late]);
  });

  it('shows a provider what it is itself to do, and not how the customer chose', () => {
    const theirs = aDeadline({ code: 'D26', owner: 'officer:O1', dueAt: at('2026-09-16 12:00') });
    const order = anOrder({ choice: { how: 'CHOSEN', mode: 'ORAL' } });
    const row = orderRow(order, 1, [theirs, start], { ...looking, role: 'provider' });
    expect([row.waitsFor?.code, row.late, row.choice]).toEqual(['D02', false, undefined]);
    expect(orderRow(order, 1, [theirs], looking)).toMatchObject({ late: true, choice: { how: 'CHOSEN' } });
  });

  it('says why in the sentence of the deadline’s own rule', () => {
    const why = [
      { rule: 'A03', text: 'Ett dygn är 24 timmar.' },
      { rule: 'L-12', text: 'Bekräfta inom ett dygn.' },
      { rule: 'A18', text: 'På gränsen är i tid.' },
    ];
    expect(orderRow(anOrder(), 1, [aDeadline({ why })], looking).waitsFor?.reason).toBe('Bekräfta inom ett dygn.');
    expect(orderRow(anOrder(), 1, [aDeadline({ rule: 'S-12', why })], looking).waitsFor?.reason).toBe(
      'På gränsen är i tid.',
    );
  });
});

let world: World;
beforeEach(async () => {
  world = await aWorld({ date: '2026-09-16', clock: '15:20' });
});

/** Orders as they stand, each placed a minute after the one before: `['B-1', 'placed', 'P1', 'O1']`. */
async function standing(...orders: readonly (readonly [string, Order['state'], string?, string?])[]) {
  for (const [n, [id, state, providerId = 'P1', officerId = 'O1']] of orders.entries()) {
    const placedAt = at(
      `2026-09-15 ${String(8 + Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`,
    );
    await world.put(
      orderStore(world.table).save(
        anOrder({ id, state, providerId, officerId, caseNo: `A-${id}`, placedAt }),
        undefined,
      ),
    );
  }
}
const late = (orderId: string, due: string, over: Parameters<typeof aDeadline>[0] = {}) =>
  world.put(
    deadlineStore(world.table).open(
      aDeadline({
        subject: { kind: 'order', orderId, caseNo: `A-${orderId}`, providerId: 'P1', officerId: 'O1' },
        dueAt: at(due),
        remindAt: undefined,
        ...over,
      }),
      world.clock.now(),
    ),
  );
const list = (who: Person, query: Record<string, string>) => world.call('listOrders', who, { query });
const ids = async (who: Person, query: Record<string, string>) => {
  const { body } = await list(who, query);
  return body.items.map(({ id }: { id: string }) => id);
};
/** Every page to the end. */
async function walk(who: Person, query: Record<string, string>) {
  const found: string[][] = [];
  let cursor: string | undefined;
  do {
    const { status, body } = await list(who, { ...query, ...(cursor ? { cursor } : {}) });
    expect(status).toBe(200);
    found.push(body.items.map(({ id }: { id: string }) => id));
    cursor = body.next;
  } while (cursor !== undefined);
  return found;
}

describe('the lists that people work from', () => {
  beforeEach(() =>
    standing(
      ['B-1', 'placed'],
      ['B-2', 'confirmed'],
      ['B-3', 'started', 'P2'],
      ['B-4', 'paused'],
      ['B-5', 'ending'],
      ['B-6', 'closed'],
      ['B-7', 'rejected'],
      ['B-8', 'placed', 'P2', 'O2'],
    ),
  );

  it.each([
    ['open', ['B-5', 'B-4', 'B-3', 'B-2', 'B-1']],
    ['unconfirmed', ['B-1']],
    ['ending', ['B-5']],
    ['all', ['B-7', 'B-6', 'B-5', 'B-4', 'B-3', 'B-2', 'B-1']],
  ])('%s', async (name, wanted) => {
    expect(await ids(officer, { list: name })).toEqual(wanted);
  });

  it('are one’s own: an officer’s, at one provider if asked; a provider’s; the head says whose', async () => {
    expect(await ids(officer, { list: 'open', providerId: 'P2' })).toEqual(['B-3']);
    expect(await ids(colleague, { list: 'open' })).toEqual(['B-8']);
    expect(await ids(coordinator, { list: 'open' })).toEqual(['B-5', 'B-4', 'B-2', 'B-1']);
    expect(await ids(neighbour, { list: 'open', officerId: 'O1' })).toEqual(['B-8', 'B-3']);
    expect(await ids(head, { list: 'open', providerId: 'P2' })).toEqual(['B-8', 'B-3']);
    expect(await ids(head, { list: 'open', officerId: 'O1', providerId: 'P2' })).toEqual(['B-3']);
    expect((await list(head, { list: 'open' })).status).toBe(422);
  });

  it('a list or a state, not both', async () => {
    expect(await list(officer, { list: 'open', state: 'placed' })).toMatchObject({
      status: 422,
      body: { faults: [{ at: 'query.state', code: 'list-or-state' }] },
    });
    expect(await ids(officer, { state: 'closed' })).toEqual(['B-6']);
  });

  it.each(['YWJj', 'MjAyNi0wOS0xNQ', '!', 'MjAyNi0wOS0xNVQwNjowMDowMC4wMDBaI0ItMR'])(
    'no place that is none of ours: %s',
    async (cursor) => {
      expect((await list(officer, { list: 'open', cursor })).status).toBe(422);
    },
  );
});

describe('a page of several states', () => {
  const states: readonly Order['state'][] = ['placed', 'started', 'ending', 'confirmed', 'paused'];
  const many = Array.from({ length: 23 }, (_, n) => [`B-${n}`, states[(n * 7) % 5] ?? 'placed'] as const);
  const newestFirst = many.map(([id]) => id).reverse();

  it.each(['1', '2', '5', '22', '23', '50'])('of %s: every order once, the newest first', async (limit) => {
    await standing(...many);
    const pages = await walk(officer, { list: 'open', limit });
    expect(pages.flat()).toEqual(newestFirst);
    expect(pages.slice(0, -1).every((page) => page.length === Number(limit))).toBe(true);
  });

  it('an order that changes state between two pages is neither lost nor told twice', async () => {
    await standing(...many);
    const first = await list(officer, { list: 'open', limit: '10' });
    for (const [id] of many) {
      const stored = await orderStore(world.table).find(id);
      if (stored) await world.put(orderStore(world.table).save({ ...stored.entity, state: 'ending' }, stored));
    }
    const rest = await list(officer, { list: 'open', limit: '50', cursor: first.body.next });
    const told = [...first.body.items, ...rest.body.items].map(({ id }: { id: string }) => id);
    expect(told).toEqual(newestFirst);
  });
});

describe('what is late', () => {
  beforeEach(async () => {
    await standing(
      ['B-1', 'placed'],
      ['B-2', 'started'],
      ['B-3', 'confirmed'],
      ['B-4', 'closed'],
      ['B-5', 'placed', 'P2', 'O2'],
    );
    await late('B-1', '2026-09-17 15:20');
    await late('B-1', '2026-09-17 15:20', { code: 'D02', rule: 'L-13' });
    await late('B-2', '2026-09-16 18:00', { code: 'D16', rule: 'L-55' });
    await late('B-3', '2026-09-30 00:00', { code: 'D16', rule: 'L-55' });
    await late('B-4', '2026-09-17 08:00', { code: 'D15', rule: 'L-53' });
  });

  it('is late as the clock passes, each with its reason', async () => {
    expect(await ids(officer, { list: 'overdue' })).toEqual([]);
    expect(await ids(coordinator, { list: 'overdue' })).toEqual([]);
    world.sleepTo('2026-09-17', '15:21');
    expect(await ids(officer, { list: 'overdue' })).toEqual(['B-4', 'B-2', 'B-1']);
    expect(await ids(colleague, { list: 'overdue' })).toEqual([]);
    const { body } = await list(officer, { list: 'overdue', limit: '50' });
    expect(body.items.at(-1)).toMatchObject({
      id: 'B-1',
      late: true,
      waitsFor: { code: 'D01', due: '2026-09-17T15:20:00+02:00', reason: expect.stringContaining('24 timmar') },
    });
  });

  it('for a provider: the longest late first, an order once however much of it is late', async () => {
    world.sleepTo('2026-09-17', '15:21');
    for (const limit of ['1', '2', '50']) {
      const pages = await walk(coordinator, { list: 'overdue', limit });
      expect(pages.flat()).toEqual(['B-2', 'B-4', 'B-1']);
    }
    expect(await ids(head, { list: 'overdue', providerId: 'P1' })).toEqual(['B-2', 'B-4', 'B-1']);
    expect(await ids(neighbour, { list: 'overdue' })).toEqual([]);
  });

  it('marked by the sweep or not, until it is done', async () => {
    await world.passTo('2026-09-19', '08:00');
    expect(await ids(officer, { list: 'overdue' })).toEqual(['B-4', 'B-2', 'B-1']);
    await world.call('startOrder', coordinator, { path: { orderId: 'B-1' }, body: { startedOn: '2026-09-18' } });
    expect(await ids(officer, { list: 'overdue' })).toEqual(['B-4', 'B-2']);
    expect(await ids(coordinator, { list: 'overdue' })).toEqual(['B-2', 'B-4']);
  });

  it('a page short of late ones says that there is more', async () => {
    world.sleepTo('2026-09-17', '15:21');
    const pages = await walk(officer, { list: 'overdue', limit: '1' });
    expect(pages.flat()).toEqual(['B-4', 'B-2', 'B-1']);
  });
});
