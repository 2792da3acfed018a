import { dateOf, type Instant, instantAt } from '../../../shared/domain/local-time.ts';
import { isWorkingDay, nextWorkingDay } from '../../../shared/domain/working-days.ts';
import { vardagar } from '../../../shared/packs/calendars.ts';
import type { Pack } from '../../../shared/packs/pack.ts';

export type Shift = { readonly to: Instant; readonly rule: string; readonly text: string };

/** The hour that an event counts as instead of its own, when the pack shifts it (S-13, S-32, A07, A08). */
export function shiftOf(at: Instant, late: string, pack: Pack): Shift | undefined {
  const { params } = pack;
  if (!params['cutoff.enabled']) return undefined;
  const date = dateOf(at);
  const cutoff = params['cutoff.time'];
  const resume = params['cutoff.resume'];
  const nextMorning = (): Instant => instantAt(nextWorkingDay(date, vardagar(pack)), resume);

  if (at > instantAt(date, cutoff)) {
    return { to: nextMorning(), rule: late, text: `Efter kl. ${cutoff} räknas som kl. ${resume} nästkommande vardag` };
  }
  if (params['cutoff.offHours'] === 'LITERAL') return undefined;
  if (!isWorkingDay(date, vardagar(pack))) {
    return { to: nextMorning(), rule: 'A08', text: `Ej vardag räknas som kl. ${resume} nästkommande vardag` };
  }
  const opening = instantAt(date, resume);
  return at < opening ? { to: opening, rule: 'A08', text: `Före kl. ${resume} räknas som kl. ${resume}` } : undefined;
}
