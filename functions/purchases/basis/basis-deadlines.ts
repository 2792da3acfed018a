import { begin, type Deadline } from '../../../shared/domain/deadline.ts';
import { instantAt, type LocalDate, type Month, nextMonth } from '../../../shared/domain/local-time.ts';
import { type Owner, providerIn } from '../../../shared/domain/owner.ts';
import { swedishDate, swedishMonth } from '../../../shared/domain/swedish-date.ts';
import { nthWorkingDay } from '../../../shared/domain/working-days.ts';
import { endOfLimit, vardagar } from '../../../shared/packs/calendars.ts';
import type { BuyingPack } from '../buying-pack.ts';
import { basisDue } from './basis-line.ts';
import { allocationOwner } from './settling.ts';

type Of = { readonly month: Month; readonly performer: Owner; readonly orderingUnitId: string };

/** Whose work it is to hand in: of a unit its coordinator and manager, a private performer itself. */
const performers = (performer: Owner) =>
  providerIn(performer) === undefined ? { roles: ['receiving-coordinator', 'receiving-manager'] as const } : {};

/** A performer's basis to one unit, in the month after (D31, D38, A39); reminded of on the morning of the day. */
export function basisDeadline(of: Of, pack: BuyingPack): Deadline {
  const due = basisDue(of.month, pack);
  const { code, rule } = pack.purchases.basis.due;
  return begin(code, {
    subject: { kind: 'basis', ...of },
    owner: of.performer,
    ...performers(of.performer),
    ...{ dueAt: endOfLimit(due, pack), remindAt: instantAt(due, '08:00'), rule },
    why: [
      {
        rule,
        text: `Underlaget för ${swedishMonth(of.month)} lämnas den ${pack.params['monthly.dueVardag']}:e vardagen, senast ${swedishDate(due)} (A39).`,
      },
    ],
  });
}

/** The working day of the next month by which a month's cost is allocated (D39). */
export const allocationDue = (month: Month, pack: BuyingPack): LocalDate =>
  nthWorkingDay(nextMonth(month), pack.params['allocation.dueVardag'], vardagar(pack));

/** The cost of an invoiced basis, to be put in its places (D39, B-30); softly. */
export function allocationDeadline(of: Of, pack: BuyingPack): Deadline {
  const due = allocationDue(of.month, pack);
  const rule = pack.purchases.basis.allocation;
  return begin('D39', {
    subject: { kind: 'basis', ...of },
    owner: allocationOwner(pack),
    ...{ dueAt: endOfLimit(due, pack), rule },
    why: [
      {
        rule,
        text: `Kostnaden för ${swedishMonth(of.month)} fördelas den ${pack.params['allocation.dueVardag']}:e vardagen, senast ${swedishDate(due)}.`,
      },
    ],
  });
}
