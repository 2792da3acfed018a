import type { LocalDate } from '../../../shared/domain/local-time.ts';
import type { MailAct } from '../mail.ts';

const confirms = /^(ja|bekräftas?|bekräftar|bekräftad|vi bekräftar|ok|okej)( tack)?$/i;
const starts = /^start(ar|at|ade)? (\d{4}-\d\d-\d\d)$/i;

/** What a provider says in the few words that a reply may use; undefined where anything of it is not understood. */
export function understand(words: string, _today: LocalDate): readonly MailAct[] | undefined {
  const lines = words
    .split('\n')
    .map((line) => line.trim().replace(/[.!]+$/, ''))
    .filter((line) => line !== '' && !/^(hej|tack|mvh|hälsningar)\b/i.test(line));
  const acts: MailAct[] = [];
  for (const line of lines) {
    const day = starts.exec(line)?.[2];
    if (day !== undefined) acts.push({ act: 'start', on: day });
    else if (confirms.test(line)) acts.push({ act: 'confirm' });
    else return undefined;
  }
  return acts.length > 0 ? acts : undefined;
}
