import { begin, type Deadline } from '../../../shared/domain/deadline.ts';
import { type Month, swedishMonth } from '../../../shared/domain/local-time.ts';
import { endOfLimit } from '../../../shared/packs/calendars.ts';
import type { Pack } from '../../../shared/packs/pack.ts';
import { monthDates } from '../opening/month-dates.ts';

/**
 * An officer has something to adjust because of files that came after the statement (D51): by the day on which the report
 * of the month that goes on, `during`, is due. It goes with that report.
 */
export function filesToAdjust(
  subject: { readonly month: Month; readonly providerId: string; readonly officerId: string },
  { pack, during }: { readonly pack: Pack; readonly during: Month },
): Deadline {
  const dates = monthDates(during, pack);
  if (!dates.ok) throw new Error('a month was stated in a routine without months');
  const text = `Filer kom efter att sammanställningen för ${swedishMonth(subject.month)} skickades. Det som skiljer följer med nästa rapport.`;
  return begin('D51', {
    subject: { kind: 'month', ...subject },
    dueAt: endOfLimit(dates.value.report, pack),
    why: [{ rule: 'A30', text }],
  });
}
