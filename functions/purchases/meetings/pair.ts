import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { begin, type Deadline } from '../../../shared/domain/deadline.ts';
import { endOfDay, Instant, instantAt, LocalDate } from '../../../shared/domain/local-time.ts';
import { unitOwner } from '../../../shared/domain/owner.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import { meetingsLeft } from '../around/meetings.ts';
import type { BuyingPack } from '../buying-pack.ts';

/** Two units, the one that buys and the one that performs: `E1~E2`. */
export const PairId = z
  .string()
  .regex(/^[^~]{1,80}~[^~]{1,80}$/, 'not a pair')
  .refine((text) => text.split('~').every((id) => SafeId.safeParse(id).success), 'not a pair');

export const pairIdOf = (orderingUnitId: string, receivingUnitId: string): string =>
  `${orderingUnitId}~${receivingUnitId}`;

/** Both units that an id names. */
export function unitsIn(pairId: string): { readonly orderingUnitId: string; readonly receivingUnitId: string } {
  const [orderingUnitId = '', receivingUnitId = ''] = pairId.split('~');
  return { orderingUnitId, receivingUnitId };
}

/** Units that meet: since when, and the latest calendar year whose meetings are asked for (H-13, A43). */
export const Pair = z.object({
  id: PairId,
  orderingUnitId: SafeId,
  receivingUnitId: SafeId,
  since: LocalDate,
  year: z.string().regex(/^\d{4}$/),
});
export type Pair = z.infer<typeof Pair>;

/** A meeting of two units: when it is planned for, and what was said of each of the two things that it is for (H-14). */
export const PairMeeting = z.object({
  id: z.string(),
  pairId: PairId,
  on: LocalDate,
  agenda: z.string().optional(),
  planned: z.object({ at: Instant, by: z.string() }),
  held: z
    .object({
      at: Instant,
      by: z.string(),
      on: LocalDate,
      participants: z.array(z.string()),
      quality: z.string(),
      workEnvironment: z.string(),
      reason: z.string().optional(),
    })
    .optional(),
});
export type PairMeeting = z.infer<typeof PairMeeting>;

type Asking = Pick<BuyingPack, 'purchases' | 'params'>;

/** The days on which meetings were held. */
export const heldOf = (meetings: readonly PairMeeting[]): readonly { readonly on: LocalDate }[] =>
  meetings.flatMap(({ held }) => (held ? [held] : []));

/**
 * How many meetings a pair is asked for in a year (H-13). In its first one, those whose reminder was still to come when
 * it began: nobody that began in November is late with two in December.
 */
export function askedIn({ since }: Pick<Pair, 'since'>, year: string, pack: Asking): number {
  const perYear = pack.purchases.meetings?.perYear ?? 0;
  if (!since.startsWith(`${year}-`)) return perYear;
  return Math.min(perYear, meetingsLeft([], year, pack).remindOn.filter((day) => since < day).length);
}

/** What a pair still has to hold in a year. */
export function leftIn(pair: Pair, meetings: readonly PairMeeting[], year: string, pack: Asking): number {
  const held = heldOf(meetings).filter(({ on }) => on.startsWith(`${year}-`)).length;
  return Math.max(0, askedIn(pair, year, pack) - held);
}

const managers = { ordering: 'ordering-manager', receiving: 'receiving-manager' } as const;

/** The managers of both units hold each of a year's meetings by its end, reminded on 1 April and 1 October (D35, A43). */
export function meetingDeadlines(pair: Pair, today: LocalDate, pack: Asking): readonly Deadline[] {
  const { year, id: pairId, orderingUnitId, receivingUnitId } = pair;
  const { meetings } = pack.purchases;
  if (!meetings) return [];
  const { rule, perYear } = meetings;
  const { remindOn } = meetingsLeft([], year, pack);
  const asked = askedIn(pair, year, pack);
  const left = remindOn.filter((day) => today < day);
  return Array.from({ length: asked }, (_, n) => n + 1).flatMap((n) => {
    // The last ones by the last reminder: of two in the year the first is reminded of in April, both in October.
    const remind = left[Math.min(n - 1, left.length - 1)];
    const text = `Två enheter möts ${perYear} gånger om året; möte ${n} av ${asked} hålls under ${year}.`;
    const common = {
      ...{ dueAt: endOfDay(`${year}-12-31`), rule, why: [{ rule, text }] },
      ...(remind === undefined ? {} : { remindAt: instantAt(remind, '07:00') }),
    };
    return (['ordering', 'receiving'] as const).map((side) =>
      begin('D35', {
        ...common,
        subject: { kind: 'pair', pairId, ref: `${year}-${n}-${side}` },
        owner: unitOwner(side === 'ordering' ? orderingUnitId : receivingUnitId),
        roles: [managers[side]],
      }),
    );
  });
}

/** Whether a meeting's deadline is met when so many have been held in its year. */
export function isMetBy({ subject }: Deadline, held: readonly { readonly on: LocalDate }[]): boolean {
  if (subject.kind !== 'pair') return false;
  const [year = '', n = '0'] = subject.ref.split('-');
  return held.filter(({ on }) => on.startsWith(`${year}-`)).length >= Number(n);
}

/** Who takes part in meetings: the managers of both units. */
export function mayMeet(
  pair: Pick<Pair, 'orderingUnitId' | 'receivingUnitId'>,
  { role, unitId }: { readonly role: string; readonly unitId?: string | undefined },
): Result<undefined, 'pair-not-found' | 'not-a-manager'> {
  const isOrdering = unitId !== undefined && unitId === pair.orderingUnitId;
  const isReceiving = unitId !== undefined && unitId === pair.receivingUnitId;
  if (!isOrdering && !isReceiving) return refuse('missing', 'pair-not-found');
  const isManager = role === (isOrdering ? managers.ordering : managers.receiving);
  return isManager ? accept(undefined) : refuse('forbidden', 'not-a-manager');
}
