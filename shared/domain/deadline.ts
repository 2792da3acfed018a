import * as z from 'zod';
import { deadlineCodes, kindOf, startCodes } from './deadline-kinds.ts';
import { Instant, LocalDate, plusHours } from './local-time.ts';
import { Owner, officerOwner, providerOwner } from './owner.ts';
import { Role } from './roles.ts';
import { WhyStep } from './why.ts';

export const DeadlineCode = z.enum(deadlineCodes);
export type DeadlineCode = z.infer<typeof DeadlineCode>;

/** What a deadline is about, and whom it concerns; `ref` distinguishes several of one kind about the same thing. */
const Subject = z.union([
  z.object({
    kind: z.literal('order'),
    orderId: z.string(),
    caseNo: z.string(),
    providerId: z.string(),
    officerId: z.string(),
    ref: z.string().optional(),
  }),
  /** `ref`: what stands in the way of it, such as a draft that nobody has signed. */
  z.object({
    kind: z.literal('month'),
    month: z.string(),
    providerId: z.string(),
    officerId: z.string().optional(),
    /** Others who are told of it: the officers whose lines wait for a correction. */
    officerIds: z.array(z.string()).max(20).optional(),
    ref: z.string().optional(),
    /** Who has done the first half of it: the second is another person's of its owner. */
    notFor: z.string().optional(),
  }),
  z.object({
    kind: z.literal('case'),
    caseNo: z.string(),
    officerId: z.string(),
    providerId: z.string().optional(),
    ref: z.string().optional(),
  }),
  /** `providerId` is the leaving provider, `joiningId` the one that takes over. */
  z.object({
    kind: z.literal('switch'),
    switchId: z.string(),
    caseNo: z.string(),
    providerId: z.string(),
    joiningId: z.string(),
    officerId: z.string(),
  }),
  /** A purchase of hours; `ref` says which of those alike. */
  z.object({ kind: z.literal('purchase'), purchaseId: z.string(), caseNo: z.string(), ref: z.string().optional() }),
  /** Two units that meet, by the one that buys and the one that performs; `ref`: the year, the meeting and whose side. */
  z.object({ kind: z.literal('pair'), pairId: z.string(), ref: z.string() }),
  /** A month's hours that one performer does for one unit: `performer` is its owner, `orderingUnitId` who buys. */
  z.object({ kind: z.literal('basis'), month: z.string(), performer: Owner, orderingUnitId: z.string() }),
  /** A mail that has come in and waits for a person; `ref` says why. */
  z.object({ kind: z.literal('mail'), mailId: z.string(), caseNo: z.string().optional(), ref: z.string() }),
  /** An invoice on its way to be paid; `ref` says what its next step is, where its kind has several. */
  z.object({
    kind: z.literal('invoice'),
    invoiceId: z.string(),
    month: z.string(),
    providerId: z.string(),
    ref: z.string().optional(),
  }),
  /** The municipality's routine itself (S-60). */
  z.object({ kind: z.literal('routine'), pack: z.string() }),
  /** A provider itself: its permit. */
  z.object({ kind: z.literal('provider'), providerId: z.string() }),
]);

/**
 * A deadline is data: what, whose, when, how hard, and why. `dueAt` is the last instant that is in time.
 * A soft one (a "bör") is counted and shown, never escalated (A05).
 */
export const Deadline = z.object({
  code: DeadlineCode,
  rule: z.string(),
  subject: Subject,
  owner: Owner,
  /** Which roles of its owner it belongs to, where that is a unit; all of them when there are none. */
  roles: z.array(Role).min(1).optional(),
  hard: z.boolean(),
  dueAt: Instant,
  remindAt: Instant.optional(),
  remindedAt: Instant.optional(),
  why: z.array(WhyStep),
  /** What was told that it waits for: the kind of it and its day, never in whose words. Older ones have none. */
  told: z.object({ kind: z.string(), on: LocalDate }).optional(),
  /** SHA-256 of what was known before something was told: known so again, there is nothing to wait for. */
  knownBefore: z.string().optional(),
  /** `lapsed`: what it waited for is no longer wanted; the order was closed, the switch called off. */
  state: z.enum(['open', 'done', 'overdue', 'lapsed']),
  doneAt: Instant.optional(),
  overdueAt: Instant.optional(),
  /** When the heads are notified of a start that is still not made (N08); set as it becomes late. */
  escalateAt: Instant.optional(),
  escalatedAt: Instant.optional(),
  /** When it was set, or last became another; the store writes it down. Older ones have none. */
  changedAt: Instant.optional(),
});
export type Deadline = z.infer<typeof Deadline>;

type Subject = z.infer<typeof Subject>;

/** Whether a deadline of the owner that somebody acts for belongs to their role, and is theirs to do. */
export const isAskedOf = (
  { roles, subject }: Pick<Deadline, 'roles' | 'subject'>,
  { role, userId }: { readonly role: Role; readonly userId: string },
): boolean => (roles === undefined || roles.includes(role)) && !(subject.kind === 'month' && subject.notFor === userId);

/** Whose a deadline is, by what is fixed about its kind and whom it is about. */
function ownerOfKind(code: DeadlineCode, subject: Subject): Owner {
  const { owner } = kindOf(code);
  if (owner === 'head' || owner === 'administrator') return owner;
  if (owner === 'unit') throw new Error(`${code} says itself whose it is`);
  if (owner === 'joining' && subject.kind === 'switch') return providerOwner(subject.joiningId);
  const { officerId, providerId } = { officerId: undefined, providerId: undefined, ...subject };
  const id = owner === 'officer' ? officerId : providerId;
  if (id === undefined) throw new Error(`${code} is about nobody whose it could be`);
  return owner === 'officer' ? officerOwner(id) : providerOwner(id);
}

/** What a step says of a deadline that begins to run; the rest is fixed by its kind. */
type Begun = Pick<Deadline, 'subject' | 'dueAt' | 'why'> & {
  readonly told?: Deadline['told'];
  readonly remindAt?: Instant | undefined;
  /** Whose it is, where the kind alone does not say it: a unit, and which of its roles. */
  readonly owner?: Owner;
  readonly roles?: readonly Role[];
  /** The rule of its reason, where that is not the kind's own. */
  readonly rule?: string;
};

/** A deadline of a kind, as it begins to run. */
export const begin = (
  code: DeadlineCode,
  { subject, dueAt, remindAt, why, rule, told, owner, roles }: Begun,
): Deadline => ({
  code,
  rule: rule ?? kindOf(code).rule,
  subject,
  owner: owner ?? ownerOfKind(code, subject),
  ...(roles ? { roles: [...roles] } : {}),
  hard: kindOf(code).hard,
  dueAt,
  ...(remindAt ? { remindAt } : {}),
  why,
  ...(told ? { told } : {}),
  state: 'open',
});

/** Exactly on the limit is in time (A18). */
const isPast = (dueAt: Instant, at: Instant) => at > dueAt;

/** A late start is the heads' business after another dygn (N08). */
const hoursToEscalation = 24;

/**
 * When the heads are to be notified of one that is late; never before now, so that the sweep does not look back for it.
 */
function escalation({ code, hard, escalatedAt }: Deadline, dueAt: Instant, at: Instant): Pick<Deadline, 'escalateAt'> {
  if (!hard || !startCodes.includes(code) || escalatedAt !== undefined) return {};
  const after = plusHours(dueAt, hoursToEscalation);
  return { escalateAt: after < at ? at : after };
}

/** The step that the deadline waited for has been taken; one met too late keeps its mark. */
export const meet = (deadline: Deadline, at: Instant): Deadline => ({
  ...deadline,
  state: deadline.state === 'overdue' || isPast(deadline.dueAt, at) ? 'overdue' : 'done',
  ...(deadline.state !== 'overdue' && isPast(deadline.dueAt, at) ? { overdueAt: at } : {}),
  doneAt: at,
});

/** Nobody waits for it any more. One that was missed keeps its mark; it leaves every list all the same. */
export const lapse = (deadline: Deadline, at: Instant): Deadline => ({
  ...deadline,
  state: deadline.state === 'overdue' ? 'overdue' : 'lapsed',
  doneAt: at,
});

/** What was done is undone: it waits again, late when its time has passed. */
export const reopen = ({ doneAt: _, ...deadline }: Deadline): Deadline => ({
  ...deadline,
  state: deadline.state === 'overdue' ? 'overdue' : 'open',
});

/** An agreed later time; one that was agreed after the limit had passed keeps the mark (A56, S-14, S-15). */
export const moveTo = (deadline: Deadline, dueAt: Instant, at: Instant, why: z.infer<typeof WhyStep>): Deadline => {
  const late = deadline.state === 'overdue' || isPast(deadline.dueAt, at);
  return {
    ...deadline,
    dueAt,
    remindAt: undefined,
    state: late ? 'overdue' : 'open',
    ...(late ? { overdueAt: deadline.overdueAt ?? at, ...escalation(deadline, dueAt, at) } : {}),
    why: [...deadline.why, why],
  };
};

/** What time alone can do to a deadline. */
export const DeadlineEvent = z.enum(['reminded', 'overdue', 'escalated']);
export type DeadlineEvent = z.infer<typeof DeadlineEvent>;

const waitsToEscalate = ({ state, doneAt, escalateAt, escalatedAt }: Deadline): Instant | undefined =>
  state === 'overdue' && doneAt === undefined && escalatedAt === undefined ? escalateAt : undefined;

/** What the clock alone does to a deadline: a reminder, the mark that it was not met, or the word to the heads. */
export function passTime(deadline: Deadline, at: Instant): { next: Deadline; event: DeadlineEvent } | undefined {
  const escalateAt = waitsToEscalate(deadline);
  if (escalateAt !== undefined && at >= escalateAt)
    return { next: { ...deadline, escalatedAt: at }, event: 'escalated' };
  if (deadline.state !== 'open') return undefined;
  if (isPast(deadline.dueAt, at)) {
    const late = { ...deadline, state: 'overdue' as const, overdueAt: at };
    return { next: { ...late, ...escalation(deadline, deadline.dueAt, at) }, event: 'overdue' };
  }
  const remind = deadline.remindAt !== undefined && deadline.remindedAt === undefined && at >= deadline.remindAt;
  return remind ? { next: { ...deadline, remindedAt: at }, event: 'reminded' } : undefined;
}

/** The first instant that is late. */
const pastDue = (dueAt: Instant): Instant => new Date(Date.parse(dueAt) + 1).toISOString();

/** What time does to it next, and when; undefined when time can do nothing more to it. */
export function nextEvent(deadline: Deadline): { readonly event: DeadlineEvent; readonly at: Instant } | undefined {
  const escalateAt = waitsToEscalate(deadline);
  if (escalateAt !== undefined) return { event: 'escalated', at: escalateAt };
  if (deadline.state !== 'open') return undefined;
  const { remindAt, remindedAt, dueAt } = deadline;
  return remindAt !== undefined && remindedAt === undefined && remindAt < dueAt
    ? { event: 'reminded', at: remindAt }
    : { event: 'overdue', at: pastDue(dueAt) };
}

/** When the sweep must look at it next. */
export const nextEventAt = (deadline: Deadline): Instant | undefined => nextEvent(deadline)?.at;
