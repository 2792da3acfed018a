import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { invoiceReference } from '../../../shared/domain/invoice-reference.ts';
import { firstDay, Month } from '../../../shared/domain/local-time.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { isProvidersRole } from '../../../shared/domain/roles.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { type Provider, providerStore } from '../../../shared/stores/provider-store.ts';
import { routineOn } from '../../../shared/stores/routine.ts';
import { sealedStore } from '../../../shared/stores/sealed-store.ts';
import type { Settings } from '../../../shared/stores/settings-store.ts';
import { statedProviderMonth } from '../../months/door.ts';
import { isBookedInside } from '../receiving/judged.ts';
import { statementsOfMonth } from '../statements-of-month.ts';
import { invoicePartiesIn } from './invoice-parties.ts';
import { invoiceableSumsIn } from './invoiceable-sums.ts';
import { MissingParty, missingParties } from './missing-party.ts';
import { proForma } from './pro-forma.ts';

/** The parties under the names that `cases.json` has for them. */
const partiesOf = (
  { id, organisationNumber, address, postcode, town, bankgiro, plusgiro, endpoint: reachedBy, vat }: Provider,
  { buyer }: Settings,
) => {
  const place = { orgNo: organisationNumber, street: address, postalCode: postcode, city: town };
  return { buyer, providers: [{ id, ...place, bankgiro, plusgiro, endpoint: reachedBy, vat }] };
};

/**
 * A statement, or a settlement after it, as the electronic invoice that its provider may send, beside the PDF and the basis (L-38 – L-40). None is
 * made of nothing; where something of seller or buyer is not known, the answer says what instead.
 */
export const getProForma = endpoint({
  summary: 'A statement as an electronic invoice to send, or what is missing for one',
  path: z.object({ month: Month, providerId: SafeId }),
  query: z.strictObject({
    reference: z
      .string()
      .max(60)
      .optional()
      .meta({ description: 'Of a settlement after the month; the month’s own statement when it is left out' }),
  }),
  answer: z.object({
    file: z
      .object({ fileName: z.string(), contentType: z.literal('application/xml'), text: z.string() })
      .optional()
      .meta({ description: 'UBL; its number and dates are the provider’s to change' }),
    missing: z.array(MissingParty).meta({ description: 'What is to be filled in first; empty where there is a file' }),
  }),
  async run({ path: { month, providerId }, query: { reference }, caller }, deps) {
    const { table } = deps;
    const isTheirs = !isProvidersRole(caller.role) || caller.providerId === providerId;
    const stated = isTheirs ? await statedProviderMonth(month, providerId, table) : undefined;
    const provider = stated && (await providerStore(table).find(providerId))?.entity;
    const all = stated ? statementsOfMonth(stated) : [];
    // The first is the month's own.
    const statement = all.find((one) => reference === undefined || invoiceReference(one) === reference);
    if (!statement || !provider) return refuse('missing', 'statement-not-sent');
    const routine = await routineOn(table, firstDay(month));
    if (!routine.ok) return routine;
    const { settings, pack } = routine.value;
    if (!pack.modules.includes('invoices')) return refuse('conflict', 'not-in-routine');
    if (isBookedInside(provider, pack.params)) return refuse('conflict', 'invoice-not-asked');
    const bytes = await sealedStore(deps).bytes(statement.recordId);
    const sums = invoiceableSumsIn(JSON.parse(Buffer.from(bytes).toString()));
    if (!sums) throw new Error('a statement that nothing can be invoiced by');
    if (sums.toInvoiceOre === 0) return refuse('conflict', 'nothing-to-invoice');
    const parties = invoicePartiesIn(partiesOf(provider, settings), providerId);
    if (!parties.ok) return done({ missing: [...missingParties(parties.faults ?? [])] });
    const made = proForma(sums, parties.value);
    if (!made.ok) return made;
    const of = statement.kind === 'settlement' ? `${month}-${sums.reference}` : month;
    const fileName = `faktura-${providerId}-${of}.xml`;
    return done({ file: { fileName, contentType: 'application/xml' as const, text: made.value }, missing: [] });
  },
});
