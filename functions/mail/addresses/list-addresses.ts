import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { mailboxStore } from '../../../shared/stores/mailbox-store.ts';
import { AddressView, addressView } from './address-view.ts';
import { ownProvider } from './load-own-provider.ts';

/** What a provider's mail may come from: what the municipality has written in, and what has been put forward and proven. */
export const listAddresses = endpoint({
  summary: 'The addresses and domains that a provider’s mail may come from',
  path: z.object({ providerId: SafeId }),
  answer: z.object({
    written: z.array(z.string()).meta({ description: 'Those that the municipality has written in' }),
    items: z.array(AddressView),
  }),
  async run({ path: { providerId }, caller }, { table }) {
    const own = await ownProvider(providerId, caller, table);
    if (!own.ok) return own;
    const { email, contacts = [] } = own.value;
    const written = [email, ...contacts.map((contact) => contact.email)].filter((address) => address !== '');
    const items = (await mailboxStore(table).of(providerId)).map(({ entity }) => addressView(entity));
    return done({
      written: [...new Set(written)],
      items: items.toSorted((a, b) => a.askedAt.localeCompare(b.askedAt)),
    });
  },
});
