import type { Letter } from '../domain/letter.ts';
import type { LetterKind } from '../domain/letter-kinds.ts';
import type { LetterFields } from '../domain/letters/letter-record.ts';
import { dateOf, type Instant } from '../domain/local-time.ts';
import { type Owner, officerOwner, providerOwner, unitOwner } from '../domain/owner.ts';
import { type listedByRole, listedByUnit } from '../domain/role-kinds.ts';
import type { Role } from '../domain/roles.ts';
import { isSystemOnly } from '../packs/channels.ts';
import type { Pack } from '../packs/pack.ts';
import type { Deps } from '../ports/deps.ts';
import type { Change } from '../ports/table.ts';
import { letterStore } from '../stores/letter-store.ts';
import type { Mailbox } from '../stores/mailbox-store.ts';
import { isInForceOn, type Membership, membershipStore } from '../stores/membership-store.ts';
import type { Provider } from '../stores/provider-store.ts';
import type { Settings } from '../stores/settings-store.ts';
import { threadStore } from '../stores/thread-store.ts';

export type LetterPage =
  | 'purchases'
  | 'bases'
  | 'orders'
  | 'months'
  | 'tasks'
  | 'switches'
  | 'cases'
  | 'settings'
  | 'messages'
  | 'addresses';

/**
 * What a letter is to say; `id` is the id in its link, of a switch or a thread, and is nowhere in its text. Nor does
 * `about`: the case that a letter is about without saying so.
 */
export type Fields = Omit<LetterFields, 'municipality' | 'link'> & {
  readonly to: LetterPage;
  readonly id?: string;
  readonly about?: string;
};

/** A role whose list is everybody's who has it. */
export type RoleList = (typeof listedByRole)[number];

/** The portal's page that a letter leads to. */
export const letterPages: Readonly<Record<LetterPage, (fields: Omit<Fields, 'to'>) => string>> = {
  orders: ({ orderId }) => `/#/bestallningar/${orderId ?? ''}`,
  // A question about a line is answered on its month's page.
  months: ({ month }) => (month === undefined ? '/#/manad' : `/#/manad/${month}`),
  tasks: () => '/#/uppgifter',
  bases: ({ month }) => `/#/kop/sidor/underlag${month === undefined ? '' : `?manad=${month}`}`,
  purchases: ({ id }) => `/#/kop/${id ?? ''}`,
  switches: ({ id }) => `/#/byten/${id ?? ''}`,
  // What is to be done about either is among the tasks. A case's page has its number in the address, which a letter
  // of class E0 must not name; the settings have no page.
  cases: () => '/#/uppgifter',
  settings: () => '/#/uppgifter',
  // The secret is put after it when it is sent.
  addresses: ({ id }) => `/#/adress/${id ?? ''}`,
  messages: ({ id }) => (id === undefined ? '/#/meddelanden' : `/#/meddelanden/${id}`),
};

/**
 * Letters to be stored with a change. Only the fields of the letter's kind are ever given; where the link leads is the
 * page of the thing it is about, by ids.
 */
export const outbox = (deps: Deps, settings: Settings, at: Instant) => {
  const linked = ({ to, id, about: _, ...fields }: Fields): LetterFields => ({
    ...fields,
    municipality: settings.municipality,
    link: `${deps.portalUrl}${letterPages[to]({ id, ...fields })}`,
  });

  /** To an address of somebody who acts for `owner`, whose inbox it goes to if it may not be mailed. */
  const letter = (
    kind: LetterKind,
    address: string,
    fields: Fields,
    owner: Owner,
    threadId = deps.newId('trad'),
  ): Change => {
    const queued: Letter = {
      id: deps.newId('brev'),
      kind,
      to: address,
      fields: linked(fields),
      ...(fields.about ? { about: fields.about } : {}),
      queuedAt: at,
      inside: { owner, threadId },
      state: 'waiting',
    };
    return letterStore(deps.table).queue(queued);
  };

  const toProvider = (provider: Provider, kind: LetterKind, fields: Fields): readonly Change[] =>
    provider.email === ''
      ? []
      : [letter(kind, provider.email, { provider: provider.name, ...fields }, providerOwner(provider.id))];

  /** To one of a provider's own addresses: who has written from it, or it is to be proven (S-39, A65). */
  const toAddressOf = (provider: Provider, address: string, kind: LetterKind, fields: Fields): readonly Change[] => [
    letter(kind, address, { provider: provider.name, ...fields }, providerOwner(provider.id)),
  ];

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

  const toRole = async (role: RoleList | 'officer', kind: LetterKind, fields: Fields) => {
    // Those who have the role today: a deputy for a week gets nothing before or after.
    const members = (await membershipStore(deps.table).withRole(role)).filter((one) => isInForceOn(one, dateOf(at)));
    const threadId = deps.newId('trad');
    return members.flatMap(({ userId, email }) => {
      if (!email) return [];
      return role === 'officer'
        ? [letter(kind, email, fields, officerOwner(userId))]
        : [letter(kind, email, fields, role, threadId)];
    });
  };

  return {
    /** Nobody is written to who has no address. */
    toProvider,
    toAddressOf,
    inside,

    /** To an address that is not proven yet: it is nobody's inbox, and cannot be replied to (M08). */
    toProve: ({ id: providerId, name }: Provider, { id, address, domain }: Mailbox): readonly Change[] => [
      letterStore(deps.table).queue({
        ...{ id: deps.newId('brev'), kind: 'M08', to: address, queuedAt: at, state: 'waiting' },
        fields: linked({
          to: 'addresses',
          provider: name,
          ...(domain === undefined ? {} : { domain, variant: 'domain' }),
        }),
        proves: { providerId, mailboxId: id },
      }),
    ],

    /** By the channel that the routine has for the provider's kind: mail, or the system itself (S-45). */
    tell: (provider: Provider, pack: Pack, kind: LetterKind, fields: Fields): readonly Change[] =>
      isSystemOnly(pack, provider.kind)
        ? inside(providerOwner(provider.id), kind, { provider: provider.name, ...fields })
        : toProvider(provider, kind, fields),

    /** To one officer by id, and to their deputies today. */
    async toOfficer(officerId: string, kind: LetterKind, fields: Fields): Promise<readonly Change[]> {
      const memberships = membershipStore(deps.table);
      const officer = (await memberships.find(officerId, 'officer'))?.entity;
      const reliefs = (officer?.reliefs ?? []).filter(({ from, to }) => from <= dateOf(at) && dateOf(at) <= to);
      const others = await Promise.all(reliefs.map(({ userId }) => memberships.find(userId, 'officer')));
      const addresses = [officer, ...others.map((other) => other?.entity)].flatMap((one) => one?.email ?? []);
      const [owner, threadId] = [officerOwner(officerId), deps.newId('trad')];
      return [...new Set(addresses)].map((address) => letter(kind, address, fields, owner, threadId));
    },

    /**
     * To everybody who has one of the roles at a unit today, a deputy too, each of them once; in all of the unit's roles
     * where none are named.
     */
    async toUnit(
      { unitId, roles = listedByUnit }: { readonly unitId: string; readonly roles?: readonly Role[] | undefined },
      kind: LetterKind,
      fields: Fields,
    ): Promise<readonly Change[]> {
      const held = await Promise.all(roles.map((role) => membershipStore(deps.table).ofUnit(role, unitId)));
      const addresses = held
        .flat()
        .filter((one) => isInForceOn(one, dateOf(at)))
        .flatMap(({ email }) => email || []);
      const threadId = deps.newId('trad');
      return [...new Set(addresses)].map((address) => letter(kind, address, fields, unitOwner(unitId), threadId));
    },

    /** To one of the municipality's own people, who acts for an owner. */
    toMember: ({ email }: Membership, owner: Owner, kind: LetterKind, fields: Fields): readonly Change[] =>
      email ? [letter(kind, email, fields, owner)] : [],

    /** To everybody who has a role whose list is its own. */
    toMembers: (role: RoleList, kind: LetterKind, fields: Fields) => toRole(role, kind, fields),
    toHeads: (kind: LetterKind, fields: Fields) => toRole('head', kind, fields),
    toAdministrators: (kind: LetterKind, fields: Fields) => toRole('administrator', kind, fields),
    /** To every officer: what concerns the next one to order (L-74). */
    toOfficers: (kind: LetterKind, fields: Fields) => toRole('officer', kind, fields),
    /** To the shared list of home health care (S-10). */
    toNurses: (kind: LetterKind, fields: Fields) => toRole('nurse', kind, fields),
  };
};
