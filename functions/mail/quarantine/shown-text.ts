/** What nobody sees, or what turns or hides what stands beside it: other than a line's end and a tab. */
const hidden = /(?![\n\t])[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** What only says whether a sign is drawn in colours. */
const drawn = /[\ufe0e\ufe0f]/g;

/** Signs laid on one letter, more than any language has. */
const piled = /(\p{M}{4})\p{M}+/gu;

const named = (sign: string): string => `[U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;

/**
 * Somebody else’s text as it may be shown: what is hidden or turns the writing is named where it stands, and it ends.
 * Markup in it is only letters.
 */
export function shownText(text: string, most = 4000): string {
  const lines = text.replaceAll(/\r\n?|[\u2028\u2029]/g, '\n').replaceAll('\u00a0', ' ');
  const seen = lines.replaceAll(drawn, '').replaceAll(piled, '$1').replaceAll(hidden, named);
  const signs = [...seen];
  return signs.length <= most ? seen : `${signs.slice(0, most).join('')} …`;
}

/** The same on one line: a subject, an address, the name of a file. */
export const shownLine = (text: string, most = 200): string =>
  shownText(text.replaceAll(/[\r\n\t\u2028\u2029]+/g, ' '), most).trim();
