import type { LocalDate } from '../../../shared/domain/local-time.ts';
import type { ReadMail } from '../../../shared/mail/read-mail.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { isSameBeside } from '../submitting/same-beside.ts';
import { loadSaid, type SaidBeforehand } from './load-said.ts';
import { isSameMeaning } from './same-meaning.ts';
import type { Known } from './understanding.ts';
import { type KeptWords, type Meant, meaningOf } from './understood.ts';

/** `isOne`: all of the readings are about one order, or none. */
type Asked = {
  readonly beforehand: SaidBeforehand;
  readonly known: Known;
  readonly today: LocalDate;
  readonly isOne: boolean;
};

/** What a mail says and means; `otherwise`: what it says in the reading that comes to something else. */
type Loaded = { readonly said: KeptWords; readonly meant: Meant; readonly otherwise?: KeptWords };

/**
 * What a mail means, in every way in which it may be read: its text and its HTML, or as text and as HTML where nobody has
 * signed which it is. Where they do not come to the same nobody knows which of them was written to be read, and a
 * person must see both.
 */
export async function loadMeaning(
  read: ReadMail,
  others: readonly string[],
  { beforehand, known, today, isOne }: Asked,
  deps: Deps,
): Promise<Loaded> {
  const said = await loadSaid(read, beforehand, deps);
  const meant = meaningOf(said, today, known);
  for (const text of others) {
    const otherwise = await loadSaid({ ...read, text }, beforehand, deps);
    const means = meaningOf(otherwise, today, known);
    const isSame = read.files.length === 0 || isSameBeside([said.words, otherwise.words], today);
    if (isOne && isSame && isSameMeaning(meant, means)) continue;
    const isMasked = meant.isMasked || means.isMasked;
    return { said, otherwise, meant: { ok: false, why: 'two-readings', isMasked } };
  }
  return { said, meant };
}
