import type { Deputy, DeputyRole } from '../../../shared/domain/deputy.ts';
import { type LocalDate, plusDays } from '../../../shared/domain/local-time.ts';
import { accept, type Fault, type Result, refuse } from '../../../shared/domain/result.ts';
import { isProvidersRole, type Role } from '../../../shared/domain/roles.ts';

/** A membership, as far as handing over asks of it. */
type Held = {
  readonly role: Role;
  readonly name?: string;
  readonly email?: string;
  readonly providerId?: string;
  readonly unitId?: string;
  readonly attestLimitOre?: number;
  readonly from?: string;
  readonly to?: string;
  readonly deputyFor?: string;
  readonly reliefs?: { userId: string; from: string; to: string }[];
};

export type Wish = Pick<Deputy, 'forUserId' | 'deputyUserId' | 'role' | 'from' | 'to'>;
/** Who hands over, in which role, and whose deputy they are when they do not act for themselves. */
export type Appointer = { readonly userId: string; readonly role: Role; readonly actingFor?: string };

/** The head appoints for the municipality's own; everybody else for themselves only, and only what they are. */
const isMunicipal = (role: DeputyRole): boolean => !isProvidersRole(role);

/** Why somebody may not hand this over, or take it back: what one has for a time oneself is not handed on. */
export function mayNotAppoint(
  wish: Pick<Wish, 'forUserId' | 'role'>,
  by: Appointer,
): 'deputy-may-not-appoint' | 'may-not-appoint' | undefined {
  if (by.actingFor !== undefined) return 'deputy-may-not-appoint';
  const isTheirs = wish.forUserId === by.userId && wish.role === by.role;
  return isTheirs || (by.role === 'head' && isMunicipal(wish.role)) ? undefined : 'may-not-appoint';
}

/** Whether a role of one's own may be overwritten by one handed over: only an earlier one that has been. */
const mayBeReplaced = ({ deputyFor, to }: Held, today: LocalDate): boolean =>
  deputyFor !== undefined && to !== undefined && to < today;

const isHeldOn = ({ from, to }: Held, first: LocalDate, last: LocalDate): boolean =>
  (from === undefined || from <= first) && (to === undefined || last <= to);

/** A role as one's own, in a list of all that somebody holds. */
const ownOf = (held: readonly Held[], wanted: Role): Held | undefined =>
  held.find(({ role, deputyFor }) => role === wanted && deputyFor === undefined);

type Memberships = {
  readonly absent: readonly Held[];
  readonly deputy: readonly Held[];
  readonly appointer: readonly Held[];
};

/** What is wrong with a wish, everything at once: the days, the one who hands over, the deputy. */
function faultsOf(wish: Wish, held: Memberships, by: Appointer, today: LocalDate) {
  const theirs = ownOf(held.absent, wish.role);
  const appointers = ownOf(held.appointer, by.role);
  const covers = (one: Held | undefined) => one === undefined || isHeldOn(one, wish.from, wish.to);
  // Nobody is a deputy for longer than they work here themselves, nor on the strength of what they have for a time.
  const works = held.deputy.filter((one) => one.deputyFor === undefined && isHeldOn(one, wish.from, wish.to));
  const can = works.some(({ role, providerId }) =>
    wish.role === 'officer' ? role === 'officer' : providerId === theirs?.providerId,
  );
  return [
    ...(wish.to < wish.from ? [{ at: 'body.to', code: 'to-before-from' }] : []),
    ...(wish.to < today ? [{ at: 'body.to', code: 'days-have-passed' }] : []),
    ...(wish.deputyUserId === wish.forUserId ? [{ at: 'body.deputyUserId', code: 'own-deputy' }] : []),
    ...(wish.deputyUserId === by.userId && wish.deputyUserId !== wish.forUserId
      ? [{ at: 'body.deputyUserId', code: 'appoints-themselves' }]
      : []),
    ...(theirs ? [] : [{ at: 'body.forUserId', code: 'role-not-theirs' }]),
    ...(covers(theirs) && covers(appointers) ? [] : [{ at: 'body.to', code: 'days-beyond-role' }]),
    ...(can ? [] : [{ at: 'body.deputyUserId', code: 'cannot-be-deputy' }]),
  ] satisfies readonly Fault[];
}

/**
 * A caseload or a role is handed over from one day to another, within the days of the one who has it and of the one who
 * hands it over, and never to oneself. A deputy for an officer is an officer all those days; for another role they are
 * of the same house, and do not hold the role already: nobody is deputy for two at once.
 */
export function appoint(
  wish: Wish,
  held: Memberships,
  by: Appointer,
  today: LocalDate,
): Result<Deputy, 'bad-request' | 'deputy-may-not-appoint' | 'may-not-appoint' | 'already-holds-role'> {
  const refusal = mayNotAppoint(wish, by);
  if (refusal) return refuse('forbidden', refusal);
  const faults = faultsOf(wish, held, by, today);
  if (faults.length > 0) return refuse('invalid', 'bad-request', faults);
  const same = held.deputy.find(({ role }) => role === wish.role);
  if (wish.role !== 'officer' && same && !mayBeReplaced(same, today)) return refuse('conflict', 'already-holds-role');
  return accept({ ...wish, appointedBy: by.userId });
}

/** The role as the deputy holds it, on the days of the deputy's and at the same provider or unit, under their own name. */
export function roleLent(
  { deputyUserId, forUserId, role, from, to }: Deputy,
  { absent, deputy }: Pick<Memberships, 'absent' | 'deputy'>,
) {
  const theirs = absent.find((one) => one.role === role);
  const self = deputy.find(({ email }) => email !== undefined);
  return {
    userId: deputyUserId,
    role,
    ...(theirs?.providerId ? { providerId: theirs.providerId } : {}),
    ...(theirs?.unitId ? { unitId: theirs.unitId } : {}),
    // Nobody attests more in another's place than that other may.
    ...(theirs?.attestLimitOre === undefined ? {} : { attestLimitOre: theirs.attestLimitOre }),
    ...(self?.name ? { name: self.name } : {}),
    ...(self?.email ? { email: self.email } : {}),
    from,
    to,
    deputyFor: forUserId,
  };
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
export const roleTakenBack = <M extends Held>(
  membership: M,
  { forUserId }: Pick<Deputy, 'forUserId'>,
  today: LocalDate,
): M | undefined => (membership.deputyFor === forUserId ? { ...membership, to: plusDays(today, -1) } : undefined);
