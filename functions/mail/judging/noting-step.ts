import type { Instant } from '../../../shared/domain/local-time.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Effects } from '../../../shared/steps/effects.ts';
import { letterStore } from '../../../shared/stores/letter-store.ts';
import { hearOfLetter } from '../../letters/door.ts';
import type { DeliveryReport } from './delivery-report.ts';
import { plainAddress } from './sender.ts';

/**
 * What it comes to that a mail server has sent one of our letters back (RFC 3464): it bounced. Anybody can write such a
 * report, so it must name a letter of ours by its id, which only the letter itself carries, and whom it was sent to.
 */
export async function notingReport(report: DeliveryReport | undefined, at: Instant, deps: Deps): Promise<Effects> {
  if (!report?.isFailed) return {};
  const letter = (await letterStore(deps.table).find(report.letterId))?.entity;
  const to = letter && plainAddress(letter.to);
  if (to === undefined || !report.recipients.some((address) => plainAddress(address) === to)) return {};
  return (await hearOfLetter(report.letterId, 'bounced', at, deps, 'no-such-address')) ?? {};
}
