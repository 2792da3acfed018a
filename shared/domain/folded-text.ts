/** A text as it looks; `placeOf` gives the place of a character in the original. */
type Folded = { readonly text: string; readonly placeOf: (index: number) => number };

const isPlain = (text: string): boolean => /^[\x20-\x7e\n]*$/.test(text) && !text.includes('  ');
const unseen = /^[\p{Cf}\p{Default_Ignorable_Code_Point}]$/u;
const dash = /[\p{Pd}\u02d7\u2043\u2212]/gu;
const blank = /[\p{Zs}\t]/gu;

/**
 * A text as it looks, to look for numbers in it: full-width and other kinds of one letter are that letter (NFKC), every
 * dash is `-`, blanks of any kind are one space, and what nobody sees (zero width, soft hyphens, directions) is gone.
 * Word, Outlook and PDF put all of these into what is pasted.
 */
export function foldedText(original: string): Folded {
  if (isPlain(original)) return { text: original, placeOf: (index) => index };
  const text: string[] = [];
  const places: number[] = [];
  let place = 0;
  for (const letter of original) {
    const folded = unseen.test(letter) ? '' : letter.normalize('NFKC').replace(dash, '-').replace(blank, ' ');
    for (const unit of folded === ' ' && text.at(-1) === ' ' ? '' : folded.split('')) {
      text.push(unit);
      places.push(place);
    }
    place += letter.length;
  }
  return { text: text.join(''), placeOf: (index) => places[index] ?? original.length };
}
