import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { EmailAddress } from '../../../shared/domain/email-address.ts';
import { holdsPersonId } from '../../../shared/domain/person-id.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { isProvidersRole } from '../../../shared/domain/roles.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { outbox } from '../../../shared/steps/outbox.ts';
import { type Mailbox, mailboxStore, mostMailboxes } from '../../../shared/stores/mailbox-store.ts';
import { settingsStore } from '../../../shared/stores/settings-store.ts';
import { loadRegister } from '../acting/load-register.ts';
import { AddressView, addressView } from './address-view.ts';
import { ownProvider } from './load-own-provider.ts';
import { addressParts, alikeIn, notTheirs } from './registering.ts';

/**
 * An address, or all of its domain, is put forward as a provider's. A letter goes to the address (M08), and nothing is
 * taken from it until somebody there has opened the link and pressed the button. Put forward again, it gets another.
 */
export const registerAddress = endpoint({
  summary: 'Put forward an address, or its domain, that a provider’s mail comes from',
  path: z.object({ providerId: SafeId }),
  body: z.strictObject({
    address: EmailAddress,
    domain: z.boolean().default(false).meta({ description: 'Whether every address at its domain is the provider’s' }),
  }),
  answer: AddressView,
  async run({ path: { providerId }, body, caller, at }, deps) {
    const { table } = deps;
    const mailboxes = mailboxStore(table);
    const own = await ownProvider(providerId, caller, table);
    if (!own.ok) return own;
    const settings = (await settingsStore(table).find())?.entity;
    if (!settings) return refuse('conflict', 'not-set-up');
    const parts = addressParts(body.address);
    if (!parts || holdsPersonId(parts.address))
      return refuse('invalid', 'bad-request', [{ at: 'body.address', code: 'bad-email' }]);
    const wanted = { ...parts, providerId, kind: own.value.kind, isDomain: body.domain };

    const register = await loadRegister(deps);
    if (!body.domain && register.exact.get(parts.address)?.has(providerId)) return refuse('conflict', 'address-known');
    const why = notTheirs(wanted, register, {
      byMunicipality: !isProvidersRole(caller.role),
      system: deps.mailAddress,
    });
    if (why) return refuse('conflict', why);
    const known = await mailboxes.of(providerId);
    const alike = alikeIn(
      known.map(({ entity }) => entity),
      wanted,
      at,
    );
    if (!alike.ok) return alike;
    if (!alike.value && known.length >= mostMailboxes) return refuse('conflict', 'too-many-addresses');

    const next: Mailbox = {
      ...{
        id: alike.value?.id ?? deps.newId('adress'),
        providerId,
        address: parts.address,
        state: 'asked',
        askedAt: at,
      },
      ...(body.domain ? { domain: parts.domain } : {}),
    };
    const over = known.find(({ entity }) => entity.id === next.id);
    const row = { event: 'address-asked', providerId, refs: { addressId: next.id, isDomain: body.domain } };
    return done(addressView(next), {
      status: 201,
      saves: [over ? mailboxes.save(next, over) : mailboxes.ask(next)],
      letters: outbox(deps, settings, at).toProve(own.value, next),
      rows: [row],
    });
  },
});
