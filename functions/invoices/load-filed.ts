import { accept, type Result, refuse } from '../../shared/domain/result.ts';
import { type Caller, isProvidersRole } from '../../shared/domain/roles.ts';
import type { Deps } from '../../shared/ports/deps.ts';
import type { Stored } from '../../shared/stores/stored.ts';
import { voucherExport } from '../bookings/door.ts';
import { handsOfMonth } from '../months/door.ts';
import type { FiledInvoice } from './filed-invoice.ts';
import { invoiceStore } from './invoice-store.ts';
import { stateNow } from './invoice-view.ts';
import { ledgerStore } from './ledger-store.ts';
import { liveOre } from './statement-ledger.ts';
import { voucherIdOf } from './voucher-of-invoice.ts';

/**
 * Whether an invoice is there for somebody: a provider's own for the provider, every one for the municipality; one that
 * was returned for what stands on it of a person for the administrator alone (L-42).
 */
export function maySeeInvoice({ providerId, isPersonal }: FiledInvoice, caller: Caller): boolean {
  if (isPersonal) return caller.role === 'administrator';
  return !isProvidersRole(caller.role) || caller.providerId === providerId;
}

/** An invoice as it stands, with the export that its voucher is in. */
export type LoadedInvoice = {
  readonly stored: Stored<FiledInvoice>;
  readonly exported:
    | { readonly number: number; readonly voucher: number; readonly on?: string | undefined }
    | undefined;
  readonly isMadeUp: boolean;
  readonly hands: readonly string[];
};

/** Whether what is live of the statement of one that is held comes to all of it. */
async function isMadeUpNow(invoice: FiledInvoice, { table }: Pick<Deps, 'table'>) {
  if (invoice.state !== 'held') return false;
  const ledger = await ledgerStore(table).find(invoice);
  return ledger !== undefined && liveOre(ledger.entity) === invoice.toInvoiceOre;
}

/** The state is the one that its voucher says. */
export async function withExport(stored: Stored<FiledInvoice>, { table }: Pick<Deps, 'table'>) {
  const exported = await voucherExport(voucherIdOf(stored.entity.id), table);
  const entity = { ...stored.entity, state: stateNow(stored.entity, exported) };
  return { stored: { ...stored, entity }, exported, isMadeUp: await isMadeUpNow(entity, { table }) };
}

/** An invoice that the caller may see; any other answers like one that does not exist. */
export async function loadFiled(
  invoiceId: string,
  { caller, ifMatch }: { readonly caller: Caller; readonly ifMatch?: number | undefined },
  deps: Pick<Deps, 'table'>,
): Promise<Result<LoadedInvoice, 'invoice-not-found' | 'stale-version'>> {
  const found = await invoiceStore(deps.table).find(invoiceId);
  if (!found || !maySeeInvoice(found.entity, caller)) return refuse('missing', 'invoice-not-found');
  if (ifMatch !== undefined && ifMatch !== found.version) return refuse('conflict', 'stale-version');
  const seen = await withExport(found, deps);
  const hands = caller.role === 'head' ? await handsOfMonth(found.entity, deps.table) : [];
  return accept({ ...seen, hands });
}
