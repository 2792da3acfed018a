import { begin, type Deadline } from '../../shared/domain/deadline.ts';
import { type Instant, plusHours } from '../../shared/domain/local-time.ts';
import type { Table } from '../../shared/ports/table.ts';
import { deadlinesAfter, type MovedDeadline } from '../../shared/steps/deadlines.ts';
import { deadlineStore } from '../../shared/stores/deadline-store.ts';
import { type FiledInvoice, isWhollyAttested } from './filed-invoice.ts';

/** How long each step may take before it is late: it is to be paid in 30 days, and several people have it in turn. */
const hoursOfTurn = 72;

type Turn = { readonly code: 'D58' | 'D59' | 'D60'; readonly ref?: string };

/** Whose turn it is with an invoice, and with what; nobody's when it is returned, or with finance. */
function turnOf(invoice: FiledInvoice): Turn | undefined {
  const { state, source, looked } = invoice;
  if (state === 'held') return { code: 'D58', ref: 'held' };
  if (state === 'received')
    return source === 'scan' && looked.length < 2 ? { code: 'D58', ref: 'look' } : { code: 'D58' };
  if (state === 'classified' || state === 'coded') return { code: 'D59' };
  if (isWhollyAttested(invoice)) return { code: 'D60' };
  return state === 'attested' ? { code: 'D59', ref: 'second' } : undefined;
}

const refOf = ({ subject }: Deadline) => (subject.kind === 'invoice' ? subject.ref : undefined);

/**
 * The tasks of an invoice as a step leaves it: the next person in turn has one, and nobody one that is done (L-41, L-51).
 * The economist's is met by the export that has it.
 */
export async function turnDates(invoice: FiledInvoice, at: Instant, table: Table): Promise<readonly MovedDeadline[]> {
  const { id: invoiceId, month, providerId, state } = invoice;
  const standing = await deadlineStore(table).ofInvoice(invoiceId);
  const turn = turnOf(invoice);
  const isOpen = standing.some(
    ({ entity }) => entity.code === turn?.code && refOf(entity) === turn.ref && entity.doneAt === undefined,
  );
  const opens: Deadline[] =
    turn && !isOpen
      ? [
          begin(turn.code, {
            subject: { kind: 'invoice', invoiceId, month, providerId, ...(turn.ref ? { ref: turn.ref } : {}) },
            dueAt: plusHours(at, hoursOfTurn),
            why: [],
            ...(turn.code === 'D60' ? { owner: 'economist' } : {}),
          }),
        ]
      : [];
  const others = (['D58', 'D59', 'D60'] as const).filter((code) => code !== turn?.code);
  return deadlinesAfter(standing, { opens, ...(state === 'returned' ? { lapses: others } : { meets: others }) }, at)
    .moved;
}
