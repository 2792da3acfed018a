import { beforeEach, describe, expect, it } from 'vitest';
import { membershipStore } from '../../../shared/stores/membership-store.ts';
import { administrator, head, type Person, signInFor } from '../../support/a-world.ts';
import {
  anInvoiceWorld,
  attest,
  classify,
  code,
  type InvoiceWorld,
  receive,
  seen,
} from '../../support/an-invoice-world.ts';
import { crashingAt } from '../../support/shaken-ports.ts';

const finance: Person = { userId: 'E1', role: 'finance' };
let world: InvoiceWorld;
beforeEach(async () => {
  world = await aReadyWorld();
});

async function aReadyWorld(): Promise<InvoiceWorld> {
  const ready = await anInvoiceWorld();
  await ready.put(membershipStore(ready.table).save({ ...finance, email: 'e1@kommun.example' }, undefined));
  return ready;
}

/** From what comes in to what is paid; a step that has been taken is refused, or coded anew, and harms nothing. */
async function walk(): Promise<void> {
  await receive(world);
  const { items } = (await world.call('listInvoices', administrator, { query: { month: '2026-10' } })).body;
  const live = items.find(({ state }: { state: string }) => state !== 'returned');
  if (!live) throw new Error('nothing has come in');
  await classify(world, live.invoiceId);
  await code(world, live.invoiceId);
  await attest(world, live.invoiceId);
  await world.call('exportBookings', finance, { body: {} });
  const body = { on: '2026-11-16', reference: 'BG-4711' };
  await world.call('payInvoice', finance, { path: { invoiceId: live.invoiceId }, body });
}

/** What stands in the end: live invoices, their exports and what the journal tells of each step. */
async function standing() {
  const { items } = (await world.call('listInvoices', administrator, { query: { month: '2026-10' } })).body;
  const live = items.filter(({ state }: { state: string }) => state !== 'returned');
  const journal = await world.monthJournal('2026-10', 'P1');
  const told = (event: string) => journal.filter((row) => row.split(' ')[0] === event).length;
  const [one] = live;
  const { state, exported, attestations } = (await seen(world, one.invoiceId)).body;
  return {
    ...{ live: live.length, state, exported, attestations: attestations.length },
    ...{ attested: told('invoice-attested'), paid: told('invoice-paid') },
  };
}

describe('from the invoice that comes in to the one that is paid', () => {
  it('cut off before or after any write and walked again, each is done once and nothing is lost', async () => {
    await walk();
    const whole = await standing();
    expect(whole).toMatchObject({ live: 1, state: 'paid', exported: { number: 1 }, attestations: 1, paid: 1 });
    for (const when of ['before', 'after'] as const)
      for (let n = 0, isOver = false; !isOver; n++) {
        world = await aReadyWorld();
        const crash = crashingAt(world, n, when);
        await walk().catch(() => undefined);
        crash.restore();
        isOver = !crash.happened();
        await walk();
        expect(await standing(), `${when} write ${n}`).toEqual(whole);
      }
  }, 240_000);

  it('an intent attests once, whoever asks again with it', async () => {
    const { invoiceId } = (await receive(world)).body;
    await classify(world, invoiceId);
    await code(world, invoiceId);
    const path = { invoiceId };
    const { intentId } = (await world.call('intendAttestation', head, { path, body: {} })).body;
    const ask = () =>
      world.call('attestInvoice', head, { path, body: { intentId }, claims: signInFor(intentId).claims });
    const answers = [...(await Promise.all([ask(), ask()])), await ask()];
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    for (const { status, body } of answers.filter((one) => one.status !== 201))
      expect([status, ['intent-spent', 'invoice-attested'].includes(body.code)]).toEqual([409, true]);
    expect((await seen(world, invoiceId)).body.attestations).toHaveLength(1);
  });
});
