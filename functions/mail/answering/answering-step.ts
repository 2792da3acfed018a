import { asciiAddress } from '../../../shared/domain/email-address.ts';
import type { LetterFields } from '../../../shared/domain/letters/letter-record.ts';
import type { Instant } from '../../../shared/domain/local-time.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Effects } from '../../../shared/steps/effects.ts';
import { outbox } from '../../../shared/steps/outbox.ts';
import { mailboxStore } from '../../../shared/stores/mailbox-store.ts';
import { type Provider, providerStore } from '../../../shared/stores/provider-store.ts';
import { settingsStore } from '../../../shared/stores/settings-store.ts';
import type { Mail } from '../mail.ts';
import { answeredOnceMore } from './answer-rate.ts';
import { answeredStore } from './answered-store.ts';

/** What the sender is told: what was understood and done, what was not, and what the choices are. */
export type MailAnswer = Pick<LetterFields, 'on' | 'acts' | 'refusal' | 'masked'> & {
  readonly variant?: 'asked' | 'refused' | 'again' | 'masked' | 'next' | undefined;
};

const small = (address: string): string | undefined => asciiAddress(address)?.toLowerCase();

/** Where an answer goes: to the address that was written from when it is registered, else to the provider's own. */
async function addressOf(provider: Provider, address: string, deps: Deps): Promise<string | undefined> {
  const mailboxes = await mailboxStore(deps.table).of(provider.id);
  const proven = mailboxes.flatMap(({ entity: { state, domain, address: one } }) =>
    state === 'proven' && domain === undefined ? [one] : [],
  );
  const own = [provider.email, ...(provider.contacts ?? []).map(({ email }) => email)];
  const registered = [...own, ...proven].filter((one) => small(one) !== undefined);
  return (
    registered.find((one) => small(one) === small(address)) ?? (small(provider.email) ? provider.email : undefined)
  );
}

/**
 * The answer to a mail, to a verified sender's registered address alone and at most a few times an hour (S-39). What was let
 * through by a person proves no address, and is not answered. About somebody protected the letter never leaves: what
 * sends it says the same inside the system.
 */
export async function answeringMail(
  mail: Mail & { readonly providerId: string },
  address: string,
  { variant, ...answer }: MailAnswer,
  at: Instant,
  deps: Deps,
): Promise<Effects> {
  const provider = (await providerStore(deps.table).find(mail.providerId))?.entity;
  const settings = (await settingsStore(deps.table).find())?.entity;
  if (mail.released || !provider || !settings) return {};
  const to = await addressOf(provider, address, deps);
  if (to === undefined) return {};
  const answered = await answeredStore(deps.table).find(to);
  const times = answeredOnceMore(answered?.entity.at ?? [], at);
  if (times === undefined) return {};
  const { orderId, caseNo } = mail;
  const page = orderId === undefined ? ({ to: 'messages' } as const) : ({ to: 'orders', orderId } as const);
  const fields = { ...page, ...(caseNo ? { caseNo } : {}), ...(variant ? { variant } : {}), ...answer };
  return {
    saves: [answeredStore(deps.table).save(to, { at: [...times] }, answered)],
    letters: outbox(deps, settings, at).toAddressOf(provider, to, 'M07', fields),
  };
}
