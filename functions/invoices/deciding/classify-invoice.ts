import * as z from 'zod';
import { accept, refuse } from '../../../shared/domain/result.ts';
import { settingsStore } from '../../../shared/stores/settings-store.ts';
import { attesterDates } from '../attesting/attester-dates-step.ts';
import { isAnyAttesterLeft } from '../attesting/load-attesters.ts';
import { invoiceAct } from '../invoice-act-step.ts';
import { invoiceRow, sellerOfInvoice, tellHouse } from '../invoice-told-step.ts';
import { ledgerStore } from '../ledger-store.ts';
import { liveOre } from '../statement-ledger.ts';
import { classifiedInvoice } from './deciding.ts';

/** The administrator marks an invoice secret (L-41); only then is it coded and attested. */
export const classifyInvoice = invoiceAct({
  summary: 'Mark an invoice secret',
  body: z.strictObject({ secret: z.literal(true) }),
  async decide({ stored }, _body, actor, deps) {
    const ledger = await ledgerStore(deps.table).find(stored.entity);
    return classifiedInvoice(stored.entity, actor, { liveOre: ledger ? liveOre(ledger.entity) : 0 });
  },
  async did(next, _own, _body, { at }, deps) {
    const settings = (await settingsStore(deps.table).find())?.entity;
    if (!settings) return refuse('conflict', 'not-set-up');
    const seller = await sellerOfInvoice(next, deps);
    // Nobody among the heads has kept out of the month: they are asked to appoint a deputy (A72).
    const asked = (await isAnyAttesterLeft(next, at, deps.table)) ? 'to-attest' : 'nobody-left';
    return accept({
      deadlines: await attesterDates(next, next, at, deps),
      letters: tellHouse('head', next, seller, asked, { settings, at }, deps),
      rows: [invoiceRow(next, { event: 'invoice-classified' })],
    });
  },
});
