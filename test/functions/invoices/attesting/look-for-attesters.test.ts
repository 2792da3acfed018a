import { beforeEach, describe, expect, it } from 'vitest';
import { lookForAttesters } from '../../../../functions/invoices/attesting/look-for-attesters.ts';
import { paperStore } from '../../../../functions/months/paper/paper-store.ts';
import { membershipStore } from '../../../../shared/stores/membership-store.ts';
import { administrator, head, type Person } from '../../../support/a-world.ts';
import {
  anInvoiceWorld,
  attest,
  classify,
  code,
  deputy,
  type InvoiceWorld,
  month,
  otherHead,
  receive,
} from '../../../support/an-invoice-world.ts';

let world: InvoiceWorld;
beforeEach(async () => {
  world = await anInvoiceWorld();
});
const look = () => lookForAttesters.run(world.clock.now(), world.deps);

/** The heads' open task to appoint somebody, as they see it. */
const asked = async () =>
  (await world.call('listTasks', head)).body.items
    .filter(({ code, state }: { code: string; state: string }) => code === 'D57' && state !== 'done')
    .map(({ title, due }: { title: string; due: string }) => `${title} ${due}`);
const task = 'Utse en ställföreträdare som får attestera en faktura';

/** Each of them has keyed the month from its paper, and so attests nothing of it. */
const haveKeyed = (...keyedBy: readonly Person[]) =>
  world.put(
    paperStore(world.table).save(
      {
        ...{ id: 'papper-1', month, providerId: 'P1', state: 'laid', arrivedOn: '2026-11-02' },
        ...{ filedBy: 'D1', filedAt: world.clock.now(), scans: [], prints: [], pages: [] },
        keyedBy: keyedBy.map(({ userId }) => userId),
      },
      undefined,
    ),
  );
async function isHead(userId: string, more: object = {}): Promise<void> {
  const found = await membershipStore(world.table).find(userId, 'head');
  const next = { userId, role: 'head' as const, email: `${userId}@kommun.example`, ...more };
  await world.put(membershipStore(world.table).save(next, found));
}

async function classified(over: object = {}): Promise<string> {
  const { invoiceId } = (await receive(world, over)).body;
  expect((await classify(world, invoiceId)).status).toBe(200);
  return invoiceId;
}

describe('an invoice that none of the heads may attest (A72)', () => {
  it('is a task of theirs to appoint a deputy, as it is marked secret, within five working days', async () => {
    await haveKeyed(head, deputy, otherHead);
    await classified();
    expect(await asked()).toEqual([`${task} 2026-11-24T00:00:00+01:00`]);
    expect(await look()).toEqual({ done: 0 });
  });

  it('is none while one of them may', async () => {
    await haveKeyed(head, deputy);
    await classified();
    expect(await asked()).toEqual([]);
    expect(await look()).toEqual({ done: 0 });
  });

  it('is theirs no more from the first day of somebody who may, and again when that one has left', async () => {
    await haveKeyed(head, deputy, otherHead);
    await classified();
    await isHead('H9', { from: '2026-11-18' });
    expect(await look()).toEqual({ done: 0 });
    world.sleepTo('2026-11-18', '08:00');
    expect(await look()).toEqual({ done: 1 });
    expect(await asked()).toEqual([]);
    await isHead('H9', { from: '2026-11-18', to: '2026-11-18' });
    world.sleepTo('2026-11-19', '08:00');
    expect(await Promise.all([look(), look()])).toContainEqual({ done: 1 });
    expect(await asked()).toEqual([`${task} 2026-11-27T00:00:00+01:00`]);
  });

  it('is theirs no more when it is returned', async () => {
    await haveKeyed(head, deputy, otherHead);
    const invoiceId = await classified();
    await world.call('returnInvoice', administrator, { path: { invoiceId }, body: { reason: 'Fel datum' } });
    expect(await asked()).toEqual([]);
  });

  it('is one when the first has attested and nobody’s limit reaches, until a limit is another', async () => {
    for (const { userId } of [head, deputy, otherHead]) await isHead(userId, { attestLimitOre: 100 });
    const invoiceId = await classified();
    expect(await asked()).toEqual([]);
    await code(world, invoiceId);
    expect((await attest(world, invoiceId)).body).toMatchObject({ state: 'attested', needsSecond: true });
    expect(await asked()).toEqual([`${task} 2026-11-24T00:00:00+01:00`]);
    await isHead(otherHead.userId, { attestLimitOre: 420_000 });
    expect(await look()).toEqual({ done: 1 });
    expect(await asked()).toEqual([]);
    expect((await attest(world, invoiceId, otherHead)).body.state).toBe('second-attested');
    expect(await look()).toEqual({ done: 0 });
  });

  it('is one when two are asked for and nobody but the first is left', async () => {
    world = await anInvoiceWorld({ settings: { overrides: ['attest.second=true'] } });
    await haveKeyed(deputy, otherHead);
    const invoiceId = await classified();
    expect(await asked()).toEqual([]);
    await code(world, invoiceId);
    await attest(world, invoiceId);
    expect(await asked()).toHaveLength(1);
  });
});
