import type { Instant } from '../../../shared/domain/local-time.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { type Effects, together } from '../../../shared/steps/effects.ts';
import { letterStore } from '../../../shared/stores/letter-store.ts';
import { kept } from '../arriving/keeping-step.ts';
import type { Mail } from '../mail.ts';
import { mailStore } from '../mail-store.ts';
import { mailTask } from '../mail-task-step.ts';
import type { DeliveryReport } from './delivery-report.ts';
import { plainAddress } from './sender.ts';

/** Where reports of delivery come back to, and nothing else: the address that letters leave from, from nobody. */
const isReturned = ({ envelope }: Mail): boolean =>
  envelope !== undefined &&
  envelope.from.replace(/^<(.*)>$/, '$1').trim() === '' &&
  envelope.to.every((address) => !address.includes('+'));

/**
 * What it comes to that a mail says of a letter of ours that it did not arrive (RFC 3464): an administrator looks, once for
 * each letter. Anybody can write such a report, so nothing is taken back by it: a provider that was reached stays reached
 * until the mail service itself says otherwise (S-23). It must name a letter that has left and that nobody has told to
 * have arrived, by its id, and whom that went to. Undefined for any other report.
 */
export async function notingReport(
  mail: Mail,
  report: DeliveryReport | undefined,
  at: Instant,
  deps: Deps,
): Promise<{ readonly next: Mail; readonly effects: Effects } | undefined> {
  if (!report?.isFailed || !isReturned(mail)) return undefined;
  const { letterId } = report;
  const letter = (await letterStore(deps.table).find(letterId))?.entity;
  if (!letter || (letter.state !== 'sent' && letter.state !== 'asked')) return undefined;
  const to = plainAddress(letter.to);
  if (to === undefined || !report.recipients.some((address) => plainAddress(address) === to)) return undefined;
  const mails = mailStore(deps.table);
  const mark = `report#${letterId}`;
  if ((await mails.marked([mark])) !== undefined) return undefined;
  const next: Mail = {
    ...mail,
    ...(await kept(mail, deps)),
    ...{ owner: 'administrator', letterId, orderId: undefined, caseNo: undefined },
    ...{ state: 'asked', because: 'letter-reported-back' },
  };
  const { caseNo } = letter.fields;
  const row = { event: 'letter-reported-back', ...(caseNo ? { caseNo } : {}), refs: { letterId, mailId: mail.id } };
  const effects = together(
    { saves: [mails.mark(mark, mail.id)], rows: [row] },
    await mailTask(next, 'asked', at, deps),
  );
  return { next, effects };
}
