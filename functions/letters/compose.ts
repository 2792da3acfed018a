import { columnsInWords } from '../../shared/domain/columns-wrong.ts';
import { fileFaults } from '../../shared/domain/file-faults.ts';
import { type LetterKind, letterKinds } from '../../shared/domain/letter-kinds.ts';
import {
  type LetterFields,
  lastLine,
  lastLineOfForm,
  type RowFault,
} from '../../shared/domain/letters/letter-record.ts';
import { type Offer, replyForm } from '../../shared/domain/letters/reply-form.ts';
import { type Instant, swedishDateWithYear, swedishInstant, swedishMonth } from '../../shared/domain/local-time.ts';

/** A day's limit ends at 24:00, which is the next day's beginning: it is written as the day that it ends (A18). */
function untilInWords(due: Instant): string {
  const last = new Date(Date.parse(due) - 1).toISOString();
  const words = swedishInstant(due);
  return words.endsWith(' 00:00') ? swedishInstant(last).replace(/ 23:59$/, ' kl. 24.00') : words;
}

/** As people write it: 10 386,67 kr. */
function inKronor(ore: number): string {
  const [whole = '', part = ''] = (Math.abs(ore) / 100).toFixed(2).split('.');
  return `${ore < 0 ? '−' : ''}${whole.replaceAll(/\B(?=(\d{3})+$)/g, ' ')},${part} kr`;
}

/** As it is to stand on an invoice: 10 h 30 min (630 minuter). */
const inTime = (minutes: number): string => `${Math.floor(minutes / 60)} h ${minutes % 60} min (${minutes} minuter)`;

/** No mail has a word of illness or death, not even among those that a column may have. */
const faultWords = {
  ...fileFaults,
  BAD_TYPE: 'Typen är ingen av dem som blanketten har.',
  WRONG_HEADER: 'Rubriken stämmer inte.',
};

const fileNames = { report: 'Tidsrapporten', deviations: 'Avvikelseblanketten' } as const;

/** Where it is wrong, and what is wrong: never what is written there. */
function faultInWords({ file, row, column, columns, code }: RowFault): string {
  const place = [fileNames[file], row === undefined ? '' : `rad ${row}`, columns ? '' : (column ?? '')];
  const which = columns ? columnsInWords(columns) : '';
  const inOrder = code === 'WRONG_HEADER' && which === '' ? 'Kolumnerna står i fel ordning.' : which;
  return `${place.filter((one) => one !== '').join(', ')}: ${[faultWords[code], inOrder].join(' ').trim()}`;
}

/** What is to be mended, a line each, beneath the letter; of the rest how many rows, and where they stand. */
function faultLines({ faults = [], more = 0, link }: LetterFields): readonly string[] {
  if (faults.length === 0) return [];
  const rest = `och ${more} ${more === 1 ? 'rad' : 'rader'} till. Se vad som är fel: ${link}`;
  return ['Att rätta:', ...faults.map(faultInWords), ...(more > 0 ? [rest] : [])];
}

/** A name as a letter has it: on one line, with nothing that steers a mail program. */
const onOneLine = (name: string): string =>
  name
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();

type Text = { readonly subject: string; readonly text: string };

/** The page of one case's own thing, without the case: the reader finds it there. */
const withoutCase = (link: string, caseNo: string): string =>
  link.endsWith(`/${caseNo}`) ? link.slice(0, -caseNo.length - 1) : link;

/** Every sentence but the one that names the case; a line that said nothing else goes. */
const unnamed = (lines: readonly string[], caseNo: string): readonly string[] => {
  const naming = `Ärende ${caseNo}.`;
  return lines
    .map((line) => (line.startsWith(naming) ? line.slice(naming.length).trimStart() : line))
    .filter((line) => line !== '');
};

/** What a letter of a kind may be answered with. */
export function offersOf(kind: LetterKind, variant: string | undefined): readonly Offer[] {
  const { replies = [], repliesTo } = letterKinds[kind];
  return repliesTo?.[variant ?? ''] ?? replies;
}

/**
 * The letter as people read it: a fixed subject and four lines, and beneath them, after an empty line each, what is to be
 * mended and the form that it may be answered with. A municipality whose mail carries no reference to a
 * case (`E0`) gets the same letter without the case's number (A46).
 */
export function compose(
  kind: LetterKind,
  given: LetterFields,
  allowed: 'E0' | 'E1',
  offers: readonly Offer[] = [],
): Text {
  const hidden = allowed === 'E0' ? given.caseNo : undefined;
  const told = { ...given, cases: allowed === 'E0' ? [] : given.cases };
  const fields = hidden === undefined ? told : { ...told, link: withoutCase(told.link, hidden) };
  const { subject, subjects, lines, fields: carried } = letterKinds[kind];
  const words = {
    municipality: onOneLine(fields.municipality),
    provider: onOneLine(fields.provider ?? 'utföraren'),
    domain: onOneLine(fields.domain ?? ''),
    caseNo: onOneLine(fields.caseNo ?? ''),
    month: fields.month ? swedishMonth(fields.month) : '',
    due: fields.due ? untilInWords(fields.due) : '',
    codes: (fields.codes ?? []).join(', '),
    cases: fields.cases ?? [],
    reasons: fields.reasons ?? [],
    time: fields.minutes === undefined ? '' : inTime(fields.minutes),
    amount: fields.amountOre === undefined ? '' : inKronor(fields.amountOre),
    at: fields.at ? swedishInstant(fields.at) : '',
    on: fields.on ? swedishDateWithYear(fields.on) : '',
    earliest: fields.earliest ? swedishDateWithYear(fields.earliest) : '',
    latest: fields.latest ? swedishDateWithYear(fields.latest) : '',
    count: fields.count ?? 0,
    questions: fields.questions ?? 0,
    acts: fields.acts ?? [],
    refusal: fields.refusal,
    masked: fields.masked ?? false,
    usable: fields.usable,
    reader: fields.reader ?? false,
    overdue: fields.overdue ?? 0,
    joining: onOneLine(fields.joining ?? ''),
    contact: onOneLine(fields.contact ?? ''),
    used: fields.used ?? 0,
    ceiling: fields.ceiling ?? 0,
    link: onOneLine(fields.link),
    variant: fields.variant ?? '',
  };
  const said = hidden === undefined ? lines(words) : unnamed(lines(words), words.caseNo);
  const form = replyForm(offers);
  const four = form.length > 0 ? said.map((line) => (line === lastLine ? lastLineOfForm : line)) : said;
  const parts = [four, carried.includes('faults') ? faultLines(fields) : [], form].filter((part) => part.length > 0);
  return {
    subject: subjects?.[words.variant] ?? subject,
    text: parts.map((part) => `${part.join('\n')}\n`).join('\n'),
  };
}
