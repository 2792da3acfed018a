import { isShapedAsName } from './name-shape.ts';
import { isNoticeParagraph } from './notices.ts';
import { isNameOfSomebody } from './person-names.ts';

/** What a telephone or a mail program adds of itself, the whole line of it: with more it is somebody's own. */
const program =
  /^(?:(?:skickat|skickades|sänt|sent) (?:från|via|med|from|with|using) (?:(?:min|mitt|mina|my|en|the) )?(?:iphone|ipad|mac|galaxy|samsung(?: galaxy)?|samsung mobile|android|mobil|mobiltelefon|telefon|smartphone|surfplatta|huawei|sony|xperia|outlook|mail|e-post|gmail|yahoo ?mail|proton ?mail|phone|mobile|device)(?:[ -](?:smartphone|smarttelefon|enhet|telefon|mobil|device|phone|tablet))?(?: (?:för|for|på|on|till) (?:ios|android|windows|mac|iphone|ipad|mobile|outlook|webben|web)(?: ?\d{1,2})?)?|(?:hämta|get|ladda ner) outlook (?:för|for) (?:ios|android|mac|windows|mobile)|outlook (?:för|for) (?:ios|android|mac)|virusfri|virus-free|utan virus)\.?(?: ?www\.(?:avast|avg)\.com)?$/i;
const linkAfter = / ?<(?:https?:\/\/|mailto:|www\.)[^\s>]*>/gi;
const signOff =
  /^(?:(?:med )?(?:vänlig|vänliga|bästa|varma|många|soliga|hjärtliga) hälsning(?:ar)?|mvh|m\.v\.h|hälsning(?:ar)?|hälsar|vänligen|vh|bh|allt gott|(?:best |kind |warm )?regards|sincerely|cheers)(?![\p{L}\p{N}])[\s,.!/]*(?<name>.*)$/iu;
/** `/Anna`, `//Anna Svensson` */
const slashed = /^\/{1,2} ?(?<name>.+)$/u;

/** A word of these is said, also where somebody's employer is called by it. */
const saying =
  /(?<![\p{L}\p{N}])(?:ja|nej|ej|inte|icke|men|dock|bara|endast|utom|om|start|bekräftar|bekräftas|tack|saknar|no|not)(?![\p{L}\p{N}])/iu;

const number = /^(?:\+|00?)\d[\d\s()/–-]{4,20}$/;
const date = /^(?:19|20)\d\d|^0?\d{1,2}[-/]0?\d{1,2}$/;
const web = /^<?(?:https?:\/\/|www\.)[^\s<>]+>?$|^<?(?:mailto:)?[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+>?$/i;
const label =
  /^(?:tel|tele|tfn|telefon|mobil|mob|vx|växel|direkt|jour|fax|t|m|e|e-?post|mejl|mail|e-?mail|webb?|hemsida|adress|besöksadress|postadress|org\.? ?nr|organisationsnummer)(?:\.?:? |[.:])(?<rest>.+)$/i;
const organisation = /^\d{6}-\d{4}$/;
const street =
  /^\p{Lu}[\p{L} ]{0,25}(?:gatan|vägen|gränd|gränden|torget|stigen|allén|backen|gata|väg|torg) \d{1,4} ?[A-Z]?$/u;
const box = /^Box \d{1,5}$/;
const town = /^[1-9]\d{2} ?\d{2} (?<town>\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?)$/u;
const titles =
  'enhetschef|verksamhetschef|områdeschef|gruppchef|platschef|driftchef|avdelningschef|chef|samordnare|planerare|koordinator|administratör|assistent|sjuksköterska|undersköterska|vårdbiträde|handläggare|teamledare|gruppledare|arbetsledare|verksamhetsledare|kundansvarig|verksamhetsansvarig|kvalitetsansvarig|föreståndare|vd|ceo|ekonom|ekonomiassistent|ekonomiansvarig|controller|direktör|manager|coordinator|hemtjänstsamordnare|hemtjänstplanerare|hemtjänstchef|bemanningsplanerare|områdesansvarig|ägare|delägare';
const title = new RegExp(
  `^(?:(?:bitr\\.?|biträdande|vik\\.?|vikarierande|tf\\.?|tillförordnad|leg\\.?|legitimerad|1:e|förste) )?(?:${titles})(?: (?:inom |för )?(?:hemtjänst(?:en)?|hemvård(?:en)?|äldreomsorg(?:en)?))?$`,
  'i',
);

/** A company by its kind, whatever it is called. */
const company =
  /^(?<name>\p{Lu}[\p{L}\p{N}&’'.-]*(?: (?:\p{Lu}[\p{L}\p{N}&’'.-]*|i|och|på|vid|&)){0,6}) (?:AB|HB|KB|Aktiebolag|Handelsbolag)$/u;
const isCompany = (text: string): boolean => {
  const name = company.exec(text)?.groups?.name;
  return name !== undefined && !saying.test(text);
};

/** A line of strokes. */
const isDrawn = (line: string): boolean => line !== '' && /^[-–—_=*~#·.\s]+$/.test(line);

const isNumber = (text: string): boolean => number.test(text) && !date.test(text);

/** Where somebody is reached, after the word that says so; a number may be a short one there. */
const isReached = (text: string): boolean =>
  (/^[\d\s()–-]{5,20}$/.test(text) && !date.test(text)) ||
  isNumber(text) ||
  [web, organisation, street, box].some((one) => one.test(text));

/** One thing that tells who has written: by what is known to do so, and never by what it is not. */
function isDetail(text: string, names: ReadonlySet<string>): boolean {
  const words = text.toLocaleLowerCase('sv').match(/[\p{L}\p{N}]+/gu) ?? [];
  const isKnown = words.length > 0 && words.every((word) => names.has(word)) && /^[\p{L}\p{N}\s.,&’'@-]+$/u.test(text);
  if (isKnown && !saying.test(text)) return true;
  const inTown = town.exec(text)?.groups?.town;
  if (inTown !== undefined) return !/^(?:besök|timmar|minuter|kronor)/i.test(inTown);
  return (
    [isNumber, (one: string) => isNameOfSomebody(one, names)].some((is) => is(text)) ||
    [web, organisation, street, box, title].some((one) => one.test(text)) ||
    isCompany(text)
  );
}

/** Whether a line tells who has written, and nothing else: each of its parts does. */
function isOfSender(line: string, names: ReadonlySet<string>): boolean {
  if (isDrawn(line)) return true;
  const said = line
    .replaceAll(linkAfter, '')
    .replaceAll(/^[*_]+|[*_]+$/g, '')
    .trim();
  if (isDetail(said, names)) return true;
  const parts = said.split(/ ?[,|/•·] | [–-] | och | & /).filter((one) => one !== '');
  const isKnown = (one: string) => {
    const rest = label.exec(one)?.groups?.rest;
    return (rest !== undefined && isReached(rest)) || isDetail(one, names);
  };
  if (parts.length === 0 || parts.length > 6) return false;
  const [first = '', ...others] = parts;
  // Beside a title, a company or a number what stands first is a name, whoever has it.
  const isFirst = isKnown(first) || (others.length > 0 && isShapedAsName(first, 3, names));
  return isFirst && others.every(isKnown);
}

/** How many lines a name may have beneath a greeting: whose it is, what they are and where. */
const mostNames = 3;
/** How many words a name has that stands alone at the end, with no greeting above it. */
const mostAlone = 2;

/** Which lines, in paragraphs, tell who has written or are what an organisation puts beneath: by their places. */
function recognised(lines: readonly string[], names: ReadonlySet<string>, shaped = 0): ReadonlySet<number> {
  const found = new Set<number>();
  let rest: number[] = [];
  let left = shaped;
  const isName = (line: string) => left > 0 && isShapedAsName(line, 4, names);
  const close = () => {
    if (rest.length > 0 && isNoticeParagraph(rest.map((at) => lines[at] ?? ''))) for (const at of rest) found.add(at);
    rest = [];
  };
  lines.forEach((line, at) => {
    if (line === '' || isOfSender(line, names) || isName(line)) {
      close();
      found.add(at);
      if (line !== '') left -= 1;
    } else {
      rest.push(at);
      left = 0;
    }
  });
  close();
  return found;
}

/** So many lines beneath a greeting can be a signature; more is a text. */
const mostLines = 25;

/** Without what is recognised beneath a greeting; all else there is said. */
function beneath(lines: readonly string[], names: ReadonlySet<string>): readonly string[] {
  const known = recognised(lines, names, mostNames);
  return lines.filter((line, at) => line !== '' && (at > mostLines || !known.has(at)));
}

/**
 * What somebody has written without what tells who they are: the greeting and what is beneath it, names and titles at the
 * end, what a telephone adds. Only whole lines that are recognised are left out; a condition may stand anywhere, and
 * what is in doubt is said. `names`: words by which the sender is known.
 */
export function withoutSignature(given: readonly string[], names: ReadonlySet<string>): readonly string[] {
  const lines = given.filter((line) => !program.test(line.replaceAll(linkAfter, '').trim()));
  const end = lines.findIndex((line) => {
    if (/^(?:--|—)$/.test(line.trim())) return true;
    const rest = signOff.exec(line)?.groups?.name ?? slashed.exec(line)?.groups?.name;
    return rest !== undefined && (rest === '' || isOfSender(rest, names) || isShapedAsName(rest, 3, names));
  });
  const own = end < 0 ? [...lines] : [...lines.slice(0, end), ...beneath(lines.slice(end + 1), names)];
  const known = recognised(own, names);
  while (own.length > 0 && known.has(own.length - 1)) own.pop();
  // A name alone beneath what is said, with nothing else to tell that it is one.
  if (end < 0 && own.length > 1 && isShapedAsName(own.at(-1) ?? '', mostAlone, names)) own.pop();
  return own.filter((line) => !isDrawn(line));
}
