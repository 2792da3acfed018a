import { dateOf, type Instant } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import type { MailFile } from '../../../shared/mail/read-mail.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { providerStore } from '../../../shared/stores/provider-store.ts';
import type { Reply } from '../../../shared/stores/reply-store.ts';
import type { AnswerWay } from '../answering/answer-way-step.ts';
import type { Mail } from '../mail.ts';
import type { Known } from '../reading/understanding.ts';
import { type KeptWords, type Meant, meaningOf } from '../reading/understood.ts';
import { isMonthsAlone } from '../submitting/attached.ts';
import { attachedIn } from '../submitting/load-attached.ts';
import { ownPrint } from '../submitting/load-own-print.ts';
import type { Submitted } from '../submitting/not-taken-step.ts';
import { saidAside, saidInSubject } from '../submitting/said-aside.ts';
import { submitted } from '../submitting/submitting-step.ts';

type Given = {
  readonly mail: Mail & { readonly providerId: string };
  readonly files: readonly MailFile[];
  readonly said: KeptWords | undefined;
  readonly isMasked: boolean;
  readonly reply: Reply | undefined;
  readonly by: string;
  readonly way: AnswerWay | undefined;
  /** What the mail is about, and what is known of it. */
  readonly order: Order | undefined;
  readonly of: Known;
};

/** What the words beside the files come to, where they are understood: done in the same mail. */
type Spoken = { readonly meant: Meant; readonly way: AnswerWay | undefined; readonly handed: Submitted };
type Handed = Submitted & { readonly isAnswered: boolean; readonly spoken?: Spoken };

/**
 * The month's files of a mail, with what its words say besides. A reply to an order's letter may hand in a month and
 * confirm the order at once: each is done, by its own rules. Undefined where the mail has no files of a month.
 */
export async function handedWithWords(
  { mail, files, said, isMasked, reply, by, way, order, of }: Given,
  at: Instant,
  deps: Deps,
): Promise<Handed | undefined> {
  if (files.length === 0 || !said) return undefined;
  const provider = (await providerStore(deps.table).find(mail.providerId))?.entity;
  const aside = saidAside(said, provider?.name);
  // An answer to a question about a month says nothing of an order, whatever its words are (L-32, N17).
  const meant = order && reply?.kind !== 'N17' ? meaningOf(aside, dateOf(at), of) : undefined;
  // Another file may qualify what is said.
  const isUnderstood =
    meant?.ok === true && isMonthsAlone(await attachedIn(files, await ownPrint(mail.providerId, at, deps)));
  const more = [aside.words, reply ? '' : saidInSubject(said.subject, provider?.name)].filter((one) => one !== '');
  // One answer about the files and one about the words, where there is room for both.
  const answerTo = isUnderstood && !way?.twice ? undefined : way?.to;
  const handed = await submitted(
    {
      ...{ mail, files, reply, by, isMasked, words: said.words, beside: isUnderstood ? '' : more.join('\n') },
      ...(answerTo === undefined ? {} : { answerTo }),
    },
    at,
    deps,
  );
  if (!handed) return undefined;
  const isAnswered = (handed.effects.letters ?? []).length > 0;
  if (!isUnderstood || !meant) return { ...handed, isAnswered };
  const both = way?.twice && isAnswered ? { ...way, counted: way.twice } : way;
  return { ...handed, isAnswered, spoken: { meant: { ...meant, isMasked }, way: both, handed } };
}
