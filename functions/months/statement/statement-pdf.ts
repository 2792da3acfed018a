import { contentHash } from '../../../shared/domain/canonical.ts';
import { invoiceReference } from '../../../shared/domain/invoice-reference.ts';
import { localIso, swedishDateLong, swedishMonth } from '../../../shared/domain/local-time.ts';
import { type Fonts, type PdfColumn, taggedPdf } from '../../../shared/pdf/tagged-pdf.ts';
import { adjustmentColumns, adjustmentParts } from './adjustments-in-pdf.ts';
import { howToInvoice } from './how-to-invoice.ts';
import { invoicedMinutes } from './invoiced-minutes.ts';
import { settlementWords } from './settlement-in-pdf.ts';
import { type Statement, type StatementLine, unpaidMinutes, unpaidReasons } from './statement.ts';
import {
  decidedWords,
  decisionWords,
  faultInWords,
  hoursAndMinutes,
  hoursColon,
  kronor,
  reasonInWords,
} from './statement-words.ts';

const columns: readonly PdfColumn[] = [
  { head: 'Ärende', width: 0.18 },
  { head: 'Beviljat', width: 0.11, align: 'right' },
  { head: 'Beställt', width: 0.11, align: 'right' },
  { head: 'Utfört', width: 0.11, align: 'right' },
  { head: 'Frånvaro', width: 0.11, align: 'right' },
  { head: 'Obetald', width: 0.11, align: 'right' },
  { head: 'Debiteras', width: 0.11, align: 'right', strong: true },
  { head: 'Beslut', width: 0.16 },
];

/** The signed statement as a person reads it. It names cases, never customers; the signed file is the original. */
export async function statementPdf(statement: Statement, fonts: Fonts): Promise<Uint8Array> {
  const { sha256: _, ...content } = statement;
  const { municipality, provider, month, head } = content;
  const minutes = invoicedMinutes(statement);
  const { toInvoiceOre = statement.amountOre } = statement;
  const amount = kronor(toInvoiceOre);
  const isAdjusted = (statement.adjustments ?? []).length > 0 || toInvoiceOre !== statement.amountOre;
  const reference = invoiceReference(statement);
  const settled = settlementWords(statement);
  const title = `${settled ? 'Slutavräkning' : 'Sammanställning'} ${provider.name} ${swedishMonth(month)}`;
  const created = new Date(statement.sentAt);
  const pdf = taggedPdf({ title, author: municipality, subject: 'Sammanställning för fakturering', created }, fonts);

  pdf.paragraph(municipality, { small: true, space: 0 });
  pdf.heading(1, settled?.heading ?? 'Sammanställning att fakturera');
  pdf.paragraph(`${provider.name}, ${swedishMonth(month)}`);
  pdf.figures(
    settled?.figures ?? [
      { label: isAdjusted ? 'Tid att fakturera' : 'Debiterad tid', value: hoursAndMinutes(minutes) },
      { label: 'Timersättning', value: `${kronor(statement.orePerHour)}/h` },
      { label: isAdjusted ? 'Att fakturera' : 'Belopp', value: amount },
    ],
  );
  pdf.facts([
    { label: 'Utförare', value: `${provider.name} (${provider.id})` },
    { label: 'Skickad', value: sentInWords(statement.sentAt) },
    { label: 'Av', value: `${head.name}, myndighetschef` },
    { label: 'Fakturareferens', value: reference },
    ...(statement.dueOn ? [{ label: 'Faktura senast', value: swedishDateLong(statement.dueOn) }] : []),
    { label: 'Fakturaadress', value: statement.invoiceAddress },
  ]);

  if (statement.comment.trim()) {
    pdf.heading(2, 'Kommentar');
    pdf.paragraph(statement.comment.trim());
  }

  pdf.heading(2, settled?.next ?? 'Så här fakturerar ni');
  pdf.list(
    settled?.says(reference) ?? [
      ...howToInvoice(statement),
      `Skriv inga personuppgifter och inga ärendenummer på fakturan. Ange månaden, tiden, beloppet och fakturareferensen ${reference} (L-42).`,
      'Skicka fakturan till fakturaadressen ovan (L-35).',
    ],
  );

  for (const part of adjustmentParts(statement)) {
    pdf.heading(2, part.heading);
    pdf.paragraph(part.text, { small: true });
    if (part.rows.length > 0) pdf.table(adjustmentColumns, part.rows, part.sum);
    for (const remark of part.remarks) pdf.paragraph(remark, { space: 1 });
    pdf.facts([...part.facts]);
  }

  if (!settled) linesInPdf(pdf, statement);

  pdf.heading(2, 'Kontrollera att innehållet är äkta');
  pdf.paragraph(
    `${head.name} har godkänt ${settled ? 'slutavräkningen' : 'sammanställningen'} efter en ny inloggning, och kommunen har förseglat den med en elektronisk stämpel. Originalet är den undertecknade handlingen; den här PDF-filen är en läsbar kopia. Så här kontrollerar ni originalet:`,
  );
  pdf.list([
    'Öppna månaden i portalen, välj ”Visa den undertecknade handlingen” och spara den som fil.',
    'Öppna sidan ”Kontrollera en handling” och välj filen. Ni behöver inte logga in, och filen skickas ingenstans.',
    'Sidan ska svara att handlingen är äkta och visa samma kontrollsumma som här.',
  ]);
  pdf.facts([{ label: 'Kontrollsumma', value: await contentHash(content) }]);
  pdf.paragraph(
    'Kontrollsumman är SHA-256 av det undertecknade innehållet och densamma före och efter underskriften. Den som vill räkna själv hittar ett kommando på samma sida.',
    { small: true },
  );

  return pdf.bytes(`${municipality} · ${provider.name} · ${swedishMonth(month)} · ${reference}`);
}

/** A statement's own cases, and in words what is to be said of some of them. A settlement has none. */
function linesInPdf(pdf: ReturnType<typeof taggedPdf>, { lines, officers = {} }: Statement): void {
  const remarked = lines.filter(isRemarked);
  pdf.heading(2, 'Timmar per ärende');
  pdf.paragraph(
    `Tid i timmar och minuter (tim:min). Frånvaro är tid som betalas fast besöket inte blev av (L-47, L-48).${
      remarked.length > 0 ? ' Ärenden med anmärkning förklaras efter tabellen.' : ''
    }`,
    { small: true },
  );
  pdf.table(columns, lines.map(cellsOf), sumOf(lines));

  if (remarked.length > 0) pdf.heading(2, 'Ärenden med anmärkning');
  for (const line of remarked) {
    pdf.heading(3, `${line.caseNo}: ${decidedWords[line.decision]} ${officers[line.decidedBy] ?? line.decidedBy}`);
    for (const remark of remarksOf(line)) pdf.paragraph(remark, { space: 1 });
  }
}

const sentInWords = (sentAt: string): string => {
  const [date = '', time = ''] = localIso(sentAt).split('T');
  return `${swedishDateLong(date)} kl. ${time.slice(0, 5)}`;
};

const cellsOf = (line: StatementLine): string[] => [
  line.caseNo,
  ...[line.granted, line.ordered, line.performed, line.absence, unpaidMinutes(line), line.charged].map(hoursColon),
  decisionWords[line.decision],
];

function sumOf(lines: readonly StatementLine[]): string[] {
  const sum = (minutes: (line: StatementLine) => number) =>
    hoursColon(lines.reduce((total, line) => total + minutes(line), 0));
  return [
    'Summa',
    sum((line) => line.granted),
    sum((line) => line.ordered),
    sum((line) => line.performed),
    sum((line) => line.absence),
    sum(unpaidMinutes),
    sum((line) => line.charged),
    '',
  ];
}

const isRemarked = (line: StatementLine): boolean =>
  line.decision !== 'APPROVED' || line.topUp > 0 || unpaidMinutes(line) > 0 || Boolean(line.comment);

function remarksOf(line: StatementLine): string[] {
  const unpaid = unpaidReasons(line).map(
    ([reason, minutes]) => `${hoursAndMinutes(minutes)} ${reasonInWords(reason)}.`,
  );
  return [
    ...unpaid,
    ...(line.topUp > 0 ? [`${hoursAndMinutes(line.topUp)} debiteras utöver den redovisade tiden (L-44).`] : []),
    ...(line.faultCode ? [`Fel i redovisningen: ${faultInWords(line.faultCode)}.`] : []),
    ...(line.comment ? [`Kommentar: ${line.comment}`] : []),
  ];
}
