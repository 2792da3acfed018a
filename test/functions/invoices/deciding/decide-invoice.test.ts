import { beforeEach, describe, expect, it } from 'vitest';
import { providerStore } from '../../../../shared/stores/provider-store.ts';
import { administrator, head, manager } from '../../../support/a-world.ts';
import {
  anAttestedInvoice,
  anInvoiceWorld,
  attest,
  classify,
  code,
  figuresFor,
  type InvoiceWorld,
  month,
  receive,
  secondAdministrator,
  seen,
} from '../../../support/an-invoice-world.ts';

let world: InvoiceWorld;
beforeEach(async () => {
  world = await anInvoiceWorld();
});

const of = (invoiceId: string) => ({ path: { invoiceId } });
const release = (invoiceId: string, body: object = { telephoned: true, comment: 'Ringt, kontot är nytt' }) =>
  world.call('releaseInvoice', administrator, { ...of(invoiceId), body });
const returned = (invoiceId: string, body: object = { reason: 'Fel referens' }, who = administrator) =>
  world.call('returnInvoice', who, { ...of(invoiceId), body });

describe('an invoice that is held', () => {
  it('for another account waits until the administrator says that she has telephoned', async () => {
    const { invoiceId } = (await receive(world, { payee: '1234-5678' })).body;
    expect((await classify(world, invoiceId)).body.code).toBe('invoice-held');
    expect((await release(invoiceId, { comment: 'Nja' })).status).toBe(422);
    expect((await world.call('releaseInvoice', head, { ...of(invoiceId), body: {} })).status).toBe(403);
    expect((await release(invoiceId)).body).toMatchObject({ state: 'received', released: { by: 'D1' } });
    expect((await release(invoiceId)).body.code).toBe('invoice-not-held');
    expect((await classify(world, invoiceId)).body.state).toBe('classified');
  });

  it('for an amount below the statement’s is settled by a credit note and another invoice, not by words', async () => {
    const { invoiceId } = (await receive(world, { amountOre: 400_000 })).body;
    expect((await release(invoiceId)).body.code).toBe('invoice-differs');
    expect((await receive(world, { number: 'NY-1' })).body.blocking[0].code).toBe('SECOND_INVOICE');
    await receive(world, { number: 'K-1', credits: '2026-10-P1', amountOre: 400_000 });
    const { body } = await receive(world, { number: 'NY-1' });
    expect([body.state, (await classify(world, body.invoiceId)).body.state]).toEqual(['received', 'classified']);
  });

  it('is let go where credit note and another invoice have come to all of the statement, and all three are booked', async () => {
    const { invoiceId } = (await receive(world, { amountOre: 419_999 })).body;
    expect((await seen(world, invoiceId)).body.next).toEqual(['returnInvoice']);
    expect((await release(invoiceId)).body.code).toBe('invoice-differs');
    const credit = (await receive(world, { number: 'K-1', credits: '2026-10-P1', amountOre: 419_999 })).body.invoiceId;
    expect((await release(invoiceId)).body.code).toBe('invoice-differs');
    const other = (await receive(world, { number: 'NY-1' })).body.invoiceId;
    expect((await seen(world, invoiceId)).body.next).toEqual(['releaseInvoice', 'returnInvoice']);
    expect((await release(invoiceId)).body.state).toBe('received');
    for (const one of [invoiceId, credit, other]) {
      expect((await classify(world, one)).body.state).toBe('classified');
      await code(world, one);
      expect((await attest(world, one)).body.state).toBe('attested');
    }
  });

  it('for its minutes is let go after a talk, and walks on', async () => {
    const { invoiceId } = (await receive(world, { minutes: 629 })).body;
    expect((await seen(world, invoiceId)).body.next).toEqual(['releaseInvoice', 'returnInvoice']);
    expect((await release(invoiceId)).body.next).toEqual(['classifyInvoice', 'returnInvoice']);
    expect((await classify(world, invoiceId)).body.state).toBe('classified');
  });

  it('is returned by the administrator, and a right one is then received', async () => {
    const { invoiceId } = (await receive(world, { amountOre: 419_999 })).body;
    await returned(invoiceId);
    expect((await receive(world)).body.state).toBe('received');
  });

  it('tells the provider by mail that it is held, and inside the system how much stands', async () => {
    await receive(world, { amountOre: 400_000 });
    await world.tick();
    const mail = (await world.letters()).find(({ subject }) => subject === 'Er faktura hålls kvar');
    expect(mail).toMatchObject({ to: 'p1@utforare.example' });
    expect(mail?.text).not.toMatch(/4 ?200|4 ?000/);
    const { items } = (await world.call('listMessages', manager, {})).body;
    const { threadId } = items.find(({ title }: { title: string }) => title === 'Så mycket kan faktureras');
    const thread = await world.call('getThread', manager, { path: { threadId } });
    expect(thread.text).toMatch(/4\D200,00\Dkr/);
    expect(thread.text).toMatch(/10 h 30 min \(630 minuter\)/);
  });
});

describe('an invoice that is held for its account (L-40)', () => {
  it('stays held when its account is registered afterwards, until somebody has telephoned', async () => {
    const { invoiceId, state } = (await receive(world, { payee: '5050-1056' })).body;
    expect(state).toBe('held');
    const p1 = await providerStore(world.table).find('P1');
    if (!p1) throw new Error('no provider');
    await world.put(providerStore(world.table).save({ ...p1.entity, bankgiro: '5050-1056' }, p1));
    expect((await seen(world, invoiceId)).body.state).toBe('held');
    expect((await classify(world, invoiceId)).body.code).toBe('invoice-held');
  });
});

describe('an invoice is marked secret (L-41)', () => {
  it('by the administrator alone, once', async () => {
    const { invoiceId } = (await receive(world)).body;
    expect((await classify(world, invoiceId, head)).status).toBe(403);
    await classify(world, invoiceId);
    expect((await classify(world, invoiceId)).body.code).toBe('invoice-classified');
  });

  it('when invoice and credit notes equal the statement, and not before', async () => {
    const { invoiceId } = (await receive(world)).body;
    await receive(world, { number: 'K-1', credits: '2026-10-P1', amountOre: 20_000 });
    expect((await classify(world, invoiceId)).body.code).toBe('invoice-differs');
  });

  it('on paper when two have looked it through, of whom one has keyed it', async () => {
    const file = { base64: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]).toString('base64') };
    const body = { file, figures: figuresFor(world) };
    const paper = await world.call('receiveInvoice', administrator, { body });
    expect(paper.body).toMatchObject({ state: 'received', source: 'scan', looked: [{ by: 'D1' }] });
    const { invoiceId } = paper.body;
    expect((await classify(world, invoiceId)).body.code).toBe('not-looked-through');
    const look = (who = administrator) =>
      world.call('lookThroughInvoice', who, { ...of(invoiceId), body: { nothingPersonal: true } });
    expect((await look()).body.code).toBe('four-eyes');
    expect((await look(secondAdministrator)).body.looked).toHaveLength(2);
    expect((await look()).body.code).toBe('invoice-has-text');
    expect((await classify(world, invoiceId)).body.state).toBe('classified');
  });
});

describe('an invoice is coded (L-51)', () => {
  it('to the öre, anew until it is attested', async () => {
    const { invoiceId } = (await receive(world)).body;
    await classify(world, invoiceId);
    const rows = (ore: number) => ({
      rows: [
        { account: '4642', dims: { '1': '7110', '6': '5210' }, amountOre: 400_000 },
        { account: '4643', amountOre: ore },
      ],
    });
    expect((await code(world, invoiceId, rows(20_001))).body.code).toBe('coding-differs');
    expect((await code(world, invoiceId, rows(20_000))).body.coding.rows).toHaveLength(2);
    expect((await code(world, invoiceId)).body.coding.rows).toHaveLength(1);
    await attest(world, invoiceId);
    expect((await code(world, invoiceId)).body.code).toBe('invoice-attested');
  });

  it('by the accounts and places that the municipality has', async () => {
    const booking = {
      ...{ series: 'H', chart: 'KBAS2026', debt: { account: '2440' } },
      cost: { account: '4640', dims: { '1': '7110', '6': '5210' } },
    };
    world = await anInvoiceWorld({ settings: { booking } });
    const { invoiceId } = (await receive(world)).body;
    await classify(world, invoiceId);
    const { coding } = (await code(world, invoiceId)).body;
    expect(coding.rows).toEqual([{ account: '4640', dims: { '1': '7110', '6': '5210' }, amountOre: 420_000 }]);
  });
});

describe('a coding', () => {
  it('holds nobody’s number', async () => {
    const { invoiceId } = (await receive(world)).body;
    await classify(world, invoiceId);
    const rows = [{ account: '4642', dims: { '1': '121212-1212' }, amountOre: 420_000 }];
    expect(await code(world, invoiceId, { rows })).toMatchObject({
      status: 422,
      body: { faults: [{ code: 'person-id-in-text' }] },
    });
  });
});

describe('an invoice is returned', () => {
  it('with its attestation withdrawn, and is then not booked', async () => {
    const invoiceId = await anAttestedInvoice(world);
    expect((await returned(invoiceId, undefined, head)).body).toMatchObject({ state: 'returned', attestations: [] });
    expect((await returned(invoiceId)).body.code).toBe('invoice-returned');
    expect((await classify(world, invoiceId)).body.code).toBe('invoice-returned');
    expect((await attest(world, invoiceId)).body.code).toBe('invoice-returned');
    expect((await receive(world)).body.state).toBe('received');
  });

  it('not while a credit note of it is live', async () => {
    const { invoiceId } = (await receive(world)).body;
    const credit = await receive(world, { number: 'K-1', credits: '2026-10-P1' });
    expect((await returned(invoiceId)).body.code).toBe('invoice-credited');
    await returned(credit.body.invoiceId);
    expect((await returned(invoiceId)).body.state).toBe('returned');
  });

  it('never twice, as when it is attested in the same moment', async () => {
    const { invoiceId } = (await receive(world)).body;
    await classify(world, invoiceId);
    await code(world, invoiceId);
    const both = await Promise.all([attest(world, invoiceId), returned(invoiceId)]);
    expect(both.map(({ status }) => status)).toEqual(expect.arrayContaining([200]));
    const { body } = await seen(world, invoiceId);
    expect([body.state, body.attestations]).toEqual(['returned', []]);
    expect((await world.call('listInvoices', administrator, { query: { month } })).body.statements[0].leftOre).toBe(
      420_000,
    );
  });

  it('with what somebody sees of a person on it, for the administrator alone', async () => {
    const { invoiceId } = (await receive(world)).body;
    await returned(invoiceId, { reason: 'Det står ett namn på den', personalData: true });
    expect((await seen(world, invoiceId)).body.state).toBe('returned');
    for (const who of [head, manager]) expect((await seen(world, invoiceId, who)).status).toBe(404);
  });
});
