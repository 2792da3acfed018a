import { replyRows } from '../../../shared/domain/letters/reply-form.ts';
import type { MailLine } from './mail-lines.ts';

/** `[ ]`, `[x]`, `(x)`, `☒`: before each row of the form; a cross in it, or beside it, says that it is meant. */
const box =
  /^(?:[-*•] )?(?:(?<before>[x×✓✔✗✘] ?)?(?:\[ *(?<in>[x×✓✔✗✘v]{0,3}) *\]|\( *(?<round>[x×✓✔✗✘v]{1,3}) *\)|(?<empty>[☐□])|(?<full>[☑☒✅✔✓⊠]\uFE0F?))(?<after> ?[x×✓✔✗✘](?= |$))?|(?<bare>[x×✓✔✗✘]) (?=(?:JA|START|NEJ|EJ UTFÖRT)(?![\p{L}])))\s*/iu;

type Box = { readonly isTicked: boolean; readonly rest: string };

function boxOf(text: string): Box | undefined {
  const { 0: whole, groups } = box.exec(text) ?? {};
  if (whole === undefined || groups === undefined) return undefined;
  const { before, in: inside, round, full, after, bare } = groups;
  return { isTicked: Boolean(before || inside || round || full || after || bare), rest: text.slice(whole.length) };
}

const normal = (text: string): string =>
  text
    .toLocaleLowerCase('sv')
    .replaceAll(/[-–—*_]/g, '-')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** A row as it was sent, in parts: the words that say what it is, what is to be filled in, and the explanation. */
const rows = Object.values(replyRows).map((row) => {
  const [said = '', explained = ''] = row.split(' – ');
  const [, keyword = said, wanted = ''] = /^(START|EJ UTFÖRT)(.*)$/.exec(said) ?? [];
  return { keyword: normal(keyword), wanted: normal(wanted), explained: normal(explained) };
});
type Row = (typeof rows)[number];

const rowOf = (text: string): Row | undefined => {
  const seen = normal(text);
  const first = (row: Row) => row.keyword.split(',')[0] ?? row.keyword;
  return rows.find((row) => seen.startsWith(first(row)) && !/^\p{L}/u.test(seen.slice(first(row).length)));
};

/** What a row says beyond the form's own words: the explanation and what was to be filled in are taken out where they still stand. */
function filledIn(text: string, { wanted, explained }: Row): string {
  // Found in the text as it is compared, which is as long as the text itself.
  const flat = text.replaceAll(/\s+/g, ' ').trim();
  const cut = (from: string, part: string): string => {
    if (part === '') return from;
    const at = normal(from).lastIndexOf(part);
    return at < 0 ? from : `${from.slice(0, at)} ${from.slice(at + part.length)}`.replaceAll(/\s+/g, ' ').trim();
  };
  return cut(cut(flat, explained), wanted)
    .replaceAll(/[\s–—-]+$/g, '')
    .replace(/^((?:START|EJ UTFÖRT)) [–—-] /i, '$1 ')
    .trim();
}

export type Rows = {
  /** What the ticked rows say, one each. */
  readonly said: readonly string[];
  /** Whether something was written in a row that has no cross. */
  readonly isUnclear: boolean;
  /** The lines that are rows. */
  readonly lines: ReadonlySet<number>;
};

/** A row goes on in the next line where a mail program has broken it: while the form's own words are not all there. */
const goesOn = (text: string, row: Row, next: MailLine | undefined, depth: number): next is MailLine =>
  next !== undefined &&
  next.depth === depth &&
  next.text !== '' &&
  boxOf(next.text) === undefined &&
  !normal(text).includes(row.explained);

/** The rows of the form among some lines, in their order. */
export function tickedRows(lines: readonly MailLine[], isAsked: (line: number) => boolean): Rows {
  const [said, taken] = [[] as string[], new Set<number>()];
  let isUnclear = false;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    const found = line && isAsked(at) ? boxOf(line.text) : undefined;
    const row = found && rowOf(found.rest);
    if (!line || !found || !row) continue;
    let text = found.rest;
    taken.add(at);
    for (let n = at + 1; n < at + 4 && goesOn(text, row, lines[n], line.depth); n++) {
      text = `${text} ${lines[n]?.text}`;
      taken.add(n);
    }
    const filled = filledIn(text, row);
    if (found.isTicked) said.push(filled);
    else if (normal(filled) !== row.keyword) isUnclear = true;
  }
  return { said, isUnclear, lines: taken };
}
