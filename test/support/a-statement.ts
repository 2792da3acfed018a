import type { Statement, StatementLine } from '../../functions/months/statement/statement.ts';

export const aStatementLine = (over: Partial<StatementLine> = {}): StatementLine => ({
  caseNo: 'A-1001',
  granted: 1200,
  ordered: 1200,
  performed: 1140,
  absence: 60,
  charged: 1200,
  topUp: 0,
  unpaid: {},
  decision: 'APPROVED',
  decidedBy: 'Olle Berg',
  ...over,
});

const lines: StatementLine[] = [
  aStatementLine(),
  aStatementLine({
    caseNo: 'A-1002',
    granted: 900,
    ordered: 900,
    performed: 855,
    absence: 0,
    charged: 855,
    unpaid: { NO_DEVIATION_ROW: 45 },
    comment: 'Utföraren har inte lämnat någon rad i blanketten; kunden minns inte dagen.',
  }),
  aStatementLine({
    caseNo: 'A-1003',
    granted: 1500,
    ordered: 1500,
    performed: 1380,
    absence: 0,
    charged: 1500,
    topUp: 120,
    decision: 'CHARGED_AS_GRANTED',
    faultCode: 'WRONG_SUM',
    comment: 'Summaraden stämmer inte med besöken. Rättelse begärd den 3 november utan svar.',
  }),
  aStatementLine({
    caseNo: 'A-1004',
    granted: 1470,
    ordered: 1470,
    performed: 1470,
    absence: 0,
    charged: 1470,
    unpaid: { OVER_GRANTED: 30, DUPLICATE: 45 },
  }),
];

/** The month of the worked example: 83 h 45 min, 32 453,13 kr. */
export const aStatement = (over: Partial<Statement> = {}): Statement => ({
  municipality: 'Exempelkommun',
  provider: { id: 'P1', name: 'Omsorg Ett AB' },
  month: '2026-10',
  sentAt: '2026-11-13T09:00:00.000Z',
  head: { id: 'H1', name: 'Hedda Holm' },
  orePerHour: 38750,
  totalMinutes: 5025,
  amountOre: 3245313,
  dueOn: '2026-12-13',
  invoiceAddress: 'Exempelkommun\nFakturaenheten VoO Kundval\n793 80 Exempelstad',
  comment:
    'Tack för ett prydligt underlag. Från och med november redovisas dubbelbemanning med pseudonym i kolumnen Personal.',
  lines,
  sha256: '0123456789abcdef'.repeat(4),
  ...over,
});

/** Ninety cases, as a large provider has; one of them has a number as long as numbers are. */
export const aLongStatement = (): Statement =>
  aStatementOf(90, { 44: { caseNo: 'Långärende-2026:0000000000000000000044' } });

/** As many cases as that: most approved, every 30th faulty and every 11th with a comment, hardly two with the same time. */
export function aStatementOf(cases: number, over: Readonly<Record<number, Partial<StatementLine>>> = {}): Statement {
  const many = Array.from({ length: cases }, (_, index) => {
    const like = lines[index % 30 === 29 ? 2 : index % 11 === 10 ? 1 : 0];
    const more = cases > 90 ? { granted: 1000 + (index % 701), performed: 900 + (index % 653) } : {};
    return aStatementLine({ ...like, caseNo: `A-${1001 + index}`, ...more, ...over[index] });
  });
  const totalMinutes = many.reduce((sum, { charged }) => sum + charged, 0);
  return aStatement({ lines: many, totalMinutes, amountOre: Math.round((totalMinutes * 38750) / 60) });
}
