import { describe, expect, it } from 'vitest';
import type { Statement } from '../../../../functions/months/statement/statement.ts';
import { statementPdf } from '../../../../functions/months/statement/statement-pdf.ts';
import { contentHash } from '../../../../shared/domain/canonical.ts';
import { findPersonIds } from '../../../../shared/domain/person-id.ts';
import { installedFonts } from '../../../../shared/pdf/load-fonts.ts';
import { aLongStatement, aStatement, aStatementLine } from '../../../support/a-statement.ts';
import { pdfText } from '../../../support/pdf-text.ts';

const printed = (statement: Statement) => statementPdf(statement, installedFonts());

const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;
/** As a person reads on over the line ends. */
const prose = (bytes: Uint8Array) => pdfText(bytes).replace(/\s+/g, ' ');

describe('the statement on paper', () => {
  it('says what may be invoiced, by whom, for what and how', async () => {
    const text = prose(await printed(aStatement()));
    for (const expected of [
      'Sammanställning att fakturera',
      'Omsorg Ett AB, oktober 2026',
      '83 h 45 min',
      '387,50 kr/h',
      '32 453,13 kr',
      'fredagen den 13 november 2026 kl. 10:00',
      'Hedda Holm, myndighetschef',
      'Fakturaenheten VoO Kundval',
      'söndagen den 13 december 2026',
      'en enda faktura för alla kunders timmar',
      'inga personuppgifter och inga ärendenummer på fakturan',
      'Tack för ett prydligt underlag.',
      'Sida 1 av 2',
      'Sida 2 av 2',
    ]) {
      expect(text).toContain(expected);
    }
  });

  it('shows each case with its figures, and the sums', async () => {
    const text = pdfText(await printed(aStatement()));
    const row = (...cells: string[]) => cells.join('\n');
    expect(text).toContain(row('A-1001', '20:00', '20:00', '19:00', '1:00', '0:00', '20:00', 'Godkänd'));
    expect(text).toContain(row('A-1003', '25:00', '25:00', '23:00', '0:00', '0:00', '25:00', 'Enligt beviljat'));
    expect(text).toContain(row('Summa', '84:30', '84:30', '80:45', '1:00', '2:00', '83:45'));
  });

  it('names who decided otherwise, and why, the greatest reason first', async () => {
    const text = prose(await printed(aStatement()));
    expect(text).toContain('A-1002: godkänd av Olle Berg 45 min saknar rad i avvikelseblanketten (L-47).');
    expect(text).toContain('A-1003: debiteras som beviljad tid efter beslut av Olle Berg 2 h 0 min debiteras utöver');
    expect(text).toContain(
      'Fel i redovisningen: summan stämmer inte med raderna. Kommentar: Summaraden stämmer inte med besöken.',
    );
    expect(text).toContain('45 min är redovisade två gånger. 30 min är mer än beviljad tid.');
    expect(text).not.toContain('A-1001: ');
  });

  it('gives the checksum and the way to verify', async () => {
    const statement = aStatement();
    const { sha256, ...content } = statement;
    const text = prose(await printed(statement));
    expect(text).toContain(`Kontrollsumma ${await contentHash(content)}`);
    expect(text).not.toContain(sha256);
    expect(text).toContain('Fakturareferens U-0123-4567-89ab-cdef');
    expect(text).toContain('Öppna sidan ”Kontrollera en handling” och välj filen.');
  });

  it('tells of absence and endings in words that say nothing about a person’s health', async () => {
    const line = aStatementLine({ charged: 1000, unpaid: { HOSPITAL: 60, AFTER_DEATH: 140 } });
    const text = prose(await printed(aStatement({ lines: [line], totalMinutes: 1000 })));
    expect(text).toContain('1 h 0 min gäller anmäld frånvaro.');
    expect(text).toContain('2 h 20 min gäller tid då insatsen hade upphört (L-48).');
    expect(text).not.toMatch(/sjukhus|avliden|död/i);
    expect(findPersonIds(text.replaceAll(/[0-9a-f]{16,}/g, ''))).toEqual([]);
  });

  it('says in words, never by a code, what somebody decided and what was wrong', async () => {
    const line = aStatementLine({
      decision: 'ADJUSTED',
      charged: 1170,
      unpaid: { DECIDED: 30 },
      faultCode: 'WRONG_MINUTES',
    });
    const text = prose(await printed(aStatement({ lines: [line], totalMinutes: 1170 })));
    expect(text).toContain('30 min betalas inte efter kommunens bedömning');
    expect(text).toContain('Fel i redovisningen: minuterna stämmer inte med tiderna.');
    expect(text).not.toMatch(/[A-Z]{3,}_|DECIDED/);
  });
});

describe('the statement for those who listen to it', () => {
  it('is a tagged PDF in Swedish with a title and embedded fonts', async () => {
    const pdf = latin1(await printed(aStatement()));
    expect(pdf.startsWith('%PDF-1.7')).toBe(true);
    expect(pdf).toContain('/Marked true');
    expect(pdf).toContain('/Lang (sv-SE)');
    expect(pdf).toContain('/DisplayDocTitle true');
    expect(pdf).toMatch(/pdfuaid:part/);
    expect(count(pdf, /\/FontFile2/g)).toBe(2);
    expect(pdf).not.toContain('Helvetica');
  });

  it('has headings, lists and tables with heads for each column and row', async () => {
    const pdf = latin1(await printed(aStatement()));
    expect(count(pdf, /\/S \/H1\n/g)).toBe(1);
    expect(count(pdf, /\/S \/H2\n/g)).toBe(5);
    expect(count(pdf, /\/S \/H3\n/g)).toBe(3);
    expect(count(pdf, /\/S \/LI\n/g)).toBe(4 + 3);
    expect(count(pdf, /\/S \/Table\n/g)).toBe(4);
    expect(count(pdf, /\/Scope \/Column\n/g)).toBe(3 + 8);
    expect(count(pdf, /\/Scope \/Row\n/g)).toBe(6 + 5 + 1);
  });

  it('repeats the table’s head on each page for the eye only', async () => {
    const bytes = await printed(aLongStatement());
    expect(count(pdfText(bytes), /^Beviljat$/gm)).toBeGreaterThan(2);
    expect(count(latin1(bytes), /\/Scope \/Column\n/g)).toBe(3 + 8);
  });
});

describe('the statement as a file', () => {
  it('is the same to the byte for the same statement, and another for another', async () => {
    const [once, again, other] = await Promise.all([
      printed(aStatement()),
      printed(aStatement()),
      printed(aStatement({ amountOre: 3245314 })),
    ]);
    expect(again).toEqual(once);
    expect(other).not.toEqual(once);
  });

  it('does not depend on when or in which time zone it is made', async () => {
    const pdf = latin1(await printed(aStatement()));
    expect(count(pdf, /\(D:20261113090000Z\)/g)).toBe(2);
    expect(pdf).toContain('<xmp:CreateDate>2026-11-13T09:00:00Z</xmp:CreateDate>');
  });

  it('carries ninety cases, and a comment longer than a page, to the last word', async () => {
    const comment = `${'En lång kommentar som inte tar slut.\n'.repeat(100)}Sista ordet.`;
    const text = pdfText(await printed({ ...aLongStatement(), comment }));
    for (let index = 0; index < 90; index++) if (index !== 44) expect(text).toContain(`A-${1001 + index}\n`);
    expect(text).toContain('Långärende');
    expect(text).toContain('1 769:00');
    expect(text).toContain('Sista ordet.');
    expect(text.match(/Sida \d av \d/g)).toEqual(Array.from({ length: 8 }, (_, index) => `Sida ${index + 1} av 8`));
  });

  it.each([
    ['no cases at all', aStatement({ lines: [], totalMinutes: 0, amountOre: 0 }), '0,00 kr'],
    ['no comment', aStatement({ comment: '  ' }), 'Så här fakturerar ni'],
    ['signs that have no shape', aStatement({ comment: 'Rad\r\nnästa\u0000\u0007\tord 😀 עברית' }), 'nästa'],
    ['a long name', aStatement({ provider: { id: 'P1', name: 'Omsorgsbolaget '.repeat(13) } }), 'Omsorgsbolaget'],
  ])('can be made of a statement with %s', async (_what, statement, expected) => {
    expect(prose(await printed(statement))).toContain(expected);
  });
});
