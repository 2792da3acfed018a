import type { ReportFormat } from '../../../shared/packs/report-format.ts';

/** What no reader takes for a number: the row's error is then told where it is read. */
const notRead = '?';

/** Hours with decimals in whole minutes, counted without fractions of the machine's; undefined where it is none. */
function ofHours(text: string): number | undefined {
  const [, whole = '', decimals = ''] = /^(\d{1,6})(?:[.,](\d{1,4}))?$/.exec(text) ?? [];
  if (whole === '') return undefined;
  const scale = 10 ** decimals.length;
  const parts = Number(`${whole}${decimals}`) * 60;
  return parts % scale === 0 ? parts / scale : undefined;
}

function ofClock(text: string): number | undefined {
  const [, hours = '', minutes = '60'] = /^(\d{1,5}):(\d\d)(?::00)?$/.exec(text) ?? [];
  return hours !== '' && Number(minutes) < 60 ? Number(hours) * 60 + Number(minutes) : undefined;
}

/**
 * Minutes as the time report writes them, whole, of a print that writes them in its own way. What is not written in that
 * way, and hours that are no whole minutes, come out as what is no number.
 */
export function minutesInPrint(text: string, kind: ReportFormat['minutes']): string {
  if (kind === 'MIN') return text;
  const minutes = kind === 'HOURS' ? ofHours(text) : ofClock(text);
  return minutes === undefined ? notRead : String(minutes);
}
