import { begin } from '../../../shared/domain/deadline.ts';
import { dateOf, firstDay, type Instant, type Month, swedishMonth } from '../../../shared/domain/local-time.ts';
import { addWorkingDays } from '../../../shared/domain/working-days.ts';
import { endOfLimit, vardagar } from '../../../shared/packs/calendars.ts';
import type { Pack } from '../../../shared/packs/pack.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { deadlinesAfter, type MovedDeadline } from '../../../shared/steps/deadlines.ts';
import { deadlineStore } from '../../../shared/stores/deadline-store.ts';
import { routineOn } from '../../../shared/stores/routine.ts';
import type { FiledInvoice } from '../filed-invoice.ts';
import { invoiceStore } from '../invoice-store.ts';
import { waitsToBeAttested } from './attesting.ts';
import { isAnyAttesterLeft } from './load-attesters.ts';

type Of = { readonly month: Month; readonly providerId: string };

/** More invoices than a provider's month has; those that were returned among them. */
const most = 200;

/** No text sets its day; an invoice is to be paid within 30 days, and another still has to read it. */
const workingDays = 5;

const appointmentDue = ({ month, providerId }: Of, { pack, at }: { readonly pack: Pack; readonly at: Instant }) =>
  begin('D57', {
    subject: { kind: 'month', month, providerId },
    dueAt: endOfLimit(addWorkingDays(dateOf(at), workingDays, vardagar(pack)), pack),
    why: [
      {
        rule: 'A72',
        text: `Ingen chef får attestera fakturan för ${swedishMonth(month)}: alla har haft hand om den eller månaden, eller har en för låg gräns. Utse en ställföreträdare.`,
      },
    ],
  });

/** Those of a provider's month that wait to be attested, with one as a step is about to leave it. */
async function waitingOf({ month, providerId }: Of, next: FiledInvoice | undefined, { table }: Deps) {
  const { items } = await invoiceStore(table).list({ month, providerId }, { limit: most });
  const others = items.map(({ entity }) => entity).filter(({ id }) => id !== next?.id);
  return [...others, ...(next ? [next] : [])].filter(waitsToBeAttested);
}

/**
 * The heads are to appoint a deputy (D57) while an invoice of a provider's month waits that none of them may attest (A72);
 * and no longer once one may, or nothing waits. One that is open keeps its day. `next` is what the step at hand saves.
 */
export async function attesterDates(
  of: Of,
  next: FiledInvoice | undefined,
  at: Instant,
  deps: Deps,
): Promise<readonly MovedDeadline[]> {
  const { table } = deps;
  let isNobodyLeft = false;
  for (const one of await waitingOf(of, next, deps)) isNobodyLeft ||= !(await isAnyAttesterLeft(one, at, table));
  const standing = await deadlineStore(table).ofMonth(of.month, of.providerId);
  const isOpen = standing.some(({ entity }) => entity.code === 'D57' && !entity.doneAt);
  if (isNobodyLeft === isOpen) return [];
  if (isOpen) return deadlinesAfter(standing, { lapses: ['D57'] }, at).moved;
  const routine = await routineOn(table, firstDay(of.month));
  if (!routine.ok) throw new Error('an invoice of a month in no routine');
  return deadlinesAfter(standing, { opens: [appointmentDue(of, { pack: routine.value.pack, at })] }, at).moved;
}
