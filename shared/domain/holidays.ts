import { type LocalDate, plusDays, weekday } from './local-date.ts';

/** The Sunday after the first full moon of spring, by the Gregorian church calendar. */
function easterSunday(year: number): LocalDate {
  const century = Math.floor(year / 100);
  const drift = century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25);
  const age = (19 * (year % 19) + drift + 15) % 30;
  const early = age === 29 || (age === 28 && year % 19 > 10) ? 1 : 0;
  const fullMoon = plusDays(`${year}-03-21`, age - early);
  return plusDays(fullMoon, 7 - (weekday(fullMoon) % 7));
}

/** Midsommardagen and alla helgons dag are the Saturday on or after a day. */
const saturdayFrom = (date: LocalDate): LocalDate => plusDays(date, (13 - weekday(date)) % 7);

type DaysByName = ReadonlyMap<LocalDate, string>;

/** The 13 public holidays of a year, by lag (1989:253). */
function publicHolidaysOf(year: number): DaysByName {
  const easter = easterSunday(year);
  return new Map([
    [`${year}-01-01`, 'nyårsdagen'],
    [`${year}-01-06`, 'trettondedag jul'],
    [plusDays(easter, -2), 'långfredagen'],
    [easter, 'påskdagen'],
    [plusDays(easter, 1), 'annandag påsk'],
    [`${year}-05-01`, 'första maj'],
    [plusDays(easter, 39), 'Kristi himmelsfärdsdag'],
    [plusDays(easter, 49), 'pingstdagen'],
    [`${year}-06-06`, 'nationaldagen'],
    [saturdayFrom(`${year}-06-20`), 'midsommardagen'],
    [saturdayFrom(`${year}-10-31`), 'alla helgons dag'],
    [`${year}-12-25`, 'juldagen'],
    [`${year}-12-26`, 'annandag jul'],
  ]);
}

/** The three eves that lag (1930:173) 2 § puts beside the holidays. Trettondagsafton and valborg are not among them. */
const evesOf = (year: number): DaysByName =>
  new Map([
    [plusDays(saturdayFrom(`${year}-06-20`), -1), 'midsommarafton'],
    [`${year}-12-24`, 'julafton'],
    [`${year}-12-31`, 'nyårsafton'],
  ]);

const byYear = new Map<number, { readonly holidays: DaysByName; readonly eves: DaysByName }>();

function daysOf(date: LocalDate) {
  const year = Number(date.slice(0, 4));
  const days = byYear.get(year) ?? { holidays: publicHolidaysOf(year), eves: evesOf(year) };
  byYear.set(year, days);
  return days;
}

/** The Swedish name of the public holiday, when the day is one. */
export const publicHoliday = (date: LocalDate): string | undefined => daysOf(date).holidays.get(date);

/** The Swedish name of the eve, when the day is midsommarafton, julafton or nyårsafton. */
export const eve = (date: LocalDate): string | undefined => daysOf(date).eves.get(date);
