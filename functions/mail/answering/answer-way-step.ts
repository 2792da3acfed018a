import { asciiAddress } from '../../../shared/domain/email-address.ts';
import type { Instant } from '../../../shared/domain/local-time.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Change } from '../../../shared/ports/table.ts';
import { mailboxStore } from '../../../shared/stores/mailbox-store.ts';
import { type Provider, providerStore } from '../../../shared/stores/provider-store.ts';
import type { Mail } from '../mail.ts';
import { answeredOnceMore } from './answer-rate.ts';
import { answeredStore } from './answered-store.ts';

/**
 * Where a mail may be answered, and that it is counted there, in the commit that the answer is in; `twice` where there is
 * room for an answer about its files and one about its words.
 */
export type AnswerWay = {
  readonly provider: Provider;
  readonly to: string;
  readonly counted: Change;
  readonly twice?: Change;
};

const small = (address: string): string | undefined => asciiAddress(address)?.toLowerCase();

/** To the address that was written from when it is registered, else to the provider's own. */
async function addressOf(provider: Provider, address: string, { table }: Deps): Promise<string | undefined> {
  const mailboxes = await mailboxStore(table).of(provider.id);
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
 * Where a mail may be answered: at a verified sender's registered address alone, and at most a few times an hour (S-39).
 * What was let through by a person proves no address, and is not answered.
 */
export async function answerWay(
  mail: Mail & { readonly providerId: string },
  address: string,
  at: Instant,
  deps: Deps,
): Promise<AnswerWay | undefined> {
  const provider = (await providerStore(deps.table).find(mail.providerId))?.entity;
  const to = mail.released || !provider ? undefined : await addressOf(provider, address, deps);
  if (!provider || to === undefined) return undefined;
  const answered = await answeredStore(deps.table).find(to);
  const times = answeredOnceMore(answered?.entity.at ?? [], at);
  if (!times) return undefined;
  const two = answeredOnceMore(times, at);
  const count = (all: readonly Instant[]) => answeredStore(deps.table).save(to, { at: [...all] }, answered);
  return { provider, to, counted: count(times), ...(two ? { twice: count(two) } : {}) };
}
