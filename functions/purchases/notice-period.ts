import { daysBetween, type LocalDate, plusDays, swedishDateWithYear } from '../../shared/domain/local-time.ts';
import { accept, type Result, refuse } from '../../shared/domain/result.ts';
import type { Why } from '../../shared/domain/why.ts';
import { lastDayOfLimit } from '../../shared/packs/calendars.ts';
import type { Pack } from '../../shared/packs/pack.ts';

/** The first day that may be without service, and by how many days a wished one comes too early (never below 0). */
export type NoticePeriod = { readonly earliest: LocalDate; readonly short: number; readonly why: readonly Why[] };

/**
 * Ending or reducing bought care before the agreed day takes four weeks' notice: `effective` is the first day without
 * or with less (M-21, M-22, A37). Too short a notice is a remark, not a refusal (A38).
 */
export function notice(
  at: LocalDate,
  effective: LocalDate,
  pack: Pack,
  what: 'ending' | 'reduction' = 'ending',
): Result<NoticePeriod, 'pack-without-notice'> {
  if (!pack.notice) return refuse('invalid', 'pack-without-notice');
  const earliest = lastDayOfLimit(plusDays(at, pack.notice.days), pack);
  const short = Math.max(0, daysBetween(effective, earliest));
  const told = `${pack.notice.days} dagar från ${swedishDateWithYear(at)} ger tidigast ${swedishDateWithYear(earliest)}`;
  return accept({
    earliest,
    short,
    why: [
      {
        rule: pack.notice[what],
        text: short > 0 ? `${told}; ${short} ${short === 1 ? 'dag' : 'dagar'} för kort varsel.` : `${told}.`,
      },
    ],
  });
}
