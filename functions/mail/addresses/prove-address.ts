import * as z from 'zod';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { mailboxStore } from '../../../shared/stores/mailbox-store.ts';
import { providerStore } from '../../../shared/stores/provider-store.ts';
import { loadRegister } from '../acting/load-register.ts';
import { addressParts, notTheirs } from './registering.ts';

/**
 * Whoever has the link that was sent to an address proves that it is the provider's, by a press; opening the link
 * proves nothing, since mail programs open links by themselves. Who it was is not known: it was somebody who reads mail
 * there. An unknown link, one that is too old and one whose address has been taken away answer alike.
 */
export const proveAddress = endpoint({
  summary: 'Prove an address by the link that was sent to it',
  body: z.strictObject({ secret: z.string().min(1).max(100) }),
  answer: z.object({
    provider: z.string(),
    address: z.string(),
    domain: z.string().optional(),
  }),
  async run({ body, at }, deps) {
    const { table } = deps;
    const mailboxes = mailboxStore(table);
    const proof = await mailboxes.proofBehind(body.secret);
    const stored = proof && at < proof.expiresAt ? await mailboxes.find(proof.providerId, proof.mailboxId) : undefined;
    const provider = stored && (await providerStore(table).find(stored.entity.providerId));
    const parts = stored && addressParts(stored.entity.address);
    if (!stored || !provider || !parts) return refuse('missing', 'proof-not-found');
    const { id: addressId, providerId, address, domain, state } = stored.entity;
    const shown = { provider: provider.entity.name, address, ...(domain === undefined ? {} : { domain }) };
    if (state === 'proven') return done(shown);
    // What was nobody else's when it was put forward may have become somebody's.
    const wanted = { ...parts, providerId, kind: provider.entity.kind, isDomain: domain !== undefined };
    const as = { byMunicipality: true, system: deps.mailAddress };
    if (notTheirs(wanted, await loadRegister(deps), as) || (await mailboxes.holder(stored.entity)) !== undefined)
      return refuse('conflict', 'address-of-another');
    const row = {
      ...{ event: 'address-proven', providerId, refs: { addressId, isDomain: domain !== undefined } },
      by: { userId: `epost-${providerId}`, role: 'provider' },
    };
    return done(shown, {
      saves: mailboxes.prove({ ...stored.entity, state: 'proven', provenAt: at }, stored),
      rows: [row],
    });
  },
});
