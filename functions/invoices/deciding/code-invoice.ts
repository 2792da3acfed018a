import * as z from 'zod';
import { accept, refuse } from '../../../shared/domain/result.ts';
import { settingsStore } from '../../../shared/stores/settings-store.ts';
import { bookingPlaces } from '../../bookings/door.ts';
import { CodingRow } from '../filed-invoice.ts';
import { invoiceAct } from '../invoice-act-step.ts';
import { invoiceRow } from '../invoice-told-step.ts';
import { codedInvoice } from './deciding.ts';

/** The head says by which accounts and places an invoice is booked (L-51): as the municipality usually does when nothing is said. */
export const codeInvoice = invoiceAct({
  summary: 'Code an invoice: by which accounts and places it is booked',
  body: z.strictObject({
    rows: z
      .array(CodingRow)
      .min(1)
      .max(100)
      .optional()
      .meta({ description: 'Together what is to be paid; as the municipality usually books when left out' }),
  }),
  async decide({ stored }, { rows }, actor, deps) {
    const settings = (await settingsStore(deps.table).find())?.entity;
    if (!settings) return refuse('conflict', 'not-set-up');
    const { account, dims } = bookingPlaces(settings);
    const usual = [{ account, dims: { ...dims }, amountOre: stored.entity.payableOre ?? 0 }];
    return codedInvoice(stored.entity, actor, rows ?? usual);
  },
  did: async (next) =>
    accept({ rows: [invoiceRow(next, { event: 'invoice-coded', refs: { count: next.coding?.rows.length ?? 0 } })] }),
});
