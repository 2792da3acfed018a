import * as z from 'zod';
import { LocalDate } from '../domain/local-time.ts';
import { isUnitsRole, Role } from '../domain/roles.ts';
import type { Change, Key, Table } from '../ports/table.ts';
import { type ReadableItems, readableAs, type Stored, storedAs } from './stored.ts';

/** What a person may act as, from one day to another. Staff are known by id and work address; name is for greeting. */
export const Membership = z.object({
  userId: z.string(),
  role: Role,
  providerId: z.string().optional(),
  /** The unit of the municipality's own that the role is held at, by its id. */
  unitId: z.string().optional(),
  /** Where in the house the role is held, as the municipality says it. */
  unit: z.string().optional(),
  name: z.string().optional(),
  email: z.string().optional(),
  /** Öre: up to what a head attests alone (`attest.limitOre`); without it there is no limit. */
  attestLimitOre: z.int().min(0).optional(),
  from: LocalDate.optional(),
  to: LocalDate.optional(),
  /** Whose role it is, when it has been handed over for a time. */
  deputyFor: z.string().optional(),
  /** Deputies, who are written to as well in those days. */
  reliefs: z.array(z.object({ userId: z.string(), from: LocalDate, to: LocalDate })).optional(),
});
export type Membership = z.infer<typeof Membership>;

const keyOf = ({ userId, role }: { userId: string; role: Role }): Key => ({
  pk: `USER#${userId}`,
  sk: `MEMBERSHIP#${role}`,
});

/** Within a role those of a unit stand together, so that its people are found alone, and all of the role in one reading. */
const placeIn = ({ role, unitId, userId }: Membership): string =>
  isUnitsRole(role) && unitId !== undefined ? `${unitId}#${userId}` : userId;

async function readableOfUnit(table: Table, role: Role, unitId: string): Promise<ReadableItems<Membership>> {
  const { items } = await table.queryIndex('g1', { pk: `ROLE#${role}`, from: `${unitId}#`, to: `${unitId}$` });
  return readableAs(Membership, await table.getMany(items));
}

async function readableWithRole(table: Table, role: Role, providerId?: string): Promise<ReadableItems<Membership>> {
  const { items } = await table.queryIndex('g1', { pk: `ROLE#${role}${providerId ? `#${providerId}` : ''}` });
  return readableAs(Membership, await table.getMany(items));
}

/** All that a person has, has had and will have. */
async function storedOf(table: Table, userId: string): Promise<readonly Stored<Membership>[]> {
  const { items } = await table.query({ pk: `USER#${userId}`, from: 'MEMBERSHIP#', to: 'MEMBERSHIP#~' });
  return items.map((item) => storedAs(Membership, item));
}

/** Where memberships live: under the person, and under the role for those who must be notified. */
export const membershipStore = (table: Table) => ({
  save(next: Membership, over: Stored<Membership> | undefined): Change {
    const place = next.providerId ? `#${next.providerId}` : '';
    const item = {
      ...keyOf(next),
      data: next,
      indexes: { g1: { pk: `ROLE#${next.role}${place}`, sk: placeIn(next) } },
    };
    return { kind: 'put', over: over?.version ?? 0, item };
  },

  async find(userId: string, role: Role): Promise<Stored<Membership> | undefined> {
    const item = await table.get(keyOf({ userId, role }));
    return item && storedAs(Membership, item);
  },

  async of(userId: string): Promise<readonly Membership[]> {
    return (await storedOf(table, userId)).map(({ entity }) => entity);
  },
  storedOf: (userId: string) => storedOf(table, userId),

  /** It still stands as it was read: what a change of another's rests on. */
  check: ({ entity, version }: Stored<Membership>): Change => ({ kind: 'check', key: keyOf(entity), over: version }),

  /** Everyone who can be notified: a membership that cannot be read keeps nobody else from it. */
  async withRole(role: Role, providerId?: string): Promise<readonly Membership[]> {
    return (await readableWithRole(table, role, providerId)).items.map(({ entity }) => entity);
  },
  /** Everyone who has a unit's role at one unit. */
  ofUnit: async (role: Role, unitId: string): Promise<readonly Membership[]> =>
    (await readableOfUnit(table, role, unitId)).items.map(({ entity }) => entity),
  /** The same as with the role, with the keys of those that cannot be read. */
  readableWithRole: (role: Role, providerId?: string) => readableWithRole(table, role, providerId),
});

export const isInForceOn = (membership: Membership, date: string): boolean =>
  (membership.from === undefined || membership.from <= date) && (membership.to === undefined || date <= membership.to);
