import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { mailboxStore } from '../../../shared/stores/mailbox-store.ts';
import { ownProvider } from './load-own-provider.ts';

/** An address or a domain is the provider's no more: mail from it is stopped from now on. */
export const removeAddress = endpoint({
  summary: 'Take away an address or a domain that a provider’s mail came from',
  path: z.object({ providerId: SafeId, addressId: SafeId }),
  answer: z.object({ addressId: z.string() }),
  async run({ path: { providerId, addressId }, caller }, { table }) {
    const own = await ownProvider(providerId, caller, table);
    if (!own.ok) return own;
    const stored = await mailboxStore(table).find(providerId, addressId);
    if (!stored) return refuse('missing', 'address-not-found');
    const row = { event: 'address-removed', providerId, refs: { addressId } };
    return done({ addressId }, { saves: await mailboxStore(table).takeAway(stored), rows: [row] });
  },
});
