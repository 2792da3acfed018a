import type { Letter, LetterFields, LetterKind } from '../domain/letter.ts';
import type { Instant } from '../domain/local-time.ts';
import { type Owner, providerOwner } from '../domain/owner.ts';
import { isToldInside } from '../packs/channels.ts';
import type { Pack } from '../packs/pack.ts';
import type { Deps } from '../ports/deps.ts';
import type { Change } from '../ports/table.ts';
import { letterStore } from './letter-store.ts';
import { type Membership, membershipStore } from './membership-store.ts';
import type { Provider } from './provider-store.ts';
import type { Settings } from './settings-store.ts';
import { threadStore } from './thread-store.ts';

type Page = 'orders' | 'months' | 'tasks' | 'switches' | 'cases' | 'settings' | 'messages';

/** What a letter is to say; `id` is the id in its link, of a switch or a thread, and stands nowhere in its text. */
export type Fields = Omit<LetterFields, 'municipality' | 'link'> & { readonly to: Page; readonly id?: string };

const pages: Readonly<Record<Page, (fields: Omit<Fields, 'to'>) => string>> = {
  orders: ({ orderId }) => `/#/bestallningar/${orderId ?? ''}`,
  months: ({ month, caseNo }) => `/#/manad/${month ?? ''}${caseNo ? `/${caseNo}` : ''}`,
  tasks: () => '/#/uppgifter',
  switches: ({ id }) => `/#/byten/${id ?? ''}`,
  cases: ({ caseNo }) => `/#/arenden/${caseNo ?? ''}`,
  settings: () => '/#/installningar',
  messages: ({ id }) => `/#/meddelanden/${id ?? ''}`,
};

/**
 * Letters to be stored with a change. Only the fields of the letter's kind are ever given; where the link leads is
 * the page of the thing it tells of, by ids.
 */
export const outbox = (deps: Deps, settings: Settings, at: Instant) => {
  const linked = ({ to, id, ...fields }: Fields): LetterFields => ({
    ...fields,
    municipality: settings.municipality,
    link: `${deps.portalUrl}${pages[to]({ id, ...fields })}`,
  });

  const letter = (kind: LetterKind, address: string, fields: Fields, whose: 'inside' | 'outside'): Change => {
    const queued: Letter = {
      id: deps.newId('brev'),
      kind,
      to: address,
      ...(whose === 'inside' ? { internal: true } : {}),
      fields: linked(fields),
      queuedAt: at,
      state: 'waiting',
    };
    return letterStore(deps.table).queue(queued);
  };

  const toProvider = (provider: Provider, kind: LetterKind, fields: Fields): readonly Change[] =>
    provider.email === '' ? [] : [letter(kind, provider.email, { provider: provider.name, ...fields }, 'outside')];

  /** The same said inside the system, to everyone who acts for an owner; it never becomes mail. */
  const inside = (owner: Owner, kind: LetterKind, fields: Fields): readonly Change[] =>
    threadStore(deps.table).notice({
      threadId: deps.newId('trad'),
      messageId: deps.newId('medd'),
      to: owner,
      at,
      kind,
      fields: linked(fields),
    });

  const toRole = async (role: 'head' | 'officer' | 'nurse', kind: LetterKind, fields: Fields) => {
    const members = await membershipStore(deps.table).withRole(role);
    return members.flatMap(({ email }) => (email ? [letter(kind, email, fields, 'inside')] : []));
  };

  return {
    /** Nobody is written to who has no address. */
    toProvider,
    inside,

    /** By the channel that the routine has for the provider's kind: mail, or the system itself (S-45). */
    tell: (provider: Provider, pack: Pack, kind: LetterKind, fields: Fields): readonly Change[] =>
      isToldInside(pack, provider.kind)
        ? inside(providerOwner(provider.id), kind, { provider: provider.name, ...fields })
        : toProvider(provider, kind, fields),

    /** To one of the municipality's own people. */
    toMember: ({ email }: Membership, kind: LetterKind, fields: Fields): readonly Change[] =>
      email ? [letter(kind, email, fields, 'inside')] : [],

    /** To one officer by id. */
    async toOfficer(officerId: string, kind: LetterKind, fields: Fields): Promise<readonly Change[]> {
      const officer = (await membershipStore(deps.table).find(officerId, 'officer'))?.entity;
      return officer?.email ? [letter(kind, officer.email, fields, 'inside')] : [];
    },

    toHeads: (kind: LetterKind, fields: Fields) => toRole('head', kind, fields),
    /** To every officer: what concerns whoever orders next (L-74). */
    toOfficers: (kind: LetterKind, fields: Fields) => toRole('officer', kind, fields),
    /** To the shared list of home health care (S-10). */
    toNurses: (kind: LetterKind, fields: Fields) => toRole('nurse', kind, fields),
  };
};
