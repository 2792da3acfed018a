import { beforeEach, describe, expect, it } from 'vitest';
import { settled, settledUp } from '../../../support/a-settled-invoice.ts';
import { administrator } from '../../../support/a-world.ts';
import {
  anInvoiceWorld,
  attest,
  classify,
  code,
  type InvoiceWorld,
  month,
  receive,
} from '../../../support/an-invoice-world.ts';

let world: InvoiceWorld;
const codes = (all: readonly { code: string }[]) => all.map((one) => one.code);

beforeEach(async () => {
  world = await anInvoiceWorld();
});

describe('a settlement’s invoice (After the close)', () => {
  it('is judged by the settlement alone, beside the invoice of the month’s own statement, and attested as it is', async () => {
    expect((await receive(world)).body.state).toBe('received');
    const { reference, sha256, toInvoiceOre } = await settledUp(world);
    expect(toInvoiceOre).toBe(20_000);
    const { body } = await receive(world, { number: 'S-1', reference, minutes: 30, amountOre: 20_000 });
    expect([body.state, codes(body.blocking), body.statementSha256]).toEqual(['received', [], sha256]);
    const again = await receive(world, { number: 'S-2', reference, minutes: 30, amountOre: 20_000 });
    expect(codes(again.body.blocking)).toContain('SECOND_INVOICE');
    const used = await receive(world, { number: '2026-10-P1', reference, minutes: 30, amountOre: 20_000 });
    expect(codes(used.body.blocking)).toContain('SAME_NUMBER');
    expect((await classify(world, body.invoiceId)).body.state).toBe('classified');
    await code(world, body.invoiceId);
  });

  it('is found by its amount where it says no reference', async () => {
    const { sha256 } = await settledUp(world);
    const { body } = await receive(world, { number: 'S-1', reference: null, minutes: 30, amountOre: 20_000 });
    expect([body.statementSha256, codes(body.warnings)]).toEqual([sha256, ['NO_REFERENCE']]);
  });

  it('of more than the settlement is returned, whatever is left of the month’s own', async () => {
    const { reference } = await settledUp(world);
    const { body } = await receive(world, { number: 'S-1', reference, minutes: 30, amountOre: 20_001 });
    expect([body.state, codes(body.blocking)]).toEqual(['returned', ['WRONG_AMOUNT']]);
  });

  it('of a claim is returned: there is nothing to invoice', async () => {
    const { reference } = await settled(world, 60);
    const { body } = await receive(world, { number: 'S-1', reference, minutes: 0, amountOre: 20_000 });
    expect([body.state, codes(body.blocking)]).toEqual(['returned', ['NOTHING_TO_INVOICE']]);
  });

  it('stands in the list with a reference of its own', async () => {
    const { reference } = await settledUp(world);
    await receive(world, { number: 'S-1', reference, minutes: 30, amountOre: 20_000 });
    const { statements } = (await world.call('listInvoices', administrator, { query: { month } })).body;
    const shown = statements.filter(({ providerId }: { providerId: string }) => providerId === 'P1');
    expect(
      shown.map((one: { kind: string; state: string; leftOre: number }) => [one.kind, one.state, one.leftOre]),
    ).toEqual([
      ['statement', 'invoiceable', 420_000],
      ['settlement', 'nothing-due', 0],
      ['settlement', 'invoiced', 0],
    ]);
  });

  it('gives its place back when it is returned', async () => {
    const { reference } = await settledUp(world);
    const { body } = await receive(world, { number: 'S-1', reference, minutes: 30, amountOre: 20_000 });
    const back = await world.call('returnInvoice', administrator, {
      path: { invoiceId: body.invoiceId },
      body: { reason: 'Fel datum' },
    });
    expect(back.body.state).toBe('returned');
    const anew = await receive(world, { number: 'S-1', reference, minutes: 30, amountOre: 20_000 });
    expect(anew.body.state).toBe('received');
    expect((await attest(world, anew.body.invoiceId)).status).toBe(409);
  });
});
