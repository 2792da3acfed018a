import type { Caller } from '../../shared/domain/roles.ts';
import { isReleasable } from './deciding/deciding.ts';
import { type FiledInvoice, handsOnInvoice, type InvoiceState, isWhollyAttested } from './filed-invoice.ts';

const open: readonly InvoiceState[] = ['received', 'held', 'classified', 'coded', 'attested', 'second-attested'];

/** Whether it waits for somebody to attest it, the first or the second. */
const waitsForAttestation = (invoice: FiledInvoice): boolean =>
  invoice.state === 'coded' || (invoice.state === 'attested' && !isWhollyAttested(invoice));

/** What the steps are called that somebody may take with an invoice now, by the names of the ways in. */
export function nextOfInvoice(
  invoice: FiledInvoice,
  { role, userId }: Pick<Caller, 'role' | 'userId'>,
  { hands, isMadeUp }: { readonly hands: readonly string[]; readonly isMadeUp: boolean },
): string[] {
  const { state, source, looked, attestations } = invoice;
  const is = (...states: readonly InvoiceState[]) => states.includes(state);
  const isHands = [...hands, ...handsOnInvoice(invoice), ...attestations.map(({ by }) => by)].includes(userId);
  const isLooking = source === 'scan' && looked.length < 2 && is('received', 'held');
  const steps: readonly (readonly [string, boolean])[] = [
    ['lookThroughInvoice', role === 'administrator' && isLooking && !looked.some(({ by }) => by === userId)],
    ['releaseInvoice', role === 'administrator' && is('held') && isReleasable(invoice, isMadeUp)],
    ['classifyInvoice', role === 'administrator' && is('received') && (source !== 'scan' || looked.length >= 2)],
    ['codeInvoice', role === 'head' && is('classified', 'coded')],
    ['attestInvoice', role === 'head' && waitsForAttestation(invoice) && !isHands],
    ['returnInvoice', (role === 'administrator' || role === 'head') && open.includes(state)],
    ['payInvoice', ['administrator', 'economist', 'finance'].includes(role) && is('exported', 'paid')],
  ];
  return steps.flatMap(([step, may]) => (may ? [step] : []));
}
