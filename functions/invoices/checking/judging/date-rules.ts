import { firstDay, lastDay, type Month, monthOf, plusDays } from '../../../../shared/domain/local-date.ts';
import { swedishDateWithYear, swedishMonth } from '../../../../shared/domain/local-time.ts';
import type { InvoiceableMonth } from '../../basis.ts';
import type { Invoice, Stretch } from '../../reading/invoice.ts';
import { type BusinessRule, faultWhen } from './business-rule.ts';
import { refersTo } from './reference.ts';

const monthNames = [
  ...['januari', 'februari', 'mars', 'april', 'maj', 'juni'],
  ...['juli', 'augusti', 'september', 'oktober', 'november', 'december'],
];
const inText = new RegExp(`\\b(${monthNames.join('|')})\\s+(2\\d{3})\\b|\\b(2\\d{3})-(0[1-9]|1[0-2])\\b(?!-)`, 'gi');

/** The months that a text names: `oktober 2026`, `2026-10`. */
const monthsIn = (text: string): readonly Month[] =>
  [...text.matchAll(inText)].map(([, name, year, written, number]) => {
    const month = number ?? String(monthNames.indexOf(name?.toLowerCase() ?? '') + 1).padStart(2, '0');
    return `${written ?? year}-${month}`;
  });

/** Whether days that are stated lie within one month that may be invoiced. */
function isWithin({ from, to }: Stretch, months: readonly Month[]): boolean {
  const first = from ?? to;
  const last = to ?? from;
  return (
    first === undefined ||
    last === undefined ||
    months.some((month) => first >= firstDay(month) && last <= lastDay(month))
  );
}

/** Whether the invoice says that it is for the statement's month: by its days, by its reference, or in words. */
function saysMonth(
  { month, stretches, texts }: Invoice,
  { month: stated, months, reference }: InvoiceableMonth,
): boolean {
  if (month !== undefined) return month === stated;
  if (stretches.some(({ from, to }) => from !== undefined || to !== undefined))
    return stretches.every((stretch) => isWithin(stretch, months)) || coversAll(stretches, months);
  if (refersTo(texts, reference)) return true;
  return texts.filter(({ kind }) => kind === 'words').some(({ text }) => monthsIn(text).includes(stated));
}

/** Days of an invoice that adjusts other months go from the first of these to the last. */
function coversAll(stretches: readonly Stretch[], months: readonly Month[]): boolean {
  const days = stretches.flatMap(({ from, to }) => [from ?? to, to ?? from]).filter((day) => day !== undefined);
  const sorted = months.toSorted();
  return (
    months.length > 1 && days.every((day) => monthOf(day) >= (sorted[0] ?? '') && monthOf(day) <= (sorted.at(-1) ?? ''))
  );
}

export const wrongMonth: BusinessRule = {
  rule: 'L-40',
  code: 'WRONG_MONTH',
  level: 'blocking',
  judge: (invoice, { statement }) =>
    faultWhen(
      !saysMonth(invoice, statement),
      invoice.stretches[0]?.at ?? invoice.places.month,
      `Fakturan ska gälla ${swedishMonth(statement.month)}, som sammanställningen.`,
    ),
};

/** What is invoiced has been sent first; on the same day is right (L-39). */
export const beforeStatement: BusinessRule = {
  rule: 'L-39',
  code: 'BEFORE_STATEMENT',
  level: 'blocking',
  judge: ({ issueDate, places }, { statement }) =>
    faultWhen(
      issueDate !== undefined && issueDate < statement.sentOn,
      places.issueDate,
      `Fakturan är daterad före sammanställningen, som skickades ${swedishDateWithYear(statement.sentOn)}.`,
    ),
};

/** The days to pay in that the municipality asks for. */
const daysToPay = 30;

export const dueEarly: BusinessRule = {
  rule: 'L-40',
  code: 'DUE_EARLY',
  level: 'warning',
  judge: ({ kind, issueDate, dueDate, places }) =>
    faultWhen(
      kind === 'INVOICE' &&
        issueDate !== undefined &&
        dueDate !== undefined &&
        dueDate < plusDays(issueDate, daysToPay),
      places.dueDate,
      `Fakturan förfaller inom ${daysToPay} dagar.`,
    ),
};
