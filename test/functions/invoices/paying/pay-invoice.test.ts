import { beforeEach, describe, expect, it } from 'vitest';
import { membershipStore } from '../../../../shared/stores/membership-store.ts';
import { administrator, coordinator, head, manager, type Person } from '../../../support/a-world.ts';
import {
  anAttestedInvoice,
  anInvoiceWorld,
  attest,
  classify,
  code,
  type InvoiceWorld,
  receive,
  seen,
} from '../../../support/an-invoice-world.ts';

const finance: Person = { userId: 'E1', role: 'finance' };
let world: InvoiceWorld;
beforeEach(async () => {
  world = await anInvoiceWorld();
  await world.put(membershipStore(world.table).save({ ...finance, email: 'e1@kommun.example' }, undefined));
});

const exported = () => world.call('exportBookings', finance, { body: {} });
const pay = (invoiceId: string, body: object = { on: '2026-11-16', reference: 'BG-4711' }, who = finance) =>
  world.call('payInvoice', who, { path: { invoiceId }, body });

describe('after the attestation', () => {
  it('an invoice stands in exactly one export, and only a credit note changes it then', async () => {
    const invoiceId = await anAttestedInvoice(world);
    expect((await exported()).body).toMatchObject({ number: 1, vouchers: [`ver-${invoiceId}`], controlOre: 420_000 });
    expect((await exported()).body.code).toBe('nothing-to-book');
    expect((await seen(world, invoiceId)).body).toMatchObject({
      state: 'exported',
      exported: { number: 1, voucher: 1 },
    });
    const back = await world.call('returnInvoice', head, { path: { invoiceId }, body: { reason: 'Fel' } });
    expect(back.body.code).toBe('invoice-exported');
    expect((await code(world, invoiceId)).body.code).toBe('invoice-exported');
    expect((await attest(world, invoiceId)).body.code).toBe('invoice-exported');
    const credit = (await receive(world, { number: 'K-1', credits: '2026-10-P1', amountOre: 20_000 })).body.invoiceId;
    await classify(world, credit);
    await code(world, credit);
    expect((await attest(world, credit)).body.state).toBe('attested');
    expect((await exported()).body).toMatchObject({ number: 2, vouchers: [`ver-${credit}`], controlOre: 20_000 });
  });

  it('exported or returned, and never both', async () => {
    const invoiceId = await anAttestedInvoice(world);
    const [, back] = await Promise.all([
      exported(),
      world.call('returnInvoice', head, { path: { invoiceId }, body: { reason: 'Fel' } }),
    ]);
    const { state } = (await seen(world, invoiceId)).body;
    expect(state).toBe(back?.status === 200 ? 'returned' : 'exported');
    expect((await exported()).body.code).toBe('nothing-to-book');
  });

  it('it is paid on a day by a reference, once it is exported, and the provider sees it', async () => {
    const invoiceId = await anAttestedInvoice(world);
    expect((await pay(invoiceId)).body.code).toBe('invoice-not-exported');
    await exported();
    expect((await pay(invoiceId, { on: '2026-11-17', reference: 'BG-1' })).body.code).toBe('date-ahead');
    for (const who of [manager, head]) expect((await pay(invoiceId, undefined, who)).status).toBe(403);
    expect((await pay(invoiceId)).body).toMatchObject({
      state: 'paid',
      paid: { on: '2026-11-16', reference: 'BG-4711' },
    });
    expect((await pay(invoiceId, undefined, administrator)).body.code).toBe('invoice-paid');
    expect((await seen(world, invoiceId, coordinator)).body.paid).toMatchObject({
      on: '2026-11-16',
      reference: 'BG-4711',
    });
  });
});
