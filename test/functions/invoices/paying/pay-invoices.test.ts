import { beforeEach, describe, expect, it } from 'vitest';
import { readKronor } from '../../../../functions/invoices/paying/payment-rows.ts';
import { membershipStore } from '../../../../shared/stores/membership-store.ts';
import { coordinator, head, manager, type Person } from '../../../support/a-world.ts';
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
import { crashingAt } from '../../../support/shaken-ports.ts';

const finance: Person = { userId: 'E1', role: 'finance' };
const header = 'Fakturanummer;Organisationsnummer;Betald;Referens;Belopp';
const payment = (over: readonly (string | undefined)[] = []) => {
  const row = ['2026-10-P1', '556703-7485', '2026-11-16', 'BG-4711', '4 200,00'];
  return row.map((field, index) => over[index] ?? field).join(';');
};
const file = (...rows: readonly string[]) => [header, ...rows, ''].join('\r\n');

let world: InvoiceWorld;
beforeEach(async () => {
  world = await anInvoiceWorld();
  await world.put(membershipStore(world.table).save({ ...finance, email: 'e1@kommun.example' }, undefined));
});
const exported = () => world.call('exportBookings', finance, { body: {} });
const settle = (text: string, who = finance) => world.call('payInvoices', who, { body: { file: { text } } });
/** How many letters have told the provider that it is paid. */
const toldPaid = async () => (await world.letters()).filter(({ subject }) => /betal/i.test(subject)).length;
type Row = { row: number; outcome: string; code?: string };
const outcomes = async (...rows: readonly string[]) =>
  (await settle(file(...rows))).body.rows.map(({ outcome, code: why }: Row) => `${outcome} ${why ?? ''}`.trim());

describe('what the ledger has paid, as a file', () => {
  it('is taken to the öre, once, and the provider sees it and is told', async () => {
    const invoiceId = await anAttestedInvoice(world);
    await exported();
    const answer = await settle(file(payment()));
    expect(answer).toMatchObject({ status: 200, body: { rows: [{ row: 2, outcome: 'taken', invoiceId }] } });
    expect((await seen(world, invoiceId, coordinator)).body).toMatchObject({
      state: 'paid',
      paid: { on: '2026-11-16', reference: 'BG-4711' },
    });
    await world.tick();
    expect(await toldPaid()).toBe(1);
    const journal = await world.monthJournal('2026-10', 'P1');
    expect(journal.filter((row) => row.startsWith('invoice-paid'))).toHaveLength(1);
    world.sleepTo('2026-11-16', '10:00');
    expect(await outcomes(payment(), payment([undefined, '5567037485', undefined, undefined, '4200']))).toEqual([
      'already',
      'already',
    ]);
  });

  it('answers each row: another amount, another day, no such invoice, not handed over, twice in one file', async () => {
    const invoiceId = await anAttestedInvoice(world);
    expect(await outcomes(payment())).toEqual(['differing invoice-not-exported']);
    await exported();
    expect(
      await outcomes(
        payment([undefined, undefined, undefined, undefined, '4 200,01']),
        payment([undefined, undefined, undefined, undefined, '-4 200,00']),
        payment(['2026-10-P9']),
        payment([undefined, '556000-0001']),
        payment([' 2026-10-p1 ']),
        payment(),
        payment([undefined, undefined, '2026-11-15']),
      ),
    ).toEqual([
      ...['differing payment-amount-differs', 'differing payment-amount-differs', 'unknown invoice-not-found'],
      ...['unknown invoice-not-found', 'taken', 'already', 'differing payment-differs'],
    ]);
    expect((await seen(world, invoiceId)).body.state).toBe('paid');
    expect(await outcomes(payment([undefined, undefined, undefined, 'BG-4712']))).toEqual([
      'differing payment-differs',
    ]);
  });

  it('a credit note stands below zero', async () => {
    await anAttestedInvoice(world);
    await exported();
    const credit = (await receive(world, { number: 'K-1', credits: '2026-10-P1', amountOre: 20_000 })).body.invoiceId;
    await classify(world, credit);
    await code(world, credit);
    await attest(world, credit);
    await exported();
    const row = (amount: string) => payment(['K-1', undefined, undefined, undefined, amount]);
    expect(await outcomes(row('200,00'), row('-200,00'))).toEqual(['differing payment-amount-differs', 'taken']);
  });

  it('names all that cannot be read, and takes nothing then', async () => {
    const invoiceId = await anAttestedInvoice(world);
    await exported();
    const bad = await settle(
      file(payment(), ';x;2026-13-01;;1,5', payment([undefined, undefined, '2026-11-17', '191212121212'])),
    );
    expect([bad.status, bad.body.code]).toEqual([422, 'bad-payments']);
    expect(bad.body.faults.map(({ at, code: why }: { at: string; code: string }) => `${at} ${why}`)).toEqual([
      ...[
        ['Fakturanummer', 'bad-value'],
        ['Organisationsnummer', 'bad-value'],
        ['Betald', 'bad-date'],
      ].map(([column, why]) => `body.file row 3 column ${column} ${why}`),
      ...[
        ['Referens', 'bad-value'],
        ['Belopp', 'bad-number'],
      ].map(([column, why]) => `body.file row 3 column ${column} ${why}`),
      'body.file row 4 column Betald date-ahead',
    ]);
    const named = await settle(file(payment([undefined, undefined, undefined, '191212121212'])));
    expect(named.body.faults).toMatchObject([{ code: 'person-id-in-text' }]);
    expect((await settle('a;b\r\n')).body.faults).toMatchObject([{ code: 'WRONG_HEADER' }]);
    expect((await settle('')).body.faults).toMatchObject([{ code: 'WRONG_HEADER' }]);
    expect((await settle(file(...Array.from({ length: 201 }, () => payment())))).body.code).toBe('too-many-rows');
    expect((await seen(world, invoiceId)).body.state).toBe('exported');
    for (const who of [manager, head]) expect((await settle(file(payment()), who)).status).toBe(403);
  });

  it('cut off at any write, the same file again leaves each paid once', async () => {
    for (const when of ['before', 'after'] as const)
      for (let n = 0, isOver = false; !isOver; n++) {
        world = await anInvoiceWorld();
        await world.put(membershipStore(world.table).save({ ...finance, email: 'e1@kommun.example' }, undefined));
        const invoiceId = await anAttestedInvoice(world);
        await exported();
        const crash = crashingAt(world, n, when);
        await settle(file(payment())).catch(() => undefined);
        crash.restore();
        isOver = !crash.happened();
        expect((await outcomes(payment()))[0]).toMatch(/^(taken|already)$/);
        expect((await seen(world, invoiceId)).body.state).toBe('paid');
        await world.tick();
        expect(await toldPaid()).toBe(1);
      }
  });

  it('reads kronor as people and programs write them, to the öre', () => {
    expect(
      ['4200', '4 200,00', '4200.05', '-0,01', '−1\u00a0000', '1,5', '1,234', '1 00', 'kr'].map(readKronor),
    ).toEqual([420_000, 420_000, 420_005, -1, -100_000, undefined, undefined, undefined, undefined]);
  });
});
