import { beforeEach, describe, expect, it } from 'vitest';
import type { Deadline } from '../../../../shared/domain/deadline.ts';
import { deadlineStore } from '../../../../shared/stores/deadline-store.ts';
import { letterStore } from '../../../../shared/stores/letter-store.ts';
import {
  administrator,
  aWorld,
  coordinator,
  everyone,
  head,
  neighbour,
  officer,
  type Person,
  type World,
} from '../../../support/a-world.ts';
import { aDeadline, aLetter, at } from '../../../support/builders.ts';

let world: World;
beforeEach(async () => {
  world = await aWorld({ date: '2026-09-16', clock: '15:20' });
});

const open = (...deadlines: readonly Deadline[]) =>
  world.put(...deadlines.map((deadline) => deadlineStore(world.table).open(deadline, world.clock.now())));
const order = (n: number) =>
  ({ kind: 'order', orderId: `B-${n}`, caseNo: `A-${n}`, providerId: 'P1', officerId: 'O1' }) as const;
const ask = async (key: 'listTasks' | 'listUpcoming', who: Person, query: Record<string, string> = {}) => {
  const { status, body } = await world.call(key, who, { query });
  expect(status).toBe(200);
  return body;
};
const titles = (body: { items: { code: string; subject: { orderId?: string } }[] }) =>
  body.items.map(({ code, subject }) => `${code} ${subject.orderId ?? ''}`.trim());

describe('a long list of tasks', () => {
  it('comes a page at a time and ends: nothing is cut off in silence', async () => {
    const many = Array.from({ length: 250 }, (_, n) => aDeadline({ subject: order(n), remindAt: undefined }));
    for (let n = 0; n < many.length; n += 100) await open(...many.slice(n, n + 100));
    await open(aDeadline({ code: 'D16', state: 'done', doneAt: world.clock.now() }));
    const first = await ask('listTasks', coordinator);
    expect(first.items).toHaveLength(200);
    const second = await ask('listTasks', coordinator, { cursor: first.next });
    // The rest, and what was lately done.
    expect(second.items).toHaveLength(51);
    expect(second.next).toBeUndefined();
    expect(new Set([...titles(first), ...titles(second)]).size).toBe(251);
  });
});

describe('tasks by what they are', () => {
  const change = { kind: 'switch', switchId: 'BYTE-1', caseNo: 'A-9', providerId: 'P1', joiningId: 'P2' } as const;
  beforeEach(async () => {
    await open(
      aDeadline({ subject: order(1), remindAt: undefined }),
      aDeadline({ subject: order(2), code: 'D02', state: 'overdue', overdueAt: at('2026-09-16 15:00') }),
      aDeadline({ subject: order(3), state: 'done', doneAt: at('2026-09-16 12:00') }),
      aDeadline({ subject: { ...change, officerId: 'O1' }, code: 'D09', remindAt: undefined }),
    );
  });

  it.each([
    [{ state: 'late' }, ['D02 B-2']],
    [{ state: 'due' }, ['D01 B-1', 'D09']],
    [{ state: 'done' }, ['D01 B-3']],
    [{ kind: 'switch' }, ['D09']],
    [{ kind: 'order', state: 'due' }, ['D01 B-1']],
    [{ about: 'BYTE-1' }, ['D09']],
    [{ about: 'A-9' }, ['D09']],
    [{ about: 'B-3' }, ['D01 B-3']],
    [{ about: 'order' }, []],
    [{}, ['D01 B-1', 'D02 B-2', 'D09', 'D01 B-3']],
  ])('%o', async (query, wanted) => {
    expect(titles(await ask('listTasks', coordinator, query as Record<string, string>)).toSorted()).toEqual(
      wanted.toSorted(),
    );
  });

  it('with the ids of what they are about', async () => {
    const { items } = await ask('listTasks', coordinator, { kind: 'switch' });
    expect(items[0].subject).toEqual({ ...change, officerId: 'O1' });
  });

  it('letters among them, for the administrator', async () => {
    await world.put(letterStore(world.table).queue(aLetter({ state: 'bounced' })));
    expect(titles(await ask('listTasks', administrator, { kind: 'letter' }))).toEqual(['letter-bounced']);
    expect(titles(await ask('listTasks', administrator, { kind: 'order' }))).toEqual([]);
  });

  it.each<Record<string, string>>([{ state: 'open' }, { kind: 'x' }, { limit: '201' }, { cursor: 'YWJj' }, { x: '1' }])(
    'not %o',
    async (query) => {
      expect((await world.call('listTasks', coordinator, { query })).status).toBe(422);
    },
  );
});

describe('what happens next by the clock alone', () => {
  type Item = { code: string; next: { event: string; at: string; text: string } };
  const events = async (who: Person, query: Record<string, string> = {}) => {
    const { items } = await ask('listUpcoming', who, query);
    return items.map(({ code, next }: Item) => `${next.at.slice(5, 16)} ${code} ${next.event}`);
  };
  beforeEach(async () => {
    await open(
      aDeadline({ subject: order(1) }),
      aDeadline({ subject: order(2), code: 'D02', rule: 'L-13', remindAt: undefined, dueAt: at('2026-09-17 01:00') }),
      aDeadline({ owner: 'officer:O1', code: 'D26', remindAt: undefined, dueAt: at('2026-09-18 00:00') }),
    );
  });

  it('in that order, each with its reason', async () => {
    expect(await events(coordinator)).toEqual(['09-17T01:00 D02 overdue', '09-17T03:20 D01 reminded']);
    const [first, second] = (await ask('listUpcoming', coordinator)).items;
    expect(first).toMatchObject({ title: 'Påbörja insatsen', rule: 'L-13', due: '2026-09-17T01:00:00+02:00' });
    expect(second).toMatchObject({
      next: { text: 'En påminnelse skickas.' },
      why: [{ rule: 'L-12', text: expect.stringContaining('24 timmar') }],
      subject: { kind: 'order', orderId: 'B-1', caseNo: 'A-1' },
    });
  });

  it('moves on as the clock does, until nothing is left', async () => {
    await world.passTo('2026-09-17', '04:00');
    expect(await events(coordinator)).toEqual(['09-17T15:20 D01 overdue', '09-18T01:00 D02 escalated']);
    await world.passTo('2026-09-18', '04:00');
    expect(await events(coordinator)).toEqual([]);
  });

  it('between two times, a page at a time', async () => {
    const until = { until: '2026-09-17T03:00:00+02:00' };
    expect(await events(coordinator, until)).toEqual(['09-17T01:00 D02 overdue']);
    expect(await events(coordinator, { from: '2026-09-17T03:00:00+02:00' })).toEqual(['09-17T03:20 D01 reminded']);
    const first = await ask('listUpcoming', coordinator, { limit: '1' });
    expect(titles(first)).toEqual(['D02 B-2']);
    expect(titles(await ask('listUpcoming', coordinator, { limit: '1', cursor: first.next }))).toEqual(['D01 B-1']);
    expect((await world.call('listUpcoming', coordinator, { query: { from: 'snart' } })).status).toBe(422);
  });

  it('one’s own; the head may ask for anybody’s', async () => {
    expect(await events(neighbour)).toEqual([]);
    expect(await events(officer, { providerId: 'P1' })).toEqual(['09-18T00:00 D26 overdue']);
    expect(await events(head)).toEqual([]);
    expect(await events(head, { providerId: 'P1' })).toHaveLength(2);
    expect(await events(head, { officerId: 'O1' })).toHaveLength(1);
    for (const who of everyone) expect((await world.call('listUpcoming', who)).status).toBe(200);
  });
});
