import * as z from 'zod';
import { dateOf, endOfDay, type Instant } from '../../shared/domain/local-time.ts';
import type { Change, Item, Key, Page, Table } from '../../shared/ports/table.ts';
import { dueKey } from '../../shared/stores/due-index.ts';
import { readableAs, type Stored, storedAs } from '../../shared/stores/stored.ts';
import { isInFlight, Switch } from './switch.ts';

const keyOf = (id: string): Key => ({ pk: `SWITCH#${id}`, sk: 'SWITCH' });
/** The same switch in the joining provider's list: an item is in an index only once. */
const joiningKey = (id: string): Key => ({ pk: `SWITCH#${id}`, sk: 'JOINING' });
/** Which switch the case is in, so that it is in one at a time. */
const flightKey = (caseNo: string): Key => ({ pk: `CASE#${caseNo}`, sk: 'SWITCH' });

const InFlight = z.object({ switchId: z.string().optional() });
export type InFlight = z.infer<typeof InFlight>;

/** Read backwards, those in flight come first, and the newest of them. */
const listKey = (who: string, one: Switch): Key => ({
  pk: `SWITCHES#${who}`,
  sk: `${isInFlight(one) ? 'now' : 'earlier'}#${one.requested.at}#${one.id}`,
});

/** Neither provider has it in its list before both have been told (S-44). */
const providersList = (who: string, one: Switch) => (one.told ? { g3: listKey(who, one) } : {});

export type WhoseSwitches = { readonly officerId: string } | { readonly providerId: string };

/** Where switches live, and which one a case is in. */
export const switchStore = (table: Table) => ({
  async find(id: string): Promise<Stored<Switch> | undefined> {
    const item = await table.get(keyOf(id));
    return item && storedAs(Switch, item);
  },

  /** Both sides of it. While it is in flight the clock looks at it again when the day is over. */
  save(next: Switch, over: Stored<Switch> | undefined, at: Instant): readonly Change[] {
    const version = over?.version ?? 0;
    const due = isInFlight(next) ? { g2: dueKey('switches', endOfDay(dateOf(at)), next.id) } : {};
    const indexes = { g1: listKey(next.officerId, next), ...providersList(next.leavingId, next), ...due };
    return [
      { kind: 'put', over: version, item: { ...keyOf(next.id), data: next, indexes } },
      {
        kind: 'put',
        over: version,
        item: {
          ...joiningKey(next.id),
          data: { switchId: next.id },
          indexes: providersList(next.joiningId, next),
        },
      },
    ];
  },

  async inFlight(caseNo: string): Promise<Stored<InFlight> | undefined> {
    const item = await table.get(flightKey(caseNo));
    return item && storedAs(InFlight, item);
  },
  /** The case is in this switch from now on, or in none. */
  setInFlight: (caseNo: string, switchId: string | undefined, over: Stored<InFlight> | undefined): Change => ({
    kind: 'put',
    over: over?.version ?? 0,
    item: { ...flightKey(caseNo), data: { switchId } },
  }),

  /** One page, those in flight first and the newest first; `onlyNow` leaves out what is over. */
  async list(
    whose: WhoseSwitches,
    onlyNow: boolean,
    page: { limit: number; after?: string },
  ): Promise<Page<Stored<Switch>>> {
    const [index, who] =
      'officerId' in whose ? (['g1', whose.officerId] as const) : (['g3', whose.providerId] as const);
    const range = { pk: `SWITCHES#${who}`, ...(onlyNow ? { from: 'now#' } : {}), descending: true, ...page };
    const { items, next } = await table.queryIndex(index, range);
    const found = await table.getMany(items.map(({ pk }) => ({ pk, sk: 'SWITCH' })));
    return { items: readableAs(Switch, found).items, ...(next ? { next } : {}) };
  },

  read: (item: Item): Stored<Switch> => storedAs(Switch, item),
});
