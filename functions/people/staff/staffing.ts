import type { LocalDate } from '../../../shared/domain/local-time.ts';
import type { Fault } from '../../../shared/domain/result.ts';
import { isProvidersRole, isUnitsRole, type Role } from '../../../shared/domain/roles.ts';

/** A role as it is given to somebody, from one day to another. */
export type GivenRole = {
  readonly role: Role;
  readonly providerId?: string | undefined;
  readonly unit?: string | undefined;
  readonly unitId?: string | undefined;
  /** Öre up to which one attests alone; null lifts it, left out it is as before. */
  readonly attestLimitOre?: number | null | undefined;
  readonly from?: LocalDate | undefined;
  readonly to?: LocalDate | undefined;
};

/** Which places there are. */
type Knows = { readonly provider: (id: string) => boolean; readonly unit: (id: string) => boolean };

/** What is wrong with the roles that somebody is to have, everything at once. */
export const faultsIn = (given: readonly GivenRole[], knows: Knows): readonly Fault[] =>
  given.flatMap(({ role, providerId, unitId, attestLimitOre, from, to }, n) => {
    const at = `body.roles[${n}]`;
    const [atProvider, atUnit, atLimit] = [`${at}.providerId`, `${at}.unitId`, `${at}.attestLimitOre`];
    return [
      ...(given.findIndex((one) => one.role === role) < n ? [{ at: `${at}.role`, code: 'same-role-twice' }] : []),
      ...(isProvidersRole(role) && providerId === undefined ? [{ at: atProvider, code: 'missing-field' }] : []),
      ...(!isProvidersRole(role) && providerId !== undefined ? [{ at: atProvider, code: 'not-a-providers-role' }] : []),
      ...(providerId !== undefined && !knows.provider(providerId)
        ? [{ at: atProvider, code: 'unknown-provider' }]
        : []),
      ...(isUnitsRole(role) && unitId === undefined ? [{ at: atUnit, code: 'missing-field' }] : []),
      ...(unitId !== undefined && !knows.unit(unitId) ? [{ at: atUnit, code: 'unknown-unit' }] : []),
      ...(typeof attestLimitOre === 'number' && role !== 'head' ? [{ at: atLimit, code: 'not-a-heads-role' }] : []),
      ...(from && to && to < from ? [{ at: `${at}.to`, code: 'to-before-from' }] : []),
    ];
  });

type Days = { readonly from?: string | undefined; readonly to?: string | undefined };

/** Whether it is held on some day that is not before `day`: now, or when its first day comes. */
export const goesOnAfter = ({ from, to }: Days, day: LocalDate): boolean =>
  to === undefined || (day < to && (from === undefined || from <= to));

/** The roles that somebody would have on days on which, or where, or for sums for which, they have not got them now: to be given by somebody else. */
export const widened = (given: readonly GivenRole[], held: readonly GivenRole[]): readonly Role[] =>
  given
    .filter((wanted) => {
      const has = held.find(({ role }) => role === wanted.role);
      const isElsewhere = has && (wanted.providerId !== has.providerId || wanted.unitId !== has.unitId);
      return !has || startsBefore(wanted, has) || endsAfter(wanted, has) || isElsewhere || isRaised(wanted, has);
    })
    .map(({ role }) => role);

const startsBefore = (one: Days, other: Days): boolean => other.from !== undefined && (one.from ?? '') < other.from;
const endsAfter = (one: Days, other: Days): boolean =>
  other.to !== undefined && (one.to === undefined || one.to > other.to);

const isRaised = ({ attestLimitOre: wanted }: GivenRole, { attestLimitOre: has }: GivenRole): boolean =>
  wanted !== undefined && typeof has === 'number' && (wanted ?? Number.POSITIVE_INFINITY) > has;

/** What somebody still has to do: nobody leaves it behind unseen. */
export type WorkLeft = { readonly cases: readonly string[]; readonly tasks: number; readonly unread: number };

export const isWorkLeft = ({ cases, tasks, unread }: WorkLeft): boolean => cases.length + tasks + unread > 0;

/** So many are named; the rest is counted. */
const mostNamed = 20;

/** What is left, to be moved first: how much of each, and the cases by their numbers. */
export function workFaults({ cases, tasks, unread }: WorkLeft): { faults: readonly Fault[]; more: number } {
  const some = [
    { at: 'cases', code: 'cases-left', count: cases.length, what: 'ärenden' },
    { at: 'tasks', code: 'tasks-left', count: tasks, what: 'uppgifter' },
    { at: 'unread', code: 'unread-left', count: unread, what: 'olästa meddelanden' },
  ].filter(({ count }) => count > 0);
  return {
    faults: [
      ...some.map(({ at, code, count, what }) => ({ at, code, message: `Kvar att flytta: ${count} ${what}.` })),
      ...cases.slice(0, mostNamed).map((caseNo) => ({ at: caseNo, code: 'case-not-moved' })),
    ],
    more: Math.max(0, cases.length - mostNamed),
  };
}
