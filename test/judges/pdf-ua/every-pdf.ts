import { formPdf } from '../../../functions/months/forms/form-pdf.ts';
import { type MonthToSign, signaturePdf } from '../../../functions/months/forms/signature-pdf.ts';
import { StatementDecision } from '../../../functions/months/statement/statement.ts';
import { statementPdf } from '../../../functions/months/statement/statement-pdf.ts';
import { sheetPdf } from '../../../functions/orders/starting/sheet-pdf.ts';
import { agreementPdf } from '../../../functions/purchases/agreements/agreement-pdf.ts';
import { examplePlan } from '../../../infra/local/demo.ts';
import { installedFonts } from '../../../shared/pdf/load-fonts.ts';
import { aForm, printsOf } from '../../support/a-form.ts';
import { anAcuteHelp } from '../../support/a-purchase.ts';
import { aSheet } from '../../support/a-sheet.ts';
import { aLongStatement, aStatement, aStatementLine, aStatementOf } from '../../support/a-statement.ts';
import { aFilledAgreement } from '../../support/an-agreement.ts';
import { at } from '../../support/builders.ts';
import { oddTexts } from '../../support/odd-texts.ts';

/** Who sets PDFs, by file: what is not named here is not judged. */
export const setters = [
  'functions/months/forms/form-pdf.ts',
  'functions/months/forms/signature-pdf.ts',
  'functions/months/statement/statement-pdf.ts',
  'functions/orders/starting/sheet-pdf.ts',
  'functions/purchases/agreements/agreement-pdf.ts',
  'infra/local/demo.ts',
];

const statement = (over: Parameters<typeof aStatement>[0] = {}) => statementPdf(aStatement(over), installedFonts());
const sheet = (over: Parameters<typeof aSheet>[0] = {}) => sheetPdf(aSheet(over), installedFonts());

const agreement = (over: Parameters<typeof aFilledAgreement>[0] = {}) =>
  agreementPdf(aFilledAgreement(over), installedFonts());

const forms = (over: Parameters<typeof aForm>[0] = {}, cases?: Parameters<typeof aForm>[1]) => {
  const form = aForm(over, cases);
  return formPdf(form, printsOf(form), at('2026-11-02 08:00'), installedFonts());
};
/** What a manager signs on paper (A60). */
const signature = (over: Partial<MonthToSign> = {}) =>
  signaturePdf(
    {
      ...{ month: '2026-10', municipality: 'Exempelkommun', provider: { id: 'P1', name: 'Omsorg Ett AB' } },
      ...{ report: { sha256: 'a'.repeat(64), rows: 120 }, deviations: { sha256: 'b'.repeat(64), rows: 3 } },
      ...{ isFormNeeded: true, figures: { cases: 8, submitted: 4800, performed: 4710 }, errors: 1 },
      ...over,
    },
    'ABCDEFGH',
    at('2026-11-02 08:00'),
    installedFonts(),
  );
const longNumber = 'Å'.repeat(40);

const oddParties = {
  ordering: { name: oddTexts.hebrew ?? '', board: oddTexts.emoji },
  receiving: { name: oddTexts.emoji ?? '', board: oddTexts.markup },
};

/** Half a letter is never signed, and so never in a statement. */
const odd = Object.entries(oddTexts).filter(([, text]) => text.isWellFormed());
const everyDecision = StatementDecision.options.map((decision, index) =>
  aStatementLine({
    caseNo: `A-${index}`,
    decision,
    topUp: index,
    unpaid: { OVER_GRANTED: index },
    comment: 'Så är det.',
  }),
);
const oddLines = odd.map(([name, comment]) =>
  aStatementLine({ caseNo: `A-${name}`, comment, decidedBy: comment.slice(0, 200), faultCode: comment.slice(0, 100) }),
);

/** Every kind of PDF that is made here, small and large, plain and with every text that people have pasted. */
export const everyPdf: Readonly<Record<string, () => Promise<Uint8Array>>> = {
  'statement-small': () => statement(),
  'statement-long': () => statementPdf(aLongStatement(), installedFonts()),
  'statement-3000': () => statementPdf(aStatementOf(3000), installedFonts()),
  'statement-empty': () => statement({ lines: [], totalMinutes: 0, amountOre: 0, comment: '', dueOn: undefined }),
  'statement-every-decision': () => statement({ lines: everyDecision }),
  'statement-odd-lines': () => statement({ lines: oddLines }),
  ...Object.fromEntries(
    odd.map(([name, text]) => {
      const short = text.slice(0, 200);
      const over = {
        ...{ comment: text, invoiceAddress: `${short}\n793 80 Exempelstad`, municipality: short },
        ...{ provider: { id: 'P1', name: short }, head: { id: 'H1', name: short } },
      };
      return [`statement-${name}`, () => statement(over)];
    }),
  ),
  sheet: () => sheet(),
  'sheet-odd': () => sheet({ provider: oddTexts.hebrew, officer: oddTexts.emoji, municipality: oddTexts.markup }),
  forms: () => forms(),
  'forms-odd': () => forms({ municipality: oddTexts.markup, provider: { id: 'P1', name: oddTexts.emoji ?? '' } }),
  'forms-of-none': () => forms({}, []),
  'forms-long': () =>
    forms(
      {},
      Array.from({ length: 40 }, (_, n) => ({
        caseNo: n === 0 ? longNumber : `A-${n}`,
        services: [{ code: 'ÅÄÖÅÄÖÅÄÖÅ', minutesPerMonth: 60 }],
      })),
    ),
  signature: () => signature(),
  'signature-odd': () =>
    signature({ deviations: undefined, isFormNeeded: false, provider: { id: 'P1', name: oddTexts.hebrew ?? '' } }),
  agreement: () => agreement(),
  'agreement-afterwards': () => agreement({ purchase: anAcuteHelp(), use: 'AFTERWARDS', orePerHour: undefined }),
  'agreement-odd': () => agreement({ ...oddParties, municipality: oddTexts.markup ?? '' }),
  'example-plan': () => examplePlan(at('2026-11-02 08:00')),
};
