import { beforeEach, describe, expect, it } from 'vitest';
import { membershipStore } from '../../../../shared/stores/membership-store.ts';
import { administrator, coordinator, head, manager, type Person } from '../../../support/a-world.ts';
import { goodCreditNote } from '../../../support/an-invoice.ts';
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

const creditNote = (reference: string) =>
  goodCreditNote
    .replaceAll('85386.25', '4200.00')
    .replaceAll('>12345<', '>630<')
    .replaceAll('>415.00<', '>400.00<')
    .replaceAll('2026-11-13', '2026-11-16')
    .replaceAll('U-0123-4567-89ab-cdef', reference);
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

  it.each([
    ['in part, as figures,', 20_000],
    ['in whole, as figures,', 420_000],
    ['as UBL', 420_000],
  ])('a credit note %s walks the whole way, and what is left is invoiced to the öre', async (how, ore) => {
    await anAttestedInvoice(world);
    await exported();
    const minutes = (ore / 40_000) * 60;
    const walk = async (invoiceId: string) => {
      await classify(world, invoiceId);
      await code(world, invoiceId);
      expect((await attest(world, invoiceId)).body.state).toBe('attested');
      await exported();
      expect((await seen(world, invoiceId)).body.state).toBe('exported');
    };
    const credit =
      how === 'as UBL'
        ? await world.call('receiveInvoice', manager, { body: { file: { text: creditNote(world.reference) } } })
        : await receive(world, { number: 'K-1', credits: '2026-10-P1', amountOre: ore, minutes });
    expect([credit.body.state, credit.body.kind]).toEqual(['received', 'CREDIT']);
    await walk(credit.body.invoiceId);
    const much = await receive(world, { number: 'F-2', amountOre: ore + 1, minutes });
    expect(much.body.state).toBe('returned');
    const rest = await receive(world, { number: 'F-2', amountOre: ore, minutes });
    expect([rest.body.state, rest.body.blocking]).toEqual(['received', []]);
    await walk(rest.body.invoiceId);
    const { statements } = (await world.call('listInvoices', head, { query: { month: '2026-10' } })).body;
    expect(statements).toMatchObject([{ state: 'invoiced', leftOre: 0 }]);
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

  it('never before its export, and what was mistyped is corrected with a reason, which the provider sees', async () => {
    const invoiceId = await anAttestedInvoice(world);
    await exported();
    const early = await pay(invoiceId, { on: '2026-11-15', reference: 'BG-1' });
    expect(early).toMatchObject({ status: 422, body: { code: 'payment-before-export', faults: [{ at: 'body.on' }] } });
    const why = { reason: 'Fel dag inskriven' };
    expect((await pay(invoiceId, { on: '2026-11-16', reference: 'BG-1', ...why })).body.code).toBe('invoice-not-paid');
    await pay(invoiceId, { on: '2026-11-16', reference: 'BG-1' });
    world.sleepTo('2026-11-18', '09:00');
    expect((await seen(world, invoiceId, finance)).body.next).toEqual(['payInvoice']);
    expect((await pay(invoiceId, { on: '2026-11-17', reference: 'BG-2' })).body.code).toBe('invoice-paid');
    expect((await pay(invoiceId, { on: '2026-11-17', reference: 'BG-2', ...why }, head)).status).toBe(403);
    for (const on of ['2026-11-15', '2026-11-19'])
      expect((await pay(invoiceId, { on, reference: 'BG-2', ...why })).status).toBe(422);
    expect((await pay(invoiceId, { on: '2026-11-17', reference: 'BG-2', ...why })).body.state).toBe('paid');
    expect((await pay(invoiceId, { on: '2026-11-17', reference: 'BG-2', ...why })).body.code).toBe('payment-unchanged');
    expect((await seen(world, invoiceId, manager)).body.paid).toMatchObject({
      ...{ on: '2026-11-17', reference: 'BG-2', by: 'E1' },
      corrected: [{ on: '2026-11-16', reference: 'BG-1', by: 'E1', reason: 'Fel dag inskriven' }],
    });
    await world.tick();
    expect((await world.letters()).map(({ subject }) => subject)).toContain('Betalningen av er faktura är rättad');
  });
});
