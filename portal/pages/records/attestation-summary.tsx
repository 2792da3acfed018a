import type { attestationContent } from '../../../functions/invoices/attesting/attestation-content.ts';
import { hours, longDate, money, monthName } from '../../app/format.ts';
import { useOwnWords } from '../../app/language.ts';
import type { CatalogueShape } from '../../messages/catalogue-shape.ts';
import { SummaryList } from '../../parts/summary-list.tsx';

export type AttestationContent = ReturnType<typeof attestationContent>;

const sv = {
  provider: 'Utförare',
  month: 'Månad',
  kinds: { INVOICE: 'Faktura', CREDIT: 'Kreditfaktura', INTERNAL: 'Intern bokning' },
  issued: 'Fakturadatum',
  due: 'Förfallodag',
  time: 'Tid',
  amount: 'Belopp utan moms',
  vat: 'Moms',
  payable: 'Att betala',
  coding: 'Kontering',
  account: (account: string, places: string, amount: string) =>
    `konto ${account}${places === '' ? '' : `, ${places}`}: ${amount}`,
  file: 'Fakturafilens SHA-256',
  statement: 'Sammanställningens SHA-256',
  first: 'Den första attestens SHA-256',
};
const en: CatalogueShape<typeof sv> = {
  provider: 'Provider',
  month: 'Month',
  kinds: { INVOICE: 'Invoice', CREDIT: 'Credit note', INTERNAL: 'Internal booking' },
  issued: 'Invoice date',
  due: 'Due date',
  time: 'Time',
  amount: 'Amount without tax',
  vat: 'Tax',
  payable: 'To be paid',
  coding: 'Coding',
  account: (account, places, amount) => `account ${account}${places === '' ? '' : `, ${places}`}: ${amount}`,
  file: 'SHA-256 of the invoice’s file',
  statement: 'SHA-256 of the statement',
  first: 'SHA-256 of the first attestation',
};

/** What a head signs of an invoice, or has signed: what is paid, how it is booked, and by which file and statement (L-51). */
export function AttestationSummary({ attestation: one }: { readonly attestation: AttestationContent }) {
  const words = useOwnWords(sv, en);
  const row = <Value,>(name: string, value: Value | undefined, say: (value: Value) => string) =>
    value === undefined ? [] : [{ name, value: say(value) }];
  const sum = (name: string, value: string | undefined) =>
    value === undefined ? [] : [{ name, value: <code class="whole">{value}</code> }];
  return (
    <SummaryList
      rows={[
        { name: words.provider, value: one.provider.name },
        { name: words.month, value: monthName(one.month) },
        ...row(words.kinds[one.kind], one.number, (number) => number),
        ...row(words.issued, one.issueDate, longDate),
        ...row(words.due, one.dueDate, longDate),
        ...row(words.time, one.minutes, hours),
        { name: words.amount, value: money(one.amountOre) },
        { name: words.vat, value: money(one.vatOre) },
        { name: words.payable, value: <b>{money(one.payableOre)}</b> },
        {
          name: words.coding,
          value: (
            <ul class="plain">
              {one.coding.map(({ account, dims, amountOre }, at) => (
                <li key={at}>{words.account(account, Object.values(dims).join(', '), money(amountOre))}</li>
              ))}
            </ul>
          ),
        },
        ...sum(words.file, one.fileSha256),
        ...sum(words.statement, one.statementSha256),
        ...sum(words.first, one.refersTo?.sha256),
      ]}
    />
  );
}
