import type { MailLine } from './mail-lines.ts';

/** What a mail program puts above what it quotes: where it begins and ends, and whether anything beneath is marked as quoted. */
export type QuoteHead = { readonly from: number; readonly to: number };

/** `Den mån 2 nov. 2026 kl 09:12 skrev Exempelkommun <utfort@…>:`, in the ways in which mail programs say it. */
const attributions = [
  /^(?:den|på|on|am)(?![\p{L}\p{N}]).*(?<![\p{L}\p{N}])(?:skrev|wrote)(?![\p{L}\p{N}]).*:$/iu,
  /^.*\d.*(?<![\p{L}\p{N}])(?:skrev|wrote)(?![\p{L}\p{N}]).*:$/iu,
  /^.*@.*(?<![\p{L}\p{N}])(?:skrev|wrote)(?![\p{L}\p{N}]).*:$/iu,
  /^.{1,80}(?<![\p{L}\p{N}])(?:skrev|wrote)(?![\p{L}\p{N}]) (?:den|on|följande)(?![\p{L}\p{N}]).*:$/iu,
];
/** Not so that a line that ends with a colon is taken for one: it tells when, or by which address. */
const tellsWhen = /\d{1,2}[:.]\d\d|\d{4}|@/;
const divider =
  /^(?:[-–—_* ]{2,})?(?:ursprungligt meddelande|originalmeddelande|original message|vidarebefordrat (?:meddelande|mejl|brev)|forwarded message|begin forwarded message:?|börja vidarebefordrat meddelande:?)[-–—_* ]*$/i;
const field =
  /^\*{0,2}(från|from|skickat|sent|datum|date|till|to|kopia|cc|ämne|subject|svar till|reply-to|prioritet|importance)\s*:\*{0,2}(?: |$)/i;
const opens = /^\*{0,2}(?:från|from)\s*:/i;
/** A field's value may go on in lines of its own: many recipients, a long subject. */
const mostFieldLines = 14;

const isRule = ({ text }: MailLine): boolean => /^[-–—_]{5,}$/.test(text);

/** Two fields at least, the first of them whom it is from: `Från: … Skickat: … Till: … Ämne: …`. */
function fieldsAt(lines: readonly MailLine[], at: number): number | undefined {
  const first = lines[at];
  if (!first || !opens.test(first.text)) return undefined;
  let [last, count] = [at, 1];
  for (let n = at + 1; n < Math.min(lines.length, at + mostFieldLines); n++) {
    const line = lines[n];
    // Another head is another mail's.
    if (!line || line.depth !== first.depth || opens.test(line.text) || isRule(line) || divider.test(line.text)) break;
    // Made of HTML, each field may stand as a paragraph of its own.
    if (line.text === '' && n > last + 1) break;
    if (field.test(line.text)) [last, count] = [n, count + 1];
    else if (line.text !== '' && n > last + 2) break;
  }
  return count >= 2 ? last : undefined;
}

const isAttribution = (text: string): boolean =>
  text.length <= 400 && tellsWhen.test(text) && attributions.some((one) => one.test(text));
/** How one that goes on in the next line begins; what stands above it is the sender's own. */
const begins = /^(?:den|på|on|am)(?![\p{L}\p{N}]).*\d|^\d|[<@]/iu;

/** An attribution that begins at a line, in one line or broken into up to three. */
function attributionAt(lines: readonly MailLine[], at: number): number | undefined {
  const { depth } = lines[at] ?? {};
  const beginnings: string[] = [];
  for (let n = at; n < Math.min(lines.length, at + 3); n++) {
    const line = lines[n];
    if (!line || line.depth !== depth || line.text === '') return undefined;
    beginnings.forEach((text, from) => {
      beginnings[from] = `${text} ${line.text}`;
    });
    beginnings.push(line.text);
    const found = beginnings.findLastIndex(
      (text, from) => isAttribution(text) && (from === n - at || canBegin(lines, at + from)),
    );
    // One that begins further down is not this line's.
    if (found >= 0) return found === 0 ? n : undefined;
  }
  return undefined;
}

const canBegin = (lines: readonly MailLine[], at: number): boolean => begins.test(lines[at]?.text ?? '');

/** The head of a quote that begins at a line; undefined where none does. */
export function quoteHeadAt(lines: readonly MailLine[], at: number): QuoteHead | undefined {
  const line = lines[at];
  if (!line || line.text === '') return undefined;
  if (divider.test(line.text) || isRule(line)) {
    let next = at + 1;
    while (next < lines.length && lines[next]?.text === '') next += 1;
    const fields = fieldsAt(lines, next);
    if (fields !== undefined) return { from: at, to: fields };
    return isRule(line) ? undefined : { from: at, to: at };
  }
  const to = fieldsAt(lines, at) ?? attributionAt(lines, at);
  return to === undefined ? undefined : { from: at, to };
}
