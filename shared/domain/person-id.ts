import type { LocalDate } from './local-date.ts';

/**
 * Finds what reads as a Swedish personnummer or samordningsnummer: ten or twelve digits, with `-`, `+`, a space or
 * nothing before the last four, a real date (day + 60 for a samordningsnummer), a serial that is not 000, and a
 * right control digit. Organisation numbers (third digit 2 or more), OCR and phone numbers do not fit. Guards mail,
 * logs, invoices, URLs and file names.
 */
const candidate = /(?<![\dA-Za-z])(\d{2})?[ ]?(\d{2})(\d{2})(\d{2})[ ]?[-+–]?[ ]?(\d{3})(\d)(?![\dA-Za-z])/g;

/** The control digit over the last ten digits, modulus 10 with weights 2 1 2 1 … */
function hasControlDigit(ten: string): boolean {
  const sum = [...ten].reduce((total, digit, at) => {
    const product = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return sum % 10 === 0;
}

function isDate(century: string | undefined, yy: string, mm: string, dd: string): boolean {
  const month = Number(mm);
  const day = Number(dd) > 60 ? Number(dd) - 60 : Number(dd);
  if (month < 1 || month > 12 || day < 1) return false;
  // Without a century either will do; 29 February is right when it is right in one of them.
  const years = century ? [`${century}${yy}`] : [`19${yy}`, `20${yy}`];
  return years.some((year) => day <= new Date(Date.UTC(Number(year), month, 0)).getUTCDate());
}

/** The places in a text that read as a person's number; the values themselves are never returned. */
export function findPersonIds(text: string): readonly { readonly at: number; readonly length: number }[] {
  const found: { at: number; length: number }[] = [];
  for (const match of text.matchAll(candidate)) {
    const [whole, century, yy = '', mm = '', dd = '', serial = '', control = ''] = match;
    if (century && !['18', '19', '20'].includes(century)) continue;
    if (serial === '000' || !isDate(century, yy, mm, dd)) continue;
    if (hasControlDigit(`${yy}${mm}${dd}${serial}${control}`)) found.push({ at: match.index, length: whole.length });
  }
  return found;
}

/** A number as a person writes it, and nothing else: ten or twelve digits, the last four after `-`, `+`, a space or nothing. */
const whole = /^(\d{2})?(\d{2})(\d{2})(\d{2}) ?([-+–]?) ?(\d{3})(\d)$/;

/** The parts of what could be a person's number, its control digit being right; of which century is another matter. */
function partsOf(text: string) {
  const [, century, yy = '', mm = '', dd = '', sign = '', serial = '', control = ''] = whole.exec(text.trim()) ?? [];
  const ten = `${yy}${mm}${dd}${serial}${control}`;
  const isOne = serial > '000' && hasControlDigit(ten) && isDate(century, yy, mm, dd);
  return isOne && ['18', '19', '20', undefined].includes(century) ? { century, yy, mm, dd, sign, ten } : undefined;
}

/** Whether a text is a person's number in some century: what can be said of ten digits without a clock. */
export const isPersonId = (text: string): boolean => partsOf(text) !== undefined;

/**
 * The twelve digits of a personnummer or samordningsnummer; undefined for what is none. Ten digits mean the latest such
 * birthday, with `+` the latest in whose year a hundred years have passed: the same ten mean others another day.
 */
export function personIdOf(text: string, today: LocalDate): string | undefined {
  const parts = partsOf(text);
  if (!parts || parts.century !== undefined) return parts && `${parts.century}${parts.ten}`;
  const { yy, mm, dd, sign, ten } = parts;
  const day = Number(dd) > 60 ? String(Number(dd) - 60).padStart(2, '0') : dd;
  const chosen = ['20', '19', '18'].find((one) =>
    sign === '+' ? Number(`${one}${yy}`) + 100 <= Number(today.slice(0, 4)) : `${one}${yy}-${mm}-${day}` <= today,
  );
  return chosen !== undefined && isDate(chosen, yy, mm, dd) ? `${chosen}${ten}` : undefined;
}
