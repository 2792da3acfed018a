import * as z from 'zod';
import type { Letter, ReturnReason } from '../../shared/domain/letter.ts';
import { type Instant, plusMinutes } from '../../shared/domain/local-time.ts';

/** How long a sender may take. Longer than any sending takes, short enough that a crash is seen the same hour. */
const leaseMinutes = 60;

/** Takes a waiting letter under a lease. Who has the lease, and nobody else, may hand it to the mailer. */
export const takeLease = (letter: Letter, owner: string, at: Instant): Letter => ({
  ...letter,
  state: 'sending',
  lease: { owner, until: plusMinutes(at, leaseMinutes) },
});

/** A number from 0 to 1 that is the same for the same words: letters put off together do not come back together. */
const spreadOf = (words: string): number =>
  [...words].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7) / 9973;

/** In minutes. A rate passes in moments and is tried soon, then seldom; a day's quota comes back little by little. */
const soonest = 1;
const latest = 30;
const untilQuota = 60;

/**
 * The mail service refused it and has not taken it: it waits again, and nobody is asked. Each time longer than the time
 * before, and spread out by the letter's own id.
 */
export function putOff(letter: Letter, because: 'TOO_FAST' | 'QUOTA_SPENT', at: Instant): Letter {
  const times = (letter.putOff?.times ?? 0) + 1;
  const longest = because === 'QUOTA_SPENT' ? untilQuota : Math.min(latest, soonest * 2 ** Math.min(times, 10));
  const minutes = Math.max(1, Math.round((longest * (1 + spreadOf(`${letter.id}#${times}`))) / 2));
  return { ...letter, state: 'waiting', lease: undefined, putOff: { times, because, until: plusMinutes(at, minutes) } };
}

/** Whether a letter that waits may be sent now. */
export const mayGo = ({ state, putOff: later }: Letter, at: Instant): boolean =>
  state === 'waiting' && (later === undefined || later.until <= at);

export const markSent = (letter: Letter, at: Instant): Letter => ({
  ...letter,
  state: 'sent',
  sentAt: at,
  lease: undefined,
  putOff: undefined,
});

/** What must not leave does not leave; a person learns which rule stopped it, never the word. */
export const block = (letter: Letter, blockedBy: readonly string[]): Letter => ({
  ...letter,
  state: 'blocked',
  blockedBy: [...blockedBy],
  lease: undefined,
});

/** What is about somebody with protected identity is never mailed: its recipient reads it inside the system. */
export const withhold = (letter: Letter): Letter => ({ ...letter, state: 'withheld', lease: undefined });

/**
 * A lease that ran out: the sender died between taking the letter and marking it sent, so nobody knows whether it
 * left. It is never sent blind again; without a delivery event a person is asked.
 */
export const askPerson = (letter: Letter): Letter => ({ ...letter, state: 'asked', lease: undefined });

/** What is reported of a letter: it arrived, it came back, or whoever got it has called it unwanted. */
export const DeliveryFate = z.enum(['delivered', 'bounced', 'complained']);
export type DeliveryFate = z.infer<typeof DeliveryFate>;

/** Why, where the mail service says no more. */
const usualReason = { bounced: 'no-such-address', complained: 'complaint' } as const;

/**
 * The letter after a report of the mail service; undefined when that changes nothing. News may come twice, out of
 * order, and before the sender has marked the letter sent. A letter that came back has not arrived, whichever is
 * reported first; one that waits to be sent again is sent again, whatever is reported of the time before.
 */
export function hear(
  letter: Letter,
  { fate, because }: { readonly fate: DeliveryFate; readonly because?: ReturnReason | undefined },
  at: Instant,
): Letter | undefined {
  const open: readonly Letter['state'][] =
    fate === 'delivered' ? ['sending', 'sent', 'asked'] : ['sending', 'sent', 'asked', 'delivered'];
  if (!open.includes(letter.state)) return undefined;
  const heard: Letter = { ...letter, state: fate, sentAt: letter.sentAt ?? at, lease: undefined, heardAt: at };
  return fate === 'delivered' ? heard : { ...heard, returned: because ?? usualReason[fate] };
}

/**
 * What a person says of a letter that waits for them: it arrived, it is to be sent again, or people have been informed
 * in another way.
 */
export const LetterVerdict = z.enum(['delivered', 'send-again', 'drop']);
export type LetterVerdict = z.infer<typeof LetterVerdict>;

const verdictsOn: Partial<Record<Letter['state'], readonly LetterVerdict[]>> = {
  asked: ['delivered', 'send-again', 'drop'],
  bounced: ['delivered', 'send-again', 'drop'],
  complained: ['delivered', 'send-again', 'drop'],
  // What the guard has stopped is never let through by a click.
  blocked: ['drop'],
};

/** What a person may say of a letter; nothing where it waits for nobody. */
export const verdictsOf = ({ state }: Pick<Letter, 'state'>): readonly LetterVerdict[] => verdictsOn[state] ?? [];

/** The letter after a person's verdict; undefined where that verdict has no place. */
export function settle(letter: Letter, verdict: LetterVerdict, at: Instant): Letter | undefined {
  if (!verdictsOf(letter).includes(verdict)) return undefined;
  if (verdict === 'drop') return { ...letter, state: 'dropped' };
  return verdict === 'delivered'
    ? { ...letter, state: 'delivered', sentAt: letter.sentAt ?? at }
    : {
        ...letter,
        state: 'waiting',
        queuedAt: at,
        putOff: undefined,
        returned: undefined,
        heardAt: undefined,
        heededAt: undefined,
      };
}
