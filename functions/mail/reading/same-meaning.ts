import type { MailAct } from '../mail.ts';
import type { Meant } from './understood.ts';

/** The letters and figures of a reason: how its lines were broken, and its signs, mean nothing. */
const bare = (reason: string): string => reason.toLocaleLowerCase('sv').replaceAll(/[^\p{L}\p{N}•]+/gu, '');

/** What an act comes to: the choice, the day, the service and why it is not carried out. */
function told(act: MailAct): string {
  switch (act.act) {
    case 'confirm':
      return `confirm ${act.canStartOn ?? ''}`;
    case 'start':
      return `start ${act.on}`;
    case 'reject':
      return `reject ${act.isCapacity}`;
    case 'not-executed': {
      const services = act.services.map(({ code, reason }) => `${code} ${bare(reason)}`).sort();
      return `not-executed ${services.join(', ')}`;
    }
  }
}

/** Whether two readings of a mail come to the same; of two that say nothing a person reads both. */
export function isSameMeaning(one: Meant, other: Meant): boolean {
  if (!one.ok || !other.ok) return one.ok === other.ok;
  const [first, second] = [one, other].map(({ acts }) => acts.map(told).sort().join('\n'));
  return first === second;
}
