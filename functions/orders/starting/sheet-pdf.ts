import type { Instant } from '../../../shared/domain/local-time.ts';
import { swedishDateWithYear, swedishInstant } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import type { ServiceEntry } from '../../../shared/domain/service-entry.ts';
import { serviceInWords } from '../../../shared/packs/service-names.ts';
import { type Fonts, type PdfColumn, taggedPdf } from '../../../shared/pdf/tagged-pdf.ts';
import { contentFacts } from './content-facts.ts';

export type Sheet = {
  readonly municipality: string;
  readonly provider: string;
  readonly order: Order;
  /** The municipality's own catalogue, where it has one. */
  readonly services?: readonly ServiceEntry[] | undefined;
  readonly customer: Readonly<Record<'name' | 'personnummer' | 'address' | 'phone' | 'relativePhone', string>>;
  /** Whom to ask, by name. */
  readonly officer: string;
  readonly at: Instant;
};

const columns: readonly PdfColumn[] = [
  { head: 'Insats', width: 0.3, strong: true },
  { head: 'Från och med', width: 0.25 },
  { head: 'Till och med', width: 0.25 },
  { head: 'Tid per månad', width: 0.2, align: 'right' },
];

const hours = (minutes: number): string => `${Math.trunc(minutes / 60)} tim ${minutes % 60} min`;

/**
 * The assignment on paper for a private provider: the granted time, the case number, the customer and the relative's
 * phone number (S-20, S-21). It is made when it is asked for and kept nowhere.
 */
export async function sheetPdf(
  { municipality, provider, order, services, customer, officer, at }: Sheet,
  fonts: Fonts,
) {
  const title = `Uppdrag ${order.caseNo}`;
  const about = { title, author: municipality, subject: 'Uppdrag till utförare av hemtjänst', created: new Date(at) };
  const pdf = taggedPdf(about, fonts);
  pdf.paragraph(municipality, { small: true, space: 0 });
  pdf.heading(1, 'Uppdrag till utförare av hemtjänst');
  pdf.facts([
    { label: 'Ärendenummer', value: order.caseNo },
    { label: 'Utförare', value: provider },
    { label: 'Från och med', value: swedishDateWithYear(order.from) },
    { label: 'Till och med', value: order.to ? swedishDateWithYear(order.to) : 'tills vidare' },
    { label: 'Handläggare', value: officer },
    ...contentFacts(order),
  ]);
  pdf.heading(2, 'Kund');
  pdf.facts([
    { label: 'Namn', value: customer.name },
    { label: 'Personnummer', value: customer.personnummer },
    { label: 'Adress', value: customer.address },
    { label: 'Telefon', value: customer.phone },
    { label: 'Närståendes telefon', value: customer.relativePhone },
  ]);
  pdf.heading(2, 'Beviljade insatser');
  const rows = order.services.map(({ code, from, to, minutesPerMonth }) => [
    serviceInWords(code, services?.find((one) => one.code === code)?.name),
    swedishDateWithYear(from ?? order.from),
    to ? swedishDateWithYear(to) : order.to ? swedishDateWithYear(order.to) : 'tills vidare',
    hours(minutesPerMonth),
  ]);
  const sum = order.services.reduce((total, { minutesPerMonth }) => total + minutesPerMonth, 0);
  pdf.table(columns, rows, ['Summa', '', '', hours(sum)]);
  pdf.paragraph(
    'Pappret innehåller personuppgifter. Förvara det så att ingen obehörig ser det, och förstör det när det inte behövs.',
    { small: true },
  );
  return pdf.bytes(`${municipality}. ${title}, framtaget ${swedishInstant(at)}`);
}
