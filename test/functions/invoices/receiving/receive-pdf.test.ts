import { beforeEach, describe, expect, it } from 'vitest';
import { providerStore } from '../../../../shared/stores/provider-store.ts';
import { aPageOf, aPdf } from '../../../support/a-pdf.ts';
import { administrator, manager, officer, type Person } from '../../../support/a-world.ts';
import { anInvoiceWorld, classify, figuresFor, type InvoiceWorld, seen } from '../../../support/an-invoice-world.ts';

let world: InvoiceWorld;
beforeEach(async () => {
  world = await anInvoiceWorld();
});

const codes = (all: readonly { code: string }[]) => all.map(({ code }) => code);
const send = (pdf: Buffer, who: Person = manager) =>
  world.call('receiveInvoice', who, { body: { file: { base64: pdf.toString('base64') }, figures: figuresFor(world) } });
const saying = (...lines: readonly string[]) =>
  aPdf((page) => {
    page.text('Faktura 2026-10-P1').text(`Referens ${world.reference}`).text('630 min, att betala 4 200,00 kr');
    page.text('Org.nr 556703-7485, bankgiro 5050-1055, datum 2026-11-16');
    for (const line of lines) page.text(line);
  });

describe('the text of a PDF is searched as a UBL’s is (L-42)', () => {
  it('and one in which nothing is found is marked secret by one', async () => {
    const { body } = await send(await saying());
    expect([body.state, body.source, body.blocking, body.warnings, body.looked]).toEqual([
      'received',
      'pdf',
      [],
      [],
      [],
    ]);
    expect((await classify(world, body.invoiceId)).body.state).toBe('classified');
  });

  it('for people’s numbers, which the administrator alone then sees', async () => {
    const answer = await send(await saying('Avser 19121212-1212'));
    expect([answer.body.state, codes(answer.body.blocking)]).toEqual(['returned', ['PII_ON_INVOICE']]);
    expect(answer.text).not.toMatch(/1212/);
    expect((await seen(world, answer.body.invoiceId, manager)).status).toBe(404);
    expect((await seen(world, answer.body.invoiceId, administrator)).status).toBe(200);
  });

  it('for the names of customers of that month', async () => {
    await world.call('saveCustomer', officer, {
      path: { caseNo: 'A-1' },
      body: { customer: { name: 'Elsa Provdal', personnummer: '19121212-1212' } },
    });
    const named = await send(await saying('Hjälp hos', 'Provdal, Elsa'));
    expect([named.body.state, codes(named.body.blocking)]).toEqual(['returned', ['PII_ON_INVOICE']]);
    expect(named.text).not.toMatch(/Provdal/i);
    const drawn = aPageOf('BT /F 12 Tf 50 700 Td (El) Tj 12 0 Td (sa) Tj 30 0 Td (Prov) Tj 24 0 Td (dal) Tj ET');
    expect(codes((await send(drawn)).body.blocking)).toEqual(['PII_ON_INVOICE']);
  });

  it('for case numbers', async () => {
    expect(codes((await send(await saying('Ärende A-2'))).body.blocking)).toEqual(['CASE_NUMBER']);
  });

  it('where a sole trader’s own number is nobody else’s', async () => {
    const p1 = await providerStore(world.table).find('P1');
    if (!p1) throw new Error('no provider');
    await world.put(providerStore(world.table).save({ ...p1.entity, organisationNumber: '19121212-1212' }, p1));
    const own = await saying('Innehavare 19121212-1212');
    const { body } = await world.call('receiveInvoice', manager, {
      body: {
        file: { base64: own.toString('base64') },
        figures: figuresFor(world, { sellerOrgNo: '121212-1212' }),
      },
    });
    expect([body.state, codes(body.blocking)]).toEqual(['received', []]);
  });

  it('for embedded files', async () => {
    const pdf = await aPdf((page) => page.text('Faktura').file(Buffer.from('x'), { name: 'a.txt' }));
    const { body } = await send(pdf);
    expect([body.state, codes(body.blocking)]).toEqual(['returned', ['ATTACHMENT']]);
  });

  it('but not among more words than any invoice has', async () => {
    const letter = (n: number) => String.fromCharCode(97 + (n % 26));
    const words = Array.from({ length: 1100 }, (_, n) => `${letter(n)}${letter(n / 26)}${letter(n / 676)}`);
    expect(codes((await send(await saying(words.join(' ')))).body.blocking)).toEqual(['TOO_MUCH_TEXT']);
  });
});

describe('a PDF without text that can be searched', () => {
  it.each([
    ['locked', () => aPdf((page) => page.text('hej'), { userPassword: 'x' }), 'låst'],
    ['scanned', () => Promise.resolve(aPageOf('q 595 0 0 842 0 0 cm BI /W 1 /H 1 ID x\nEI Q')), 'bilder'],
    ['broken', () => Promise.resolve(Buffer.from('%PDF-1.7 1 0 obj (')), 'skriven'],
  ])('as one that is %s, says so and is looked through by two', async (_, make, why) => {
    const { body } = await send(await make(), administrator);
    expect(body).toMatchObject({ state: 'received', source: 'scan', looked: [{ by: 'D1' }] });
    expect(codes(body.warnings)).toEqual(['NOT_SEARCHED']);
    expect(body.warnings[0].text).toContain(why);
    expect((await classify(world, body.invoiceId)).body.code).toBe('not-looked-through');
  });
});
