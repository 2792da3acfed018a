import { kronor } from '../../../months/door.ts';
import type { RegisteredSeller } from '../../basis.ts';
import { exactly, same } from '../../reading/exact.ts';
import type { Invoice } from '../../reading/invoice.ts';
import { type BusinessRule, faultsAt, faultWhen } from './business-rule.ts';
import { dueOf } from './due.ts';

const inWords = (ore: number | undefined): string =>
  ore === undefined ? 'okänt' : `${ore < 0 ? '−' : ''}${kronor(Math.abs(ore))}`;

/** The tax on a net amount, in öre and rounded half up. */
const taxOn = (netOre: number, { vat }: RegisteredSeller): number => (vat === 'S25' ? Math.floor((netOre + 2) / 4) : 0);

/** With nothing to invoice, what stands on an invoice is beside the point. */
export const nothingToInvoice: BusinessRule = {
  rule: 'L-39',
  code: 'NOTHING_TO_INVOICE',
  level: 'blocking',
  judge: ({ kind, places }, { statement }) =>
    faultWhen(
      kind === 'INVOICE' && statement.toInvoiceOre === 0,
      places.net,
      'Enligt sammanställningen finns inget att fakturera den här månaden.',
    ),
};

/** All customers' minutes of the month, as the statement has them (L-40). */
export const wrongMinutes: BusinessRule = {
  rule: 'L-40',
  code: 'WRONG_MINUTES',
  level: 'blocking',
  judge: (invoice, basis) => {
    const { kind, minutes, otherUnits, places } = invoice;
    if (kind === 'CREDIT' || basis.statement.toInvoiceOre === 0 || otherUnits.length > 0) return [];
    const due = dueOf(invoice, basis);
    const whose = due.isRest ? 'det som är kvar av sammanställningen' : 'sammanställningen';
    const text =
      minutes === undefined
        ? `Tiden är inte hela minuter. Sammanställningen har ${due.minutes ?? basis.statement.minutes} minuter.`
        : `Fakturan har ${minutes} minuter, ${whose} ${due.minutes}.`;
    return faultWhen(due.minutes !== undefined && minutes !== due.minutes, places.minutes, text);
  },
};

/** To the öre what the statement says, without tax and to pay (L-36, L-40). */
export const wrongAmount: BusinessRule = {
  rule: 'L-40',
  code: 'WRONG_AMOUNT',
  level: 'blocking',
  judge: (invoice, basis) => {
    const { kind, netOre, payableOre, places } = invoice;
    const { seller, statement } = basis;
    if (kind === 'CREDIT' || statement.toInvoiceOre === 0) return [];
    const { ore: toInvoiceOre } = dueOf(invoice, basis);
    const toPay = toInvoiceOre + taxOn(toInvoiceOre, seller);
    return [
      ...faultWhen(
        netOre !== toInvoiceOre,
        places.net,
        `Fakturans belopp är ${inWords(netOre)}, sammanställningens ${inWords(toInvoiceOre)}.`,
      ),
      ...faultWhen(
        netOre === toInvoiceOre && payableOre !== toPay,
        places.payable,
        `Att betala är ${inWords(payableOre)} på fakturan och ska vara ${inWords(toPay)}.`,
      ),
    ];
  },
};

export const notKronor: BusinessRule = {
  rule: 'L-40',
  code: 'NOT_SEK',
  level: 'blocking',
  judge: ({ currencies }) =>
    faultsAt(
      currencies.filter(({ code }) => code !== 'SEK').map(({ at }) => at),
      'Fakturan ska vara i svenska kronor.',
    ),
};

export const otherUnit: BusinessRule = {
  rule: 'L-40',
  code: 'UNIT',
  level: 'blocking',
  judge: ({ otherUnits }) =>
    faultsAt(otherUnits, 'Det som faktureras är tid. Enheten ska vara minuter (MIN) eller timmar (HUR).'),
};

const taxWords = {
  E: 'Utföraren är undantagen från moms. Fakturan ska vara utan moms, i kategorin E.',
  S25: 'Utföraren är skyldig till moms. Fakturan ska ha 25 procent, i kategorin S.',
} as const;

/** The places where tax is another than the provider's own: by category and rate, and as an amount. */
function wrongTaxes({ taxes, netOre, vatOre, places }: Invoice, seller: RegisteredSeller): readonly string[] {
  const [category, percent] = seller.vat === 'S25' ? ['S', 25] : ['E', 0];
  const isRight = (tax: Invoice['taxes'][number]) =>
    tax.category === category && (tax.percent === undefined || same(tax.percent, exactly(Number(percent))));
  const others = taxes.filter((tax) => !isRight(tax)).map(({ at }) => at);
  const isOff = netOre !== undefined && vatOre !== taxOn(netOre, seller);
  return isOff ? [places.vat, ...others] : others;
}

/** Social care is exempt from tax; service by a firm that is liable is not. */
export const wrongTax: BusinessRule = {
  rule: 'L-40',
  code: 'VAT',
  level: 'blocking',
  judge: (invoice, { seller }) => faultsAt(wrongTaxes(invoice, seller), taxWords[seller.vat]),
};
