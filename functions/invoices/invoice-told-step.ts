import { type InvoiceReason, reasonsOf } from '../../shared/domain/invoice-reasons.ts';
import type { Instant } from '../../shared/domain/local-time.ts';
import { providerOwner } from '../../shared/domain/owner.ts';
import type { Deps } from '../../shared/ports/deps.ts';
import type { Change } from '../../shared/ports/table.ts';
import { outbox } from '../../shared/steps/outbox.ts';
import type { JournalEntry } from '../../shared/stores/journal-store.ts';
import { type Provider, providerStore } from '../../shared/stores/provider-store.ts';
import type { Settings } from '../../shared/stores/settings-store.ts';
import type { FiledInvoice } from './filed-invoice.ts';

type About = { readonly settings: Settings; readonly at: Instant };

const pageOfMonth = ({ month }: FiledInvoice) => ({ to: 'months', month }) as const;

/** The provider is told what became of its invoice (N22): by mail with reasons in fixed words, and never of anybody. */
export function tellSeller(
  invoice: FiledInvoice,
  provider: Provider,
  { variant, reasons = [] }: { readonly variant: string; readonly reasons?: readonly InvoiceReason[] },
  { settings, at }: About,
  deps: Deps,
): readonly Change[] {
  const fields = { ...pageOfMonth(invoice), variant, ...(reasons.length > 0 ? { reasons: [...reasons] } : {}) };
  return outbox(deps, settings, at).toProvider(provider, 'N22', fields);
}

/** Inside the system, where öre may stand: how much time and money of a disputed invoice stands. */
export function tellWhatStands(
  invoice: FiledInvoice,
  provider: Provider,
  { minutes, toInvoiceOre: amountOre }: { readonly minutes: number; readonly toInvoiceOre: number },
  { settings, at }: About,
  deps: Deps,
): readonly Change[] {
  const fields = { ...pageOfMonth(invoice), provider: provider.name, minutes, amountOre };
  return outbox(deps, settings, at).inside(providerOwner(provider.id), 'M09', fields);
}

/** Inside the system: something waits for the administrators, or for the heads. */
export function tellHouse(
  to: 'administrator' | 'head',
  invoice: FiledInvoice,
  provider: Pick<Provider, 'name'>,
  variant: string,
  { settings, at }: About,
  deps: Deps,
): readonly Change[] {
  return outbox(deps, settings, at).inside(to, 'N22', {
    ...{ to: 'tasks', month: invoice.month, provider: provider.name, variant },
  });
}

/** The provider whose invoice it is; one that is gone is a broken machine. */
export async function sellerOfInvoice({ providerId }: FiledInvoice, { table }: Pick<Deps, 'table'>): Promise<Provider> {
  const provider = (await providerStore(table).find(providerId))?.entity;
  if (!provider) throw new Error('an invoice of no provider');
  return provider;
}

/** What the journal of its month keeps of it. */
export const invoiceRow = (
  { id: invoiceId, month, providerId, payableOre = 0 }: FiledInvoice,
  { event, refs = {} }: Pick<JournalEntry, 'event' | 'refs'>,
): JournalEntry => ({ event, month, providerId, refs: { invoiceId, amountOre: payableOre, ...refs } });

export const reasonsFor = ({ blocking }: FiledInvoice): readonly InvoiceReason[] =>
  reasonsOf(blocking.map(({ code }) => code));
