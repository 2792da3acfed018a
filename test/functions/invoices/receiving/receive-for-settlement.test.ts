import { beforeEach, describe, expect, it } from 'vitest';
import { invoiceReference } from '../../../../shared/domain/invoice-reference.ts';
import { administrator, head, officer } from '../../../support/a-world.ts';
import {
  anInvoiceWorld,
  attest,
  classify,
  code,
  type InvoiceWorld,
  month,
  ofP1,
  receive,
} from '../../../support/an-invoice-world.ts';

let world: InvoiceWorld;
const codes = (all: readonly { code: string }[]) => all.map((one) => one.code);

/** P1 keeps no case after October. */
async function endAll(): Promise<void> {
  for (const caseNo of ['A-1', 'A-2', 'A-3']) {
    const key = { pk: `CASE#${caseNo}`, sk: 'ASSIGNMENT#2025-03-01#P1' };
    const { data, version, indexes } = (await world.table.get(key)) ?? {};
    const item = {
      ...key,
      data: { ...(data as object), to: '2026-10-31' },
      indexes: indexes ?? { g3: { pk: 'ASSIGNMENTS#P1', sk: caseNo } },
    };
    await world.put({ kind: 'put', over: version ?? 0, item });
  }
}

/** An officer's own mistake, found after the last month: so many minutes more or less. */
async function settled(minutes: number): Promise<{ reference: string; sha256: string; toInvoiceOre: number }> {
  await endAll();
  const decided = await world.call('decideAdjustment', officer, {
    path: { ...ofP1, caseNo: 'A-2' },
    body: { minutes, comment: 'Fel i beslutet', contacts: [{ with: 'provider' }], mistake: true },
  });
  if (decided.status >= 300) throw new Error(`not adjusted: ${decided.text}`);
  const sent = await world.sign(head, ['intendSettlement', 'sendSettlement'], { path: ofP1, body: {} });
  if (sent.status !== 201) throw new Error(`not settled: ${sent.text}`);
  const { sha256 } = sent.body.record;
  const { toInvoiceOre } = sent.body.month.settlements.at(-1);
  return { reference: invoiceReference({ sha256 }), sha256, toInvoiceOre };
}

/** What was claimed back first is owed after all: 30 minutes, 200 kronor to invoice. */
async function settledUp() {
  await settled(60);
  return settled(90);
}

beforeEach(async () => {
  world = await anInvoiceWorld();
});

describe('a settlement’s invoice (After the close)', () => {
  it('is judged by the settlement alone, beside the invoice of the month’s own statement, and attested as it is', async () => {
    expect((await receive(world)).body.state).toBe('received');
    const { reference, sha256, toInvoiceOre } = await settledUp();
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
    const { sha256 } = await settledUp();
    const { body } = await receive(world, { number: 'S-1', reference: null, minutes: 30, amountOre: 20_000 });
    expect([body.statementSha256, codes(body.warnings)]).toEqual([sha256, ['NO_REFERENCE']]);
  });

  it('of more than the settlement is returned, whatever is left of the month’s own', async () => {
    const { reference } = await settledUp();
    const { body } = await receive(world, { number: 'S-1', reference, minutes: 30, amountOre: 20_001 });
    expect([body.state, codes(body.blocking)]).toEqual(['returned', ['WRONG_AMOUNT']]);
  });

  it('of a claim is returned: there is nothing to invoice', async () => {
    const { reference } = await settled(60);
    const { body } = await receive(world, { number: 'S-1', reference, minutes: 0, amountOre: 20_000 });
    expect([body.state, codes(body.blocking)]).toEqual(['returned', ['NOTHING_TO_INVOICE']]);
  });

  it('stands in the list with a reference of its own', async () => {
    const { reference } = await settledUp();
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
    const { reference } = await settledUp();
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
