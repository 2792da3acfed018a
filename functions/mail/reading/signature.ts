/** What a telephone or a mail program adds of itself. */
const program =
  /^(?:(?:skickat|skickades|sänt|sent|sänd) (?:från|via|med|from|with|using)(?![\p{L}\p{N}]).*|(?:hämta|get|ladda ner) outlook (?:för|for)(?![\p{L}\p{N}]).*|outlook (?:för|for) (?:ios|android)(?![\p{L}\p{N}]).*|virusfri\.?.*|.*(?![\p{L}\p{N}])proton ?mail(?![\p{L}\p{N}]).*)$/iu;
const signOff =
  /^(?:(?:med )?(?:vänlig|vänliga|bästa|varma|många|soliga|hjärtliga) hälsning(?:ar)?|mvh|m\.v\.h|hälsning(?:ar)?|hälsar|vänligen|vh|bh|allt gott|(?:best |kind |warm )?regards|sincerely|cheers)(?![\p{L}\p{N}])[\s,.!/]*(?<name>.*)$/iu;
/** `/Anna`, `//Anna Svensson` */
const slashed = /^\/{1,2} ?\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){0,3}$/u;

/** Words with which something is said: a line that has one of them is no part of anybody's name or title. */
const saying =
  /(?<![\p{L}\p{N}])(?:ja|jag|vi|nej|ej|inte|icke|men|dock|fast|utom|förutom|bara|endast|om|när|kan|kunde|ska|skall|vill|måste|får|har|är|blir|gäller|start|startar|startade|börjar|började|bekräftar|bekräftas|utfört|utförs|återkommer|undrar|behöver|väntar|fråga|frågor|tyvärr|kanske|preliminärt|utan|istället|stället|enbart|delvis|delar|hälften|resten|minus|inga|ingen|inget|några|vissa|alla|allt|tidigast|senast|klockan|kl|cirka|ca|troligen|sannolikt|nog|väl|försöker|hoppas|planerar|planeras|beror|eller|annars|då|sen|enligt|eventuellt|ev|obs|ps|nb|ok|okej|tills|först|senare|idag|imorgon|måndag(?:ar)?|tisdag(?:ar)?|onsdag(?:ar)?|torsdag(?:ar)?|fredag(?:ar)?|lördag(?:ar)?|söndag(?:ar)?|helg(?:er)?|vardagar|kvällar|nätter|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|yes|no|not|but|except|only|we|you|please)(?![\p{L}\p{N}])/iu;
/** What an organisation puts beneath every mail. */
const fixed =
  /^(?:(?:detta|det här) (?:e-?post|e-?mejl|mejl|mail)?(?:meddelande)|denna e-post|this (?:e-?mail|message)|the information|informationen i detta|vi behandlar (?:dina |era )?personuppgifter|(?:när|om) du (?:skickar|mejlar|mailar|e-?postar)|läs mer(?![\p{L}\p{N}])|så (?:här )?behandlar vi|tänk på miljön|var rädd om miljön|please consider|behöver du skriva ut|skriv inte ut)/iu;

/** How somebody begins who adds something of their own beneath it. */
const added = /^(?:p\.? ?s\.?|obs|nb|ja|nej|start|ej utfört|men|fast|bekräfta[sr]|vi bekräftar)(?![\p{L}\p{N}])/iu;

const isSaid = (line: string): boolean =>
  line.includes('?') || saying.test(line.replaceAll(/kan nås|nås på|nås enklast/gi, ''));

const phone =
  /^(?:(?:tel|tfn|tele(?:fon)?|mobil|mob|vx|växel|direkt|jour|fax|m|t)(?![\p{L}\p{N}])[.:]? ?)?\+?[\d][\d\s()/–-]{5,}$/iu;
const labelled =
  /^(?:tel|tfn|telefon|mobil|mob|vx|växel|direkt|e-?post|epost|mejl|mail|e-?mail|webb?|www|adress|besöksadress|postadress|org\.?nr|fax)(?![\p{L}\p{N}])[.:]? ?\S+/iu;
const address = /^[^\s@]+@[^\s@]+\.[^\s@]+$|^<?(?:https?:\/\/|www\.)\S+>?$/i;
const place = /^\p{Lu}[\p{L} ]{2,30} \d{1,3} ?[A-Z]?(?:, ?.*)?$|^\d{3} ?\d{2} \p{Lu}[\p{L} ]+$/u;
const title =
  /(?:chef|samordnare|planerare|koordinator|handläggare|administratör|sköterska|ledare|assistent|konsult|ansvarig|föreståndare|(?<![\p{L}\p{N}])(?:vd|ceo)|direktör|manager|coordinator|controller|ekonom)(?![\p{L}\p{N}])/iu;
const company =
  /(?<![\p{L}\p{N}])(?:AB|HB|KB|Ek\.? ?för\.?|ekonomisk förening|kommun|hemtjänst|omsorg|assistans|vård)(?![\p{L}\p{N}])/iu;
const name = /^\p{Lu}[\p{L}.’'-]*(?: (?:(?:af|von|de|van) )?\p{Lu}[\p{L}.’'-]*){1,3}$/u;

/** A line of dashes, stars or the like. */
const drawn = /^[\s\p{P}\p{S}]+$/u;
const isDrawn = (line: string): boolean => drawn.test(line) && !line.includes('•') && !line.includes('?');

const isOneOf = (line: string, names: ReadonlySet<string>): boolean => {
  const words = line.toLocaleLowerCase('sv').match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length > 0 && words.every((word) => names.has(word));
};

/** Whether a line at the end tells who has written, and nothing else. */
const isOfSender = (line: string, names: ReadonlySet<string>): boolean =>
  isDrawn(line) ||
  isOneOf(line, names) ||
  (!isSaid(line) &&
    ([phone, labelled, address, place, name].some((one) => one.test(line)) ||
      (line.split(' ').length <= 6 && (title.test(line) || company.test(line)))));

/** So many lines beneath a greeting can be a signature; more is a text. */
const mostLines = 25;

/** Without what stands beneath a greeting, but for lines that say something. */
function beneath(lines: readonly string[]): readonly string[] {
  const kept: string[] = [];
  let isFixed = false;
  for (const [n, line] of lines.entries()) {
    if (fixed.test(line)) isFixed = true;
    else if (isFixed ? added.test(line) : line !== '' && (isSaid(line) || n > mostLines)) kept.push(line);
  }
  return kept;
}

/**
 * What somebody has written without what tells who they are: the greeting and what is beneath it, names and titles at the
 * end, what a telephone adds. A line there that says something is kept, wherever it stands. `names`: words by which
 * the sender is known.
 */
export function withoutSignature(given: readonly string[], names: ReadonlySet<string>): readonly string[] {
  const dashes = given.findIndex((line) => line === '--' || line === '-- ' || line === '—');
  const cut = dashes < 0 ? given : [...given.slice(0, dashes), ...beneath(given.slice(dashes + 1))];
  const lines = cut.filter((line) => !program.test(line));
  const end = lines.findIndex((line) => {
    const rest = signOff.exec(line)?.groups?.name;
    return (rest !== undefined && !isSaid(rest)) || slashed.test(line);
  });
  const own = end < 0 ? [...lines] : [...lines.slice(0, end), ...beneath(lines.slice(end + 1))];
  while (own.length > 0 && (own.at(-1) === '' || isOfSender(own.at(-1) ?? '', names))) own.pop();
  return own.filter((line) => !isDrawn(line) || line === '');
}
