import { foldedText } from './folded-text.ts';
import type { LocalDate } from './local-date.ts';

/**
 * What reads as a Swedish personnummer or samordningsnummer: ten or twelve digits, with `-`, `+`, a space or nothing
 * before the last four, a real date (day + 60 for a samordningsnummer, of which month or day may be 00), a serial that
 * is not 000, and a right control digit. Organisation numbers (third digit 2 or more) do not fit. Looked for at every
 * place where a number can begin, so that digits before it hide nothing. Twelve digits are so seldom anything else that
 * letters may touch them, and more signs may be inside them (`1912-12-12-1212`, `19121212/1212`).
 */
const candidate = /(?<!\d)(?=((?:(18|19|20) ?)?(\d{2})([-./]?)([01]\d)\4(\d{2})( ?[-+./_]? ?)(\d{3})(\d)(?!\d)))/g;

/** How far on each side of a number one looks for what it is part of; no more, so that a long text is read in its length. */
const around = 32;

/**
 * Whether what touches twelve digits makes them a part of a checksum or another id in hex: hex letters with more digits
 * among them. A word, or a letter or two, does not.
 */
function isInHex(text: string, at: number, end: number): boolean {
  const before = /[\dA-Za-z]*$/.exec(text.slice(Math.max(0, at - around), at))?.[0] ?? '';
  const after = /^[\dA-Za-z]*/.exec(text.slice(end, end + around))?.[0] ?? '';
  return /^[a-f]*\d[\da-f]*$/i.test(before + after);
}

const ordinarySign = /^ ?[-+]? ?$/;
/** What makes four digits after a date the first of another date, of a stretch of time, or of a number with decimals. */
const goesOn = /^ ?[-./:,] ?\d/;

/**
 * Whether a date is followed by a time of day: no file is named after, and no line is about, a day before the routines.
 */
const isTimeOfDay = (year: string | undefined, last: string): boolean =>
  Number(year) >= 2016 && /^(?:[01]\d|2[0-3])[0-5]\d$/.test(last);

type Written = {
  readonly year: string | undefined;
  readonly dateSign: string;
  readonly sign: string;
  readonly last: string;
};

/** Whether a number may be written so at its place. Ten digits take no letter beside them, and ordinary signs only. */
function isWrittenSo({ year, dateSign, sign, last }: Written, text: string, at: number, end: number): boolean {
  const isTouched = /[A-Za-z]/.test(`${text[at - 1] ?? ''}${text[end] ?? ''}`);
  const isOrdinary = dateSign === '' && ordinarySign.test(sign);
  if (year === undefined) return isOrdinary && !isTouched;
  if (isTouched && isInHex(text, at, end)) return false;
  if (isOrdinary) return true;
  return sign !== '' && !goesOn.test(text.slice(end, end + 4)) && (/[-+]/.test(sign) || !isTimeOfDay(year, last));
}

/** The control digit over the last ten digits, modulus 10 with weights 2 1 2 1 … */
function hasControlDigit(ten: string): boolean {
  const sum = [...ten].reduce((total, digit, at) => {
    const product = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return sum % 10 === 0;
}

function isDate(century: string | undefined, yy: string, mm: string, dd: string): boolean {
  const isCoordination = Number(dd) >= 60;
  const month = Number(mm);
  const day = isCoordination ? Number(dd) - 60 : Number(dd);
  if (month > 12 || day > 31) return false;
  // Of a samordningsnummer the month or the day may be one that nobody knows.
  if (month === 0 || day === 0) return isCoordination;
  // Without a century either will do; 29 February is right when it is right in one of them.
  const years = century ? [`${century}${yy}`] : [`19${yy}`, `20${yy}`];
  return years.some((year) => day <= new Date(Date.UTC(Number(year), month, 0)).getUTCDate());
}

type Found = { readonly at: number; readonly length: number };

/** What reads as a person's number in a text that has been folded, whatever is around it. */
function* candidatesIn(text: string): Generator<Found & { readonly isBareTen: boolean }> {
  let end = 0;
  for (const match of text.matchAll(candidate)) {
    const [, whole = '', century, yy = '', dateSign = '', mm = '', dd = '', sign = '', serial = '', control = ''] =
      match;
    if (match.index < end || serial === '000' || !isDate(century, yy, mm, dd)) continue;
    if (!hasControlDigit(`${yy}${mm}${dd}${serial}${control}`)) continue;
    const written = { year: century && `${century}${yy}`, dateSign, sign, last: `${serial}${control}` };
    if (!isWrittenSo(written, text, match.index, match.index + whole.length)) continue;
    end = match.index + whole.length;
    yield { at: match.index, length: whole.length, isBareTen: century === undefined && sign === '' };
  }
}

/** How much of the text before ten digits decides what they are: the words since the last number. */
const reach = 40;
const personWord = /(?:personn|samordning|född|\bpnr|\bp-nr)\P{N}*$/iu;
const phoneWord = /\b(?:ring|tel|mobil|sms|nås|telefon)\P{N}*$/iu;
const paymentWord =
  /\b(?:ocr|faktura|ref|betal|bankgiro|bg|plusgiro|pg|kundn|ordern)[\p{L}-]*\.?\s*(?:nr|nummer)?[\s.:#]*$/iu;

/**
 * Whether ten digits in one run are another number: a mobile's (070, with which a birth date of 2007 can begin too), one
 * with 0 first that somebody is to ring, or one to pay by. A word that says that it is a person's goes before.
 */
function isOtherNumber(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - reach), at);
  if (personWord.test(before)) return false;
  if (text.startsWith('070', at)) return true;
  return (text[at] === '0' && phoneWord.test(before)) || paymentWord.test(before);
}

/** The places in a text that read as a person's number, in the text as it was given. */
function placesIn(original: string, isWanted: (text: string, at: number) => boolean): readonly Found[] {
  const { text, placeOf } = foldedText(original);
  return [...candidatesIn(text)]
    .filter(({ at, isBareTen }) => !isBareTen || isWanted(text, at))
    .map(({ at, length }) => {
      const last = placeOf(at + length - 1);
      const lastLength = String.fromCodePoint(original.codePointAt(last) ?? 0).length;
      return { at: placeOf(at), length: last + lastLength - placeOf(at) };
    });
}

/**
 * The places in a text that read as a person's number; the values themselves are never returned. Guards mail, logs and
 * what people write. A telephone or an OCR number passes; twelve digits, and ten with a sign between, never do.
 */
export const findPersonIds = (text: string): readonly Found[] => placesIn(text, (...place) => !isOtherNumber(...place));

/** Whether an id, a file name or an address holds what can be a person's number, whatever else it could be. */
export const holdsPersonId = (id: string): boolean => placesIn(id, () => true).length > 0;

/** A number as a person writes it, and nothing else: ten or twelve digits, the last four after `-`, `+`, a space or nothing. */
const whole = /^(\d{2})?(\d{2})(\d{2})(\d{2}) ?([-+]?) ?(\d{3})(\d)$/;

/** The parts of what could be a person's number, its control digit being right; of which century is another matter. */
function partsOf(text: string) {
  const [, century, yy = '', mm = '', dd = '', sign = '', serial = '', control = ''] =
    whole.exec(foldedText(text).text.trim()) ?? [];
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
  const day = Number(dd) >= 60 ? String(Number(dd) - 60).padStart(2, '0') : dd;
  const chosen = ['20', '19', '18'].find((one) =>
    sign === '+' ? Number(`${one}${yy}`) + 100 <= Number(today.slice(0, 4)) : `${one}${yy}-${mm}-${day}` <= today,
  );
  return chosen !== undefined && isDate(chosen, yy, mm, dd) ? `${chosen}${ten}` : undefined;
}
