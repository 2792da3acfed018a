import * as z from 'zod';
import { Instant, LocalDate } from './local-time.ts';
import type { Standing } from './provider-standing.ts';

/**
 * Why a provider was passed over when its turn came (A13, A14); each keeps its reason in the ledger. `LEFT`: it is the
 * one that the customer leaves (S-42).
 */
export const SkipReason = z.enum(['NOT_YET', 'ENDED', 'PAUSED', 'NO_PERMIT', 'AREA', 'CAPACITY', 'LEFT']);
export type SkipReason = z.infer<typeof SkipReason>;

/** The one that the customer leaves does not get the customer back (S-42). */
export const isLeft: SkipReason = 'LEFT';

type Facts = { readonly standing: Standing; readonly goesThere: boolean; readonly hasRoom: boolean };

/** Why a provider cannot take the turn now; nothing when it can. The first reason that holds is given. */
export function skipReason({ standing, goesThere, hasRoom }: Facts): SkipReason | undefined {
  if (standing !== 'OPEN') return standing;
  if (!goesThere) return 'AREA';
  return hasRoom ? undefined : 'CAPACITY';
}

export const Skip = z.object({ provider: z.string(), reason: SkipReason });
export type Skip = z.infer<typeof Skip>;

/** An abstaining customer's turn (L-05, S-03), or an urgent one (S-16). */
export const TurnKind = z.enum(['NONCHOICE', 'URGENT']);
export type TurnKind = z.infer<typeof TurnKind>;

/** A provider's number on the list (L-07). */
export const Numbered = z.object({ provider: z.string(), number: z.int().min(1) });
export type Numbered = z.infer<typeof Numbered>;

/**
 * The turn list: every provider with its number (L-06, L-07), and their queue, the next first. `urgent` is the urgent
 * picks' own queue, used where they do not share the list's (A12).
 */
export const TurnList = z.object({
  numbers: z.array(Numbered),
  queue: z.array(z.string()),
  urgent: z.array(z.string()),
  /** How many entries the ledger has. */
  seq: z.int(),
});
export type TurnList = z.infer<typeof TurnList>;

/** How the pack reads the list: who is passed over keeps the turn (A13), urgent picks consume it (A12). */
export const TurnRules = z.object({ keepsTurn: z.boolean(), sharedUrgent: z.boolean() });
export type TurnRules = z.infer<typeof TurnRules>;

type Queues = Pick<TurnList, 'queue' | 'urgent'>;

/** A pick as it was decided: who got it, who was passed over and why, and the queues after it. */
export type Turn<List extends Queues = TurnList, Reason extends string = SkipReason> = {
  readonly provider: string;
  readonly skipped: readonly Passed<Reason>[];
  readonly list: List;
};
type Passed<Reason extends string> = { readonly provider: string; readonly reason: Reason };

/** What the turn is for, and why a provider cannot take it; nothing when it can. */
type Asked<Reason extends string> = {
  readonly kind: TurnKind;
  readonly unavailable: (provider: string) => Reason | undefined;
};

/**
 * The next turn (L-08, S-03): the first in the queue who can take it, who then goes last. One that is passed over keeps
 * its place, so that it is asked first again (A13), or goes last as if it had been picked. When nobody can, the queue
 * is unchanged and everybody's reason is given.
 */
export function takeTurn<List extends Queues, Reason extends string>(
  list: List,
  { kind, unavailable }: Asked<Reason>,
  { keepsTurn, sharedUrgent }: TurnRules,
): Turn<List, Reason> | { readonly provider?: undefined; readonly skipped: readonly Passed<Reason>[] } {
  const which = kind === 'URGENT' && !sharedUrgent ? 'urgent' : 'queue';
  const skipped: Passed<Reason>[] = [];
  for (const [place, provider] of list[which].entries()) {
    const reason = unavailable(provider);
    if (reason !== undefined) {
      skipped.push({ provider, reason });
      continue;
    }
    const [before, after] = [list[which].slice(0, place), list[which].slice(place + 1)];
    const next = keepsTurn ? [...before, ...after, provider] : [...after, ...before, provider];
    return { provider, skipped, list: { ...list, [which]: next } };
  }
  return { skipped };
}

/** Providers by number, the one whose turn it is first: the order in which the list is drawn up (L-06, L-07). */
export function queueOf(numbers: readonly Numbered[], first?: string): readonly string[] {
  const sorted = numbers.toSorted((one, other) => one.number - other.number).map(({ provider }) => provider);
  const start = first === undefined ? 0 : Math.max(0, sorted.indexOf(first));
  return [...sorted.slice(start), ...sorted.slice(0, start)];
}

/** The one whose turn comes after `last`, by number; the first when nobody has been picked. */
export const afterLast = (numbers: readonly Numbered[], last: string | undefined): string | undefined =>
  last === undefined ? undefined : queueOf(numbers, last)[1];

/** With one more, who is last. */
export const added = <List extends Queues & Pick<TurnList, 'numbers'>>(
  list: List,
  { provider, number }: Numbered,
): List => ({
  ...list,
  numbers: [...list.numbers, { provider, number }],
  queue: [...list.queue, provider],
  urgent: [...list.urgent, provider],
});

/** The number a new provider gets: its own, or the next free one when somebody has it (L-07). */
export const freeNumber = (list: Pick<TurnList, 'numbers'>, wanted: number): number => {
  const taken = list.numbers.map(({ number }) => number);
  return taken.includes(wanted) ? Math.max(...taken) + 1 : wanted;
};

const Entry = z.object({ seq: z.int(), at: Instant, on: LocalDate, by: z.string() });

/** One thing that was done with the list, written once and marked with its date (L-09). */
export const TurnEntry = z.discriminatedUnion('event', [
  /** Drawn up, or drawn up again (L-06, S-04). */
  Entry.extend({ event: z.literal('BUILT'), numbers: z.array(Numbered), queue: z.array(z.string()) }),
  /** A newly approved provider is last. */
  Entry.extend({ event: z.literal('ADDED'), provider: z.string(), number: z.int() }),
  /** What changes nobody's place but explains the passing over that follows (A14). */
  Entry.extend({ event: z.enum(['PAUSED', 'RESUMED', 'ENDED']), provider: z.string() }),
  Entry.extend({
    event: z.literal('PICKED'),
    kind: TurnKind,
    orderId: z.string(),
    caseNo: z.string(),
    provider: z.string(),
    skipped: z.array(Skip),
    /** How the list was read then, so that it can be played again after the pack has changed. */
    rules: TurnRules,
  }),
  /** An order that was taken back before anything came of it: the turn is given back where who is passed over keeps it (A13). */
  Entry.extend({ event: z.literal('RETURNED'), orderId: z.string(), provider: z.string(), keepsTurn: z.boolean() }),
]);
export type TurnEntry = z.infer<typeof TurnEntry>;
export type TurnPick = Extract<TurnEntry, { event: 'PICKED' }>;

type Done = { readonly at: Instant; readonly on: LocalDate; readonly by: string };

/** An entry and the list after it, which are always written together. */
export type Written<E extends TurnEntry = TurnEntry> = { readonly list: TurnList; readonly entry: E };

const nextSeq = (list: TurnList | undefined): number => (list?.seq ?? 0) + 1;

/** The list drawn up in advance with every provider (L-06), the first in turn named or the lowest number. */
export function build(
  numbers: readonly Numbered[],
  first: string | undefined,
  before: TurnList | undefined,
  done: Done,
) {
  const queue = [...queueOf(numbers, first)];
  const seq = nextSeq(before);
  const entry: TurnEntry = { event: 'BUILT', seq, ...done, numbers: [...numbers], queue };
  return { list: { numbers: [...numbers], queue, urgent: queue, seq }, entry } satisfies Written;
}

/** A newly approved provider joins last (L-06). */
export function join(list: TurnList, one: Numbered, done: Done): Written {
  const number = freeNumber(list, one.number);
  const seq = nextSeq(list);
  const entry: TurnEntry = { event: 'ADDED', seq, ...done, provider: one.provider, number };
  return { list: { ...added(list, { ...one, number }), seq }, entry };
}

export type Mark = 'PAUSED' | 'RESUMED' | 'ENDED';

/** What has become of a provider on the list; it keeps its place (A13, A14). */
export function mark(list: TurnList, event: Mark, provider: string, done: Done): Written {
  const seq = nextSeq(list);
  return { list: { ...list, seq }, entry: { event, seq, ...done, provider } };
}

type For = { readonly kind: TurnKind; readonly orderId: string; readonly caseNo: string };

/** The turn as the ledger keeps it: provider, date, order, and who was passed over (L-09). */
export function picked(turn: Turn, wanted: For, rules: TurnRules, done: Done): Written<TurnPick> {
  const { provider, skipped, list } = turn;
  const { kind, orderId, caseNo } = wanted;
  const seq = nextSeq(list);
  const who = { provider, skipped: [...skipped] };
  const entry: TurnPick = { event: 'PICKED', seq, ...done, kind, orderId, caseNo, ...who, rules };
  return { list: { ...list, seq }, entry };
}

/** What of a pick gives it back. */
export type Given = Pick<TurnPick, 'kind' | 'provider' | 'rules'> & {
  readonly skipped: readonly { readonly provider: string }[];
};

/**
 * The queue with a pick undone: who got it is asked first again, behind those only who were passed over then and stand
 * before it still (A13).
 */
function behindPassed(queue: readonly string[], { provider, skipped }: Pick<Given, 'provider' | 'skipped'>): string[] {
  const others = queue.filter((one) => one !== provider);
  if (others.length === queue.length) return [...queue];
  const passed = new Set(skipped.map((one) => one.provider));
  const first = others.findIndex((one) => !passed.has(one));
  const place = first === -1 ? others.length : first;
  return [...others.slice(0, place), provider, ...others.slice(place)];
}

/** The list as it is when a pick came to nothing: the turn is given back where who is passed over keeps it (A13). */
export const givenBack = <List extends Queues>(list: List, pick: Given): List => {
  const { kind, rules } = pick;
  if (!rules.keepsTurn) return list;
  const which = kind === 'URGENT' && !rules.sharedUrgent ? 'urgent' : 'queue';
  return { ...list, [which]: behindPassed(list[which], pick) };
};

/** A pick that came to nothing, as the ledger keeps it (L-09). */
export function returned(list: TurnList, pick: TurnPick, done: Done): Written {
  const seq = nextSeq(list);
  const { orderId, provider, rules } = pick;
  const entry: TurnEntry = { event: 'RETURNED', seq, ...done, orderId, provider, keepsTurn: rules.keepsTurn };
  return { list: { ...givenBack(list, pick), seq }, entry };
}
