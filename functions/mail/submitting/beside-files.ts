import { wordsOf } from '../../../shared/domain/name-forms.ts';
import { mailMonthNames } from './month-said.ts';

/** Words that only say that files come, and of what they are: with one word more it is something that a person must read. */
const covering = new Set([
  ...['hej', 'hejsan', 'hallå', 'god', 'goda', 'dag', 'morgon', 'kväll', 'eftermiddag', 'förmiddag', 'alla', 'igen'],
  ...[
    'här',
    'nu',
    'kommer',
    'är',
    'finns',
    'följer',
    'ligger',
    'får',
    'har',
    'skickar',
    'sänder',
    'lämnar',
    'med',
    'på',
  ],
  ...['bifogar', 'bifogat', 'bifogad', 'bifogade', 'bifogas', 'bilaga', 'bilagor', 'bilagt', 'bilagd', 'bilagda', 'se'],
  ...[
    'översänder',
    'översänds',
    'vi',
    'jag',
    'ni',
    'er',
    'av',
    'för',
    'från',
    'till',
    'och',
    'samt',
    'också',
    'även',
    'i',
    'de',
  ],
  ...['vår', 'vårt', 'våra', 'min', 'mitt', 'mina', 'den', 'det', 'dem', 'denna', 'båda', 'bägge', 'två', 'en', 'ett'],
  ...['månad', 'månaden', 'månadens', 'månadsfil', 'månadsfiler', 'månadsfilerna', 'fil', 'filen', 'filer', 'filerna'],
  ...[
    'tidrapport',
    'tidrapporten',
    'tidrapporter',
    'tidsrapport',
    'tidsrapporten',
    'tidsrapporter',
    'rapport',
    'rapporten',
  ],
  ...['månadsrapport', 'månadsrapporten', 'avvikelse', 'avvikelser', 'avvikelserna', 'avvikelseblankett', 'blankett'],
  ...['avvikelseblanketten', 'avvikelserapport', 'avvikelserapporten', 'blanketten', 'redovisning', 'redovisningen'],
  ...[
    'månadsredovisning',
    'månadsredovisningen',
    'underlag',
    'underlaget',
    'fakturaunderlag',
    'fakturaunderlaget',
    'köp',
  ],
  ...['köpta', 'köpt', 'timmar', 'tid', 'rättad', 'rättat', 'rättade', 'korrigerad', 'korrigerade', 'ny', 'nya'],
  ...['uppdaterad', 'uppdaterade', 'version', 'versionen', 'gäller', 'avser', 'avseende', 'hemtjänst', 'hemtjänsten'],
  ...['csv', 'excel', 'xlsx', 'tack', 'tusen', 'stort', 'så', 'mycket', 'förhand', 'mvh', 'vänlig', 'vänliga', 'bästa'],
  ...['vänligen', 'hälsning', 'hälsningar', 'hälsningarna', 'hälsar', 'trevlig', 'ha', 'bra', 'fin', 'helg', 'helgen'],
  ...mailMonthNames,
]);

/** `2026`, `2026-10`. */
const aMonth = /^2\d{3}(?:-?(?:0[1-9]|1[0-2]))?$/;
/** Where one thing ends and another may begin. */
const ends = /\n+|[.!;]+(?:\s+|$)|(?:,|\s(?:och|samt))\s+(?=(?:här|bifoga\p{L}*|se)(?![\p{L}]))/giu;
const greeting =
  /^(?:[Hh]ej(?:san)?|[Hh]allå|[Gg]od \p{L}+)[ ,]+(?:\p{Lu}[\p{L}’-]+|•+)(?: (?:\p{Lu}[\p{L}’-]+|•+))?$/u;
const signOff = /^(?:(?:med )?(?:vänliga?|bästa|varma) hälsning(?:ar)?|mvh|hälsningar|vänligen|hälsar)(?![\p{L}])/iu;
/** Who has written, beneath a sign-off: names with capitals, and where somebody is reached. */
const ofSender = /^(?:(?:\/{0,2}\p{Lu}[\p{L}’-]*|AB|och|&|•+|[+\d()–/-]+|\S+@\S+|www\.\S+)[\s,|]*){1,6}$/u;

const isCovering = (said: string, names: ReadonlySet<string>): boolean =>
  greeting.test(said) ||
  (said.match(/[\p{L}\p{N}•]+(?:[-’][\p{L}\p{N}]+)*/gu) ?? []).every((word) => {
    const small = word.toLocaleLowerCase('sv');
    return covering.has(small) || names.has(small) || aMonth.test(small);
  });

/**
 * What the words beside some files say more than that the files come. What is left is told to a person, so a word that is
 * not known is always left; a question mark makes anything a question.
 */
export function wordsBesideFiles(words: string, sender = ''): string {
  const names = new Set(wordsOf(sender).map((one) => one.toLocaleLowerCase('sv')));
  const left: string[] = [];
  let isBeneath = false;
  for (const line of words.split('\n').map((one) => one.trim())) {
    const isSignOff = signOff.test(line);
    const rest = isSignOff ? line.replace(signOff, '').replace(/^[\s,.!/]+/, '') : line;
    if ((isSignOff || isBeneath) && (rest === '' || ofSender.test(rest))) {
      isBeneath = true;
      continue;
    }
    isBeneath = false;
    const parts = line.split(ends).filter((part) => part !== undefined && part.trim() !== '');
    const more = parts.filter((part) => part.includes('?') || !isCovering(part.trim(), names));
    if (more.length > 0) left.push(more.length === parts.length ? line : more.map((part) => part.trim()).join('\n'));
  }
  return left.join('\n');
}
