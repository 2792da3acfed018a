import { beforeEach, describe, expect, it } from 'vitest';
import {
  administrator,
  coordinator,
  head,
  manager,
  neighbourManager,
  officer,
  type Person,
} from '../../../support/a-world.ts';
import { goodInvoice, replaced } from '../../../support/an-invoice.ts';
import {
  anAttestedInvoice,
  anInvoiceWorld,
  figuresFor,
  type InvoiceWorld,
  month,
  receive,
  seen,
} from '../../../support/an-invoice-world.ts';

let world: InvoiceWorld;
beforeEach(async () => {
  world = await anInvoiceWorld();
});

const codes = (body: { blocking: readonly { code: string }[] }) => body.blocking.map(({ code }) => code);
const ubl = (change: (xml: string) => string = (xml) => xml) =>
  change(
    goodInvoice
      .replaceAll('85386.25', '4200.00')
      .replaceAll('>12345<', '>630<')
      .replaceAll('>415.00<', '>400.00<')
      .replaceAll('2026-11-13', '2026-11-16')
      .replaceAll('U-0123-4567-89ab-cdef', world.reference),
  );
const send = (text: string, who: Person = manager, more: object = {}) =>
  world.call('receiveInvoice', who, { body: { file: { text }, ...more } });
const live = async () => {
  const { items } = (await world.call('listInvoices', administrator, { query: { month } })).body;
  return items
    .filter(({ state }: { state: string }) => state !== 'returned')
    .reduce(
      (sum: number, { kind, amountOre }: { kind: string; amountOre: number }) =>
        sum + (kind === 'CREDIT' ? -amountOre : amountOre),
      0,
    );
};

describe('what comes in', () => {
  it('as UBL is judged by its format too, and received', async () => {
    const { status, body } = await send(ubl());
    expect([codes(body), status, body.state, body.source]).toEqual([[], 201, 'received', 'ubl']);
    expect(body.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is found by its seller and its reference, whoever keys it', async () => {
    const answer = await receive(world, { month: null }, administrator);
    expect(answer.body).toMatchObject({ state: 'received', providerId: 'P1', month });
  });

  it('as figures without a reference is found by the month said beside them, with a warning', async () => {
    const { body } = await receive(world, { reference: null, month: null }, manager, { month });
    expect([body.state, codes(body), body.warnings.map(({ code }: { code: string }) => code)]).toEqual([
      ...['received', [], ['NO_REFERENCE']],
    ]);
    const other = await receive(world, { reference: null, month: '2026-09' }, manager, { month });
    expect(codes(other.body)).toContain('WRONG_MONTH');
  });

  it('by an officer, a head or another provider is not taken for the provider’s', async () => {
    for (const who of [officer, head]) expect((await receive(world, {}, who)).status).toBe(403);
    expect((await receive(world, {}, neighbourManager)).body.code).toBe('invoice-not-asked');
  });

  it('before the statement is sent is refused (L-39)', async () => {
    const early = await receive(world, { reference: null, month: '2026-11' }, manager, { month: '2026-11' });
    expect(early).toMatchObject({ status: 409, body: { code: 'statement-not-sent' } });
  });

  it.each([
    ['with a document type', (xml: string) => xml.replace('<Invoice ', '<!DOCTYPE x><Invoice '), 'invoice-unreadable'],
    [
      'with an entity',
      (xml: string) => xml.replace('<Invoice ', '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><Invoice '),
      'invoice-unreadable',
    ],
    ['that is no invoice', () => '<Order/>', 'invoice-unreadable'],
    ['that is a PDF alone', () => '%PDF-1.7', 'figures-missing'],
  ])('%s cannot be judged, and is refused', async (_, change, code) => {
    const answer = await send(ubl(change));
    expect(answer).toMatchObject({ status: 422, body: { code } });
    expect((await world.call('listInvoices', administrator, {})).body.items).toEqual([]);
  });

  it('a packed file cannot be judged, and is refused', async () => {
    const base64 = Buffer.from('PK\u0003\u0004\u0000\u0000').toString('base64');
    const answer = await world.call('receiveInvoice', manager, { body: { file: { base64 } } });
    expect(answer).toMatchObject({ status: 422, body: { code: 'invoice-unreadable' } });
  });

  it('nothing is refused by its place', async () => {
    const nothing = await world.call('receiveInvoice', manager, { body: {} });
    expect(nothing).toMatchObject({ status: 422, body: { code: 'file-or-figures-missing' } });
    const both = await send(ubl(), manager, { figures: figuresFor(world) });
    expect(both.body.code).toBe('figures-not-asked');
  });
});

describe('what is wrong with it', () => {
  it.each([
    ['one öre above', { amountOre: 420_001 }, 'returned', ['WRONG_AMOUNT']],
    ['one öre below', { amountOre: 419_999 }, 'held', ['WRONG_AMOUNT']],
    ['a minute too many', { minutes: 631 }, 'held', ['WRONG_MINUTES']],
    ['another account', { payee: '1234-5678' }, 'held', ['PAYEE_CHANGED']],
    ['dated before the statement', { issueDate: '2026-11-12' }, 'returned', ['BEFORE_STATEMENT']],
    ['a case number', { texts: ['avser A-2'] }, 'returned', ['CASE_NUMBER']],
    ['with tax', { vatOre: 105_000 }, 'returned', ['WRONG_AMOUNT', 'VAT']],
    [
      'another account and dated before',
      { payee: '1', issueDate: '2026-11-12' },
      'returned',
      ['BEFORE_STATEMENT', 'PAYEE_CHANGED'],
    ],
  ])('%s: %o', async (_, over, state, wrong) => {
    const { body } = await receive(world, over);
    expect([body.state, codes(body)]).toEqual([state, wrong]);
  });

  it('with an embedded file it is returned (L-42)', async () => {
    const file =
      '<cac:AdditionalDocumentReference><cbc:ID>1</cbc:ID><cac:Attachment><cbc:EmbeddedDocumentBinaryObject mimeCode="application/pdf" filename="a.pdf">AAAA</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference>';
    const { body } = await send(ubl(replaced('<cac:AccountingSupplierParty>', `${file}<cac:AccountingSupplierParty>`)));
    expect([body.state, codes(body)]).toEqual(['returned', ['ATTACHMENT']]);
  });

  it('a person’s number is repeated nowhere, and from then on the administrator alone sees it (L-42)', async () => {
    const answer = await receive(world, { texts: ['Hemtjänst för 19121212-1212'] });
    expect([answer.body.state, codes(answer.body)]).toEqual(['returned', ['PII_ON_INVOICE']]);
    expect(answer.text).not.toMatch(/1212/);
    const { invoiceId } = answer.body;
    expect((await seen(world, invoiceId)).body.state).toBe('returned');
    for (const who of [head, manager, coordinator]) {
      expect((await seen(world, invoiceId, who)).body.code).toBe('invoice-not-found');
      expect((await world.call('listInvoices', who, { query: { month } })).body.items).toEqual([]);
      expect((await world.call('getInvoiceFile', who, { path: { invoiceId } })).status).toBe(404);
    }
    const file = await world.call('getInvoiceFile', administrator, { path: { invoiceId } });
    expect(file.body.contentType).toBe('application/json');
    await world.tick();
    const letters = await world.letters();
    const letter = letters.find(({ subject }) => subject === 'Er faktura är återsänd');
    expect(letter?.text).toContain('Det står en personuppgift på fakturan.');
    expect(letters.map(({ text }) => text).join()).not.toMatch(/1212/);
  });

  it('a customer’s name is known without opening anybody (L-42)', async () => {
    await world.call('saveCustomer', officer, {
      path: { caseNo: 'A-1' },
      body: { customer: { name: 'Elsa Provdal', personnummer: '19121212-1212' } },
    });
    const named = await receive(world, { texts: ['Hjälp hos Elsa Provdal'] });
    expect([named.body.state, codes(named.body)]).toEqual(['returned', ['PII_ON_INVOICE']]);
    expect(named.text).not.toMatch(/Provdal/i);
    const maybe = await receive(world, { texts: ['Provdals gata'] });
    expect([maybe.body.state, maybe.body.warnings.map(({ code }: { code: string }) => code)]).toEqual([
      'received',
      ['NAME_MAYBE'],
    ]);
  });

  it('with more words than are searched it is returned unsearched', async () => {
    const letter = (n: number) => String.fromCharCode(97 + (n % 26));
    const words = Array.from({ length: 1100 }, (_, n) => `${letter(n)}${letter(n / 26)}${letter(n / 676)}`);
    const { body } = await receive(world, { texts: [words.join(' ')] });
    expect([body.state, codes(body)]).toEqual(['returned', ['TOO_MUCH_TEXT']]);
  });
});

describe('one invoice a statement (L-40)', () => {
  it('the same again is returned, and the first stands', async () => {
    const first = await receive(world);
    const again = await receive(world);
    expect([again.body.state, codes(again.body)]).toEqual(['returned', ['SECOND_INVOICE', 'SAME_NUMBER']]);
    expect((await seen(world, first.body.invoiceId)).body.state).toBe('received');
    expect(await live()).toBe(420_000);
  });

  it('two in the same moment: one is received, and what is live is never above the statement', async () => {
    const both = await Promise.all([receive(world), receive(world, { number: 'ANNAN-1' })]);
    expect(both.map(({ body }) => body.state).toSorted()).toEqual(['received', 'returned']);
    expect(await live()).toBe(420_000);
  });

  it('a returned one frees its number and its place', async () => {
    const { invoiceId } = (await receive(world)).body;
    const back = await world.call('returnInvoice', administrator, {
      path: { invoiceId },
      body: { reason: 'Fel bilaga' },
    });
    expect(back.body).toMatchObject({ state: 'returned', returned: { by: 'D1', comment: 'Fel bilaga' } });
    expect((await receive(world)).body.state).toBe('received');
  });

  it('a credit note names its invoice, never takes more than there is, and opens for another', async () => {
    const unknown = await receive(world, { number: 'K-0', credits: 'FINNS-INTE' });
    expect([unknown.body.kind, codes(unknown.body)]).toEqual(['CREDIT', ['CREDITS_NOTHING']]);
    await anAttestedInvoice(world);
    const much = await receive(world, { number: 'K-1', credits: '2026-10-P1', amountOre: 420_001 });
    expect([much.body.state, codes(much.body)]).toEqual(['returned', ['WRONG_AMOUNT']]);
    const credit = await receive(world, { number: 'K-2', credits: '2026-10-p1', reference: null });
    expect([credit.body.state, credit.body.kind, credit.body.month]).toEqual(['received', 'CREDIT', month]);
    expect(await live()).toBe(0);
    expect((await receive(world, { number: 'NY-1' })).body.state).toBe('received');
    expect(await live()).toBe(420_000);
    // The credit note's place is taken: it cannot go back, nor can what it credits.
    const path = { invoiceId: credit.body.invoiceId };
    const back = await world.call('returnInvoice', administrator, { path, body: { reason: 'Fel' } });
    expect(back.body.code).toBe('invoice-above-statement');
  });
});

describe('a list of invoices', () => {
  it('says which months may be invoiced, and how much is left', async () => {
    const list = async (who: Person, query: object = {}) =>
      (await world.call('listInvoices', who, { query: { ...query } })).body;
    const open = await list(manager);
    expect(open.statements.find((one: { month: string }) => one.month === month)).toMatchObject({
      ...{ state: 'invoiceable', toInvoiceOre: 420_000, leftOre: 420_000, reference: world.reference },
    });
    await receive(world);
    expect((await list(head, { month })).statements).toMatchObject([
      { providerId: 'P1', state: 'invoiced', leftOre: 0 },
    ]);
    expect((await list(manager)).items).toHaveLength(1);
    expect((await list(neighbourManager)).items).toEqual([]);
    expect((await list(administrator, { state: 'held' })).items).toEqual([]);
    expect((await list(administrator, { providerId: 'P1', month, state: 'received' })).items).toHaveLength(1);
  });
});
