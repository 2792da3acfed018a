/** A line of a mail: how deep it is quoted by its own sign (`>`), and its words. */
export type MailLine = { readonly depth: number; readonly text: string };

/** What a reader does not see, and blanks that are none of the ordinary. What turns the order of signs is kept: a person must see it. */
const unseen = /[\u00AD\u200B-\u200F\u2060-\u2064\uFEFF]/g;
const blank = /[\t\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g;
const prefix = /^ ?(?:> ?)+/;

/** A text as a reader sees it, line by line: letters in one, ordinary blanks, and the sign of quoting counted and taken off. */
export function mailLines(text: string): readonly MailLine[] {
  const seen = text.normalize('NFC').replaceAll(unseen, '').replaceAll(blank, ' ');
  return seen.split(/\r\n|[\n\r\u0085\u2028\u2029]/).map((line) => {
    const [quoting = ''] = prefix.exec(line) ?? [];
    return { depth: quoting.replaceAll(' ', '').length, text: line.slice(quoting.length).trim() };
  });
}
