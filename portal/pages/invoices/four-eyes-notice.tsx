import { useWords } from '../../app/language.ts';
import { useStore } from '../../app/store.ts';
import { Notice } from '../../parts/notice.tsx';
import { session } from '../../sign-in/session.ts';
import type { InvoiceShown } from './invoice-shown.ts';

/** Whether the invoice waits for an attestation, the first or the second. */
const waitsForHead = ({ state, needsSecond }: InvoiceShown): boolean =>
  state === 'coded' || (state === 'attested' && needsSecond);

/** Says to a head who has had a part in it that somebody else attests, why, and what to do (A72). */
export function FourEyesNotice({ of: one }: { readonly of: InvoiceShown }) {
  const { invoices } = useWords();
  const { me } = useStore(session);
  if (me?.role !== 'head' || !waitsForHead(one) || one.next.includes('attestInvoice')) return null;
  const { attestations, looked, secrecy, received } = one;
  const isMine = ({ by }: { readonly by: string }) => by === me.userId;
  const own = [...looked, received, ...(secrecy ? [secrecy] : [])];
  const why = attestations.some(isMine) ? 'first' : own.some(isMine) ? 'invoice' : 'hands';
  return (
    <Notice tone="warning" title={invoices.fourEyes}>
      <p>{invoices.fourEyesWhy[why]}</p>
      <p>{invoices.fourEyesDo}</p>
      <p>
        <a class="ds-link" href="#/administration/stallforetradare">
          {invoices.fourEyesLink}
        </a>
      </p>
    </Notice>
  );
}
