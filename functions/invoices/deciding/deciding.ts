import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import type { InvoiceState } from '../filed-invoice.ts';
import { type CodingRow, type FiledInvoice, type InvoiceActor, isInvoiceOver } from '../filed-invoice.ts';

type Over = 'invoice-returned' | 'invoice-exported';

/** Why nothing more is done with an invoice; undefined while something is. */
function whyOver(invoice: FiledInvoice) {
  if (!isInvoiceOver(invoice)) return undefined;
  return refuse('conflict', invoice.state === 'returned' ? 'invoice-returned' : 'invoice-exported');
}

const isIn = ({ state }: FiledInvoice, ...states: readonly InvoiceState[]): boolean => states.includes(state);

/**
 * It goes back to its provider with a reason, until it is exported; after that only a credit note changes anything. An
 * attestation that it has is withdrawn with the reason.
 */
export function returnedInvoice(
  invoice: FiledInvoice,
  { userId: by, at }: InvoiceActor,
  { comment, isPersonal }: { readonly comment: string; readonly isPersonal: boolean },
): Result<FiledInvoice, Over> {
  const over = whyOver(invoice);
  if (over) return over;
  const withdrawn = invoice.attestations.map((one) => ({ ...one, withdrawnAt: at, withdrawnBy: by, comment }));
  return accept({
    ...invoice,
    ...{ state: 'returned', returned: { at, by, comment }, isPersonal: invoice.isPersonal || isPersonal },
    ...{ attestations: [], withdrawn: [...invoice.withdrawn, ...withdrawn] },
  });
}

/**
 * Whether a dispute can be settled by what is said. One about an amount cannot, unless the invoice with credit notes and
 * others has come to all of its statement (`isMadeUp`).
 */
export const isReleasable = ({ blocking }: Pick<FiledInvoice, 'blocking'>, isMadeUp: boolean): boolean =>
  isMadeUp || blocking.every(({ code }) => code !== 'WRONG_AMOUNT');

/**
 * What was held is received: the administrator has telephoned about the account, or the minutes have been settled. One
 * whose amount differs is returned, or made up for by a credit note and another invoice: nothing that is said changes it.
 */
export function releasedInvoice(
  invoice: FiledInvoice,
  { userId: by, at }: InvoiceActor,
  { comment, isMadeUp }: { readonly comment: string; readonly isMadeUp: boolean },
): Result<FiledInvoice, Over | 'invoice-not-held' | 'invoice-differs'> {
  const over = whyOver(invoice);
  if (over) return over;
  if (invoice.state !== 'held') return refuse('conflict', 'invoice-not-held');
  if (!isReleasable(invoice, isMadeUp)) return refuse('conflict', 'invoice-differs');
  return accept({ ...invoice, state: 'received', released: { at, by, comment } });
}

/** A file without text is looked through by two: whoever keyed it, and another. */
export function lookedThrough(
  invoice: FiledInvoice,
  { userId: by, at }: InvoiceActor,
): Result<FiledInvoice, Over | 'invoice-has-text' | 'four-eyes'> {
  const over = whyOver(invoice);
  if (over) return over;
  if (invoice.source !== 'scan' || invoice.looked.length >= 2) return refuse('conflict', 'invoice-has-text');
  if (invoice.looked.some((one) => one.by === by)) return refuse('conflict', 'four-eyes');
  return accept({ ...invoice, looked: [...invoice.looked, { at, by }] });
}

/**
 * It is marked secret (L-41): an invoice when what is live of its statement is all of it, a credit note at any time. What
 * has no text has been looked through by two before.
 */
export function classifiedInvoice(
  invoice: FiledInvoice,
  { userId: by, at }: InvoiceActor,
  { liveOre }: { readonly liveOre: number },
): Result<FiledInvoice, Over | 'invoice-held' | 'invoice-classified' | 'not-looked-through' | 'invoice-differs'> {
  const over = whyOver(invoice);
  if (over) return over;
  if (invoice.state === 'held') return refuse('conflict', 'invoice-held');
  if (invoice.state !== 'received') return refuse('conflict', 'invoice-classified');
  if (invoice.source === 'scan' && invoice.looked.length < 2) return refuse('conflict', 'not-looked-through');
  const isWhole = invoice.kind === 'CREDIT' || liveOre === invoice.toInvoiceOre;
  if (!isWhole) return refuse('conflict', 'invoice-differs');
  return accept({ ...invoice, state: 'classified', secrecy: { at, by } });
}

/** The head codes it (L-51): rows that come to what is to be paid, to the öre; again until it is attested. */
export function codedInvoice(
  invoice: FiledInvoice,
  { userId: by, at }: InvoiceActor,
  rows: readonly CodingRow[],
): Result<FiledInvoice, Over | 'invoice-held' | 'not-classified' | 'invoice-attested' | 'coding-differs'> {
  const over = whyOver(invoice);
  if (over) return over;
  if (invoice.state === 'held') return refuse('conflict', 'invoice-held');
  if (invoice.state === 'received') return refuse('conflict', 'not-classified');
  if (!isIn(invoice, 'classified', 'coded')) return refuse('conflict', 'invoice-attested');
  const sum = rows.reduce((all, { amountOre }) => all + amountOre, 0);
  if (sum !== invoice.payableOre)
    return refuse('invalid', 'coding-differs', [{ at: 'body.rows', code: 'coding-differs' }]);
  return accept({ ...invoice, state: 'coded', coding: { at, by, rows: [...rows] } });
}
