import { endpoint } from '../../../shared/http/endpoint.ts';
import { answeredWith } from '../../../shared/http/spec.ts';
import { together } from '../../../shared/steps/effects.ts';
import { bookingPlaces, queueVoucher } from '../../bookings/door.ts';
import { intentOf, RecordRef, Signing, seal } from '../../months/door.ts';
import { isWhollyAttested } from '../filed-invoice.ts';
import { InvoicePath, invoiceTaken } from '../invoice-act-step.ts';
import { invoiceRow, tellHouse, tellSeller } from '../invoice-told-step.ts';
import { InvoiceView } from '../invoice-view.ts';
import { turnDates } from '../turn-dates-step.ts';
import { voucherOfInvoice } from '../voucher-of-invoice.ts';
import { attesterDates } from './attester-dates-step.ts';
import { attestedInvoice } from './attesting.ts';
import { draftAttestation } from './load-attestation.ts';
import { isAnyAttesterLeft } from './load-attesters.ts';

/**
 * The head attests an invoice by a signed record (L-51); where two are needed it is booked with the second. The record is
 * the next of its month's own stream. Two at once meet at the invoice, and one decides again.
 */
export const attestInvoice = endpoint({
  summary: 'Attest an invoice by a signed record',
  path: InvoicePath,
  body: Signing,
  signs: true,
  answer: InvoiceView.extend({ record: RecordRef }).meta({ id: 'AttestedInvoice' }),
  async run({ path: { invoiceId }, body, caller, at }, deps) {
    const intent = await intentOf(body.intentId, caller, 'attestation', deps);
    if (!intent.ok) return intent;
    const draft = await draftAttestation(invoiceId, caller, deps);
    if (!draft.ok) return draft;
    const { own, provider, settings, content, limitOre, isSecond, needsSecond } = draft.value;
    const { month, providerId } = own.stored.entity;
    const act = {
      ...({ kind: 'attestation', subject: invoiceId, caller, at, content } as const),
      ...{
        stream: `${providerId}/${month}`,
        municipality: settings.municipality,
        keeps: own.stored.entity.file?.documentId,
      },
    };
    const sealed = await seal(body.intentId, act, deps);
    if (!sealed.ok) return sealed;
    const { ref, effects } = sealed.value;
    const next = attestedInvoice(
      own.stored.entity,
      {
        at,
        by: caller.userId,
        recordId: ref.recordId,
        sha256: ref.sha256,
        ...(limitOre === undefined ? {} : { limitOre }),
      },
      { isSecond, needsSecond },
    );
    const isWhole = isWhollyAttested(next);
    const about = { settings, at };
    const toSecond = isWhole || (await isAnyAttesterLeft(next, at, deps.table)) ? 'to-attest-second' : 'nobody-left';
    const voucher = voucherOfInvoice(next, { name: provider.name, debt: bookingPlaces(settings).debt }, at);
    const taken = invoiceTaken(
      next,
      own,
      caller,
      together(effects, isWhole ? queueVoucher(voucher, deps) : {}, {
        letters: isWhole
          ? tellSeller(next, provider, { variant: 'attested' }, about, deps)
          : tellHouse('head', next, provider, toSecond, about, deps),
        deadlines: [...(await turnDates(next, at, deps.table)), ...(await attesterDates(next, next, at, deps))],
        rows: [
          invoiceRow(next, {
            event: isSecond ? 'invoice-second-attested' : 'invoice-attested',
            refs: { recordId: ref.recordId, sha256: ref.sha256 },
          }),
        ],
      }),
      deps,
    );
    return { ...answeredWith(taken, { ...taken.value, record: ref }), status: 201 };
  },
});
