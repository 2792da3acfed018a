import { type LetterKind, letterKinds } from '../../shared/domain/letter-kinds.ts';
import type { LetterFields } from '../../shared/domain/letters/letter-record.ts';
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

/**
 * The letter as people read it: a fixed subject and four lines. A municipality whose mail carries no reference to a
 * case (`E0`) gets the same letter without the case's number (A46).
 */
export function compose(kind: LetterKind, given: LetterFields, allowed: 'E0' | 'E1'): Text {
  const hidden = allowed === 'E0' ? given.caseNo : undefined;
  const told = { ...given, cases: allowed === 'E0' ? [] : given.cases };
  const fields = hidden === undefined ? told : { ...told, link: withoutCase(told.link, hidden) };
  const { subject, subjects, lines } = letterKinds[kind];
  const words = {
    municipality: fields.municipality,
    provider: fields.provider ?? 'utföraren',
    caseNo: fields.caseNo ?? '',
    month: fields.month ? swedishMonth(fields.month) : '',
    due: fields.due ? untilInWords(fields.due) : '',
    codes: (fields.codes ?? []).join(', '),
    cases: fields.cases ?? [],
    amount: fields.amountOre === undefined ? '' : inKronor(fields.amountOre),
    at: fields.at ? swedishInstant(fields.at) : '',
    on: fields.on ? swedishDateWithYear(fields.on) : '',
    earliest: fields.earliest ? swedishDateWithYear(fields.earliest) : '',
    latest: fields.latest ? swedishDateWithYear(fields.latest) : '',
    count: fields.count ?? 0,
    overdue: fields.overdue ?? 0,
    joining: fields.joining ?? '',
    contact: fields.contact ?? '',
    used: fields.used ?? 0,
    ceiling: fields.ceiling ?? 0,
    link: fields.link,
    variant: fields.variant ?? '',
  };
  const text = hidden === undefined ? lines(words) : unnamed(lines(words), hidden);
  return { subject: subjects?.[words.variant] ?? subject, text: `${text.join('\n')}\n` };
}
