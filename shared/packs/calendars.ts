import { endOfDay, type Instant, instantAt, type LocalDate } from '../domain/local-time.ts';
import { type Calendar, rolledForward } from '../domain/working-days.ts';
import type { Pack } from './pack.ts';

/** What the pack counts as a vardag (A16). */
export const vardagar = ({ params }: Pack): Calendar => ({
  saturdayIsVardag: params['calendar.saturdayIsVardag'],
  evesAreVardag: params['calendar.evesAreVardag'],
  extraClosed: params['calendar.extraClosed'],
});

/** What the pack counts as an arbetsdag: its vardagar but for further closed days (A17, L-55). */
export const arbetsdagar = (pack: Pack): Calendar => ({
  ...vardagar(pack),
  extraClosed: [...pack.params['calendar.extraClosed'], ...pack.params['calendar.arbetsdagExtraClosed']],
});

/** The last day of a limit that is counted in days: the day itself, or rolled forward if the pack says so (A19). */
export const lastDayOfLimit = (date: LocalDate, pack: Pack): LocalDate =>
  pack.params.rollForward ? rolledForward(date, vardagar(pack)) : date;

/** The hour at which a day limit ends: 24:00, or when the office closes if the pack says so (A18). */
export const hourOfLimit = ({ params }: Pack): string => (params.officeClose === 'OFF' ? '24:00' : params.officeClose);

export const endOfLimit = (date: LocalDate, { params }: Pack): Instant =>
  params.officeClose === 'OFF' ? endOfDay(date) : instantAt(date, params.officeClose);
