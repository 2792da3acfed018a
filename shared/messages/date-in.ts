import { type LocalDate, swedishDate } from '../domain/local-time.ts';

const english = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'short' });

/** A date inside a sentence in the language asked for: `fre 6 nov`, or `Fri 6 Nov` as the portal writes it in English. */
export const dateIn = (date: LocalDate, language: string): string =>
  language === 'en' ? english.format(new Date(`${date}T12:00:00Z`)).replace(',', '') : swedishDate(date);
