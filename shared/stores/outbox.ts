import type { Letter, LetterFields, LetterKind } from '../domain/letter.ts';
import type { Instant } from '../domain/local-time.ts';
import type { Deps } from '../ports/deps.ts';
import type { Change } from '../ports/table.ts';
import { letterStore } from './letter-store.ts';
import { membershipStore } from './membership-store.ts';
import type { Provider } from './provider-store.ts';
import type { Settings } from './settings-store.ts';

type Fields = Omit<LetterFields, 'municipality' | 'link'> & { readonly to: 'orders' | 'months' | 'tasks' };

/**
 * Letters to be stored with a change. Only the fields of the letter's kind are ever given; where the link leads is
 * the page of the thing it tells of, by ids.
 */
export const outbox = (deps: Deps, settings: Settings, at: Instant) => {
  const pages = {
    orders: ({ orderId }: Fields) => `/#/bestallningar/${orderId ?? ''}`,
    months: ({ month, caseNo }: Fields) => `/#/manad/${month ?? ''}${caseNo ? `/${caseNo}` : ''}`,
    tasks: () => '/#/uppgifter',
  };

  const letter = (kind: LetterKind, address: string, { to, ...fields }: Fields): Change => {
    const link = `${deps.portalUrl}${pages[to]({ to, ...fields })}`;
    const queued: Letter = {
      id: deps.newId('brev'),
      kind,
      to: address,
      fields: { ...fields, municipality: settings.municipality, link },
      queuedAt: at,
      state: 'waiting',
    };
    return letterStore(deps.table).queue(queued);
  };

  return {
    /** Nobody is written to who has no address. */
    toProvider: (provider: Provider, kind: LetterKind, fields: Fields): readonly Change[] =>
      provider.email === '' ? [] : [letter(kind, provider.email, { provider: provider.name, ...fields })],

    /** To one officer by id. */
    async toOfficer(officerId: string, kind: LetterKind, fields: Fields): Promise<readonly Change[]> {
      const officer = (await membershipStore(deps.table).find(officerId, 'officer'))?.entity;
      return officer?.email ? [letter(kind, officer.email, fields)] : [];
    },

    async toHeads(kind: LetterKind, fields: Fields): Promise<readonly Change[]> {
      const heads = await membershipStore(deps.table).withRole('head');
      return heads.flatMap(({ email }) => (email ? [letter(kind, email, fields)] : []));
    },
  };
};
