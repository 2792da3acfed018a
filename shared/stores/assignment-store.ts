import { Assignment, judgedUntil } from '../domain/assignment.ts';
import type { LocalDate } from '../domain/local-time.ts';
import type { Change, Key, Table } from '../ports/table.ts';
import { type Stored, storedAs } from './stored.ts';

/** Several orders of a case may begin on the same day at the same provider: an increase, an urgent one (S-18). */
const keyOf = ({ caseNo, providerId, from, orderId }: Assignment): Key => ({
  pk: `CASE#${caseNo}`,
  sk: `ASSIGNMENT#${from}#${providerId}${orderId ? `#${orderId}` : ''}`,
});

/**
 * In the order of the cases; an ended one shows its last day, and after a death the last that a month judges, so that it
 * need not be read to be passed over.
 */
const underProvider = ({ providerId, caseNo, to, death }: Assignment): Key => ({
  pk: `ASSIGNMENTS#${providerId}`,
  sk: [caseNo, ...(to === null ? [] : [to]), ...(death ? [judgedUntil({ to, death })] : [])].join('#'),
});
const lastDayIn = ({ sk }: Key): string | undefined => sk.split('#')[1];
const lastJudgedIn = ({ sk }: Key): string | undefined => sk.split('#')[2] ?? lastDayIn({ pk: '', sk });

const put = (next: Assignment, over: number): Change => ({
  kind: 'put',
  over,
  item: { ...keyOf(next), data: next, indexes: { g3: underProvider(next) } },
});

const isAssignment = ({ pk, sk }: Key): boolean => pk.startsWith('CASE#') && sk.startsWith('ASSIGNMENT#');

/** What changes do to assignments: each by its key, as it will be, or gone. */
export type Touched = {
  readonly caseNo: string;
  readonly key: string;
  readonly providerId: string;
  readonly next?: Assignment;
};

/** The assignments among changes. A key names the provider of one that is taken away; its parts hold no `#`. */
export const touchedBy = (changes: readonly Change[]): readonly Touched[] =>
  changes.flatMap((change) => {
    const { pk, sk } = change.kind === 'put' ? change.item : change.key;
    if (change.kind === 'check' || !isAssignment({ pk, sk })) return [];
    const [, , providerId = ''] = sk.split('#');
    const touched = { caseNo: pk.slice('CASE#'.length), key: sk, providerId };
    return [change.kind === 'put' ? { ...touched, next: Assignment.parse(change.item.data) } : touched];
  });

/** A case's assignments as they will be once the changes are made. */
export function afterTouching(stood: readonly Assignment[], touched: readonly Touched[]): readonly Assignment[] {
  const byKey = new Map(stood.map((assignment) => [keyOf(assignment).sk, assignment]));
  for (const { key, next } of touched) {
    if (next) byKey.set(key, next);
    else byKey.delete(key);
  }
  return [...byKey.values()];
}

/** Where assignments live: under the case, and under the provider that has it. */
export const assignmentStore = (table: Table) => {
  const storedOfCase = async (caseNo: string): Promise<readonly Stored<Assignment>[]> => {
    const { items } = await table.query({ pk: `CASE#${caseNo}`, from: 'ASSIGNMENT#', to: 'ASSIGNMENT#~' });
    return items.map((item) => storedAs(Assignment, item));
  };
  return {
    add: (next: Assignment): Change => put(next, 0),
    /** The same assignment with other days or services; its first day, provider and order are its key and never change. */
    save: (next: Assignment, over: Stored<Assignment>): Change => put(next, over.version),
    /** One that never began: a rejected order's (A58). */
    remove: (over: Stored<Assignment>): Change => ({ kind: 'delete', key: keyOf(over.entity), over: over.version }),

    storedOfCase,
    ofCase: async (caseNo: string): Promise<readonly Assignment[]> =>
      (await storedOfCase(caseNo)).map(({ entity }) => entity),

    /** The cases in which the provider has something on `since` or later, by the index alone. */
    async caseNosOf(providerId: string, since: LocalDate): Promise<ReadonlySet<string>> {
      const found = new Set<string>();
      let after: string | undefined;
      do {
        const page = await table.queryIndex('g3', { pk: `ASSIGNMENTS#${providerId}`, limit: 1000, after });
        for (const { at } of page.items) if ((lastDayIn(at) ?? since) >= since) found.add(at.sk.split('#')[0] ?? at.sk);
        after = page.next;
      } while (after !== undefined);
      return found;
    },

    /**
     * What the provider has, or has had on some day that is judged from `since` on, by case number; an index may lag, so each is read
     * again by key, and the reader asks it for its days.
     */
    async ofProvider(providerId: string, since?: LocalDate): Promise<readonly Assignment[]> {
      const found: Assignment[] = [];
      let after: string | undefined;
      do {
        const page = await table.queryIndex('g3', { pk: `ASSIGNMENTS#${providerId}`, limit: 1000, after });
        const wanted = page.items.filter(({ at }) => since === undefined || (lastJudgedIn(at) ?? since) >= since);
        found.push(...(await table.getMany(wanted)).map((item) => Assignment.parse(item.data)));
        after = page.next;
      } while (after !== undefined);
      return found;
    },
  };
};
