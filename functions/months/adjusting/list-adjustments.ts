import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { Month } from '../../../shared/domain/local-time.ts';
import { isProvidersRole } from '../../../shared/domain/roles.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { officerNames } from '../lines/load-officers.ts';
import { ownMonth } from '../load-month.ts';
import { AdjustingView, adjustmentView, minutesBy, proposedView } from './adjustment-view.ts';
import { adjustingOf } from './load-adjusting.ts';

/** What has been found out of a month after its statement, in minutes and öre, and what has been decided of it. */
export const listAdjustments = endpoint({
  summary: 'What a stated month comes to with what is known now',
  path: z.object({ month: Month, providerId: SafeId }),
  answer: AdjustingView,
  async run({ path, caller }, deps) {
    const own = await ownMonth(path, caller, deps);
    if (!own.ok) return own;
    const loaded = await adjustingOf(path, deps);
    if (!loaded.ok) return loaded;
    const adjusting = loaded.value;
    const { statement, orePerHour = 0 } = adjusting.month.entity;
    const before = minutesBy(
      statement?.minutes ?? 0,
      adjusting.adjustments.map(({ entity }) => entity),
    );
    const isTheirs = (officerId: string) => caller.role !== 'officer' || officerId === caller.caseload;
    // A provider sees what is decided; what is not is the municipality's own matter.
    const toAdjust = isProvidersRole(caller.role) ? [] : adjusting.toAdjust;
    const proposed = toAdjust.filter(({ officerId }) => isTheirs(officerId));
    const adjustments = adjusting.adjustments
      .map(({ entity }) => entity)
      .filter(({ officerId, state }) => state !== 'dropped' && isTheirs(officerId));
    const shown = isProvidersRole(caller.role) ? adjustments.filter(({ state }) => state === 'stated') : adjustments;
    return done({
      ...path,
      statedMinutes: statement?.minutes ?? 0,
      orePerHour,
      proposed: proposed.map((one) => {
        // What is decided anew takes the place of what stands.
        const { now = 0, was = 0 } = one.standing ?? {};
        return proposedView(one, { before: before - (now - was), orePerHour });
      }),
      adjustments: shown.map(adjustmentView),
      officers: await officerNames(
        [...proposed, ...shown].map(({ officerId }) => officerId),
        deps,
      ),
    });
  },
});
