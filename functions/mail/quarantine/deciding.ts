import type { Instant } from '../../../shared/domain/local-time.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import type { Mail, StopReason } from '../mail.ts';

type Decision = { readonly by: string; readonly at: Instant; readonly reason: string };

const unclean: readonly StopReason[] = ['infected', 'not-scanned'];
const unread: readonly StopReason[] = ['no-envelope', 'too-large', 'unreadable', 'too-many-parts'];

type Stays = 'mail-not-waiting' | 'mail-not-clean' | 'mail-not-readable';

/** Why a mail is not let through, whoever asks; nothing where it may be. */
export function staysStopped({ state, stopped, scan }: Mail): Stays | undefined {
  if (state !== 'quarantined') return 'mail-not-waiting';
  if (scan !== 'CLEAN' || (stopped && unclean.includes(stopped))) return 'mail-not-clean';
  return stopped && unread.includes(stopped) ? 'mail-not-readable' : undefined;
}

/** Somebody answers for whom a stopped mail is from: it is then taken as that provider’s, once. */
export function release(mail: Mail, providerId: string, decision: Decision): Result<Mail, Stays> {
  const stays = staysStopped(mail);
  if (stays) return refuse('conflict', stays);
  return accept({ ...mail, state: 'waiting', released: { ...decision, providerId }, wakesAt: decision.at });
}

/** A stopped mail is never taken. */
export const turnDown = (mail: Mail, settled: Decision): Result<Mail, 'mail-not-waiting'> =>
  mail.state === 'quarantined'
    ? accept({ ...mail, state: 'refused', settled })
    : refuse('conflict', 'mail-not-waiting');

/** What a mail asked about has been seen to in another way: said in words. */
export const handle = (mail: Mail, settled: Decision): Result<Mail, 'mail-not-waiting'> =>
  mail.state === 'asked' ? accept({ ...mail, state: 'handled', settled }) : refuse('conflict', 'mail-not-waiting');
