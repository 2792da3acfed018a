import * as z from 'zod';
import { oneLine } from '../../../shared/domain/broken-text.ts';
import { guarded } from '../../../shared/domain/free-text.ts';
import { LocalDate } from '../../../shared/domain/local-time.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { basisAct, toldInside } from './basis-act-step.ts';
import { invoicedBasis } from './settling.ts';

/**
 * The internal invoice of an accepted basis goes to finance (B-29, N43). Of a private performer its own invoice is keyed:
 * number, amount and date, which must be of what the basis costs (M-05).
 */
export const sendInternalInvoice = basisAct({
  summary: 'Send the internal invoice of an accepted basis, or key a private performer’s',
  body: z.strictObject({
    number: guarded(z.string().trim().min(1).max(40).regex(oneLine)).optional(),
    amountOre: z.int().min(-1_000_000_000_000).max(1_000_000_000_000).optional(),
    date: LocalDate.optional(),
  }),
  async decide({ stored, actor, pack }, { number, amountOre, date }) {
    const given = [number, amountOre, date].filter((one) => one !== undefined).length;
    if (number !== undefined && amountOre !== undefined && date !== undefined)
      return invoicedBasis(stored.entity, { number, amountOre, date }, actor, pack);
    if (given === 0) return invoicedBasis(stored.entity, undefined, actor, pack);
    const missing = Object.entries({ number, amountOre, date }).filter(([, value]) => value === undefined);
    return refuse(
      'invalid',
      'bad-request',
      missing.map(([field]) => ({ at: `body.${field}`, code: 'missing-field' })),
    );
  },
  did: (next, own, deps) => ({
    row: {
      event: next.invoiced?.keyed ? 'basis-invoice-keyed' : 'basis-invoiced',
      rule: own.pack.purchases.basis.invoice ?? own.pack.purchases.basis.allocation,
    },
    letters: toldInside(next, ['finance'], { kind: 'N43', amountOre: next.invoiced?.amountOre ?? 0 }, own, deps),
  }),
});
