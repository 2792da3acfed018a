import * as z from 'zod';
import { afterChange, countedFrom } from '../../../shared/domain/capacity.ts';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { dateOf } from '../../../shared/domain/local-time.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { isProvidersRole } from '../../../shared/domain/roles.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { capacityLetters } from '../../../shared/steps/capacity-count.ts';
import { assignmentStore } from '../../../shared/stores/assignment-store.ts';
import { capacityStore } from '../../../shared/stores/capacity-store.ts';
import { providerStore } from '../../../shared/stores/provider-store.ts';
import { routineOn } from '../../../shared/stores/routine.ts';
import { CapacityView, capacityView } from './capacity-view.ts';

const Body = z.strictObject({
  value: z.int().min(1).max(1_000_000).nullable().meta({
    description: 'Whole hours a month or customers, as the routine counts; null withdraws the ceiling',
  }),
});

/**
 * A provider's manager states how much it can take on, or takes the statement back (L-73). What it has is counted
 * again.
 */
export const declareCeiling = endpoint({
  summary: 'State a capacity ceiling, or withdraw it',
  path: z.object({ providerId: SafeId }),
  body: Body,
  answer: CapacityView,
  async run({ path, body, caller, at, ifMatch }, deps) {
    const { table } = deps;
    const today = dateOf(at);
    const routine = await routineOn(table, today);
    if (!routine.ok) return routine;
    const { providerId } = path;
    const isOthers = isProvidersRole(caller.role) && caller.providerId !== providerId;
    if (isOthers || !(await providerStore(table).find(providerId))) return refuse('missing', 'provider-not-found');
    const stored = await capacityStore(table).find(providerId);
    if (ifMatch !== undefined && ifMatch !== (stored?.version ?? 0)) return refuse('conflict', 'stale-version');

    if (body.value === null) {
      const saves = stored ? [capacityStore(table).withdraw(stored)] : [];
      return done(capacityView(providerId, undefined, today), { saves });
    }
    const ceiling = { value: body.value, unit: routine.value.pack.params['capacity.unit'] };
    const assignments = await assignmentStore(table).ofProvider(providerId, today);
    const next = countedFrom(assignments, { providerId, ceiling }, today);
    // What is near already as the ceiling is stated is notified too, once.
    const { capacity, tells } = afterChange({ ...next, told: stored?.entity.told ?? next.told }, next, today);
    const version = (stored?.version ?? 0) + 1;
    return done(capacityView(providerId, { entity: capacity, version }, today), {
      version,
      saves: [capacityStore(table).save(capacity, stored)],
      letters: tells ? await capacityLetters(tells, capacity, deps, at) : [],
    });
  },
});
