import { digest } from './sha256.ts';

/** The letters of base32 (RFC 4648): neither 0, 1, 8 nor 9, which people take for letters. */
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
/** No print has more pages. */
const mostPages = 9999;

/** Which page of which print a sheet of paper is. The letters tell nothing by themselves: the table has what they name. */
export type PrintedPage = { readonly letters: string; readonly page: number; readonly pages: number };

/** Why a text is not the code of a page: it is another kind of text, a letter was misread, or no print has such a page. */
export type PageCodeFault = 'NOT_A_CODE' | 'WRONG_CHECK' | 'NO_SUCH_PAGE';

/** As many letters of base32 as the bytes fill, first bits first. */
function base32(bytes: Uint8Array): string {
  let text = '';
  let waiting = 0;
  let bits = 0;
  for (const byte of bytes) {
    waiting = ((waiting << 8) | byte) & 0xfff;
    for (bits += 8; bits >= 5; bits -= 5) text += alphabet[(waiting >> (bits - 5)) & 31];
  }
  return text;
}

/** The eight letters of a print, of five bytes of chance. */
export const printLetters = (chance: Uint8Array): string => base32(chance.slice(0, 5));

const checkOf = async (text: string): Promise<string> => base32((await digest(text)).slice(0, 3)).slice(0, 4);

/** What stands on a page: `UTF1.<letters>.<page>.<pages>.<check>`, the check of all that precedes its dot. */
export async function pageCode({ letters, page, pages }: PrintedPage): Promise<string> {
  const said = `UTF1.${letters}.${page}.${pages}`;
  return `${said}.${await checkOf(said)}`;
}

const written = /^(UTF1\.([A-Z2-7]{8})\.(\d{1,6})\.(\d{1,6}))\.([A-Z2-7]{4})$/;
const isCount = (digits: string) => !digits.startsWith('0') && Number(digits) <= mostPages;

/** The page that a code names, as it is read from a picture or typed by hand, in any case and spacing. */
export async function readPageCode(text: string): Promise<PrintedPage | PageCodeFault> {
  const [, said = '', letters = '', page = '', pages = '', check] =
    written.exec(text.slice(0, 100).toUpperCase().replaceAll(/\s+/g, '')) ?? [];
  if (check === undefined) return 'NOT_A_CODE';
  if (check !== (await checkOf(said))) return 'WRONG_CHECK';
  if (!isCount(page) || !isCount(pages) || Number(page) > Number(pages)) return 'NO_SUCH_PAGE';
  return { letters, page: Number(page), pages: Number(pages) };
}
