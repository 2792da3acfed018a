import * as z from 'zod';
import { LocalDate, Month } from '../../../shared/domain/local-date.ts';
import { type Invoice, type InvoiceText, sellerNumber } from './invoice.ts';

const text = z.string().max(1000);
const said = text.nullish().transform((value) => value ?? undefined);
const numberOrText = z.union([text, z.number().transform(String)]);
const Account = z.union([text, z.object({ bankgiro: text }).strict(), z.object({ plusgiro: text }).strict()]);

/** What somebody has keyed from an invoice on paper, or in a PDF. */
const Figures = z.object({
  number: numberOrText.refine((number) => number.trim() !== ''),
  issueDate: LocalDate,
  dueDate: LocalDate.nullish().transform((date) => date ?? undefined),
  sellerOrgNo: numberOrText,
  reference: said,
  month: Month.nullish().transform((month) => month ?? undefined),
  minutes: z.number(),
  amountOre: z.int(),
  vatOre: z
    .int()
    .nullish()
    .transform((ore) => ore ?? 0),
  currency: said,
  payee: Account.nullish().transform((value) => value ?? undefined),
  texts: z.array(z.string()).max(10_000).nullish(),
  credits: numberOrText.nullish().transform((value) => value ?? undefined),
});

function accountIn(payee: z.output<typeof Account>): Pick<Invoice['payees'][number], 'account' | 'kind'> {
  if (typeof payee === 'string') return { account: payee };
  return 'bankgiro' in payee
    ? { account: payee.bankgiro, kind: 'bankgiro' }
    : { account: payee.plusgiro, kind: 'plusgiro' };
}

function textsOf(figures: z.output<typeof Figures>): readonly InvoiceText[] {
  const { number, sellerOrgNo, reference, credits, payee, texts } = figures;
  const one = (at: string, value: string | undefined, kind: InvoiceText['kind']): InvoiceText[] =>
    value === undefined ? [] : [{ at, text: value, kind }];
  return [
    ...one('number', number, 'series'),
    ...one('sellerOrgNo', sellerOrgNo, 'seller'),
    ...one('reference', reference, 'number'),
    ...one('credits', credits, 'series'),
    ...one('payee', payee && accountIn(payee).account, 'number'),
    ...(texts ?? []).flatMap((value, index) => one(`texts[${index}]`, value, 'words')),
  ];
}

/** An invoice as its figures were keyed; undefined for what are no such figures. `amountOre` is without tax. */
export function readFigures(json: unknown): Invoice | undefined {
  const { data: figures } = Figures.safeParse(json);
  if (!figures) return undefined;
  const { number, issueDate, dueDate, month, credits, payee, currency, amountOre, vatOre } = figures;
  return {
    kind: credits === undefined ? 'INVOICE' : 'CREDIT',
    number: number.trim(),
    issueDate,
    dueDate,
    credits,
    currencies: currency === undefined ? [] : [{ at: 'currency', code: currency }],
    sellerId: sellerNumber(figures.sellerOrgNo),
    stretches: [],
    month,
    minutes: Number.isSafeInteger(figures.minutes) ? figures.minutes : undefined,
    otherUnits: [],
    netOre: amountOre,
    vatOre,
    payableOre: amountOre + vatOre,
    taxes: [],
    payees: payee === undefined ? [] : [{ at: 'payee', ...accountIn(payee) }],
    embedded: [],
    texts: textsOf(figures),
    places: {
      ...{ number: 'number', issueDate: 'issueDate', dueDate: 'dueDate', seller: 'sellerOrgNo', month: 'month' },
      ...{ minutes: 'minutes', net: 'amountOre', vat: 'vatOre', payable: 'amountOre', credits: 'credits' },
      address: 'texts',
    },
  };
}
