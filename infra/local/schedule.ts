import { dateOf, endOfDay, type Instant, instantAt, plusDays } from '../../shared/domain/local-time.ts';

/** EventBridge's `cron(minute hour day-of-month month day-of-week year)`, as far as the registry uses it. */
const cron = /^cron\((\d+) (\d+) (\d+|\*) (\d+|\*) (?:\?|\*) \*\)$/;

const fits = (field: string, value: number) => field === '*' || Number(field) === value;

/** The first time strictly after `after` that a schedule falls on, in Europe/Stockholm; undefined for a rate. */
export function nextRun(schedule: string, after: Instant): Instant | undefined {
  if (schedule.startsWith('rate(')) return undefined;
  const fields = cron.exec(schedule);
  if (!fields) throw new Error(`the local machine does not read the schedule ${schedule}`);
  const [, minute = '', hour = '', day = '', month = ''] = fields;
  for (let date = dateOf(after), tried = 0; tried < 1500; date = plusDays(date, 1), tried++) {
    if (!fits(day, Number(date.slice(8))) || !fits(month, Number(date.slice(5, 7)))) continue;
    const at = instantAt(date, `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`);
    if (at > after) return at;
  }
  throw new Error(`the schedule ${schedule} never comes after ${endOfDay(dateOf(after))}`);
}
