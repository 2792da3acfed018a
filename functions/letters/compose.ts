import type { LetterFields, LetterKind } from '../../shared/domain/letter.ts';
import { type Instant, swedishDate, swedishInstant, swedishMonth } from '../../shared/domain/local-time.ts';
import { lettersSv } from '../../shared/messages/letters-sv.ts';

/** A day's limit ends at 24:00, which is the next day's beginning: it is told as the day that it ends (A18). */
function untilInWords(due: Instant): string {
  const last = new Date(Date.parse(due) - 1).toISOString();
  const words = swedishInstant(due);
  return words.endsWith(' 00:00') ? swedishInstant(last).replace(/ 23:59$/, ' kl. 24.00') : words;
}

/** The letter as people read it: a fixed subject and four lines. */
export function compose(kind: LetterKind, fields: LetterFields): { readonly subject: string; readonly text: string } {
  const { subject, subjects, lines } = lettersSv[kind];
  const words = {
    municipality: fields.municipality,
    provider: fields.provider ?? 'utföraren',
    caseNo: fields.caseNo ?? '',
    month: fields.month ? swedishMonth(fields.month) : '',
    due: fields.due ? untilInWords(fields.due) : '',
    codes: (fields.codes ?? []).join(', '),
    at: fields.at ? swedishInstant(fields.at) : '',
    on: fields.on ? swedishDate(fields.on) : '',
    earliest: fields.earliest ? swedishDate(fields.earliest) : '',
    latest: fields.latest ? swedishDate(fields.latest) : '',
    count: fields.count ?? 0,
    overdue: fields.overdue ?? 0,
    joining: fields.joining ?? '',
    contact: fields.contact ?? '',
    used: fields.used ?? 0,
    ceiling: fields.ceiling ?? 0,
    link: fields.link,
    variant: fields.variant ?? '',
  };
  return { subject: subjects?.[words.variant] ?? subject, text: `${lines(words).join('\n')}\n` };
}
