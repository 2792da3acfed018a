import { describe, expect, it } from 'vitest';
import { invoiceBasis } from '../../../../functions/months/statement/invoice-basis.ts';
import {
  Statement,
  StatementContent,
  unpaidMinutes,
  unpaidReasons,
} from '../../../../functions/months/statement/statement.ts';
import {
  hoursAndMinutes,
  hoursColon,
  kronor,
  plainKronor,
} from '../../../../functions/months/statement/statement-words.ts';
import { canonical } from '../../../../shared/domain/canonical.ts';
import { aLongStatement, aStatement, aStatementLine } from '../../../support/a-statement.ts';

const contentOf = ({ sha256: _, ...content }: Statement) => content;

describe('what the head signs', () => {
  it('is read back as it was written', () => {
    const content = contentOf(aStatement());
    expect(StatementContent.parse(JSON.parse(canonical(content)))).toEqual(content);
    expect(Statement.parse(aLongStatement()).lines).toHaveLength(90);
  });

  it.each([
    ['a customer’s name', { lines: [{ ...aStatementLine(), name: 'Kund Kundsson' }] }],
    ['a personnummer for a case number', { lines: [aStatementLine({ caseNo: '19121212-1212' })] }],
    ['a total that is not the sum of its lines', { totalMinutes: 5026 }],
    ['half a minute', { lines: [aStatementLine({ granted: 0.5 })] }],
    ['a member of its own', { note: 'x' }],
  ])('holds no %s', (_what, over) => {
    expect(StatementContent.safeParse({ ...contentOf(aStatement()), ...over }).success).toBe(false);
  });

  it('adds up what is unpaid, and leaves out reasons without minutes', () => {
    const line = aStatementLine({ unpaid: { DUPLICATE: 5, ABSENT: 5, HOSPITAL: 0, OVER_GRANTED: 30 } });
    expect(unpaidMinutes(line)).toBe(40);
    expect(unpaidReasons(line)).toEqual([
      ['OVER_GRANTED', 30],
      ['ABSENT', 5],
      ['DUPLICATE', 5],
    ]);
  });
});

describe('figures in Swedish', () => {
  it.each([
    [0, '0 min', '0:00'],
    [45, '45 min', '0:45'],
    [60, '1 h 0 min', '1:00'],
    [5025, '83 h 45 min', '83:45'],
    [106_140, '1 769 h 0 min', '1 769:00'],
  ])('%d minutes', (minutes, words, colon) => {
    expect([hoursAndMinutes(minutes), hoursColon(minutes)]).toEqual([words, colon]);
  });

  it.each([
    [0, '0,00 kr', '0,00'],
    [5, '0,05 kr', '0,05'],
    [3_245_313, '32 453,13 kr', '32453,13'],
    [123_456_789_00, '123 456 789,00 kr', '123456789,00'],
  ])('%d öre', (ore, words, plain) => {
    expect([kronor(ore), plainKronor(ore)]).toEqual([words, plain]);
  });
});

describe('the basis for the one invoice', () => {
  it('holds the totals, the address and the reference, as a spreadsheet reads them', () => {
    expect(invoiceBasis(aStatement())).toBe(
      '\ufeffUtförare;Namn;År;Månad;Minuter;Timmar;Timersättning (kr);Belopp (kr);Fakturaadress;Referens\r\n' +
        'P1;Omsorg Ett AB;2026;oktober;5025;83 h 45 min;387,50;32453,13;' +
        'Exempelkommun, Fakturaenheten VoO Kundval, 793 80 Exempelstad;U-0123-4567-89ab-cdef\r\n',
    );
  });

  it.each(['4901812345678e16', '0012345678901234', '9155170381025612', 'abcdefabcdefabcd'])(
    'refers to a record whose hash begins %s in what no spreadsheet takes for a number or a date',
    (beginning) => {
      const basis = invoiceBasis(aStatement({ sha256: beginning.padEnd(64, '0') }));
      const reference = basis.trimEnd().split(';').at(-1) ?? '';
      expect(reference).toMatch(/^U(-[0-9a-f]{4}){4}$/);
      expect(reference.replaceAll(/[U-]/g, '')).toBe(beginning);
    },
  );

  it('names no case and tells no comment (A47, L-42)', () => {
    const statement = aLongStatement();
    const basis = invoiceBasis(statement);
    for (const { caseNo, comment } of statement.lines) {
      expect(basis).not.toContain(caseNo);
      if (comment) expect(basis).not.toContain(comment);
    }
    expect(basis.trimEnd().split('\r\n')).toHaveLength(2);
  });

  it('lets no name become a formula or a column', () => {
    const basis = invoiceBasis(aStatement({ provider: { id: 'P1', name: '=cmd|"/c calc";Omsorg' } }));
    expect(basis).toContain(`;"'=cmd|""/c calc"";Omsorg";`);
  });
});
