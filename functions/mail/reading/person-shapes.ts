import { foldedText } from '../../../shared/domain/folded-text.ts';
import { findPersonIds, isPersonId } from '../../../shared/domain/person-id.ts';

type Place = { readonly at: number; readonly length: number };

/** A digit and what may stand before it: people divide a number as they please. */
const digit = /( ?[-+./]? ?)(\d)/y;
/** Nobody who was born so late has home care; four figures after a later day are the hour. */
const latestYear = 2015;

type Digits = { readonly digits: string; readonly at: readonly number[]; readonly end: number };

/** So many digits from a place, however they are divided; `at`: before which of them something stands. */
function digitsFrom(text: string, from: number, count: number): Digits | undefined {
  let [digits, place] = ['', from];
  const divided: number[] = [];
  while (digits.length < count) {
    digit.lastIndex = place;
    const [whole = '', sign = '', one = ''] = digit.exec(text) ?? [];
    if (one === '' || (digits === '' && sign !== '')) return undefined;
    if (sign !== '') divided.push(digits.length);
    digits += one;
    place += whole.length;
  }
  return /\d/.test(text[place] ?? '') ? undefined : { digits, at: divided, end: place };
}

/** A number of ten digits is divided between its pairs, as no telephone's is that begins as a mobile's. */
const isDividedAsTen = ({ digits, at }: Digits): boolean =>
  at.every((one) => one % 2 === 0) && (!/^07/.test(digits) || at.includes(2));

/** A person's number at a place, divided in any way: `12 12 12-12 12`, `19 12 12 12 12 12`. */
function numberAt(text: string, at: number): Digits | undefined {
  const twelve = digitsFrom(text, at, 12);
  if (twelve && isPersonId(twelve.digits) && Number(twelve.digits.slice(0, 4)) <= latestYear) return twelve;
  const ten = digitsFrom(text, at, 10);
  return ten && isPersonId(ten.digits) && ten.at.length > 0 && isDividedAsTen(ten) ? ten : undefined;
}

function dividedNumbers(original: string): readonly Place[] {
  const { text, placeOf } = foldedText(original);
  const found: Place[] = [];
  for (let at = 0; at < text.length; at++) {
    if (!/\d/.test(text[at] ?? '') || /\d/.test(text[at - 1] ?? '')) continue;
    const number = numberAt(text, at);
    if (!number) continue;
    found.push({ at: placeOf(at), length: placeOf(number.end - 1) + 1 - placeOf(at) });
    at = number.end - 1;
  }
  return found;
}

const street = 'gatan|gata|vägen|väg|gränden|gränd|stigen|stig|torget|torg|allén|allé|backen|backe|kroken|slingan';
const kinds = `${street}|${street.toUpperCase()}`;
/** The post's line beneath a street, or beside it: `793 00 Exempelby`, with the words of a longer name. */
const postal =
  '[,;]?[ \\u00a0]{0,2}\\n?[ \\u00a0]{0,2}(?:(?:SE|S)[- ])?\\d{3}[ \\u00a0]?\\d{2}[ \\u00a0]{1,2}\\p{L}{2,30}(?:[ -]\\p{Lu}\\p{L}{1,30}){0,2}';
/** A street with the number of a house, and the flat; where the kind stands alone, with the word that names it. */
const home = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:\\p{L}{2,30}(?:${kinds})|\\p{Lu}\\p{L}{1,30} (?:${kinds}))[ \\u00a0]{0,2}\\d{1,4}(?!\\d|[-/.:]\\d)(?: ?[A-Za-z](?![\\p{L}\\p{N}]))?(?:,? (?:lgh|lägenhet)\\.? ?(?:nr\\.? ?)?\\d{1,5})?(?:${postal})?`,
  'gu',
);
/** The number of a flat alone. */
const flat = /(?<![\p{L}\p{N}])(?:lgh|lägenhet)\.? ?(?:nr\.? ?)?\d{1,5}(?![\p{L}\p{N}])/giu;

/**
 * The places of a text that read as a person's number or home by their shape, in their order. A mail is nobody's register:
 * who writes in it divides a number as on paper, and nothing but its shape tells another's street.
 */
export function personShapesIn(text: string): readonly Place[] {
  const homes = [...text.matchAll(home), ...text.matchAll(flat)].map(({ index, 0: whole }) => ({
    at: index,
    length: whole.length,
  }));
  const all = [...findPersonIds(text), ...dividedNumbers(text), ...homes].sort(
    (one, other) => one.at - other.at || other.length - one.length,
  );
  const kept: Place[] = [];
  for (const one of all) {
    const last = kept.at(-1);
    if (!last || one.at >= last.at + last.length) kept.push(one);
    else if (one.at + one.length > last.at + last.length)
      kept[kept.length - 1] = { at: last.at, length: one.at + one.length - last.at };
  }
  return kept;
}
