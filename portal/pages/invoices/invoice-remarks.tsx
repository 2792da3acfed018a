import { dateTime, longDate, money } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { Notice } from '../../parts/notice.tsx';
import { activeRole } from '../../sign-in/session.ts';
import { timeSaid } from '../month/time-said.ts';
import type { InvoiceShown } from './invoice-shown.ts';

type Remark = InvoiceShown['blocking'][number];

/** Rules that are named by a code of our own; every other is a rule of the format, by its own id. */
const isFormat = ({ code }: Remark): boolean => /^(?:BR|PEPPOL|SE-R|COMMON|UBL)/.test(code);

/** What was found, in words: of the format with the rule's own name and text, of all else what is wrong. */
export function Remarks({ of, isPlaced = false }: { readonly of: readonly Remark[]; readonly isPlaced?: boolean }) {
  const { invoices } = useWords();
  const known: Readonly<Record<string, string>> = invoices.reasons;
  return (
    <ul>
      {of.map((one, index) => (
        <li key={`${one.code} ${one.at} ${index}`}>
          {known[one.code] ?? (isFormat(one) ? invoices.format(one.rule) : one.text)}
          {isPlaced ? <span class="soft"> {invoices.at(one.at)}</span> : undefined}
          {known[one.code] === undefined && isFormat(one) ? <span class="soft"> {one.text}</span> : undefined}
        </li>
      ))}
    </ul>
  );
}

/** Why an invoice was returned or is held, what is to be looked at, and that it is paid: before everything else. */
export function InvoiceRemarks({ of: one }: { readonly of: InvoiceShown }) {
  const { invoices } = useWords();
  const role = activeRole();
  const isOwn = role === 'provider' || role === 'provider-manager';
  const { state, blocking, warnings, returned, paid, received } = one;
  const codes = blocking.map(({ code }) => code);
  const time = one.toInvoiceMinutes;
  const stands = `${time === undefined ? '' : `${timeSaid(time)}, `}${money(one.toInvoiceOre)}`;
  const isMoney = codes.includes('WRONG_AMOUNT');
  return (
    <>
      {paid ? (
        <Notice tone="success" title={invoices.paid(longDate(paid.on))}>
          <p>{invoices.paidText(paid.reference)}</p>
        </Notice>
      ) : undefined}
      {state === 'returned' ? (
        <Notice tone="danger" title={invoices.returned(dateTime(returned?.at ?? received.at, true))}>
          {returned?.comment === undefined ? undefined : <p>{returned.comment}</p>}
          {blocking.length > 0 ? (
            <>
              {returned === undefined ? <p>{invoices.returnedAtOnce}</p> : undefined}
              <Remarks of={blocking} />
            </>
          ) : undefined}
          {isOwn ? <p>{invoices.returnedOwn}</p> : undefined}
        </Notice>
      ) : undefined}
      {state === 'held' ? (
        <Notice tone="warning" title={invoices.held}>
          <p>{invoices.heldText}</p>
          <Remarks of={blocking} />
          {isOwn ? (
            <p>{invoices.heldOwn(stands)}</p>
          ) : (
            <>
              <p>{invoices.heldStands(stands)}</p>
              {isMoney ? <p>{invoices.heldAmount}</p> : undefined}
              {isMoney || !codes.includes('WRONG_MINUTES') ? undefined : <p>{invoices.heldMinutes}</p>}
              {codes.includes('PAYEE_CHANGED') ? <p>{invoices.heldPayee}</p> : undefined}
            </>
          )}
        </Notice>
      ) : undefined}
      {warnings.length > 0 && !isOwn && paid === undefined ? (
        <Notice title={invoices.warnings}>
          <Remarks of={warnings} />
        </Notice>
      ) : undefined}
    </>
  );
}
