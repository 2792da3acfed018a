import * as z from 'zod';
import { Remark } from '../../../shared/domain/free-text.ts';
import { accept, refuse } from '../../../shared/domain/result.ts';
import { together } from '../../../shared/steps/effects.ts';
import { settingsStore } from '../../../shared/stores/settings-store.ts';
import { attesterDates } from '../attesting/attester-dates-step.ts';
import { invoiceAct } from '../invoice-act-step.ts';
import { invoiceRow, sellerOfInvoice, tellSeller } from '../invoice-told-step.ts';
import { returnedInvoice } from './deciding.ts';
import { uncounted } from './uncounting-step.ts';

/** An invoice goes back to its provider with a reason in words, until it is exported; an attestation is then withdrawn. */
export const returnInvoice = invoiceAct({
  summary: 'Return an invoice to its provider, with a reason',
  body: z.strictObject({
    reason: Remark.meta({ description: 'The provider reads it in the system' }),
    personalData: z
      .boolean()
      .default(false)
      .meta({ description: 'Something of a person stands on it: from now on the administrator alone sees it (L-42)' }),
  }),
  decide: ({ stored }, { reason, personalData }, actor) =>
    returnedInvoice(stored.entity, actor, { comment: reason, isPersonal: personalData }),
  async did(next, { stored }, { personalData }, { at }, deps) {
    const settings = (await settingsStore(deps.table).find())?.entity;
    if (!settings) return refuse('conflict', 'not-set-up');
    const off = await uncounted(stored.entity, deps);
    if (!off.ok) return off;
    const provider = await sellerOfInvoice(next, deps);
    const reasons = personalData ? (['PII_ON_INVOICE'] as const) : (['OTHER'] as const);
    return accept(
      together(off.value, {
        deadlines: await attesterDates(next, next, at, deps),
        letters: tellSeller(next, provider, { variant: 'returned', reasons }, { settings, at }, deps),
        rows: [invoiceRow(next, { event: 'invoice-returned', refs: { withdrawn: stored.entity.attestations.length } })],
      }),
    );
  },
});
