import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { dateOf, LocalDate, plusDays } from '../../../shared/domain/local-time.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { Role } from '../../../shared/domain/roles.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { membershipStore } from '../../../shared/stores/membership-store.ts';
import { deputiesEnded } from '../deputies/deputies-end-step.ts';
import { goesOnAfter } from './staffing.ts';
import { mayEnd } from './staffing-step.ts';

/**
 * Somebody leaves: every role of theirs ends with a day, or at once, and so does every deputyship. An officer who still
 * has cases, tasks or unread messages is told how many, and they are moved first: nothing is left without an owner.
 */
export const endStaff = endpoint({
  summary: 'End all roles of somebody who leaves',
  path: z.object({ userId: SafeId }),
  body: z.strictObject({
    lastDay: LocalDate.optional().meta({ description: 'The last day here; at once when it is left out' }),
  }),
  answer: z.object({ userId: z.string(), lastDay: z.string(), roles: z.array(Role) }),
  async run({ path: { userId }, body, at }, { table }) {
    const memberships = membershipStore(table);
    const today = dateOf(at);
    const lastDay = body.lastDay ?? plusDays(today, -1);
    const held = await memberships.storedOf(userId);
    if (held.length === 0) return refuse('missing', 'staff-not-found');
    const moves = held
      .filter(({ entity }) => goesOnAfter(entity, lastDay))
      .map((over) => {
        const { reliefs: _, ...kept } = over.entity;
        return { over, next: { ...(lastDay < today ? kept : over.entity), to: lastDay } };
      });
    if (moves.length === 0) return refuse('conflict', 'staff-ended');
    const may = await mayEnd(moves, at, table);
    if (!may.ok) return may;
    const roles = moves.map(({ next }) => next.role);
    return done(
      { userId, lastDay, roles },
      {
        saves: [
          ...moves.map(({ over, next }) => memberships.save(next, over)),
          ...may.value,
          // Nobody is a deputy beyond their own last day; one that is still to come ends them by itself.
          ...(lastDay < today ? await deputiesEnded(userId, at, table) : []),
        ],
        rows: [{ event: 'staff-ended', refs: { staffId: userId, lastDay, roles: roles.join(', ') } }],
      },
    );
  },
});
