/** Whether a font can show a code point. */
export type Shows = (codePoint: number) => boolean;

/** Stands for letters that the font lacks; every font has it. */
const unshown = '?';
/** Stands for pictures, however many side by side. */
const picture = '[emoji]';
const isPicture = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u;
const unseen = /\p{Default_Ignorable_Code_Point}/gu;
const graphemes = new Intl.Segmenter('sv', { granularity: 'grapheme' });

/** What is set, and whether it lacks something that the text has. */
export type ReadableText = { readonly text: string; readonly lacking: boolean };

/**
 * A text as paper can show it. Line breaks stay, with a space before that keeps words apart when read aloud; control
 * characters and what has no shape fall away. What the font lacks becomes its plain form when it has one (`Ａ`
 * A), else `[emoji]` or `?`: an empty box says nothing to anybody, and PDF/UA forbids it (7.21.8).
 */
export function readable(text: string, shows: Shows): ReadableText {
  const lines = text
    .toWellFormed()
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/(?!\n)\p{Cc}/gu, ' ')
    .replace(/(?<! )\n/g, ' \n');
  if (isPlain(lines, shows)) return { text: lines, lacking: false };

  let lacking = false;
  let shown = '';
  for (const { segment } of graphemes.segment(lines.normalize('NFC'))) {
    const kept = segment === '\n' ? segment : nearest(segment, shows);
    lacking ||= kept === unshown ? segment !== unshown : kept === picture;
    if (kept !== picture || !shown.endsWith(picture)) shown += kept;
  }
  return { text: shown, lacking };
}

/** The fast way for nearly every text: nothing to compose, nothing unseen, nothing lacking. */
function isPlain(text: string, shows: Shows): boolean {
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit !== 0x0a && (unit >= 0x300 || unit === 0xad || !shows(unit))) return false;
  }
  return true;
}

/** One letter as people see it, as near as the font comes. */
function nearest(grapheme: string, shows: Shows): string {
  const seen = grapheme.replace(unseen, '');
  if ([...seen].every(isShown)) return seen;
  const plain = [...seen.normalize('NFKD')].filter(isShown).join('').normalize('NFC');
  if (/[\p{L}\p{N}\p{P}\p{S}\p{Zs}]/u.test(plain) && [...plain].every(isShown)) return plain;
  return isPicture.test(grapheme) ? picture : unshown;

  /** Beyond the first plane a long word could be broken in the middle of a letter, which then is none. */
  function isShown(letter: string): boolean {
    const codePoint = letter.codePointAt(0) ?? 0;
    return codePoint <= 0xffff && !/\p{Co}/u.test(letter) && shows(codePoint);
  }
}
