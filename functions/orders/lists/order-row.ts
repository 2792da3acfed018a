import * as z from 'zod';
import type { Deadline } from '../../../shared/domain/deadline.ts';
import { type Instant, localIso } from '../../../shared/domain/local-time.ts';
import { Order } from '../../../shared/domain/order.ts';
import { isProvidersRole, type Role } from '../../../shared/domain/roles.ts';
import { sentence } from '../../../shared/messages/sentence.ts';
import { seenBy } from '../order-view.ts';

/** An order as a line in a list: what it waits for first, in words, and whether that is late. */
export const OrderRow = z
  .object({
    ...Order.shape,
    version: z.int(),
    late: z.boolean(),
    waitsFor: z
      .object({
        code: z.string(),
        rule: z.string(),
        title: z.string(),
        due: z.string(),
        hard: z.boolean(),
        reason: z.string().meta({ description: 'Why it is due then, in one sentence' }),
      })
      .optional()
      .meta({ description: 'The first thing that is not done yet; absent when the order waits for nothing' }),
  })
  .meta({ id: 'OrderRow' });
export type OrderRow = z.infer<typeof OrderRow>;

const waits = ({ doneAt, state }: Deadline): boolean => doneAt === undefined && state !== 'lapsed';

/** Marked late, or past its time though the clock's own round has not reached it yet (A56, A18). */
const isPastDue = (deadline: Deadline, at: Instant): boolean =>
  waits(deadline) && (deadline.state === 'overdue' || at > deadline.dueAt);

/** The step that the deadline's own rule gives; the last one when none does. */
const reasonFor = ({ rule, why }: Deadline): string =>
  (why.find((step) => step.rule === rule) ?? why.at(-1))?.text ?? '';

/** Who looks, when, and in which language. */
export type Looking = { readonly at: Instant; readonly role: Role; readonly language: string };

/** A provider sees what it is itself to do, not what the officer is. */
const isFor = (role: Role, { owner }: Deadline): boolean => !isProvidersRole(role) || owner.startsWith('provider:');

export function orderRow(
  order: Order,
  version: number,
  deadlines: readonly Deadline[],
  { at, role, language }: Looking,
): OrderRow {
  const waiting = deadlines
    .filter((one) => waits(one) && isFor(role, one))
    .toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
  const [first] = waiting;
  return {
    ...seenBy(role, order),
    version,
    late: waiting.some((deadline) => isPastDue(deadline, at)),
    ...(first
      ? {
          waitsFor: {
            code: first.code,
            rule: first.rule,
            title: sentence(`task-${first.code}`, language),
            due: localIso(first.dueAt),
            hard: first.hard,
            reason: reasonFor(first),
          },
        }
      : {}),
  };
}
