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

/** Ninety cases, as a large provider has. */
export function aLongStatement(): Statement {
  const many = Array.from({ length: 90 }, (_, index) =>
    aStatementLine({
      ...lines[index % 30 === 29 ? 2 : index % 11 === 10 ? 1 : 0],
      caseNo: index === 44 ? 'Långärende-2026:0000000000000000000044' : `A-${1001 + index}`,
    }),
  );
  const totalMinutes = many.reduce((sum, { charged }) => sum + charged, 0);
  return aStatement({ lines: many, totalMinutes, amountOre: Math.round((totalMinutes * 38750) / 60) });
}
