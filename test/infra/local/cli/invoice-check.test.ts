import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aStatement, aStatementLine } from '../../../support/a-statement.ts';
import { figures, goodInvoice } from '../../../support/an-invoice.ts';

const folder = mkdtempSync(join(tmpdir(), 'invoice-'));
const written = (name: string, content: object | string): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};

const { sha256, ...content } = aStatement({
  totalMinutes: 12_345,
  amountOre: 8_538_625,
  orePerHour: 41_500,
  lines: [aStatementLine({ charged: 12_345 })],
  invoiceAddress: 'Leksands kommun\nFakturaenheten VoO Kundval\n793 80 LEKSAND',
});
const statement = written('statement-P1.json', { sha256, payload: { kind: 'statement', content } });
const cases = written('cases.json', {
  municipality: 'Exempelkommun',
  month: '2026-10',
  rates: [{ validFrom: '2026-01-01', orePerHour: 41_500 }],
  providers: [{ id: 'P1', kind: 'private', name: 'Omsorg AB', orgNo: '556703-7485', bankgiro: '5050-1055' }],
  officers: [{ id: 'O1' }],
  cases: [
    {
      ...{ caseNo: 'A-1001', providerId: 'P1', officerId: 'O1', from: '2025-01-01', to: null },
      ...{ customer: { name: 'Elsa Provdal' }, services: [{ code: 'OMV', minutesPerMonth: 12_345 }] },
    },
  ],
});
const good = written('good.xml', goodInvoice);

/** Judges an invoice as a person would, and gives what came out. */
const judged = (...args: readonly string[]): Promise<{ code: unknown; out: string; err: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, ['infra/local/utfort.ts', 'invoice-check', ...args], (error, out, err) =>
      resolve({ code: error ? error.code : 0, out, err }),
    );
  });

describe.concurrent('utfort invoice-check', () => {
  it('0: accepts an invoice that is as the statement says, with the keys that the contract names', async () => {
    const { code, out } = await judged(good, '--statement', statement, '--cases', cases);
    expect(code).toBe(0);
    const answer = JSON.parse(out);
    expect(answer).toMatchObject({ verdict: 'ACCEPT', number: '2026-10-P1', minutes: 12_345, amountOre: 8_538_625 });
    const keys = ['verdict', 'number', 'issueDate', 'minutes', 'amountOre', 'blocking', 'warnings'];
    expect(Object.keys(answer)).toEqual(keys);
  });

  it('judges a settlement’s invoice by that settlement alone, beside the invoice of the month (After the close)', async () => {
    const adjustment = { month: '2026-10', caseNo: 'A-1001', minutes: 30, amountOre: 20_750 };
    const settled = {
      ...{ ...content, totalMinutes: 0, amountOre: 0, lines: [], adjustments: [adjustment] },
      ...{ adjustmentsOre: 20_750, broughtForwardOre: 0, toInvoiceOre: 20_750, carriedForwardOre: 0, claimOre: 0 },
    };
    const settlement = (name: string, over: object) =>
      written(name, { sha256: 'f'.repeat(64), payload: { kind: 'settlement', content: { ...settled, ...over } } });
    const said = { number: 'S-1', minutes: 30, amountOre: 20_750, reference: 'U-ffff-ffff-ffff-ffff' };
    const own = written('settled.json', figures(said));
    const about = ['--statement', settlement('settlement.json', {}), '--cases', cases];
    const answer = await judged(own, ...about, '--earlier', good);
    expect([answer.code, JSON.parse(answer.out).blocking]).toEqual([0, []]);
    const second = await judged(
      written('settled-2.json', figures({ ...said, number: 'S-2' })),
      ...about,
      '--earlier',
      own,
    );
    expect(JSON.parse(second.out).blocking).toMatchObject([{ code: 'SECOND_INVOICE' }]);
    const claim = settlement('claim.json', { toInvoiceOre: 0, claimOre: 20_750 });
    const claimed = await judged(own, '--statement', claim, '--cases', cases);
    expect([claimed.code, JSON.parse(claimed.out).blocking]).toMatchObject([1, [{ code: 'NOTHING_TO_INVOICE' }]]);
  });

  it('1: returns one with a customer’s name and one öre off, all at once, and says neither name nor number', async () => {
    const wrong = written('wrong.json', figures({ amountOre: 8_538_626, texts: ['Elsa Provdal 19121212-1212'] }));
    const { code, out, err } = await judged(wrong, '--statement', statement, '--cases', cases);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      verdict: 'RETURN',
      blocking: [
        { rule: 'L-40', code: 'WRONG_AMOUNT', at: 'amountOre' },
        { rule: 'L-42', code: 'PII_ON_INVOICE', at: 'texts[0]' },
      ],
    });
    expect(out + err).not.toMatch(/provdal|1212/i);
  });

  it('1: returns one that has come before', async () => {
    const { code, out } = await judged(good, '--statement', statement, '--earlier', good);
    expect({ code, codes: JSON.parse(out).blocking.map((one: { code: string }) => one.code) }).toEqual({
      code: 1,
      codes: ['SECOND_INVOICE', 'SAME_NUMBER'],
    });
  });

  it.each([
    ['no file', ['--statement', statement], 'en faktura ska anges'],
    ['no statement', [good], '--statement saknas'],
    ['a file that is not there', ['saknas.xml', '--statement', statement], 'saknas.xml: filen finns inte'],
    ['what is no statement', [good, '--statement', cases], 'inte en undertecknad sammanställning'],
    ['what is no invoice', [statement, '--statement', statement], 'ingen faktura i UBL'],
    [
      'a document type',
      [written('d.xml', `<!DOCTYPE a>${goodInvoice}`), '--statement', statement],
      'ingen faktura i UBL',
    ],
    ['too much', [written('b.xml', ' '.repeat(5 * 1024 * 1024 + 1)), '--statement', statement], 'större än 5 MiB'],
    ['an unknown flag', [good, '--statement', statement, '--keys', 'x'], '--keys'],
  ])('2: %s', async (_, args, words) => {
    const { code, out, err } = await judged(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(words);
  });
});
