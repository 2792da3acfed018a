/** The signs that HTML writes by a name. */
const named: Readonly<Record<string, string>> = {
  ...{ zwnj: '\u200c', zwj: '\u200d', ensp: '\u2002', emsp: '\u2003', thinsp: '\u2009', lrm: '\u200e', rlm: '\u200f' },
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', ndash: '–', mdash: '—', hellip: '…' },
  ...{ aring: 'å', auml: 'ä', ouml: 'ö', Aring: 'Å', Auml: 'Ä', Ouml: 'Ö', eacute: 'é', Eacute: 'É', uuml: 'ü' },
  ...{ rsquo: '’', lsquo: '‘', rdquo: '”', ldquo: '“', bull: '•', middot: '·', shy: '\u00ad', copy: '©', sect: '§' },
};

/** A sign by its number; what no text may hold is a blank. */
function signOf(code: number): string {
  const isSign = code > 31 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isSign ? String.fromCodePoint(code) : ' ';
}

/** A text with its signs as they are read. */
export const signsRead = (text: string): string =>
  text.replaceAll(/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z]{2,8}));/g, (all, ten, hex, name) => {
    if (ten !== undefined) return signOf(Number(ten));
    if (hex !== undefined) return signOf(Number.parseInt(hex, 16));
    return Object.hasOwn(named, name) ? (named[name] ?? all) : all;
  });
