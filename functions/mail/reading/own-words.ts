import { lastLine, lastLineOfForm } from '../../../shared/domain/letters/letter-record.ts';
import { codesInWords, replyFiles, replyIntro, replyRows, tickBox } from '../../../shared/domain/letters/reply-form.ts';
import { type MailLine, mailLines } from './mail-lines.ts';
import { isLink, placesOfLetter, plainWords, type Word } from './our-letter.ts';
import { quoteHeadAt } from './quote-heads.ts';
import { withoutSignature } from './signature.ts';
import { tickedRows } from './ticked-rows.ts';
import { unknownInQuotes } from './words-in-quotes.ts';

/** More than anybody writes by hand; a text that is longer is for a person. */
const [mostSigns, mostLines] = [100_000, 3000];

export type OwnWords = {
  /** What the sender has written, as a person reads it. */
  readonly text: string;
  /** What of it says something: without greetings and names, and with the ticked rows of the form. */
  readonly said: string;
  /** Something was written where it cannot be told what is meant by it: a row that has no cross. */
  readonly isUnclear: boolean;
  /** Something stands among what is quoted that was not there when it was sent. */
  readonly isAmongQuoted: boolean;
};

/** What is known beforehand: the lines of the letter that is answered, and words by which the sender is known. */
export type Beforehand = { readonly letter: readonly string[]; readonly names: readonly string[] };

/** Where a line stands: the sender's own, quoted by sign, or beneath the head of a quote that is not marked line by line. */
type Placed = MailLine & { readonly isHead: boolean; readonly heads: number };

/** Whether what a head stands over is marked as quoted, line by line. */
function isMarkedBeneath(lines: readonly MailLine[], { to }: { readonly to: number }, depth: number): boolean {
  let at = to + 1;
  while (lines[at]?.text === '') at += 1;
  return (lines[at]?.depth ?? 0) > depth;
}

/** Each line with the quotes that it is in; the first head of a quote that is marked belongs to that quote. */
function placed(lines: readonly MailLine[]): readonly Placed[] {
  const found: Placed[] = [];
  let [heads, within] = [0, 0];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at];
    if (!line) break;
    if (line.depth === 0) within = 0;
    const head = quoteHeadAt(lines, at);
    if (!head) {
      found.push({ ...line, isHead: false, heads: line.depth > 0 ? within : heads });
      at += 1;
      continue;
    }
    // A telephone puts the head itself among what is marked; a second one there is of an older mail.
    const isFirst = line.depth > 0 && !found.some((one) => one.depth > 0 && !one.isHead && one.text !== '');
    if (line.depth > 0) within += isFirst ? 0 : 1;
    else if (!isMarkedBeneath(lines, head, 0)) heads += 1;
    for (const one of lines.slice(at, head.to + 1)) found.push({ ...one, isHead: true, heads });
    at = head.to + 1;
  }
  return found;
}

/** Lines that every letter may end with. */
const formLines = [replyIntro, codesInWords, ...Object.values(replyFiles), lastLine, lastLineOfForm];
/** The words of a row alone, without its box, are a sender's answer. */
const rowWords = new Set<string>(Object.values(replyRows));
const isRow = (line: string): boolean => line.startsWith(tickBox) || rowWords.has(line.trim());

/** The words that are left of a line, as they were written. */
const leftOf = (line: MailLine, taken: readonly boolean[]): string => {
  let at = 0;
  return line.text
    .split(' ')
    .filter((word) => {
      if (isLink(word)) return false;
      const isWord = plainWords(word).length > 0;
      const isTaken = isWord ? taken[at] === true : taken.some(Boolean);
      if (isWord) at += 1;
      return !isTaken;
    })
    .join(' ')
    .trim();
};

/**
 * The sender's own words, above, among and beneath what is quoted. Our own letter is taken out wherever it stands, however
 * its lines were broken, so that what is written beneath it is found where a mail program marks nothing as quoted; of
 * what is marked only a ticked row of the form is the sender's.
 */
export function ownWords(text: string, { letter, names }: Beforehand): OwnWords {
  const all = text.length > mostSigns ? [] : mailLines(text);
  if (text.length > mostSigns || all.length > mostLines)
    return { text: text.slice(0, 4000), said: '', isUnclear: true, isAmongQuoted: false };
  const lines = placed(all);
  // What is quoted at second hand, or beneath an older mail, was said then.
  const isLatest = (at: number) => {
    const { depth, heads, isHead } = lines[at] ?? { depth: 9, heads: 9, isHead: true };
    return !isHead && (depth === 0 ? heads <= 1 : depth === 1 && heads === 0);
  };
  const rows = tickedRows(lines, isLatest);
  const older = tickedRows(lines, (at) => !isLatest(at) && lines[at]?.isHead === false);
  const isRowAt = (at: number) => rows.lines.has(at) || older.lines.has(at);

  const words: Word[] = [];
  lines.forEach((line, at) => {
    if (!line.isHead && !isRowAt(at)) for (const plain of plainWords(line.text)) words.push({ plain, line: at });
  });
  // Its own words, as far as they are marked by nothing: above the head of a quote, and beneath what is marked line by line.
  const isFree = (at: number) => lines[at]?.depth === 0 && lines[at]?.heads === 0;
  const ours = placesOfLetter(words, [...letter.filter((line) => !isRow(line)), ...formLines], isFree);
  const takenOf = new Map<number, boolean[]>();
  words.forEach(({ line }, at) => {
    const known = takenOf.get(line);
    if (known) known.push(ours.has(at));
    else takenOf.set(line, [ours.has(at)]);
  });
  const isOurs = (at: number) => takenOf.get(at)?.some(Boolean) === true;
  // Beneath an unmarked head nothing is the sender's before our own letter has begun.
  const begins = lines.findIndex(
    ({ depth, heads }, at) => depth === 0 && heads === 1 && (isOurs(at) || rows.lines.has(at)),
  );
  const left = (at: number, line: MailLine) => {
    const taken = takenOf.get(at) ?? [];
    return isRowAt(at) ? '' : taken.some(Boolean) ? leftOf(line, taken) : line.text;
  };
  const isOwn = (at: number, { depth, heads }: Placed) =>
    depth === 0 && (heads === 0 || (heads === 1 && begins >= 0 && at >= begins));
  const unknown = unknownInQuotes(
    lines.map((line, at) => ({
      ...line,
      text: left(at, line),
      isOurs: isOurs(at) || isRowAt(at),
      isSaid: isOwn(at, line),
    })),
  );

  const known = new Set(names);
  const partsOf = (isOf: (at: number, line: Placed) => boolean) => {
    const parts: string[][] = [[]];
    lines.forEach((line, at) => {
      if (!line.isHead && !rows.lines.has(at) && isOf(at, line)) parts.at(-1)?.push(left(at, line));
      else if (parts.at(-1)?.length) parts.push([]);
    });
    return parts;
  };
  const textOf = (parts: readonly (readonly string[])[]) =>
    parts.map((part) => part.join('\n').trim()).filter((part) => part !== '');
  const saidOf = (parts: readonly (readonly string[])[]) => textOf(parts.map((part) => withoutSignature(part, known)));
  const own = partsOf(isOwn);
  return {
    text: [...textOf(partsOf((at, line) => isOwn(at, line) || unknown.has(at))), ...rows.said]
      .join('\n\n')
      .replaceAll(/\n{3,}/g, '\n\n'),
    said: [...saidOf(own), ...rows.said].join('\n\n'),
    isUnclear: rows.isUnclear,
    isAmongQuoted: older.said.length > 0 || older.isUnclear || saidOf(partsOf((at) => unknown.has(at))).length > 0,
  };
}
