import { beforeEach, describe, expect, it } from 'vitest';
import type { Deadline } from '../../../shared/domain/deadline.ts';
import type { Role } from '../../../shared/domain/roles.ts';
import { deadlineStore } from '../../../shared/stores/deadline-store.ts';
import { membershipStore } from '../../../shared/stores/membership-store.ts';
import { administrator, aWorld, receivingManager, type World } from '../../support/a-world.ts';
import { aDeadline, at } from '../../support/builders.ts';

let world: World;
beforeEach(async () => {
  world = await aWorld({
    date: '2026-09-16',
    clock: '15:20',
    hasUnits: true,
    settings: { overrides: ['digest.enabled=true'] },
  });
});
const subject = (n: number) =>
  ({ kind: 'order', orderId: `B-${n}`, caseNo: `A-${n}`, providerId: 'P1', officerId: 'O1' }) as const;
const unitTask = (n: number, more: Partial<Deadline>) =>
  aDeadline({ subject: subject(n), owner: 'unit:E2', code: 'D03', remindAt: undefined, ...more });
const open = (...deadlines: readonly Deadline[]) =>
  world.put(...deadlines.map((one) => deadlineStore(world.table).open(one, world.clock.now())));

const roles = ['receiving-manager', 'receiving-coordinator', 'contact-person', 'employee'] as const;
const at2 = (role: (typeof roles)[number]) => ({ userId: `EM${roles.indexOf(role) + 1}`, role });
const orderer = { userId: 'EB1', role: 'ordering-manager' } as const;
const seenBy = async (who: { userId: string; role: Role }, key: 'listTasks' | 'listUpcoming' = 'listTasks') =>
  (await world.call(key, who)).body.items.map(({ subject: { orderId } }: { subject: { orderId: string } }) => orderId);

beforeEach(async () => {
  await open(
    unitTask(1, { dueAt: at('2026-09-17 15:20'), roles: ['receiving-manager'] }),
    unitTask(2, { dueAt: at('2026-09-18 00:00'), roles: ['receiving-manager', 'receiving-coordinator'] }),
    unitTask(3, { dueAt: at('2026-09-19 00:00') }),
    unitTask(4, { dueAt: at('2026-09-17 08:00'), owner: 'unit:E1' }),
  );
});

describe('a task of a unit', () => {
  it('is in the list of those of its roles, or of the whole unit, and in no other unit’s', async () => {
    for (const key of ['listTasks', 'listUpcoming'] as const) {
      expect(await seenBy(at2('receiving-manager'), key)).toEqual(['B-1', 'B-2', 'B-3']);
      expect(await seenBy(at2('receiving-coordinator'), key)).toEqual(['B-2', 'B-3']);
      expect(await seenBy(at2('employee'), key)).toEqual(['B-3']);
      expect(await seenBy(orderer, key)).toEqual(['B-4']);
      expect(await seenBy(administrator, key)).toEqual([]);
    }
  });

  it('is a deputy’s in the days that the manager is away', async () => {
    const body = { forUserId: 'EM1', deputyUserId: 'EM4', role: 'receiving-manager' };
    const days = { from: '2026-09-17', to: '2026-09-18' };
    expect((await world.call('appointDeputy', receivingManager, { body: { ...body, ...days } })).status).toBe(201);
    const deputy = { userId: 'EM4', role: 'receiving-manager' } as const;
    expect((await world.call('listTasks', deputy)).status).toBe(403);
    world.sleepTo('2026-09-17', '06:00');
    expect(await seenBy(deputy)).toEqual(['B-1', 'B-2', 'B-3']);
    await world.passTo('2026-09-17', '07:00');
    expect((await digests()).filter((line) => line.startsWith('em4'))).toEqual(['em4@kommun.example 2']);
  });

  const digests = async () =>
    (await world.letters())
      .filter(({ subject: title }) => title === 'Dagens uppgifter')
      .map(({ to, text }) => `${to} ${/i dag: (\d+)/.exec(text)?.[1]}`)
      .sort();
  it('is counted in the morning’s letter to each of its roles, and to nobody else of the unit', async () => {
    await world.passTo('2026-09-17', '07:00');
    expect(await digests()).toEqual([
      // The whole of the ordering unit has one.
      ...['eb1@kommun.example 1', 'eb2@kommun.example 1', 'eb3@kommun.example 1'],
      // Until 24:00: the manager two, the coordinator one, the others nothing before the day after.
      ...['em1@kommun.example 2', 'em2@kommun.example 1'],
    ]);
  });

  it('is in the calendars of its roles, until the person goes to another unit', async () => {
    const events = async (who: { userId: string; role: Role }) => {
      const { body } = await world.call('openFeed', who, { body: {} });
      const secret = String(body.address).split('/').at(-1) ?? '';
      return async () => {
        const { status, text } = await world.call('readFeed', undefined, { path: { secret } });
        return status === 200 ? text.split('BEGIN:VEVENT').length - 1 : status;
      };
    };
    const [manager, employee] = [await events(receivingManager), await events(at2('employee'))];
    expect([await manager(), await employee()]).toEqual([3, 1]);
    const held = await membershipStore(world.table).find('EM1', 'receiving-manager');
    if (!held) throw new Error('the manager is there');
    await world.put(membershipStore(world.table).save({ ...held.entity, unitId: 'E1' }, held));
    expect(await manager()).toBe(404);
  });
});
