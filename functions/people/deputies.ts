import type { Deputy, DeputyRole } from '../../shared/domain/deputy.ts';
import { type LocalDate, plusDays } from '../../shared/domain/local-time.ts';
import { accept, type Fault, type Result, refuse } from '../../shared/domain/result.ts';
import type { Role } from '../../shared/domain/roles.ts';

/** A membership, as far as handing over asks of it. */
type Held = {
  readonly role: Role;
  readonly providerId?: string;
  readonly from?: string;
  readonly to?: string;
  readonly deputyFor?: string;
  readonly reliefs?: { userId: string; from: string; to: string }[];
};

export type Wish = Pick<Deputy, 'forUserId' | 'deputyUserId' | 'role' | 'from' | 'to'>;

/** The head appoints for the municipality's own; everybody else for themselves only, and only what they are. */
const municipal: readonly DeputyRole[] = ['officer', 'head', 'fee-officer'];

export const mayAppoint = (wish: Pick<Wish, 'forUserId' | 'role'>, by: { userId: string; role: Role }): boolean =>
  by.role === 'head' && municipal.includes(wish.role) ? true : wish.forUserId === by.userId && wish.role === by.role;

/** Whether a role of one's own may be overwritten by one handed over: only an earlier one that has been. */
const mayBeReplaced = ({ deputyFor, to }: Held, today: LocalDate): boolean =>
  deputyFor !== undefined && to !== undefined && to < today;

const isHeldOn = ({ from, to }: Held, first: LocalDate, last: LocalDate): boolean =>
  (from === undefined || from <= first) && (to === undefined || last <= to);

/** What is wrong with a wish, everything at once: the days, the one who is stood in for, the one who stands in. */
function faultsOf(wish: Wish, held: { absent: readonly Held[]; deputy: readonly Held[] }, today: LocalDate) {
  const theirs = held.absent.find(({ role, deputyFor }) => role === wish.role && deputyFor === undefined);
  const sameHouse = held.deputy.some(({ providerId }) => providerId === theirs?.providerId);
  const works = held.deputy.some((one) => one.role === 'officer' && isHeldOn(one, wish.from, wish.to));
  const can = wish.role === 'officer' ? works : held.deputy.length > 0 && sameHouse;
  return [
    ...(wish.to < wish.from ? [{ at: 'body.to', code: 'to-before-from' }] : []),
    ...(wish.to < today ? [{ at: 'body.to', code: 'days-have-passed' }] : []),
    ...(wish.deputyUserId === wish.forUserId ? [{ at: 'body.deputyUserId', code: 'own-deputy' }] : []),
    ...(theirs ? [] : [{ at: 'body.forUserId', code: 'role-not-theirs' }]),
    ...(can ? [] : [{ at: 'body.deputyUserId', code: 'cannot-be-deputy' }]),
  ] satisfies readonly Fault[];
}

/**
 * A caseload or a role is handed over from one day to another. A deputy for an officer is an officer all those days; for
 * another role they are of the same house, and do not hold the role already: nobody stands in for two at once.
 */
export function appoint(
  wish: Wish,
  held: { readonly absent: readonly Held[]; readonly deputy: readonly Held[] },
  by: { readonly userId: string; readonly role: Role },
  today: LocalDate,
): Result<Deputy, 'bad-request' | 'may-not-appoint' | 'already-holds-role'> {
  if (!mayAppoint(wish, by)) return refuse('forbidden', 'may-not-appoint');
  const faults = faultsOf(wish, held, today);
  if (faults.length > 0) return refuse('invalid', 'bad-request', faults);
  const same = held.deputy.find(({ role }) => role === wish.role);
  if (wish.role !== 'officer' && same && !mayBeReplaced(same, today)) return refuse('conflict', 'already-holds-role');
  return accept({ ...wish, appointedBy: by.userId });
}

type One = Pick<Deputy, 'deputyUserId' | 'from'>;

const withoutOne = ({ reliefs = [] }: Held, { deputyUserId, from }: One) =>
  reliefs.filter((relief) => relief.userId !== deputyUserId || relief.from !== from);

/** The officer's membership with the deputy beside it, so that letters reach both in those days. */
export const relieved = <M extends Held>(membership: M, deputy: One & { readonly to: LocalDate }): M => ({
  ...membership,
  reliefs: [...withoutOne(membership, deputy), { userId: deputy.deputyUserId, from: deputy.from, to: deputy.to }],
});

export const unrelieved = <M extends Held>(membership: M, deputy: One): M => ({
  ...membership,
  reliefs: withoutOne(membership, deputy),
});

/** A role that was handed over, ended the day before; undefined when the membership is another's doing. */
export const takenBack = <M extends Held>(
  membership: M,
  { forUserId }: Pick<Deputy, 'forUserId'>,
  today: LocalDate,
): M | undefined => (membership.deputyFor === forUserId ? { ...membership, to: plusDays(today, -1) } : undefined);
