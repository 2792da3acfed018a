import { Deadline, nextEvent, nextEventAt } from '../domain/deadline.ts';
import type { Instant } from '../domain/local-time.ts';
import type { Owner } from '../domain/owner.ts';
import type { Role } from '../domain/roles.ts';
import type { Change, Item, Key, Range, Table } from '../ports/table.ts';
import { dueKey } from './due-index.ts';
import { type ReadableItems, readableAs, type Stored, storedAs } from './stored.ts';

/** Where deadlines live: beside the order, the month, the case or the switch that they are about. */
const prefix = 'DEADLINE#';

const partOf = (more: string | undefined): string => (more === undefined ? '' : `#${more}`);

function keyOf({ code, subject }: Deadline): Key {
  switch (subject.kind) {
    case 'order':
      return { pk: `ORDER#${subject.orderId}`, sk: `${prefix}${code}${partOf(subject.ref)}` };
    case 'month':
      return {
        pk: `MONTH#${subject.month}#${subject.providerId}`,
        sk: `${prefix}${code}${partOf(subject.officerId)}`,
      };
    case 'case':
      return { pk: `CASE#${subject.caseNo}`, sk: `${prefix}${code}${partOf(subject.ref)}` };
    case 'switch':
      return { pk: `SWITCH#${subject.switchId}`, sk: `${prefix}${code}` };
    case 'purchase':
      return { pk: `PURCHASE#${subject.purchaseId}`, sk: `${prefix}${code}${partOf(subject.ref)}` };
    case 'pair':
      return { pk: `PAIR#${subject.pairId}`, sk: `${prefix}${code}${partOf(subject.ref)}` };
    case 'basis':
      return {
        pk: `BASES#${subject.month}`,
        sk: `${prefix}${code}#${subject.performer}#${subject.orderingUnitId}`,
      };
    case 'mail':
      return { pk: `MAIL#${subject.mailId}`, sk: `${prefix}${code}${partOf(subject.ref)}` };
    case 'invoice':
      return { pk: `INVOICE#${subject.invoiceId}`, sk: `${prefix}${code}` };
    case 'provider':
      return { pk: `PROVIDER#${subject.providerId}`, sk: `${prefix}${code}` };
    case 'routine':
      return { pk: 'SETTINGS', sk: `${prefix}${code}` };
  }
}

/** After the code, the roles that it belongs to: they are counted by without being read. */
const rolesIn = ({ roles }: Deadline): string => partOf(roles?.join(','));
const isKeyFor = (sk: string, role: Role | undefined): boolean => {
  const roles = sk.split('#')[2];
  return role === undefined || roles === undefined || roles.split(',').includes(role);
};

/** What is open or late is in its owner's list; what is met leaves it. */
const listKey = (deadline: Deadline): Key | undefined =>
  deadline.doneAt === undefined
    ? { pk: `TODO#${deadline.owner}`, sk: `${deadline.dueAt}#${deadline.code}${rolesIn(deadline)}` }
    : undefined;

const doneListKey = (deadline: Deadline): Key => ({
  pk: `DONE#${deadline.owner}`,
  sk: `${deadline.doneAt ?? ''}#${deadline.code}`,
});

/** What time will do next is in its owner's list of that, in the order that it happens. */
function nextKey(deadline: Deadline): Key | undefined {
  const next = nextEvent(deadline);
  return next && { pk: `NEXT#${deadline.owner}`, sk: `${next.at}#${deadline.code}` };
}

function put(deadline: Deadline, over: number, next = nextEventAt(deadline)): Change {
  const key = keyOf(deadline);
  const upcoming = nextKey(deadline);
  return {
    kind: 'put',
    over,
    item: {
      ...key,
      data: deadline,
      indexes: {
        g1: listKey(deadline) ?? doneListKey(deadline),
        ...(next ? { g2: dueKey('deadlines', next, `${key.pk}/${key.sk}`) } : {}),
        ...(upcoming ? { g3: upcoming } : {}),
      },
    },
  };
}

type PageOf = { readonly limit: number; readonly after?: string };
export type DeadlinePage = ReadableItems<Deadline> & { readonly next?: string };

export const deadlineStore = (table: Table) => {
  const listed = async (index: 'g1' | 'g3', range: Range): Promise<DeadlinePage> => {
    const { items, next } = await table.queryIndex(index, range);
    return { ...readableAs(Deadline, await table.getMany(items)), ...(next ? { next } : {}) };
  };
  // Those that can be read, for the steps too: one that is left out is met by nothing, and never written over, since
  // opening one writes over nothing.
  const beside = async (pk: string): Promise<readonly Stored<Deadline>[]> => {
    const { items } = await table.query({ pk, from: prefix, to: `${prefix}~` });
    return readableAs(Deadline, items).items;
  };
  return {
    /** One that is opened after its time is due at once: the sweep does not look back past its mark. */
    open(deadline: Deadline, at: Instant): Change {
      const next = nextEventAt(deadline);
      return put({ ...deadline, changedAt: at }, 0, next !== undefined && next < at ? at : next);
    },
    /** As it became at `at`. */
    save: (next: Deadline, over: Stored<Deadline>, at: Instant): Change =>
      put({ ...next, changedAt: at }, over.version),
    /** One that waits again: what time should have done meanwhile is due at once. */
    reopen(deadline: Deadline, over: Stored<Deadline>, at: Instant): Change {
      const next = nextEventAt(deadline);
      return put({ ...deadline, changedAt: at }, over.version, next !== undefined && next < at ? at : next);
    },

    ofOrder: (orderId: string) => beside(`ORDER#${orderId}`),
    ofMonth: (month: string, providerId: string) => beside(`MONTH#${month}#${providerId}`),
    ofCase: (caseNo: string) => beside(`CASE#${caseNo}`),
    /** Of many cases, the one of a kind that each may have. */
    async ofCases(caseNos: readonly string[], code: Deadline['code'], ref: string) {
      const keys = caseNos.map((caseNo) => ({ pk: `CASE#${caseNo}`, sk: `${prefix}${code}${partOf(ref)}` }));
      return readableAs(Deadline, await table.getMany(keys)).items;
    },
    ofSwitch: (switchId: string) => beside(`SWITCH#${switchId}`),
    ofInvoice: (invoiceId: string) => beside(`INVOICE#${invoiceId}`),
    ofMail: (mailId: string) => beside(`MAIL#${mailId}`),
    ofPurchase: (purchaseId: string) => beside(`PURCHASE#${purchaseId}`),
    ofPair: (pairId: string) => beside(`PAIR#${pairId}`),
    /** Of a month's hours, of one performer to one unit. */
    async ofBasis(of: { readonly month: string; readonly performer: string; readonly orderingUnitId: string }) {
      const keys = (['D31', 'D38', 'D39'] as const).map((code) =>
        keyOf({ code, subject: { kind: 'basis', ...of } } as Deadline),
      );
      return readableAs(Deadline, await table.getMany(keys)).items;
    },
    ofProvider: (providerId: string) => beside(`PROVIDER#${providerId}`),
    ofRoutine: () => beside('SETTINGS'),

    /** Open and late ones, the earliest first. */
    todo: (owner: Owner, page: PageOf) => listed('g1', { pk: `TODO#${owner}`, ...page }),
    /** Those whose time has passed at `at`, the earliest first. */
    late: (owner: Owner, at: Instant, page: PageOf) => listed('g1', { pk: `TODO#${owner}`, to: at, ...page }),
    /** What time will do next, between two instants, in the order that it happens. */
    upcoming: (owner: Owner, { from, until, ...page }: PageOf & { from?: Instant; until?: Instant }) =>
      listed('g3', { pk: `NEXT#${owner}`, ...(from ? { from } : {}), ...(until ? { to: `${until}#~` } : {}), ...page }),
    /** When what is open or late by then is due, for one role of the owner or all, from the index alone: to be counted. */
    async dueTimes(owner: Owner, until: Instant, role?: Role): Promise<readonly Instant[]> {
      const times: Instant[] = [];
      let after: string | undefined;
      do {
        const page = await table.queryIndex('g1', { pk: `TODO#${owner}`, to: `${until}#~`, limit: 1000, after });
        const own = page.items.filter(({ at }) => isKeyFor(at.sk, role));
        times.push(...own.map(({ at }) => at.sk.slice(0, until.length)));
        after = page.next;
      } while (after !== undefined);
      return times;
    },
    /** The latest met ones, the newest first. */
    done: (owner: Owner, page: PageOf) => listed('g1', { pk: `DONE#${owner}`, descending: true, ...page }),

    read: (item: Item): Stored<Deadline> => storedAs(Deadline, item),
  };
};
