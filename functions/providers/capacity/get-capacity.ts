import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { dateOf } from '../../../shared/domain/local-time.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { isProvidersRole } from '../../../shared/domain/roles.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { capacityStore } from '../../../shared/stores/capacity-store.ts';
import { providerStore } from '../../../shared/stores/provider-store.ts';
import { CapacityView, capacityView } from './capacity-view.ts';

/** How much a provider has taken on of its ceiling, and when it will be near or full by what is already given (L-73, L-74). */
export const getCapacity = endpoint({
  summary: 'What a provider has taken on of its ceiling, and a forecast',
  path: z.object({ providerId: SafeId }),
  answer: CapacityView,
  async run({ path: { providerId }, caller, at }, { table }) {
    const isOthers = isProvidersRole(caller.role) && caller.providerId !== providerId;
    if (isOthers || !(await providerStore(table).find(providerId))) return refuse('missing', 'provider-not-found');
    const stored = await capacityStore(table).find(providerId);
    return done(capacityView(providerId, stored, dateOf(at)), stored ? { version: stored.version } : {});
  },
});
