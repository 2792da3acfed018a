import { begin, type Deadline } from '../../../shared/domain/deadline.ts';
import { endOfDay, type Instant, instantAt, plusDays, swedishDateLong } from '../../../shared/domain/local-time.ts';
import type { Permit } from '../../../shared/domain/provider-standing.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { deadlinesAfter, type MovedDeadline } from '../../../shared/steps/deadlines.ts';
import { deadlineStore } from '../../../shared/stores/deadline-store.ts';
import type { Provider } from '../../../shared/stores/provider-store.ts';

/** How long before its end an administrator is warned: a new permit takes the inspectorate weeks. */
const warnedDaysBefore = 60;

/** The end of a permit as it is waited for (SoL 2025:400, 26:1); nobody may be given new care after it. */
const permitEnd = (providerId: string, last: NonNullable<Permit['to']>): Deadline =>
  begin('P01', {
    subject: { kind: 'provider', providerId },
    dueAt: endOfDay(last),
    remindAt: instantAt(plusDays(last, -warnedDaysBefore), '08:00'),
    why: [
      {
        rule: 'SoL 26:1',
        text: `Tillståndet gäller till och med ${swedishDateLong(last)}. Efter det kan utföraren inte få nya uppdrag.`,
      },
    ],
  });

/** The warning that follows a provider's permit as it is written in: drawn anew with another last day, gone without one. */
export async function watchPermit(
  { id, permit }: Pick<Provider, 'id' | 'permit'>,
  before: Pick<Provider, 'permit'> | undefined,
  at: Instant,
  { table }: Deps,
): Promise<readonly MovedDeadline[]> {
  if (permit?.to === before?.permit?.to) return [];
  const standing = await deadlineStore(table).ofProvider(id);
  const opens = permit?.to === undefined ? [] : [permitEnd(id, permit.to)];
  return deadlinesAfter(standing, { meets: ['P01'], opens }, at).moved;
}
