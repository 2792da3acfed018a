import { invoiceReference } from '../../../shared/domain/invoice-reference.ts';
import { firstDay, type Month, monthOf, plusDays } from '../../../shared/domain/local-date.ts';
import { dateOf, type Instant } from '../../../shared/domain/local-time.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import { type Caller, isProvidersRole } from '../../../shared/domain/roles.ts';
import { sha256 } from '../../../shared/domain/sha256.ts';
import type { Pack } from '../../../shared/packs/pack.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Table } from '../../../shared/ports/table.ts';
import { type Provider, providerStore } from '../../../shared/stores/provider-store.ts';
import { routineOn } from '../../../shared/stores/routine.ts';
import { sealedStore } from '../../../shared/stores/sealed-store.ts';
import type { Settings } from '../../../shared/stores/settings-store.ts';
import type { Stored } from '../../../shared/stores/stored.ts';
import { casesIn, statedProviderMonth } from '../../months/door.ts';
import type { InvoiceableMonth, InvoiceBasis } from '../basis.ts';
import { refersTo } from '../checking/judging/reference.ts';
import { ledgerStore, type NumberTaken } from '../ledger-store.ts';
import { type Invoice, sellerNumber } from '../reading/invoice.ts';
import { invoiceableMonthIn } from '../reading/invoiceable-month.ts';
import { earlierInvoice, plainNumber, type StatementLedger } from '../statement-ledger.ts';
import { type StatementHead, statementsOfMonth } from '../statements-of-month.ts';
import { isBookedInside } from './judged.ts';
import { customersNamed } from './load-named.ts';

/** What an invoice is held against, and where it is counted. */
export type InvoiceReceiving = {
  readonly provider: Provider;
  readonly settings: Settings;
  readonly pack: Pack;
  readonly month: Month;
  readonly statementSha256: string;
  readonly basis: InvoiceBasis;
  readonly isTooMuchText: boolean;
  readonly ledger: StatementLedger;
  readonly overLedger: Stored<StatementLedger> | undefined;
  readonly numberSum: string;
  readonly overNumber: Stored<NumberTaken> | undefined;
};

type Said = { readonly providerId?: string | undefined; readonly month?: Month | undefined };
type CannotReceive =
  | ('provider-not-found' | 'statement-not-found' | 'statement-not-sent' | 'invoice-not-asked' | 'not-in-routine')
  | ('not-set-up' | 'no-routine-in-force');

/** How far back a reference is looked for. */
const monthsBack = 24;

const before = (month: Month): Month => monthOf(plusDays(firstDay(month), -1));

/** Whose invoice it is: the caller's own provider, the one that is named, or the one that has the seller's number. */
async function providerOf(invoice: Invoice, said: Said, caller: Caller, table: Table): Promise<Provider | undefined> {
  const named = isProvidersRole(caller.role) ? caller.providerId : said.providerId;
  if (named !== undefined) return (await providerStore(table).find(named))?.entity;
  const all = (await providerStore(table).readable()).items.map(({ entity }) => entity);
  return all.find(
    ({ organisationNumber }) =>
      organisationNumber !== undefined && sellerNumber(organisationNumber) === invoice.sellerId,
  );
}

/** Which month it is for: the one that is named, the one whose statement it refers to, or the one that it says. */
async function monthOfInvoice(
  invoice: Invoice,
  said: Said,
  of: { readonly providerId: string; readonly at: Instant; readonly table: Table },
): Promise<Month | undefined> {
  if (said.month !== undefined) return said.month;
  const { providerId, at, table } = of;
  if (invoice.credits !== undefined) {
    const credited = await ledgerStore(table).number(providerId, await sha256(plainNumber(invoice.credits)));
    if (credited) return credited.entity.month;
  }
  let month = monthOf(dateOf(at));
  for (let count = 0; count < monthsBack; count++) {
    const stated = await statedProviderMonth(month, providerId, table);
    if (stated && statementsOfMonth(stated).some((one) => refersTo(invoice.texts, invoiceReference(one)))) return month;
    month = before(month);
  }
  const [stretch] = invoice.stretches;
  const day = stretch?.from ?? stretch?.to;
  return invoice.month ?? (day === undefined ? undefined : monthOf(day));
}

/**
 * Which of the month's it is for: the one that it refers to, the one whose invoice it credits, the one whose amount it
 * has, else the month's own.
 */
async function statementFor(
  invoice: Invoice,
  all: readonly StatementHead[],
  { providerId, table }: { readonly providerId: string; readonly table: Table },
): Promise<StatementHead | undefined> {
  const referred = all.find((one) => refersTo(invoice.texts, invoiceReference(one)));
  if (referred) return referred;
  if (invoice.credits !== undefined) {
    const credited = await ledgerStore(table).number(providerId, await sha256(plainNumber(invoice.credits)));
    const its = all.find((one) => one.sha256 === credited?.entity.statementSha256);
    if (its) return its;
  }
  return all.find(({ toInvoiceOre }) => toInvoiceOre > 0 && toInvoiceOre === invoice.netOre) ?? all[0];
}

/** What a signed statement lets be invoiced; a record that says nothing of it is a broken machine. */
async function invoiceableIn(recordId: string, deps: Deps): Promise<InvoiceableMonth> {
  const bytes = await sealedStore(deps).bytes(recordId);
  const stated = invoiceableMonthIn(JSON.parse(Buffer.from(bytes).toString()));
  if (!stated) throw new Error('a statement that nothing can be invoiced by');
  return stated;
}

/** How a provider is registered as a seller. */
const sellerOf = ({ organisationNumber, vat = 'E', bankgiro, plusgiro }: Provider): InvoiceBasis['seller'] => ({
  vat,
  ...(organisationNumber ? { orgNo: sellerNumber(organisationNumber) } : {}),
  ...(bankgiro ? { bankgiro } : {}),
  ...(plusgiro ? { plusgiro } : {}),
});

/** Loads all that an invoice is judged by. Refused while the month has no statement (L-39): nothing may be invoiced then. */
export async function loadReceiving(
  invoice: Invoice,
  said: Said,
  { caller, at }: { readonly caller: Caller; readonly at: Instant },
  deps: Deps,
): Promise<Result<InvoiceReceiving, CannotReceive>> {
  const { table } = deps;
  const provider = await providerOf(invoice, said, caller, table);
  if (!provider)
    return refuse('invalid', 'provider-not-found', [{ at: 'body.providerId', code: 'provider-not-found' }]);
  const { id: providerId } = provider;
  const month = await monthOfInvoice(invoice, said, { providerId, at, table });
  if (month === undefined)
    return refuse('invalid', 'statement-not-found', [{ at: 'body.month', code: 'statement-not-found' }]);
  const routine = await routineOn(table, firstDay(month));
  if (!routine.ok) return routine;
  const { settings, pack } = routine.value;
  if (!pack.modules.includes('invoices')) return refuse('conflict', 'not-in-routine');
  if (isBookedInside(provider, pack.params)) return refuse('conflict', 'invoice-not-asked');
  const stated = await statedProviderMonth(month, providerId, table);
  const statement = stated && (await statementFor(invoice, statementsOfMonth(stated), { providerId, table }));
  if (!statement) return refuse('conflict', 'statement-not-sent');

  const { sha256: statementSha256 } = statement;
  const invoiceable = await invoiceableIn(statement.recordId, deps);
  const caseNumbers = [...new Set([...invoiceable.caseNumbers, ...(await casesIn({ month, providerId }, deps))])];
  const named = await customersNamed(invoice, caseNumbers, deps);
  const ledgers = ledgerStore(table);
  const overLedger = await ledgers.find({ providerId, month, statementSha256 });
  const ledger = overLedger?.entity ?? {
    providerId,
    month,
    statementSha256,
    toInvoiceOre: invoiceable.toInvoiceOre,
    live: [],
  };
  const numberSum = await sha256(plainNumber(invoice.number ?? ''));
  const overNumber = await ledgers.number(providerId, numberSum);
  const earlier = ledger.live.map((entry) => earlierInvoice(entry, month));
  const taken = overNumber?.entity;
  // The number is another statement's: known, and nothing else of it.
  const elsewhere =
    taken?.invoiceId !== undefined && ledger.live.every(({ invoiceId }) => invoiceId !== taken.invoiceId)
      ? [
          earlierInvoice(
            {
              ...{ invoiceId: taken.invoiceId, kind: 'INVOICE', number: invoice.number ?? '' },
              ...{ sellerId: invoice.sellerId ?? '', amountOre: 0 },
            },
            taken.month,
          ),
        ]
      : [];
  return accept({
    ...{ provider, settings, pack, month, statementSha256 },
    basis: {
      statement: { ...invoiceable, caseNumbers },
      seller: sellerOf(provider),
      customers: named === 'too-much-text' ? [] : named,
      earlier: [...earlier, ...elsewhere],
      isAllKnown: true,
    },
    isTooMuchText: named === 'too-much-text' && invoice.isTooMuchText !== true,
    ...{ ledger, overLedger, numberSum, overNumber },
  });
}
