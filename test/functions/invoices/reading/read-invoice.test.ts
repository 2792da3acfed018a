import { describe, expect, it } from 'vitest';
import { mostInvoiceBytes, readInvoice } from '../../../../functions/invoices/reading/read-invoice.ts';
import { figures, goodCreditNote, goodInvoice, goodInvoices, invoiceOf } from '../../../support/an-invoice.ts';

const read = (text: string) => readInvoice(new TextEncoder().encode(text));
const at = (from: string, to: string) => goodInvoice.replace(from, to);
const start = '<?xml version="1.0" encoding="UTF-8"?>';
const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 9 }, (_, n) => `<!ENTITY a${n} "${`&a${n === 0 ? '' : n - 1};`.repeat(10)}">`).join('')}]>`;

describe('what is no invoice that can be judged', () => {
  it.each([
    ['a document type', at(start, `${start}<!DOCTYPE Invoice>`)],
    ['entities that grow', at(start, start + bomb).replace('VoO Kundval', '&a8;')],
    [
      'an entity from outside',
      at(start, `${start}<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>`).replace('VoO Kundval', '&a;'),
    ],
    ['an entity that is not declared', at('VoO Kundval', '&a;')],
    ['what is not closed', goodInvoice.slice(0, -20)],
    ['what is after the end', `${goodInvoice}<a/>`],
    ['a prefix that is not declared', at('<cbc:BuyerReference>', '<x:y/><cbc:BuyerReference>')],
    [
      'what is deeper than any invoice',
      at('<cbc:BuyerReference>', `${'<a>'.repeat(50)}${'</a>'.repeat(50)}<cbc:BuyerReference>`),
    ],
    ['more elements than any invoice has', at('<cbc:BuyerReference>', `${'<a/>'.repeat(100_001)}<cbc:BuyerReference>`)],
    ['an order', goodInvoice.replaceAll('Invoice-2', 'Order-2')],
    ['an invoice in no namespace', '<Invoice/>'],
    ['another JSON', '{"number":"1"}'],
    ['figures of half an öre', figures({ amountOre: 1.5 })],
    ['figures without a day', figures({ issueDate: '2026-02-30' })],
    ['a text', 'Faktura'],
    ['nothing', ''],
    ['an encoding that is not known', at('UTF-8', 'EBCDIC')],
  ])('%s', (_, text) => {
    expect(read(text)).toMatchObject({ ok: false, code: 'invoice-unreadable' });
  });

  it('more than 5 MiB is not looked at', () => {
    expect(readInvoice(new Uint8Array(mostInvoiceBytes + 1))).toMatchObject({ ok: false, code: 'invoice-too-large' });
  });

  it('bytes that are no text', () => {
    expect(readInvoice(Uint8Array.of(0x3c, 0xff, 0xfe))).toMatchObject({ ok: false, code: 'invoice-unreadable' });
  });
});

describe('the same invoice, however it is written', () => {
  const said = ({ number, minutes, netOre, vatOre, payableOre, sellerId }: ReturnType<typeof invoiceOf>) => ({
    ...{ number, minutes, netOre, vatOre, payableOre, sellerId },
  });
  const wanted = {
    ...{ number: '2026-10-P1', minutes: 12_345, netOre: 8_538_625, vatOre: 0, payableOre: 8_538_625 },
    sellerId: '5567037485',
  };

  it.each([...Object.entries(goodInvoices), ['in figures', figures()]])('%s', (_, text) => {
    expect(said(invoiceOf(text))).toEqual(wanted);
  });

  it.each([
    ['with a byte order mark', Buffer.from(`\ufeff${goodInvoice}`)],
    ['in UTF-16', Buffer.from(`\ufeff${goodInvoice.replace('UTF-8', 'UTF-16')}`, 'utf16le')],
    ['in ISO 8859-1', Buffer.from(goodInvoice.replace('UTF-8', 'ISO-8859-1'), 'latin1')],
  ])('%s', (_, bytes) => {
    const result = readInvoice(bytes);
    expect(result.ok && said(result.value.invoice)).toEqual(wanted);
  });

  it('a credit note names what it credits', () => {
    expect(invoiceOf(goodCreditNote)).toMatchObject({ kind: 'CREDIT', credits: '2026-10-P1', netOre: 8_538_625 });
    expect(invoiceOf(figures({ credits: 77 }))).toMatchObject({ kind: 'CREDIT', credits: '77' });
  });

  it('places are of names that UBL has, whatever names a file makes up', () => {
    const { texts } = invoiceOf(at('<cbc:BuyerReference>', '<cbc:Elsa>x</cbc:Elsa><cbc:BuyerReference>'));
    expect(texts.find(({ text }) => text === 'x')?.at).toBe('/Invoice/*');
  });
});
