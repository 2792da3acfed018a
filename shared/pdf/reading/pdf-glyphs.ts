/** What the names of letters end in, and the sign that it puts on the letter (Adobe's list of glyphs). */
const marks: Readonly<Record<string, string>> = {
  grave: '\u0300',
  acute: '\u0301',
  circumflex: '\u0302',
  tilde: '\u0303',
  dieresis: '\u0308',
  ring: '\u030a',
  cedilla: '\u0327',
  caron: '\u030c',
  macron: '\u0304',
  ogonek: '\u0328',
};

const others: Readonly<Record<string, string>> = Object.fromEntries(
  [
    'space= exclam=! quotedbl=" numbersign=# dollar=$ percent=% ampersand=& quotesingle=\' quoteright=’ quoteleft=‘',
    'parenleft=( parenright=) asterisk=* plus=+ comma=, hyphen=- minus=− period=. slash=/ zero=0 one=1 two=2 three=3',
    'four=4 five=5 six=6 seven=7 eight=8 nine=9 colon=: semicolon=; less=< equal== greater=> question=? at=@',
    'bracketleft=[ backslash=\\ bracketright=] asciicircum=^ underscore=_ grave=` braceleft={ bar=| braceright=}',
    'asciitilde=~ endash=– emdash=— bullet=• quotedblleft=“ quotedblright=” quotedblbase=„ section=§ degree=°',
    'ae=æ AE=Æ oslash=ø Oslash=Ø germandbls=ß eth=ð Eth=Ð thorn=þ Thorn=Þ dotlessi=ı Euro=€ sterling=£ copyright=©',
    'registered=® trademark=™ ellipsis=… fi=fi fl=fl ff=ff ffi=ffi ffl=ffl guillemotleft=« guillemotright=» mu=µ',
    'multiply=× onehalf=½ onequarter=¼ periodcentered=· lslash=ł Lslash=Ł softhyphen=- nbspace=\u00a0 sfthyphen=-',
  ]
    .join(' ')
    .split(/ (?=[A-Za-z]+=)/)
    .map((pair) => {
      const at = pair.indexOf('=');
      return [pair.slice(0, at), pair.slice(at + 1) || ' '];
    }),
);

const isScalar = (code: number): boolean => code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);

/** What a glyph is by its name: `aring`, `uni00E5`, `a.sc`; undefined for a name that says nothing. */
export function letterNamed(name: string): string | undefined {
  const [base = ''] = name.split('.');
  if (/^[A-Za-z]$/.test(base)) return base;
  if (Object.hasOwn(others, base)) return others[base];
  const [, hex] = /^u(?:ni)?([0-9A-F]{4,6})$/.exec(base) ?? [];
  if (hex !== undefined)
    return isScalar(Number.parseInt(hex, 16)) ? String.fromCodePoint(Number.parseInt(hex, 16)) : undefined;
  const [, letter = '', mark = ''] = /^([A-Za-z])([a-z]+)$/.exec(base) ?? [];
  const sign = Object.hasOwn(marks, mark) ? marks[mark] : undefined;
  return sign === undefined ? undefined : `${letter}${sign}`.normalize('NFC');
}
