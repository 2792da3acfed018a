import {
  type Instant,
  instantAt,
  type LocalDate,
  type Month,
  nextMonth,
  startOfDay,
  swedishDate,
  swedishMonth,
} from '../../../shared/domain/local-time.ts';
import type { Why } from '../../../shared/domain/why.ts';
import { nthWorkingDay } from '../../../shared/domain/working-days.ts';
import { endOfLimit, hourOfLimit, vardagar } from '../../../shared/packs/calendars.ts';
import type { Pack } from '../../../shared/packs/pack.ts';

type CorrectionDates = {
  readonly on: LocalDate;
  /** The last instant at which a corrected file is waited for (D42). */
  readonly dueAt: Instant;
  readonly remindAt: Instant;
  readonly why: readonly Why[];
};

/** Until when what was wrong with a month's files at their receipt may be corrected, before anybody falls back on what was granted (A30). */
export function correctionDates(month: Month, pack: Pack): CorrectionDates {
  const n = pack.params['correction.dueVardag'];
  const due = nextMonth(month);
  const on = nthWorkingDay(due, n, vardagar(pack));
  const text = `Det som är fel i redovisningen rättas den ${n}:${n < 3 ? 'a' : 'e'} vardagen i ${swedishMonth(due)}, senast ${swedishDate(on)} kl. ${hourOfLimit(pack)}.`;
  return { on, dueAt: endOfLimit(on, pack), remindAt: instantAt(on, '08:00'), why: [{ rule: 'A30', text }] };
}

/** Nobody closes a month for a provider that may still hand it in (A81). */
const closesOnVardag = 6;

/** From when the officers may close a month that nothing was handed in of (A81). */
export const closesFrom = (month: Month, pack: Pack): Instant =>
  startOfDay(nthWorkingDay(nextMonth(month), closesOnVardag, vardagar(pack)));
