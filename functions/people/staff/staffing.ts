import type { LocalDate } from '../../../shared/domain/local-time.ts';
import type { Fault } from '../../../shared/domain/result.ts';
import { isProvidersRole, type Role } from '../../../shared/domain/roles.ts';

/** A role as it is given to somebody, from one day to another. */
export type GivenRole = {
  readonly role: Role;
  readonly providerId?: string | undefined;
  readonly unit?: string | undefined;
  readonly from?: LocalDate | undefined;
  readonly to?: LocalDate | undefined;
};

/** What is wrong with the roles that somebody is to have, everything at once. */
export const faultsIn = (given: readonly GivenRole[], knows: (providerId: string) => boolean): readonly Fault[] =>
  given.flatMap(({ role, providerId, from, to }, n) => {
    const at = `body.roles[${n}]`;
    const atProvider = `${at}.providerId`;
    return [
      ...(given.findIndex((one) => one.role === role) < n ? [{ at: `${at}.role`, code: 'same-role-twice' }] : []),
      ...(isProvidersRole(role) && providerId === undefined ? [{ at: atProvider, code: 'missing-field' }] : []),
      ...(!isProvidersRole(role) && providerId !== undefined ? [{ at: atProvider, code: 'not-a-providers-role' }] : []),
      ...(providerId !== undefined && !knows(providerId) ? [{ at: atProvider, code: 'unknown-provider' }] : []),
      ...(from && to && to < from ? [{ at: `${at}.to`, code: 'to-before-from' }] : []),
    ];
  });

type Days = { readonly from?: string | undefined; readonly to?: string | undefined };

/** Whether it is held on some day that is not before `day`: now, or when its first day comes. */
export const goesOnAfter = ({ from, to }: Days, day: LocalDate): boolean =>
  to === undefined || (day < to && (from === undefined || from <= to));

/** The roles that somebody would have on days on which they have not got them now: to be given by somebody else. */
export const widened = (given: readonly GivenRole[], held: readonly GivenRole[]): readonly Role[] =>
  given
    .filter((wanted) => {
      const has = held.find(({ role }) => role === wanted.role);
      return !has || startsBefore(wanted, has) || endsAfter(wanted, has) || wanted.providerId !== has.providerId;
    })
    .map(({ role }) => role);

const startsBefore = (one: Days, other: Days): boolean => other.from !== undefined && (one.from ?? '') < other.from;
const endsAfter = (one: Days, other: Days): boolean =>
  other.to !== undefined && (one.to === undefined || one.to > other.to);

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
