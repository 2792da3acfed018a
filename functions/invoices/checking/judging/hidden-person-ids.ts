import { foldedText } from '../../../../shared/domain/folded-text.ts';
import { isPersonId } from '../../../../shared/domain/person-id.ts';

/**
 * A person's number written as nobody writes another number: its parts apart or in pairs, on two lines, in brackets, with
 * other signs between or letters touching. Invoices are of totals, so that little on them can be mistaken for it. At every
 * place where a number can begin, and bounded there, so that a text is read in its length.
 */
const candidate =
  /(?<!\d)(?=((18|19|20)?[ ./:_-]?(\d\d)([ ./:_-]?)([01]\d)\4(\d\d)([^\p{L}\p{N},]{0,3})(\d\d) ?(\d\d)(?!\d)))/gu;

/** What makes four digits the first of another date, or of a number with decimals. */
const goesOn = /^ ?[./:,-] ?\d/;
/** Since there have been routines, dates of these years stand on invoices, with sums and times after them. */
const firstYear = 2016;
const hex = /^[\da-f]*$/i;

const isDigit = (code: number): boolean => /\p{Nd}/u.test(String.fromCodePoint(code));

/** The value of a digit in any script: digits stand in tens, the zero first. */
function plainDigit(letter: string): string {
  const code = letter.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && isDigit(code - value - 1)) value += 1;
  return String(value);
}

const foldedOf = (text: string): string =>
  foldedText(text.replace(/\s/gu, ' ')).text.replace(/[^\P{Nd}\d]/gu, plainDigit);

/** The ten digits of each number that reads as a person's, however it is written. */
export function hiddenPersonIds(original: string): readonly string[] {
  if (!/\p{Nd}/u.test(original)) return [];
  const text = foldedOf(original);
  const found: string[] = [];
  for (const match of text.matchAll(candidate)) {
    const [, whole = '', century = '', yy = '', dateSign = '', mm = '', dd = '', sign = '', first = '', last = ''] =
      match;
    const end = match.index + whole.length;
    const before = /[\p{L}\d]*$/u.exec(text.slice(Math.max(0, match.index - 32), match.index))?.[0] ?? '';
    const after = /^[\p{L}\d]*/u.exec(text.slice(end, end + 32))?.[0] ?? '';
    const isBare = dateSign === '' && sign === '';
    // Ten digits in a run are read by the words before them, elsewhere; here only with letters at them.
    if (isBare && before === '' && after === '' && !whole.includes(' ')) continue;
    if (isBare && before + after !== '' && hex.test(before + after)) continue;
    if (goesOn.test(text.slice(end, end + 4))) continue;
    const year = century === '' ? Number(`20${yy}`) : Number(`${century}${yy}`);
    const isOrdinary = dateSign === '' && /^ ?[-+] ?$/.test(sign);
    if (!isOrdinary && year >= firstYear && year < firstYear + 50 && (century !== '' || yy < '40')) continue;
    const ten = `${yy}${mm}${dd}${first}${last}`;
    if (isPersonId(`${century}${ten}`)) found.push(ten);
  }
  return found;
}
